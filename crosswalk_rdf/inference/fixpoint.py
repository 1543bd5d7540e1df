"""A store and rules to the store with all that follows: rules over the union of its graphs.

A rule is evaluated again only when there is a new triple whose predicate its WHERE clause may read,
so each rule of a well-ordered set (producers before consumers) is evaluated once or twice. A rule
that computes a transitive closure is not evaluated again for its own output: a traversal of the
closure costs far more than one of its input.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import pyoxigraph as ox
from rdflib import URIRef

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.inference.dependencies import is_closure, predicates_read
from crosswalk_rdf.inference.rules import Rule

_MAX_ROUNDS: Final = 1000
"""The maximum number of rounds; a hierarchy of a thousand levels needs ten."""


class NoFixpoint(CrosswalkError):
    """Rules that still produce new triples after the maximum number of rounds."""


def run(store: ox.Store, rules: Sequence[Rule], graph: URIRef) -> int:
    """Add to ``graph`` all that ``rules`` conclude from the union of the graphs of ``store``.

    Triples that another graph has are not repeated. Rules are evaluated in the given order; the
    result does not depend on it. Returns the number of triples added. Raises NoFixpoint for rules
    that do not reach a fixpoint, such as one that creates ever longer IRIs.
    """
    target = _Target(store, ox.NamedNode(graph))
    reads = {rule.name: predicates_read(rule.text) for rule in rules}
    closures = {rule.name for rule in rules if is_closure(rule.text)}
    pending, count = set(reads), 0
    for _ in range(_MAX_ROUNDS):
        for rule in rules:
            if rule.name not in pending:
                continue
            pending.remove(rule.name)
            new = target.add(_conclusions(store, rule))
            count += len(new)
            readers = set(_readers(reads, {quad.predicate.value for quad in new}))
            pending |= readers - {rule.name} if rule.name in closures else readers
        if not pending:
            return count
    names = ", ".join(sorted(pending))
    raise NoFixpoint(f"{names}: still new triples after {_MAX_ROUNDS} rounds; correct the rule")


def _conclusions(store: ox.Store, rule: Rule) -> Iterable[ox.Triple]:
    answer = store.query(rule.text, use_default_graph_as_union=True)
    if not isinstance(answer, ox.QueryTriples):
        raise CrosswalkError(f"the rule {rule.name} is no CONSTRUCT: it cannot add anything")
    return answer


def _readers(reads: dict[str, frozenset[str] | None], predicates: set[str]) -> Iterator[str]:
    """Yield the names of the rules that may read triples with ``predicates``."""
    if predicates:
        for name, read in reads.items():
            if read is None or read & predicates:
                yield name


class _Target:
    """The graph that is added to, and which predicates other graphs have."""

    def __init__(self, store: ox.Store, graph: ox.NamedNode) -> None:
        self._store = store
        self._graph = graph
        self._predicates_in_other_graphs: dict[ox.NamedNode, bool] = {}

    def add(self, triples: Iterable[ox.Triple]) -> set[ox.Quad]:
        """Add those of ``triples`` that no graph holds, and return them."""
        new = {quad for triple in triples if (quad := self._quad_if_new(triple)) is not None}
        self._store.bulk_extend(new)
        return new

    def _quad_if_new(self, triple: ox.Triple) -> ox.Quad | None:
        subject, predicate, value = triple.subject, triple.predicate, triple.object
        quad = ox.Quad(subject, predicate, value, self._graph)
        if quad in self._store:
            return None
        if self._may_be_in_another_graph(predicate):
            existing = self._store.quads_for_pattern(subject, predicate, value, None)
            return quad if next(existing, None) is None else None
        return quad

    def _may_be_in_another_graph(self, predicate: ox.NamedNode) -> bool:
        """Return whether any graph had the predicate before this run.

        Most inferred triples have a predicate that is never asserted, and need no search.
        """
        if predicate not in self._predicates_in_other_graphs:
            existing = self._store.quads_for_pattern(None, predicate, None, None)
            self._predicates_in_other_graphs[predicate] = next(existing, None) is not None
        return self._predicates_in_other_graphs[predicate]
