"""Candidates for the alignment of two frameworks: what a reviewer gets."""

from dataclasses import replace

import pytest
from rdflib import SKOS, Literal

from crosswalk_rdf.api.linking import suggest
from crosswalk_rdf.linking.evaluation import evaluate
from crosswalk_rdf.linking.strata import strata, wording
from crosswalk_rdf.model import Framework, PropertyValue, Publication
from crosswalk_rdf.namespaces import CASE, SEMAPV

Frameworks = tuple[Framework, Framework]


def gold(flagship: Publication, objects: Framework) -> dict[str, frozenset[str]]:
    """Return the elements that Part 2 aligns each competency with."""
    elements = {str(s.iri) for s in objects.statements if str(s.kind).endswith("#Element")}
    pairs = [
        (str(a.subject), str(a.object))
        for a in flagship.crosswalks[0]["part-2"].claims
        if str(a.object) in elements
    ]
    return {q: frozenset(o for p, o in pairs if p == q) for q, _ in pairs}


def test_alignments_of_the_flagship_are_ranked_high(
    flagship: Publication, frameworks: Frameworks
) -> None:
    """Figures of docs/alignment-quality.md, with a margin for changes of the texts."""
    suggestions = suggest(*frameworks, levels=["Element"])
    rankings: dict[str, list[str]] = {}
    for candidate in suggestions.candidates:
        rankings.setdefault(str(candidate.subject.iri), []).append(str(candidate.object.iri))
    right = gold(flagship, frameworks[1])
    evaluation = evaluate(rankings, right)
    means = {name: interval.mean for name, interval in evaluation.measures.items()}
    assert evaluation.queries == 73
    assert means["MRR"] >= 0.48
    assert means["R@5"] >= 0.55
    assert means["R@10"] >= 0.72
    texts = {str(s.iri): str(s.text) for f in frameworks for s in f.statements}
    easy = strata(right, wording(right, texts))
    for stratum in ("near-verbatim", "reworded"):
        assert evaluate(rankings, easy[stratum]).measures["R@1"].mean == 1


def test_the_same_words_come_first_whatever_the_scores_say(frameworks: Frameworks) -> None:
    competencies, standards = frameworks
    target = standards.statements[7]
    copies = tuple(replace(s, text=target.text, label=None) for s in competencies.statements[:1])
    suggestions = suggest(replace(competencies, statements=copies), standards, top=3)
    best = suggestions.candidates[0]
    assert (best.object.iri, best.rank, best.score, best.method) == (target.iri, 1, 1.0, "verbatim")
    assert best.relation.predicate == SKOS.exactMatch


def test_a_candidate_shows_what_carries_it(frameworks: Frameworks) -> None:
    suggestions = suggest(*frameworks, levels=["Element"])
    candidate = next(c for c in suggestions.candidates if c.subject.notation == "CBICI.1.a")
    assert candidate.object.notation == "6a"
    assert candidate.phrases[0].startswith("recruit hire support develop and retain effective")
    assert (candidate.subject_level, candidate.object_level) == ("Indicator", "Element")


def test_levels_and_deprecation_leave_statements_out(frameworks: Frameworks) -> None:
    competencies, standards = frameworks
    statements = standards.statements
    deprecated = tuple(replace(s, deprecated=True) for s in statements[:40])
    gone = replace(standards, statements=deprecated + statements[40:])
    suggestions = suggest(competencies, gone, levels=["Element", "Indicator"])
    names = {level.kind: level.name for f in frameworks for level in f.levels}
    assert {names[c.object.kind] for c in suggestions.candidates} == {"Element"}
    assert {names[c.subject.kind] for c in suggestions.candidates} == {"Indicator"}
    assert not any(c.object.deprecated for c in suggestions.candidates)


def with_grades(framework: Framework, *grades: str) -> Framework:
    """Return the framework, each statement for the next of some grades."""
    return replace(
        framework,
        statements=tuple(
            replace(s, properties=(PropertyValue(CASE.educationLevel, Literal(grade)),))
            for s, grade in zip(framework.statements, grades * 100, strict=False)
        ),
    )


def test_grades_are_shown_filtered_and_compared(frameworks: Frameworks) -> None:
    one, other = with_grades(frameworks[0], "03", "04"), with_grades(frameworks[1], "04", "05")
    everything = suggest(one, other).candidates
    assert {c.grades_differ for c in everything} == {True, False}
    assert all(c.grades_differ == (c.subject_grades != c.object_grades) for c in everything)
    fourth = suggest(one, other, grades="4").candidates
    assert {*(c.subject_grades for c in fourth), *(c.object_grades for c in fourth)} == {
        frozenset({4})
    }
    with pytest.raises(ValueError, match="is no grade"):
        suggest(one, other, grades="fifth")


def test_the_least_score_cuts(frameworks: Frameworks) -> None:
    scores = [c.score for c in suggest(*frameworks, min_score=0.3).candidates]
    assert scores
    assert min(scores) >= 0.3


def test_nothing_to_align_gives_nothing(frameworks: Frameworks) -> None:
    empty = replace(frameworks[0], statements=())
    assert suggest(empty, frameworks[1]).candidates == ()
    assert suggest(frameworks[1], empty).candidates == ()


def test_suggestions_are_a_mapping_set_that_asserts_nothing(frameworks: Frameworks) -> None:
    suggestions = suggest(*frameworks, levels=["Element"], top=2)
    (part,) = suggestions.package().crosswalks[0].parts
    assert len(part.alignments) == len(suggestions.candidates)
    justifications = {a.justification for a in part.alignments}
    assert justifications == {SEMAPV.LexicalMatching, SEMAPV.LexicalSimilarityThresholdMatching}
    slots = {slot.name: slot.values for slot in part.alignments[0].slots}
    assert slots["similarity_score"] == (Literal(suggestions.candidates[0].score),)
    assert slots["ext_rank"] == (Literal(1),)
