"""The graphs of a dump into a store: staged, compared, put in place together, compared again.

Nothing that readers see changes before every graph has arrived whole. Interrupted at any point, a
push leaves the old graphs unchanged or, from the switch on, the new ones; the next push continues
from what is staged.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.store.remote import sparql_templates
from crosswalk_rdf.store.remote.comparison import differences
from crosswalk_rdf.store.remote.lock import Lock
from crosswalk_rdf.store.remote.plan import Fate, Plan, Step, digest
from crosswalk_rdf.store.remote.remote_store import EMPTY, RemoteStore, Tell

LINES_AT_A_TIME: Final = 20_000
"""How many triples go into one request."""

_MAX_DIFFERENCES: Final = 5


@dataclass(frozen=True, slots=True)
class Verification:
    """What was found when a graph was compared: how, and the first differences."""

    graph: str
    how: str
    differences: tuple[str, ...] = ()


def push(
    dump: ox.Store,
    push_plan: Plan,
    lock: Lock,
    report: Tell,
    lines_at_a_time: int = LINES_AT_A_TIME,
) -> tuple[Verification, ...]:
    """Carry out ``push_plan`` in the store of ``lock``; return the verification of each graph.

    Where a staged graph is not what was sent, nothing is put in place and the result says what
    differs. At the end every graph is compared, also those that were there before. Graphs that are
    gone are removed last, and only if all is well. Raises EndpointError and LockLost.
    """
    remote, transfers = lock.remote, push_plan.of(Fate.NEW, Fate.REPLACED)
    for name in push_plan.leftover:
        report(f"{name}: left over")
        remote.drop(name)
    for step in transfers:
        _stage(step, dump, remote, report, lines_at_a_time)
    staged = tuple(_verify(step, step.staged, dump, remote) for step in transfers)
    if any(verification.differences for verification in staged):
        return staged
    if transfers:
        report("switch")
        remote.update(_switch(push_plan, lock))
    lock.check()
    report("verification")
    result = tuple(
        _verify(step, step.graph, dump, remote)
        for step in push_plan.of(Fate.UNCHANGED, Fate.NEW, Fate.REPLACED)
    )
    if not any(verification.differences for verification in result):
        for name in (
            *(s.staged for s in transfers),
            *(s.graph for s in push_plan.of(Fate.REMOVED)),
        ):
            remote.drop(name)
    return result


def _switch(push_plan: Plan, lock: Lock) -> str:
    new = [(step.staged, step.graph) for step in push_plan.of(Fate.NEW)]
    replaced = [(step.staged, step.graph) for step in push_plan.of(Fate.REPLACED)]
    return sparql_templates.switch(new, replaced, lock.graph, lock.push)


def _stage(step: Step, dump: ox.Store, remote: RemoteStore, report: Tell, size: int) -> None:
    """Transfer a graph to its staged graph, from where an earlier push left off."""
    if remote.digest(step.staged) == step.digest:
        report(f"{step.graph}: staged before")
        return
    lines = sorted(f"{q.subject} {q.predicate} {q.object} .\n" for q in _quads(dump, step.graph))
    start_line = _staged_line_count(lines, step, remote, size)
    if not start_line:
        remote.drop(step.staged)
    for start in range(start_line, len(lines), size):
        report(f"{step.graph}: {start:,} of {len(lines):,} triples")
        remote.add(step.staged, lines[start : start + size])


def _staged_line_count(lines: list[str], step: Step, remote: RemoteStore, size: int) -> int:
    """Return how many of ``lines`` are staged already: whole requests, and nothing else."""
    staged = remote.digest(step.staged)
    if staged is None or staged == EMPTY or staged.triples % size or staged.triples > len(lines):
        return 0
    part = ox.Store()
    text = "".join(islice(lines, staged.triples))
    part.load(text, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(step.graph))
    return staged.triples if digest(part, step.graph) == staged else 0


def _verify(step: Step, graph: str, dump: ox.Store, remote: RemoteStore) -> Verification:
    """Compare ``graph`` of the store with what ``step`` wants it to hold."""
    digest_in_store = remote.digest(graph)
    if digest_in_store == step.digest:
        return Verification(step.graph, "checksum")
    if digest_in_store is not None and digest_in_store.triples != step.digest.triples:
        count = f"has {digest_in_store.triples:,} triples in place of {step.digest.triples:,}"
        first = tuple(
            islice(differences(_quads(dump, step.graph), remote, graph), _MAX_DIFFERENCES)
        )
        return Verification(step.graph, "count", (count, *first))
    first = tuple(islice(differences(_quads(dump, step.graph), remote, graph), _MAX_DIFFERENCES))
    return Verification(step.graph, "comparison", first)


def _quads(dump: ox.Store, graph: str) -> Iterator[ox.Quad]:
    return dump.quads_for_pattern(None, None, None, ox.NamedNode(graph))
