"""What leads to a finding on the closure: asserted triples, each with its row, mappings first."""

from pathlib import Path

import pytest
from rdflib import SKOS, URIRef

from crosswalk_rdf.inference import fixpoint
from crosswalk_rdf.inference.rules import read_rule
from crosswalk_rdf.model import Origin
from crosswalk_rdf.namespaces import DEFAULT_BASE
from crosswalk_rdf.validation import Places, ValidationResult, validate
from crosswalk_rdf.validation.evidence import Triple
from tests.validation.publication import ROOT, shapes_named, store_of

HEAD = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix ceasn: <https://purl.org/ctdlasn/terms/> .
@base <https://w3id.org/leadership-crosswalk/> .
"""
ROW = Origin("data/crosswalks/c/p.sssom.tsv", 17)


def iri(name: str) -> URIRef:
    return URIRef(DEFAULT_BASE + name)


def results(turtle: str, mapping: Triple | None = None) -> list[ValidationResult]:
    store = store_of(HEAD + turtle)
    files = sorted(Path(ROOT / "ontology/rules").glob("*.rq"))
    rules = [read_rule(file.stem, file.read_text(encoding="utf-8")) for file in files]
    fixpoint.run(store, rules, URIRef(f"{DEFAULT_BASE}graph/inferred"))
    places = Places(
        origins={str(iri(name)): Origin("data/frameworks/f/statements.csv", line)
                 for line, name in enumerate("abcd", start=2)},
        alignments={mapping: ROW} if mapping else {},
        owners={"data/frameworks/f/statements.csv": "f", ROW.file: "c"},
    )  # fmt: skip
    violations = validate(store, shapes_named("skos", "hierarchy"), places=places).results
    return [r for r in violations if r.evidence]


def evidence_of(result: ValidationResult) -> list[tuple[str, URIRef, str, int]]:
    return [
        (e.subject[-1], e.predicate, e.object[-1], e.origin.line if e.origin else 0)
        for e in result.evidence
    ]


def test_a_clash_of_two_statements_names_both_rows() -> None:
    (clash,) = results("<a> skos:broader <b> . <b> skos:broader <c> . <c> skos:related <a> .")
    assert clash.rule == "S27"
    assert evidence_of(clash) == [
        ("c", SKOS.related, "a", 4),
        ("a", SKOS.broader, "b", 2),
        ("b", SKOS.broader, "c", 3),
    ]
    assert (clash.origin, clash.owners) == (Origin("data/frameworks/f/statements.csv", 4), ("f",))


def test_what_stands_in_the_row_of_the_child_is_found_there() -> None:
    (clash,) = results("<b> skos:narrower <a> . <a> skos:related <b> .")
    assert ("b", SKOS.narrower, "a", 2) in evidence_of(clash)


@pytest.mark.parametrize(
    ("turtle", "mapping", "rule"),
    [
        ("<a> skos:broader <b> ; skos:relatedMatch <b> .", SKOS.relatedMatch, "S27"),
        ("<b> skos:related <a> . <a> skos:broadMatch <b> .", SKOS.broadMatch, "S27"),
        ("<a> skos:exactMatch <b> ; skos:closeMatch <b> ; skos:relatedMatch <b> .",
         SKOS.relatedMatch, "S46"),
        ("<a> a ceasn:Competency ; skos:broader <c> . <c> skos:broader <b> . <b> skos:broader <a> ."
         " <a> skos:broadMatch <b> .", SKOS.broadMatch, "HIE-01"),
    ],
)  # fmt: skip
def test_the_row_of_a_mapping_comes_first(turtle: str, mapping: URIRef, rule: str) -> None:
    violations = results(turtle, (iri("a"), mapping, iri("b")))
    assert {(r.rule, r.origin, r.owners) for r in violations if r.origin == ROW} == {
        (rule, ROW, ("c",))
    }


def test_merged_concepts_name_both_matches() -> None:
    turtle = "<a> skos:exactMatch <x> ; skos:inScheme <s> ."
    turtle += "<b> skos:exactMatch <x> ; skos:inScheme <s> ."
    violations = results(turtle, (iri("a"), SKOS.exactMatch, iri("x")))
    assert {r.rule for r in violations} == {"MAP-07"}
    assert all(r.origin == ROW and len(r.evidence) == 2 for r in violations)


def test_circles_of_broad_matches_are_no_cycle() -> None:
    circle = "<a> a ceasn:Competency ; skos:broadMatch <b> . <b> skos:broadMatch <a> ."
    assert [r.rule for r in results(circle) if r.rule in ("HIE-01", "S27")] == []
