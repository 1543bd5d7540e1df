"""Triples go into a named graph and come out again."""

import pyoxigraph as ox
import pytest
from rdflib import RDF, SKOS, BNode, Literal, URIRef

from crosswalk_rdf.store.embedded import Triple, add, graphs, new_store, triples
from crosswalk_rdf.store.terms import InvalidTerm

ONE, NAME = URIRef("https://example.org/1"), URIRef("https://example.org/graph")


def test_named_graphs(store: ox.Store) -> None:
    assert [name.rsplit("/", 1)[-1] for name in graphs(store)] == ["a", "b", "c"]


def test_triples_of_all_graphs_together_are_not_repeated(store: ox.Store) -> None:
    assert len(list(triples(store))) == 9
    assert len(list(triples(store, graphs(store)[1]))) == 3


@pytest.mark.parametrize(
    "triple",
    [
        (Literal("x"), RDF.type, SKOS.Concept),
        (ONE, BNode("p"), SKOS.Concept),
        (ONE, RDF.type, URIRef("no iri")),
    ],
)
def test_generalised_triples_are_refused(triple: Triple) -> None:
    with pytest.raises(InvalidTerm):
        add(new_store(), NAME, [triple])


def test_a_graph_has_an_iri() -> None:
    with pytest.raises(InvalidTerm, match="relative"):
        add(new_store(), URIRef("relative"), [])
