"""Statistics of graphs that share triples, against counts of what is in them."""

from collections import Counter

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.graph.statistics import merged_statistics, statistics_by_graph
from crosswalk_rdf.store.embedded import repeats

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
NODES = [ox.NamedNode(f"https://example.org/{name}") for name in "abcd"]
GRAPHS = [ox.NamedNode(f"https://example.org/graph/{name}") for name in "xyz"]
PREDICATES = [ox.NamedNode(TYPE), ox.NamedNode("https://example.org/p")]
quads = st.builds(
    ox.Quad,
    st.sampled_from([*NODES, ox.BlankNode("b")]),
    st.sampled_from(PREDICATES),
    st.sampled_from([*NODES, ox.Literal("a"), ox.BlankNode("b")]),
    st.sampled_from(GRAPHS),
)


@given(st.sets(quads))
def test_a_repeated_triple_counts_once_for_all_graphs(content: set[ox.Quad]) -> None:
    store = ox.Store()
    store.bulk_extend(content)
    by_graph = statistics_by_graph(store)
    merged = merged_statistics(store, by_graph.values(), repeats(store))
    assert set(by_graph) == {quad.graph_name.value for quad in content}
    for graph, figures in by_graph.items():
        triples = {quad.triple for quad in content if quad.graph_name.value == graph}
        assert (figures.triples, figures.subjects) == (len(triples), _subjects(triples))
        assert figures.properties == Counter(t.predicate.value for t in triples)
        assert figures.classes == _classes(triples)
    triples = {quad.triple for quad in content}
    assert (merged.triples, merged.subjects) == (len(triples), _subjects(triples))
    assert +merged.properties == Counter(triple.predicate.value for triple in triples)
    assert +merged.classes == _classes(triples)


def _subjects(triples: set[ox.Triple]) -> int:
    return len({triple.subject for triple in triples})


def _classes(triples: set[ox.Triple]) -> Counter[str]:
    return Counter(
        triple.object.value
        for triple in triples
        if triple.predicate.value == TYPE and isinstance(triple.object, ox.NamedNode)
    )
