"""The engine: what it finds, that it finds it in the same order, and in the union of graphs."""

import os
import subprocess
import sys

import pyoxigraph as ox
import pytest
from rdflib import FOAF, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from crosswalk_rdf.namespaces import CEASN, DEFAULT_BASE, SH, rebased
from crosswalk_rdf.validation import validate
from tests.validation.publication import FAULTS, ROOT, SHAPES, shapes_named, store_of

SHAPE = f"{DEFAULT_BASE}shapes#"
ONE_TITLE = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/HasTitle> a sh:NodeShape ;
  sh:targetClass skos:ConceptScheme ;
  sh:property [ sh:path dcterms:title ; sh:minCount 1 ; sh:severity sh:Warning ] .
"""
CREATOR_HAS_A_NAME = """
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
<https://example.org/HasName> a sh:PropertyShape ;
  sh:targetObjectsOf dcterms:creator ; sh:path foaf:name ; sh:minCount 1 .
"""
PRINT_REPORT = """
import sys
from crosswalk_rdf.validation import validate, render
from tests.validation.publication import FAULTS, SHAPES, store_of
report = validate(store_of(FAULTS), SHAPES)
sys.stdout.buffer.write(report.turtle + render(report).encode())
"""


def test_nothing_conforms() -> None:
    report = validate(ox.Store(), SHAPES)
    assert report.conforms
    assert report.results == ()
    assert report.shapes > 100
    assert (None, SH.conforms, Literal(True)) in Graph().parse(data=report.turtle)


def test_a_result_names_shape_value_path_and_clause() -> None:
    report = validate(store_of(FAULTS), shapes_named("statement"))
    shape = URIRef(f"{SHAPE}StatementHasOneNotation")
    result = next(result for result in report.results if result.shape == shape)
    assert not report.conforms
    assert result.focus == CEASN.Competency
    assert result.value == URIRef(f"{DEFAULT_BASE}psel/1a")
    assert result.path == SKOS.notation
    assert result.message == "Give the statement exactly one notation."
    assert result.see_also == (URIRef("https://www.w3.org/TR/skos-reference/#notations"),)


def test_a_literal_where_an_agent_is_wanted_is_a_result_and_no_crash() -> None:
    report = validate(store_of(FAULTS), {"shapes/own.ttl": CREATOR_HAS_A_NAME})
    named = {(result.focus, result.path) for result in report.results}
    assert (Literal("NPBEA"), FOAF.name) in named


def test_the_turtle_is_a_shacl_report_without_blank_nodes() -> None:
    report = validate(store_of(FAULTS), SHAPES)
    graph = Graph().parse(data=report.turtle)
    node = URIRef(f"{DEFAULT_BASE}validation/report")
    assert len(set(graph.objects(node, SH.result))) == len(report.results)
    assert graph.value(node, SH.conforms) == Literal(False)
    assert all(isinstance(subject, URIRef) for subject in graph.subjects())
    assert len(set(graph.subjects(SH.resultMessage))) == len(report.results)


def test_another_base_gives_the_same_report_under_that_base() -> None:
    base = "https://example.org/standards/"
    shapes = {name: rebased(text, base) for name, text in SHAPES.items()}
    moved = validate(store_of(rebased(FAULTS, base)), shapes, base=base)
    here = validate(store_of(FAULTS), SHAPES)
    assert isomorphic(
        Graph().parse(data=moved.turtle), Graph().parse(data=rebased(here.turtle.decode(), base))
    )


@pytest.mark.slow
def test_the_same_bytes_under_any_hash_seed() -> None:
    outputs = {_printed(seed) for seed in ("0", "1", "42")}
    assert len(outputs) == 1
    assert b"does not conform" in outputs.pop()


def _printed(seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", PRINT_REPORT]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)
    return done.stdout


def test_the_graphs_of_the_store_are_judged_together_and_left_as_they_are() -> None:
    store = store_of(FAULTS)
    repaired = ox.NamedNode(f"{DEFAULT_BASE}graph/levels")
    level = f"<{DEFAULT_BASE}l> a <{DEFAULT_BASE}Level> ."
    store.load(level.encode(), format=ox.RdfFormat.TURTLE, to_graph=repaired)
    before = sorted(map(str, store))
    validate(store, SHAPES)
    assert sorted(map(str, store)) == before


def test_a_warning_is_reported_and_does_not_stop_a_build() -> None:
    report = validate(store_of(FAULTS), {"shapes/own.ttl": ONE_TITLE})
    (result,) = report.results
    assert report.conforms
    assert result.severity == SH.Warning
    assert result.shape == URIRef("https://example.org/HasTitle")
    assert (None, SH.conforms, Literal(False)) in Graph().parse(data=report.turtle)


def test_the_network_is_never_asked() -> None:
    imports = "<https://a.example/> <http://www.w3.org/2002/07/owl#imports> <https://b.invalid/> ."
    report = validate(store_of(FAULTS + imports), {"shapes/own.ttl": ONE_TITLE + imports})
    assert len(report.results) == 1
