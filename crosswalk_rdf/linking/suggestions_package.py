"""Candidates for alignment as a mapping set: what SSSOM can say of a suggestion."""

from collections.abc import Iterable, Iterator
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.linking.candidates import VERBATIM, Candidate
from crosswalk_rdf.linking.grades import grades_text
from crosswalk_rdf.linking.lexical import LEXICAL
from crosswalk_rdf.linking.semantic import SEMANTIC
from crosswalk_rdf.linking.single_set import computed, extension_slot, single_set_package, slot
from crosswalk_rdf.model import (
    Alignment,
    Framework,
    Package,
    Slot,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import SEMAPV

NAME: Final = "suggestions"
"""The id of a mapping set of candidates."""
DESCRIPTION: Final = "Candidates for review, ranked by similarity. Nothing is asserted."
_LEXICAL_MEASURE: Final = (
    "mean of the cosines of TF-IDF vectors of word stems and of character n-grams"
)
_MEASURES: Final = {
    VERBATIM: "words in common, in the same order",
    LEXICAL: _LEXICAL_MEASURE,
    SEMANTIC: f"a third of the {_LEXICAL_MEASURE}, two thirds of the cosine of sentence vectors",
}
_JUSTIFICATIONS: Final = {
    VERBATIM: SEMAPV.LexicalMatching,
    LEXICAL: SEMAPV.LexicalSimilarityThresholdMatching,
    SEMANTIC: SEMAPV.SemanticSimilarityThresholdMatching,
}


def suggestions_package(
    subjects: Framework, objects: Framework, candidates: Iterable[Candidate], version: str
) -> Package:
    """Return candidates as a mapping set of its own, to be written as SSSOM.

    Args:
        subjects: The framework that is to be aligned.
        objects: The framework that it is to be aligned with.
        candidates: The candidates.
        version: The version of this product.

    Returns:
        A package with one crosswalk of one part. Its IRI follows from those of the frameworks.

    Raises:
        Nothing.
    """
    iri = unnamed_iri(str(subjects.iri), f"suggestions {objects.iri}")
    title = f"Suggestions: {subjects.title} to {objects.title}"
    alignments = (_alignment(iri, candidate) for candidate in candidates)
    return single_set_package(
        NAME, iri, title, (subjects, objects), alignments, version, DESCRIPTION
    )


def _alignment(set_iri: URIRef, candidate: Candidate) -> Alignment:
    subject, object = candidate.subject, candidate.object
    return Alignment(
        iri=unnamed_iri(str(set_iri), f"{subject.iri} {object.iri}"),
        unnamed=True,
        subject=subject.iri,
        predicate=candidate.relation.predicate,
        object=object.iri,
        justification=_JUSTIFICATIONS[candidate.method],
        subject_label=str(subject.preferred_label),
        object_label=str(object.preferred_label),
        comment=candidate.relation.reason,
        slots=tuple(_slots(candidate)),
        origin=computed(NAME),
    )


def _slots(candidate: Candidate) -> Iterator[Slot]:
    yield slot("similarity_score", Literal(candidate.score))
    yield slot("similarity_measure", Literal(_MEASURES[candidate.method]))
    if candidate.phrases:
        yield slot("match_string", *map(Literal, candidate.phrases))
    yield extension_slot("rank", candidate.rank)
    yield extension_slot("method", candidate.method)
    texts = {
        "subject_notation": candidate.subject.notation,
        "object_notation": candidate.object.notation,
        "subject_level": candidate.subject_level,
        "object_level": candidate.object_level,
        "subject_grades": grades_text(candidate.subject_grades),
        "object_grades": grades_text(candidate.object_grades),
        "mismatch": "grades" if candidate.grades_differ else "",
    }
    for name, text in texts.items():
        if text:
            yield extension_slot(name, text)
