"""Clashes that nobody asserted: they show only in what our rules infer from harmless statements."""

from pathlib import Path

import pytest
from rdflib import URIRef

from crosswalk_rdf.inference import fixpoint
from crosswalk_rdf.inference.rules import read_rule
from crosswalk_rdf.namespaces import DEFAULT_BASE
from crosswalk_rdf.validation import validate
from tests.validation.publication import ROOT, shapes_named, store_of

INFERRED = URIRef(f"{DEFAULT_BASE}graph/inferred")
HEAD = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@base <https://example.org/> .
"""
CASES = {
    "RelatedIsNotBroaderTransitive": """
        <a> skos:relatedMatch <d> ; skos:broader <b> .
        <b> skos:broadMatch <c> . <d> skos:narrower <c> .
    """,
    "ExactMatchIsNotBroadOrRelated": """
        <a> skos:exactMatch <b> ; skos:narrowMatch <c> . <c> skos:exactMatch <b> .
    """,
    "ExactMatchMergesNoConcepts": """
        @base <https://w3id.org/leadership-crosswalk/> .
        <a> skos:exactMatch <x> ; skos:inScheme <s> . <b> skos:exactMatch <x> ; skos:inScheme <s> .
    """,
    "ForeignExactMatchMergesNoConcepts": """
        <a> skos:exactMatch <x> ; skos:inScheme <s> . <b> skos:exactMatch <x> ; skos:inScheme <s> .
    """,
    "ConceptSchemeIsNotAConcept": """
        <a> skos:topConceptOf <b> . <b> skos:relatedMatch <c> .
    """,
}


def violations_of(turtle: str, *, inferred: bool) -> set[str]:
    store = store_of(HEAD + turtle)
    if inferred:
        files = sorted(Path(ROOT / "ontology/rules").glob("*.rq"))
        rules = [read_rule(file.stem, file.read_text(encoding="utf-8")) for file in files]
        fixpoint.run(store, rules, INFERRED)
    results = validate(store, shapes_named("skos")).results
    return {str(result.shape).rpartition("#")[2] for result in results}


@pytest.mark.parametrize("shape", sorted(CASES))
def test_a_clash_shows_only_in_the_closure(shape: str) -> None:
    assert violations_of(CASES[shape], inferred=False) == set()
    assert shape in violations_of(CASES[shape], inferred=True)
