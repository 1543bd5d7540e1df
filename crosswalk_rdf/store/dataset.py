"""An Oxigraph store to a dataset that queries are asked on: named graphs, and the merge of them.

SPARQL 1.1 Query §13.1 asks for the merge: each triple once. Oxigraph makes one graph of several by
reading them one after the other, so that a triple counts once for each graph that holds it. Which
triples more than one graph holds is therefore looked up once, at the start. A dataset of graphs
that share triples is queried with a temporary graph that merges those graphs: exact, at the cost
of copying the smaller ones when a query begins.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import BinaryIO, Final, Self

import pyoxigraph as ox

from crosswalk_rdf.sparql_text.dataset_clauses import dataset_clauses
from crosswalk_rdf.sparql_text.tokens import has_keyword
from crosswalk_rdf.store.backend import Refused

Result = ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean

_MERGED_GRAPH: Final = ox.BlankNode("merged")
_Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph


class UnionDataset:
    """The graphs of a store that others use as well: nothing is copied, and nothing left behind.

    The few triples that are repeated are taken out while Oxigraph begins a query, which it answers
    from the state that it then finds: a copy of a large store would take twice its memory. Nothing
    else may use the store at that moment, and no graph be added to it later.
    """

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._repeats = tuple(quad for quads in shared_triples(store) for quad in quads[1:])

    def query(self, text: str) -> Result:
        """Return what ``text`` gives; raise SyntaxError, OSError, RuntimeError as Oxigraph does."""
        if has_keyword(text, "FROM"):
            return self._store.query(text)
        if self._repeats and has_keyword(text, "GRAPH"):
            names = list(self._store.named_graphs())
            return _query_with_merged_graph(self._store, text, self._repeats, names, names)
        for quad in self._repeats:
            self._store.remove(quad)
        try:
            return self._store.query(text, use_default_graph_as_union=True)
        finally:
            self._store.extend(self._repeats)


class MergedDataset:
    """A store of its own, with a default graph that holds each triple of the named graphs once.

    Twice the memory, and the fastest: most queries run on one graph.
    """

    def __init__(self, store: ox.Store) -> None:
        """Take ``store``, and add to its default graph what its named graphs hold."""
        self._store = store
        self._only_named = not any(store.quads_for_pattern(None, None, None, ox.DefaultGraph()))
        self._shared = shared_triples(store)
        store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in store)
        self._names = frozenset(graph.value for graph in store.named_graphs())
        self._repeats = lru_cache(maxsize=64)(self._repeats_among)

    @classmethod
    def read(cls, file: BinaryIO) -> Self:
        """Return the dataset of an open file of N-Quads; raises SyntaxError, OSError."""
        store = ox.Store()
        store.bulk_load(input=file, format=ox.RdfFormat.N_QUADS, lenient=True)
        return cls(store)

    def query(self, text: str, default: tuple[str, ...], named: tuple[str, ...]) -> Result:
        """Return what ``text`` gives on the graphs given, or on those that its clauses name.

        Raises SyntaxError, OSError and RuntimeError as Oxigraph does, Refused for an invalid IRI.
        """
        if not default and not named:
            clauses = dataset_clauses(text)
            if clauses is None or len(clauses.default) < 2:
                return self._store.query(text)
            default, named = clauses.default, clauses.named
        return self._on(text, default, [_node(name) for name in dict.fromkeys(named)])

    def _on(self, text: str, default: tuple[str, ...], named: list[ox.NamedNode]) -> Result:
        default_graphs: list[_Graph] = [_node(name) for name in dict.fromkeys(default)]
        present = frozenset(default) & self._names
        if len(present) > 1 and present == self._names and self._only_named:
            default_graphs = [ox.DefaultGraph()]
        repeats = self._repeats(present) if len(default_graphs) > 1 else ()
        if not repeats:
            return self._store.query(text, default_graph=default_graphs, named_graphs=list(named))
        return _query_with_merged_graph(self._store, text, repeats, default_graphs, named)

    def _repeats_among(self, present: frozenset[str]) -> tuple[ox.Quad, ...]:
        """Return the quads of the graphs ``present`` that a larger one of them holds as well."""
        return tuple(
            quad
            for quads in self._shared
            for quad in [quad for quad in quads if _name(quad) in present][1:]
        )


def shared_triples(store: ox.Store) -> list[list[ox.Quad]]:
    """Return the quads of each triple that several named graphs hold, the largest graph first.

    Of graphs of the same size the first by name counts as the larger. Only triples with a predicate
    that several graphs have are compared, but for those of the graph that has most of them.
    """
    counts = predicate_counts(store)
    sizes = {graph: by_predicate.total() for graph, by_predicate in counts.items()}

    def rank(quad: ox.Quad) -> tuple[int, str]:
        return -sizes[quad.graph_name], str(quad.graph_name)

    shared: dict[ox.Triple, list[ox.Quad]] = {}
    for predicate in {predicate for by_predicate in counts.values() for predicate in by_predicate}:
        holders = sorted((graph for graph in counts if counts[graph][predicate]),
                         key=lambda graph: counts[graph][predicate])  # fmt: skip
        for graph in holders[:-1]:
            for quad in store.quads_for_pattern(None, predicate, None, graph):
                quads = _named_quads(store, quad)
                if len(quads) > 1:
                    shared[quad.triple] = sorted(quads, key=rank)
    return list(shared.values())


def predicate_counts(store: ox.Store) -> dict[_Graph, Counter[ox.NamedNode]]:
    """Return how many triples of each named graph of ``store`` have each predicate."""
    counts: dict[_Graph, Counter[ox.NamedNode]] = {}
    solutions = store.query(_predicate_counts())
    if not isinstance(solutions, ox.QuerySolutions):
        raise AssertionError("predicate-counts.rq is a SELECT")
    for solution in solutions:
        count = int(solution["triples"].value)
        counts.setdefault(solution["graph"], Counter())[solution["predicate"]] = count
    return counts


@cache
def _predicate_counts() -> str:
    return files(__package__).joinpath("predicate-counts.rq").read_text(encoding="utf-8")


def _named_quads(store: ox.Store, quad: ox.Quad) -> list[ox.Quad]:
    """Return the quads of named graphs that have the triple of ``quad``."""
    quads = store.quads_for_pattern(quad.subject, quad.predicate, quad.object)
    return [quad for quad in quads if not isinstance(quad.graph_name, ox.DefaultGraph)]


def _query_with_merged_graph(
    store: ox.Store,
    text: str,
    repeats: Sequence[ox.Quad],
    default: Sequence[_Graph],
    named: Sequence[ox.NamedNode | ox.BlankNode],
) -> Result:
    """Return what ``text`` gives, one graph in place of those of ``default`` with ``repeats``.

    A query is answered from the state that it finds when it begins.
    """
    excluded = frozenset(repeats)
    affected = {quad.graph_name for quad in repeats}
    merged_quads = [
        ox.Quad(quad.subject, quad.predicate, quad.object, _MERGED_GRAPH)
        for graph in affected
        for quad in store.quads_for_pattern(None, None, None, graph)
        if quad not in excluded
    ]
    store.extend(merged_quads)
    try:
        remaining = [graph for graph in default if graph not in affected]
        return store.query(
            text, default_graph=[_MERGED_GRAPH, *remaining], named_graphs=list(named)
        )
    finally:
        store.remove_graph(_MERGED_GRAPH)


def _name(quad: ox.Quad) -> str:
    return "" if isinstance(quad.graph_name, ox.DefaultGraph) else quad.graph_name.value


def _node(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as error:
        raise Refused(f"'{iri}' is no absolute IRI, so it names no graph: {error}") from error
