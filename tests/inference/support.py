"""The rules and axioms of the product, and stores from a few lines of Turtle."""

from pathlib import Path

import pyoxigraph as ox
from rdflib import URIRef

from crosswalk_rdf.inference import fixpoint, owl_rl
from crosswalk_rdf.inference.rules import Rule, read_rule

ONTOLOGY = Path(__file__).resolve().parents[2] / "ontology"
RULES = [read_rule(path.stem, path.read_text()) for path in sorted(ONTOLOGY.glob("rules/*.rq"))]
AXIOMS = (ONTOLOGY / "skos-axioms.ttl").read_text()
INFERRED = URIRef("https://example.org/graph/inferred")
PREFIXES = """
@prefix : <https://example.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix semapv: <https://w3id.org/semapv/vocab/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix skosxl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix sssom: <https://w3id.org/sssom/> .
@prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix xw: <https://w3id.org/leadership-crosswalk/ontology#> .
"""


def store_of(turtle: str) -> ox.Store:
    """Return a store of TriG or Turtle; what stands in no graph is put into ``:asserted``."""
    asserted = ox.NamedNode("https://example.org/asserted")
    store = ox.Store()
    for quad in ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TRIG):
        graph = asserted if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name
        store.add(ox.Quad(quad.subject, quad.predicate, quad.object, graph))
    return store


def triples(turtle: str) -> set[ox.Triple]:
    return {quad.triple for quad in ox.parse(PREFIXES + turtle, format=ox.RdfFormat.TURTLE)}


def inferred(store: ox.Store) -> set[ox.Triple]:
    return {
        quad.triple for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(INFERRED))
    }


def by_rules(turtle: str, rules: list[Rule] = RULES) -> set[ox.Triple]:
    store = store_of(turtle)
    fixpoint.run(store, rules, INFERRED)
    return inferred(store)


def by_owlrl(turtle: str) -> set[ox.Triple]:
    store = store_of(turtle)
    owl_rl.run(store, AXIOMS, RULES, INFERRED)
    return inferred(store)
