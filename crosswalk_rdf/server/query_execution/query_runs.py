"""Queries to workers, one after the other: short ones first, and a share for each client.

A query is tried as a short one first, for which one worker more is there than may run queries that
take long. Where it takes longer, it goes on if fewer than that run long; else it is stopped, waits
for such a place, and begins anew.
"""

import asyncio
from collections import Counter
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.server.query_execution import messages
from crosswalk_rdf.server.query_execution.client_shares import ClientShares
from crosswalk_rdf.server.query_execution.long_queries import LongQueries
from crosswalk_rdf.server.query_execution.wait_queue import WaitQueue
from crosswalk_rdf.server.query_execution.worker_connection import WorkerConnection, WorkerLost
from crosswalk_rdf.server.query_execution.worker_set import WorkerSet
from crosswalk_rdf.server.settings import Limits
from crosswalk_rdf.store.backend import LimitReached, QueryFailed, QueryRequest

_TRIES: Final = 5
"""How often a request is sent whose worker is killed from outside."""
_SHORT_WORKERS: Final = 1
"""Workers beyond those for queries that run long: there is always one for a short query."""
_SHORT_SECONDS: Final = 0.1
"""Seconds after which a query runs long."""


class Outlasted(CrosswalkError):
    """A query that takes longer than short ones do, where as many run as may run long."""


class LostFor(CrosswalkError):
    """A worker that ended before it answered, for ``reason``."""

    def __init__(self, reason: CrosswalkError) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(slots=True)
class _Run:
    """One try of a query; ``place`` is the one that it has among those that run long."""

    place: int | None = None


class QueryRuns:
    """Has queries answered by :attr:`workers`, within the limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits, self._shares = limits, ClientShares()
        waiting = limits.waiting_queries, limits.waiting_seconds
        self._wait_queue: WaitQueue[WorkerConnection] = WaitQueue(*waiting, self._shares)
        self._long_places: WaitQueue[int] = WaitQueue(*waiting, self._shares)
        self._long_queries = LongQueries()
        for place in range(limits.concurrent_queries):
            self._long_places.give(place)
        self.workers = WorkerSet(
            limits.concurrent_queries + _SHORT_WORKERS,
            self._wait_queue.give,
            self._wait_queue.drop,
        )
        self.running = 0
        self.limited: Counter[str] = Counter()

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return self._wait_queue.waiting + self._long_places.waiting

    @property
    def rejected(self) -> int:
        """How many found too many waiting, or waited too long."""
        return self._wait_queue.rejected + self._long_places.rejected

    async def answer(self, request: QueryRequest, message: bytes) -> messages.Message:
        """Return the answer of a worker to ``message``; raise Busy, LimitReached, QueryFailed."""
        for _ in range(_TRIES):
            try:
                return await self._run(request, message)
            except LostFor as error:
                if not isinstance(reason := error.reason, WorkerLost):
                    raise self.counted(reason) from None
        raise QueryFailed("the processes that were to answer the query were killed: try again")

    def counted(self, error: CrosswalkError) -> CrosswalkError:
        """Count ``error`` if it is a limit that was reached, and return it."""
        if isinstance(error, LimitReached):
            self.limited[error.limit] += 1
        return error

    async def _run(self, request: QueryRequest, message: bytes) -> messages.Message:
        """Try the query as a short one, unless it is known to be long, and then as a long one."""
        if request.text not in self._long_queries:
            try:
                return await self._exchange(request, message, _Run())
            except Outlasted:
                self._long_queries.add(request.text)
        run = _Run(await self._long_places.take(request))
        return await self._exchange(request, message, run)

    async def _exchange(
        self, request: QueryRequest, message: bytes, run: "_Run"
    ) -> messages.Message:
        loop = asyncio.get_running_loop()
        timers: list[asyncio.TimerHandle] = []
        started = 0.0
        try:
            worker = await self._wait_queue.take(request)
            started = loop.time()
            timers.append(loop.call_later(self._limits.query_seconds, self._overdue, worker))
            timers.append(loop.call_later(_SHORT_SECONDS, self._outlasted, worker, run, request))
            return await self._asked(worker, message)
        finally:
            for timer in timers:
                timer.cancel()
            if started:
                self._finish(request, run, loop.time() - started)
            if run.place is not None:
                self._long_places.give(run.place)

    async def _asked(self, worker: WorkerConnection, message: bytes) -> messages.Message:
        self.running += 1
        try:
            answer = await worker.ask(message)
        except asyncio.CancelledError:
            self.workers.stop(worker)
            raise
        except WorkerLost:
            raise LostFor(await worker.reason()) from None
        finally:
            self.running -= 1
        if answer[0]["worn"]:
            self.workers.retire(worker)
        elif worker.is_open:
            self._wait_queue.give(worker)
        return answer

    def _outlasted(self, worker: WorkerConnection, run: _Run, request: QueryRequest) -> None:
        """Let a query that takes long go on in a place for such, or stop it where there is none."""
        if run.place is None:
            run.place = self._long_places.take_free()
        if run.place is not None:
            self._long_queries.add(request.text)
        else:
            worker.fail(Outlasted("the query takes longer than short ones do"))
            self.workers.stop(worker)

    def _finish(self, request: QueryRequest, run: "_Run", seconds: float) -> None:
        self._shares.charge(request.client, seconds)
        if seconds < _SHORT_SECONDS:
            self._long_queries.discard(request.text)
        elif run.place is not None:
            self._long_queries.add(request.text)

    def _overdue(self, worker: WorkerConnection) -> None:
        seconds = self._limits.query_seconds
        message = f"the query ran longer than {seconds:g} s: narrow it down, or ask for less"
        worker.fail(self.counted(LimitReached("time", message)))
        self.workers.stop(worker)
