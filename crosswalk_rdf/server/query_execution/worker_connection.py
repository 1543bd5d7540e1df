"""The service's end of the connection to one worker."""

import asyncio
import signal
from collections.abc import Callable
from typing import Final, cast

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.server.query_execution import messages
from crosswalk_rdf.server.query_execution.messages import OUT_OF_MEMORY
from crosswalk_rdf.store.backend import LimitReached, QueryFailed

_TELLING: Final = 2.0
"""Seconds to wait for the fork server to report the exit status of a worker."""
_NESTED: Final = (signal.SIGSEGV, signal.SIGBUS)
_TOO_MUCH: Final = (
    "the query needs more memory than it may take: narrow it down, or sort, group and "
    "compare fewer solutions at a time"
)
_TOO_DEEP: Final = "the query is nested too deeply, or has too many parts: split it"


class WorkerLost(CrosswalkError):
    """A worker that ended before it answered, for no reason in the request."""


class WorkerConnection(asyncio.Protocol):
    """The connection to one worker, which answers one request at a time."""

    def __init__(
        self,
        number: int,
        ready: "Callable[[WorkerConnection], None]",
        lost: "Callable[[WorkerConnection], None]",
    ) -> None:
        self.number, self.process = number, 0
        self.ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        """The status that it ended with, once the fork server has told."""
        self._ready, self._lost = ready, lost
        self._inbox = messages.Inbox()
        self._answer: asyncio.Future[messages.Message] | None = None
        self._transport: asyncio.Transport | None = None

    @property
    def is_open(self) -> bool:
        """Whether a request can be sent."""
        return self._transport is not None and not self._transport.is_closing()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember the transport."""
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        """Read messages: the first is a greeting, each other one a result."""
        for message in self._inbox.take(data):
            if not self.process:
                self.process = message[0]["pid"]
                self._ready(self)
            elif self._answer and not self._answer.done():
                self._answer.set_result(message)

    def connection_lost(self, exc: Exception | None) -> None:  # noqa: ARG002
        """Tell whoever waits for an answer that there will be none."""
        self.fail(WorkerLost("the process that was to answer has ended"))
        self._lost(self)

    def ask(self, message: bytes) -> asyncio.Future[messages.Message]:
        """Send a request; what is returned may fail with WorkerLost, or as :meth:`fail` says."""
        answer: asyncio.Future[messages.Message] = self.ended.get_loop().create_future()
        self._answer = answer
        if self._transport is None or self._transport.is_closing():
            self.fail(WorkerLost("the process that was to answer has ended"))
        else:
            self._transport.write(message)
        return answer

    def fail(self, error: CrosswalkError) -> None:
        """End the request that is being answered, if there is one, with ``error``."""
        if self._answer and not self._answer.done():
            self._answer.set_exception(error)

    def close(self) -> None:
        """Close the connection, whereupon the worker ends."""
        if self._transport:
            self._transport.abort()

    async def reason(self) -> CrosswalkError:
        """Return why it ended unasked; WorkerLost where the request may be asked again."""
        try:
            status = await asyncio.wait_for(asyncio.shield(self.ended), _TELLING)
        except TimeoutError:
            return WorkerLost("the process that was to answer has ended")
        code = status >> 8
        if status & 0x7F == signal.SIGABRT or code == OUT_OF_MEMORY:
            return LimitReached("memory", _TOO_MUCH)
        if status & 0x7F in _NESTED:
            return LimitReached("memory", _TOO_DEEP)
        if code:
            return QueryFailed("the query ended the process that was to answer it: ask another way")
        return WorkerLost("the process that was to answer was killed")
