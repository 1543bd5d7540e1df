"""N-Quads to a dataset that queries are asked on: named graphs, and the merge of all of them."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import BinaryIO, Final, Self

import pyoxigraph as ox

from crosswalk_rdf.server.query_execution.backend import Refused
from crosswalk_rdf.sparql_text.dataset_clauses import dataset_clauses

Result = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean

_MERGED: Final = ox.BlankNode("merged")
_Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


class Dataset:
    """Named graphs, and a default graph that holds each of their triples once (§13.1).

    Oxigraph makes one graph of several by reading them one after the other, so that a triple counts
    once for each graph that holds it. Which triples more than one graph holds is therefore found
    out once. A dataset of several default graphs that have some in common is asked with a graph
    that stands in for those that repeat something: exact, at the price of copying the smaller ones.
    """

    def __init__(self, store: ox.Store) -> None:
        """Take ``store``, and add to its default graph what its named graphs hold."""
        self._store = store
        self._only_named = not any(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
        self._shared = _merge(store)
        self._names = frozenset(graph.value for graph in store.named_graphs())
        self._replaced = lru_cache(maxsize=64)(self._replacements)

    @classmethod
    def read(cls, file: BinaryIO) -> Self:
        """Return the dataset of an open file of N-Quads; raises SyntaxError, OSError."""
        store = ox.Store()
        store.bulk_load(input=file, format=ox.RdfFormat.N_QUADS)
        return cls(store)

    def query(self, text: str, default: tuple[str, ...], named: tuple[str, ...]) -> Result:
        """Return what ``text`` gives on the graphs given, or on those that its clauses name.

        Raises SyntaxError, OSError and RuntimeError as Oxigraph does, Refused for what is no IRI.
        """
        if not default and not named:
            clauses = dataset_clauses(text)
            if clauses is None or len(clauses.default) < 2:
                return self._store.query(text)
            default, named = clauses.default, clauses.named
        return self._on(text, default, [_node(name) for name in dict.fromkeys(named)])

    def _on(self, text: str, default: tuple[str, ...], named: list[ox.NamedNode]) -> Result:
        wanted: list[_Graph] = [_node(name) for name in dict.fromkeys(default)]
        held = frozenset(default) & self._names
        if len(held) > 1 and held == self._names and self._only_named:
            wanted = [ox.DefaultGraph()]
        replaced = self._replaced(held) if len(wanted) > 1 else frozenset()
        if not replaced:
            return self._store.query(text, default_graph=wanted, named_graphs=list(named))
        beside = [graph for graph in wanted if graph not in replaced]
        self._store.extend(self._stand_in(held, replaced))
        try:  # the query is answered from the state that it finds when it is taken up
            return self._store.query(
                text, default_graph=[_MERGED, *beside], named_graphs=list(named)
            )
        finally:
            self._store.remove_graph(_MERGED)

    def _replacements(self, held: frozenset[str]) -> frozenset[_Graph]:
        """Return the graphs of ``held`` that repeat what a larger one of them holds."""
        return frozenset(quad.graph_name for quad in self._repeats(held))

    def _stand_in(self, held: frozenset[str], replaced: frozenset[_Graph]) -> list[ox.Quad]:
        repeats = set(self._repeats(held))
        return [
            ox.Quad(quad.subject, quad.predicate, quad.object, _MERGED)
            for graph in replaced
            for quad in self._store.quads_for_pattern(None, None, None, graph)
            if quad not in repeats
        ]

    def _repeats(self, held: frozenset[str]) -> Iterator[ox.Quad]:
        for quads in self._shared:
            yield from [quad for quad in quads if _name(quad) in held][1:]


def _merge(store: ox.Store) -> list[list[ox.Quad]]:
    """Copy every triple to the default graph; return those of several graphs, largest first.

    In passing triples are told apart by their hash, which is a number.
    """
    seen: set[int] = set()
    doubtful: set[ox.Triple] = set()
    sizes: dict[_Graph, int] = {}

    def merged(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
        for quad in quads:
            triple = quad.triple
            sizes[quad.graph_name] = sizes.get(quad.graph_name, 0) + 1
            mark = hash(triple)
            if mark in seen:
                doubtful.add(triple)
            seen.add(mark)
            yield ox.Quad(triple.subject, triple.predicate, triple.object)

    def rank(quad: ox.Quad) -> tuple[int, str]:
        return -sizes[quad.graph_name], str(quad.graph_name)

    store.bulk_extend(merged(store))
    shared = []
    for triple in doubtful:
        holders = store.quads_for_pattern(triple.subject, triple.predicate, triple.object)
        quads = [quad for quad in holders if not isinstance(quad.graph_name, ox.DefaultGraph)]
        if len(quads) > 1:
            shared.append(sorted(quads, key=rank))
    return shared


def _name(quad: ox.Quad) -> str:
    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise Refused(f"'{iri}' is no absolute IRI, so it names no graph: {error}") from error
