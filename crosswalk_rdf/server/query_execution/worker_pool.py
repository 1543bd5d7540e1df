"""The pool of worker processes that answers queries of the service on the data of a build."""

import asyncio
import os
import tempfile
from collections.abc import Mapping
from typing import Final, Self

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.namespaces import PREFIXES, ontology_namespace
from crosswalk_rdf.server.query_execution import messages
from crosswalk_rdf.server.query_execution.fork_server_process import ForkServerProcess, Listeners
from crosswalk_rdf.server.query_execution.metrics import PoolMetrics
from crosswalk_rdf.server.query_execution.query_runs import QueryRuns
from crosswalk_rdf.server.settings import Limits
from crosswalk_rdf.store.backend import (
    Busy,
    LimitReached,
    QueryFailed,
    QueryRequest,
    QueryResult,
    Refused,
    Unavailable,
)
from crosswalk_rdf.store.syntax import syntax_error

_STARTING: Final = 10.0
"""Seconds that workers may take to be there, once the data are loaded."""
_PAUSES: Final = (0.0, 0.1, 0.5, 2.0, 5.0)
"""Seconds before a fork server is started again that was lost, once, twice and so on."""


class WorkerPool:
    """An AsyncQueryBackend on the data of a build, in worker processes."""

    def __init__(self, dump: int, head: Mapping[str, object], limits: Limits) -> None:
        self._dump, self._head, self._limits = dump, head, limits
        self._runs = QueryRuns(limits)
        self._fork_server: ForkServerProcess | None = None
        self._starting: asyncio.Task[None] | None = None
        self._quiet = asyncio.Event()
        self._closing = False
        self._answered = self._fork_servers_lost = self._unfinished = 0

    @classmethod
    async def start(
        cls,
        dump: bytes,
        base: str,
        *,
        limits: Limits,
        prefixes: Mapping[str, str] | None = None,
        context: str = "",
    ) -> Self:
        """Return a pool that answers on the N-Quads ``dump`` of the publication under ``base``.

        Graphs are written with ``prefixes``, by default those of every document, and JSON-LD with
        the ``context``, the text of a JSON-LD document. Raises Unavailable where the data cannot be
        loaded.
        """
        names = prefixes or {**PREFIXES, "xw": str(ontology_namespace(base))}
        head = {"prefixes": dict(names), "context": context, **_result_limits(limits)}
        pool = cls(await asyncio.to_thread(_memory_file, dump), head, limits)
        try:
            await pool._start_host()
            await pool._runs.workers.complete(_STARTING)
        except TimeoutError as error:
            await pool.close()
            raise Unavailable("no process could be started that answers queries") from error
        except BaseException:
            await pool.close()
            raise
        return pool

    @property
    def metrics(self) -> PoolMetrics:
        """A snapshot of its counts."""
        return PoolMetrics(
            workers=self._runs.workers.count,
            running=self._runs.running,
            waiting=self._runs.waiting,
            answered=self._answered,
            limited=dict(self._runs.limited),
            rejected=self._runs.rejected,
            workers_replaced=self._runs.workers.workers_replaced,
            fork_servers_restarted=self._fork_servers_lost,
        )

    @property
    def processes(self) -> tuple[int, ...]:
        """The IDs of its processes, that of the fork server first."""
        return (
            self._fork_server.process if self._fork_server else 0,
            *self._runs.workers.processes,
        )

    async def execute(self, request: QueryRequest) -> QueryResult:
        """Return the answer; errors are those of every AsyncQueryBackend."""
        if self._closing:
            raise Busy(1)
        self._unfinished += 1
        try:
            head, body = await self._answer(request)
        finally:
            self._unfinished -= 1
            if not self._unfinished:
                self._quiet.set()
        if "error" in head:
            raise self._error(head, request.text)
        self._answered += 1
        return QueryResult(body, head["rows"])

    async def close(self) -> None:
        """Accept no more requests, finish those that are accepted, and end all processes."""
        if self._closing:
            return
        self._closing = True
        while self._unfinished:
            self._quiet.clear()
            await self._quiet.wait()
        if self._starting:
            self._starting.cancel()
            await asyncio.gather(self._starting, return_exceptions=True)
        self._runs.workers.abandon()
        if self._fork_server:
            await self._fork_server.close()
        os.close(self._dump)

    async def _answer(self, request: QueryRequest) -> messages.Message:
        message = messages.packed(
            {
                "text": request.text,
                "type": request.media_type,
                "default": request.default_graphs,
                "named": request.named_graphs,
            }
        )
        return await self._runs.answer(request, message)

    def _error(self, head: Mapping[str, str], text: str) -> CrosswalkError:
        """Return the error that a worker answered with."""
        kind, message = head["error"], head["message"]
        if kind == "syntax":
            return syntax_error(message, text)
        if kind == "limit":
            return self._runs.counted(LimitReached(head["limit"], message))
        if kind == "refused":
            return Refused(message)
        return QueryFailed(f"the query could not be answered: {message}")

    async def _start_host(self) -> None:
        listeners = Listeners(self._runs.workers.ended, self._fork_server_lost)
        self._fork_server = await ForkServerProcess.start(self._dump, self._head, listeners)
        self._runs.workers.start(self._fork_server)

    def _fork_server_lost(self) -> None:
        self._fork_servers_lost += 1
        self._runs.workers.abandon()
        self._starting = asyncio.create_task(self._start_again(self._fork_server))

    async def _start_again(self, lost: ForkServerProcess | None) -> None:
        """Start another fork server; requests wait meanwhile, as long as they may."""
        if lost:
            await lost.close()
        self._fork_server = None
        for pause in (*_PAUSES, *([_PAUSES[-1]] * 10_000)):
            await asyncio.sleep(pause)
            try:
                await self._start_host()
            except (Unavailable, OSError):
                continue
            return


def _result_limits(limits: Limits) -> dict[str, object]:
    """Return what a worker must know of the limits."""
    return {"rows": limits.query_rows, "bytes": limits.query_bytes, "memory": limits.query_memory}


def _memory_file(dump: bytes) -> int:
    """Return an open file without a name that holds ``dump``, for fork servers to come."""
    with tempfile.TemporaryFile() as file:
        file.write(dump)
        file.flush()
        return os.dup(file.fileno())
