"""A lock in a store: of the pushes to the same graphs, one at a time.

A push claims the graphs in a graph of their own, and has the lock if it then finds no other claim:
of two that claim at once, one at least finds the other, and gives way. While it has the lock it
gives signs of life. A claim whose process has ended, or that gives no sign for as long as one of
its requests may take, is removed; what its push still sends then changes nothing, since the switch
asks for the claim in the same update.
"""

import random
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.store.http_client import EndpointError
from crosswalk_rdf.store.remote import sparql_templates
from crosswalk_rdf.store.remote.push_process import has_ended, process_name, process_title
from crosswalk_rdf.store.remote.remote_store import RemoteStore, Tell

LOCK: Final = "?lock"
"""What the IRI of the graph that holds the lock ends with; no graph of ours has a ``?``."""

_SECONDS_BETWEEN_SIGNS: Final = 2.0
_SECONDS_BETWEEN_LOOKS: Final = 0.5


class PushRunning(CrosswalkError):
    """Another push to the same graphs of a store, which has not ended."""


class LockLost(CrosswalkError):
    """A lock that another push has removed, because it saw no sign of life."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A push that claims the graphs of a store, as it describes itself there."""

    push: str
    title: str
    process: str
    seconds: float
    """How long it may go without a sign of life."""
    sign: str


@dataclass(frozen=True, slots=True)
class Lock:
    """The lock that this push has: the graph it is in, and the IRI of this push."""

    remote: RemoteStore
    graph: str
    push: str

    def check(self) -> None:
        """Raise LockLost if the claim of this push is not there any more, EndpointError."""
        if not any(claim.push == self.push for claim in claims(self.remote, self.graph)):
            message = "another push has taken this one for dead and begun to work"
            raise LockLost(f"{self.remote.addresses.query}: {message}: run push again")


@contextmanager
def push_lock(remote: RemoteStore, graph: str, report: Tell) -> Iterator[Lock]:
    """Hold the lock in ``graph`` for the block.

    Raises PushRunning where another push has it, and EndpointError. What cannot be released,
    because the store is gone, is found without an owner by the next push.
    """
    lock = _claim(remote, graph, report)
    stop = threading.Event()
    signs = threading.Thread(target=_give_signs, args=(lock, stop), daemon=True)
    signs.start()
    try:
        yield lock
    finally:
        stop.set()
        signs.join()
        _release(lock)


def claims(remote: RemoteStore, graph: str) -> tuple[Claim, ...]:
    """Return the claims in ``graph``; raise EndpointError."""
    rows = remote.rows(sparql_templates.lock_claims(graph))
    return tuple(
        Claim(str(push), str(title), str(process), float(str(seconds)), str(sign))
        for push, title, process, seconds, sign in rows
    )


def _claim(remote: RemoteStore, graph: str, report: Tell) -> Lock:
    while True:
        others = claims(remote, graph)
        for other in others:
            _await_end(other, remote, graph, report)
        if others:
            continue
        claim = Claim(uuid.uuid4().urn, process_title(), process_name(), remote.timeout, "0")
        remote.update(sparql_templates.lock_claim(graph, **_terms(claim)))
        lock = Lock(remote, graph, claim.push)
        if {each.push for each in claims(remote, graph)} == {claim.push}:
            return lock
        _release(lock)
        time.sleep(random.uniform(0, _SECONDS_BETWEEN_LOOKS))  # noqa: S311 (who tries first)


def _terms(claim: Claim) -> dict[str, str]:
    return {
        "push": claim.push,
        "title": claim.title,
        "process": claim.process,
        "seconds": f"{claim.seconds:g}",
        "sign": claim.sign,
    }


def _await_end(claim: Claim, remote: RemoteStore, graph: str, report: Tell) -> None:
    """Return once ``claim`` is gone, which is removed here if it is dead.

    Raises PushRunning once it gives a sign of life.
    """
    patience = time.monotonic() + claim.seconds + _SECONDS_BETWEEN_SIGNS
    if not has_ended(claim.process):
        report(f"waiting for a sign of life of another push ({claim.title})")
    while not has_ended(claim.process) and time.monotonic() < patience:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
        signs = {each.push: each.sign for each in claims(remote, graph)}
        if claim.push not in signs:
            return
        if signs[claim.push] != claim.sign:
            message = f"another push to these graphs is running ({claim.title}): run push again"
            raise PushRunning(f"{remote.addresses.query}: {message} when it is done")
    report(f"removing the lock of a push that has ended ({claim.title})")
    remote.update(sparql_templates.lock_release(graph, claim.push))


def _release(lock: Lock) -> None:
    try:
        lock.remote.update(sparql_templates.lock_release(lock.graph, lock.push))
    except EndpointError:
        return  # the next push finds that this process has ended


def _give_signs(lock: Lock, stop: threading.Event) -> None:
    count = 0
    while not stop.wait(_SECONDS_BETWEEN_SIGNS):
        count += 1
        try:
            lock.remote.update(sparql_templates.lock_sign(lock.graph, lock.push, str(count)))
        except EndpointError:
            continue  # the store is busy with the switch, or gone, which the push finds out itself
