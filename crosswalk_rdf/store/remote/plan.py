"""The graphs of a dump and those of a store to what a push has to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.store.remote import sparql_templates
from crosswalk_rdf.store.remote.comparison import differences
from crosswalk_rdf.store.remote.lock import LOCK
from crosswalk_rdf.store.remote.remote_store import EMPTY, Digest, RemoteStore, digest_of
from crosswalk_rdf.store.terms import to_rdflib

STAGED: Final = "?staged"
"""What follows the IRI of a graph while it is being transferred; no graph of ours has a ``?``."""

_DESCRIPTION: Final = "graph/dataset"


class NotPushable(CrosswalkError):
    """A dump that cannot be pushed as it is."""


class Fate(StrEnum):
    """What happens to a graph."""

    UNCHANGED = "unchanged"
    NEW = "new"
    REPLACED = "replaced"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Step:
    """A graph, what is to happen to it, and what it is to hold in the end."""

    graph: str
    fate: Fate
    digest: Digest

    @property
    def staged(self) -> str:
        """The graph that it is transferred to first: that of no other content."""
        content = self.digest
        return f"{self.graph}{STAGED}={content.triples}-{content.first}-{content.second}"


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps, by name of graph, and staged graphs that no step needs."""

    steps: tuple[Step, ...]
    leftover: tuple[str, ...]

    def of(self, *fates: Fate) -> tuple[Step, ...]:
        """Return the steps with one of ``fates``."""
        return tuple(step for step in self.steps if step.fate in fates)


def plan(dump: ox.Store, remote: RemoteStore) -> Plan:
    """Return what is to be done so that ``remote`` holds the graphs of ``dump``.

    Only graphs that begin as all graphs of the publication do are removed. Raises NotPushable for
    a dump without named graphs or with blank nodes, and EndpointError.
    """
    names = _names(dump)
    prefix = _prefix(names)
    remote_graphs = remote.graphs(prefix) if prefix else ()
    steps = [_step(name, dump, remote) for name in names]
    obsolete = (name for name in remote_graphs if name not in names and not _is_of_a_push(name))
    steps += [Step(name, Fate.REMOVED, EMPTY) for name in obsolete]
    staged_graphs = {step.staged for step in steps if step.fate in (Fate.NEW, Fate.REPLACED)}
    leftover = (name for name in remote_graphs if STAGED in name and name not in staged_graphs)
    return Plan(tuple(steps), tuple(leftover))


def lock_graph(dump: ox.Store) -> str:
    """Return the graph of the lock for a push of ``dump``: one for all builds of a publication.

    Raises NotPushable, as :func:`plan` does.
    """
    names = _names(dump)
    return f"{_prefix(names) or names[0]}{LOCK}"


def digest(dump: ox.Store, graph: str) -> Digest:
    """Return the digest of ``graph`` in ``dump``, by the same query as a store is asked."""
    answer = dump.query(sparql_templates.checksum(graph))
    assert isinstance(answer, ox.QuerySolutions)  # noqa: S101 (it is a SELECT)
    return digest_of([to_rdflib(value) for row in answer for value in row if value is not None])


def _step(name: str, dump: ox.Store, remote: RemoteStore) -> Step:
    ours, theirs = digest(dump, name), remote.digest(name)
    if theirs == ours:
        return Step(name, Fate.UNCHANGED, ours)
    if theirs is None:
        quads = dump.quads_for_pattern(None, None, None, ox.NamedNode(name))
        if next(differences(quads, remote, name), None) is None:
            return Step(name, Fate.UNCHANGED, ours)
        return Step(name, Fate.REPLACED, ours)
    return Step(name, Fate.NEW if theirs == EMPTY else Fate.REPLACED, ours)


def _names(dump: ox.Store) -> tuple[str, ...]:
    """Return the named graphs of ``dump``, sorted."""
    if any(True for _ in dump.quads_for_pattern(None, None, None, ox.DefaultGraph())):
        raise NotPushable("the dump has triples outside of named graphs: take its N-Quads or TriG")
    names = tuple(sorted(node.value for node in dump.named_graphs()))
    if not names:
        raise NotPushable("the dump is empty: build the publication first")
    blank = next(_blank(dump), None)
    if blank is not None:
        message = f"{blank.graph_name} has blank nodes ({blank.subject} {blank.predicate} …)"
        raise NotPushable(f"{message}, by which no two graphs can be compared: give them IRIs")
    return names


def _blank(dump: ox.Store) -> Iterator[ox.Quad]:
    kinds = (ox.BlankNode, ox.Triple)
    yield from (q for q in dump if isinstance(q.subject, kinds) or isinstance(q.object, kinds))


def _is_of_a_push(name: str) -> bool:
    return STAGED in name or name.endswith(LOCK)


def _prefix(names: tuple[str, ...]) -> str | None:
    """Return what the graphs of the publication begin with, if it is one that we built."""
    bases = [name.removesuffix("dataset") for name in names if name.endswith(_DESCRIPTION)]
    return bases[0] if len(bases) == 1 else None
