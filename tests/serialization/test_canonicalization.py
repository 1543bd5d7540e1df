"""Canonical blank nodes are those of Oxigraph, and graphs made to keep it busy are refused."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.serialization.canonicalization import TooManyLikeNodes, canonicalized

BLANK = st.sampled_from([ox.BlankNode(f"x{number}") for number in range(6)])
PREDICATE = st.sampled_from([ox.NamedNode("urn:p"), ox.NamedNode("urn:q")])
TEXTS = ["a", 'é\n\t\x01\x7f"\\']
OBJECT = st.one_of(BLANK, BLANK, st.sampled_from([ox.Literal(text) for text in TEXTS]))
GRAPH = st.one_of(st.just(ox.DefaultGraph()), BLANK, st.just(ox.NamedNode("urn:g")))


@given(st.lists(st.builds(ox.Quad, BLANK, PREDICATE, OBJECT, GRAPH), max_size=9))
def test_labels_are_those_of_oxigraph(quads: list[ox.Quad]) -> None:
    reference = ox.Dataset(quads)
    reference.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    assert sorted(map(str, canonicalized(quads))) == sorted(map(str, reference))


def _chain(length: int) -> list[tuple[int, int]]:
    return [(number, number + 1) for number in range(length)]


def _clique(size: int) -> list[tuple[int, int]]:
    return [(one, other) for one in range(size) for other in range(size) if one != other]


@pytest.mark.parametrize("edges", [_chain(1000), _chain(400), _clique(12)])
def test_graphs_that_would_not_end(edges: list[tuple[int, int]]) -> None:
    with pytest.raises(TooManyLikeNodes, match="give them IRIs, or flatten them"):
        canonicalized(_quads(edges))


@pytest.mark.parametrize("edges", [_chain(100), _clique(4)])
def test_graphs_of_good_will(edges: list[tuple[int, int]]) -> None:
    assert len(canonicalized(_quads(edges))) == len(edges)


def _quads(edges: list[tuple[int, int]]) -> list[ox.Quad]:
    predicate = ox.NamedNode("urn:p")
    return [
        ox.Quad(ox.BlankNode(f"x{one}"), predicate, ox.BlankNode(f"x{other}"))
        for one, other in edges
    ]
