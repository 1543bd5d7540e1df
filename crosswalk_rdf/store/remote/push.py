"""The graphs of a dump into a store: staged, compared, put in place together, compared again.

Nothing that readers see changes before every graph has arrived whole. Interrupted at any point, a
push leaves the old graphs as they were or, from the switch on, the new ones; the next push takes
up what is staged.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.store.remote import sparql_templates
from crosswalk_rdf.store.remote.comparison import differences
from crosswalk_rdf.store.remote.plan import Fate, Plan, Step, digest
from crosswalk_rdf.store.remote.remote_store import EMPTY, RemoteStore

LINES_AT_A_TIME: Final = 20_000
"""How many triples go into one request."""

_SHOWN: Final = 5

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found when a graph was compared: how, and the first differences."""

    graph: str
    how: str
    differences: tuple[str, ...] = ()


def push(
    dump: ox.Store,
    remote: RemoteStore,
    todo: Plan,
    tell: Tell,
    lines_at_a_time: int = LINES_AT_A_TIME,
) -> tuple[Verification, ...]:
    """Carry out ``todo`` and return what every graph was verified by, when it was last looked at.

    Where a staged graph is not what was sent, nothing is put in place and the result says what
    differs. Graphs that are gone are removed last, and only if all is well. Raises EndpointError.
    """
    moving = todo.of(Fate.NEW, Fate.REPLACED)
    for name in todo.leftover:
        tell(f"{name}: left over")
        remote.drop(name)
    for step in moving:
        _stage(step, dump, remote, tell, lines_at_a_time)
    staged = tuple(_verified(step, step.staged, dump, remote) for step in moving)
    if any(verified.differences for verified in staged):
        return staged
    if moving:
        tell("switch")
        remote.update(_switch(todo))
        tell("verification")
    same = [Verification(step.graph, step.how) for step in todo.of(Fate.UNCHANGED)]
    result = (*same, *(_verified(step, step.graph, dump, remote) for step in moving))
    if not any(verified.differences for verified in result):
        for name in (*(s.staged for s in moving), *(s.graph for s in todo.of(Fate.REMOVED))):
            remote.drop(name)
    return result


def _switch(todo: Plan) -> str:
    fresh = [(step.staged, step.graph) for step in todo.of(Fate.NEW)]
    changed = [(step.staged, step.graph) for step in todo.of(Fate.REPLACED)]
    return sparql_templates.switch(fresh, changed)


def _stage(step: Step, dump: ox.Store, remote: RemoteStore, tell: Tell, size: int) -> None:
    """Transfer a graph to its staged graph, from where an earlier push left off."""
    if remote.digest(step.staged) == step.digest:
        tell(f"{step.graph}: staged before")
        return
    lines = sorted(f"{q.subject} {q.predicate} {q.object} .\n" for q in _quads(dump, step.graph))
    done = _arrived(lines, step, remote, size)
    if not done:
        remote.drop(step.staged)
    for start in range(done, len(lines), size):
        tell(f"{step.graph}: {start:,} of {len(lines):,} triples")
        remote.add(step.staged, lines[start : start + size])


def _arrived(lines: list[str], step: Step, remote: RemoteStore, size: int) -> int:
    """Return how many of ``lines`` are staged already: whole requests, and nothing else."""
    staged = remote.digest(step.staged)
    if staged is None or staged == EMPTY or staged.triples % size or staged.triples > len(lines):
        return 0
    part = ox.Store()
    text = "".join(islice(lines, staged.triples))
    part.load(text, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(step.graph))
    return staged.triples if digest(part, step.graph) == staged else 0


def _verified(step: Step, graph: str, dump: ox.Store, remote: RemoteStore) -> Verification:
    """Compare ``graph`` of the store with what ``step`` wants it to hold."""
    stored = remote.digest(graph)
    if stored == step.digest:
        return Verification(step.graph, "checksum")
    if stored is not None and stored.triples != step.digest.triples:
        count = f"has {stored.triples:,} triples in place of {step.digest.triples:,}"
        first = tuple(islice(differences(_quads(dump, step.graph), remote, graph), _SHOWN))
        return Verification(step.graph, "count", (count, *first))
    first = tuple(islice(differences(_quads(dump, step.graph), remote, graph), _SHOWN))
    return Verification(step.graph, "comparison", first)


def _quads(dump: ox.Store, graph: str) -> Iterator[ox.Quad]:
    return dump.quads_for_pattern(None, None, None, ox.NamedNode(graph))
