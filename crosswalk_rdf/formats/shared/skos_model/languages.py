"""Which label of many: that in the language of the framework, or the best there is."""

from collections import Counter
from collections.abc import Iterable, Sequence

from rdflib import DC, DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.shared.language_codes import language_tag
from crosswalk_rdf.formats.shared.rdf_documents import Subject
from crosswalk_rdf.formats.shared.skos_model.descriptions import Description, Subjects
from crosswalk_rdf.formats.shared.skos_model.vocabulary import LABELS


def best(literals: Sequence[Literal], language: str) -> Literal | None:
    """Return the literal in ``language``, in a variety of it, in none, or else the first."""
    head = language.partition("-")[0]
    tags = [literal.language or "" for literal in literals]
    ranks = [
        0 if tag == language else 1 if tag.partition("-")[0] == head else 2 if not tag else 3
        for tag in tags
    ]
    return literals[ranks.index(min(ranks))] if ranks else None


def language_of(scheme: Description, concepts: Iterable[URIRef], subjects: Subjects) -> str:
    """Return the language of ``scheme``: what it states, or else that of most labels.

    Of several that it states it is the one in which most concepts have a label; of several with
    as many labels the one in which it has a title itself, or English, or the first. "" where there
    is not a language at all.
    """
    used = Counter(
        language
        for concept in concepts
        for language in _label_languages(concept, subjects)
        if language
    )
    own = _label_languages(scheme.subject, subjects)

    def rank(tag: str) -> tuple[int, bool, bool]:
        return used[tag], tag in own, tag == "en"

    tags = [tag for tag in map(language_tag, map(str, _language_values(scheme))) if tag]
    if tags:
        return max((tag.lower() for tag in tags), key=rank)
    return max(used, key=rank) if used else next((tag for tag in own if tag), "")


def _language_values(scheme: Description) -> list[Literal | URIRef]:
    values: list[Literal | URIRef] = []
    for property in (DCTERMS.language, DC.language):
        values += scheme.literals(property)
        values += scheme.iris(property)
    return values


def _label_languages(subject: Subject, subjects: Subjects) -> dict[str, None]:
    properties = subjects.get(subject, {})
    property = SKOS.prefLabel if SKOS.prefLabel in properties else None
    names = (property,) if property else LABELS
    return {
        value.language or "": None
        for name in names
        for value in properties.get(name, ())
        if isinstance(value, Literal)
    }


def in_one_language(label: Literal, text: Literal) -> bool:
    """Return whether both have the same language tag, or none."""
    return (label.language or "").lower() == (text.language or "").lower()
