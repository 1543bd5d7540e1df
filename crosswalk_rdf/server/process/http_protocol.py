"""HTTP/1.1 on a connection, with limits on what comes before a request is complete.

Uvicorn reads a head of any length and waits for it without end; here both have an end (RFC 6585 §5,
RFC 9110 §15.5.9). What it makes of a complete request is left as it is.
"""

import asyncio

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from crosswalk_rdf.server.problems import MEDIA_TYPE, Problem, problem_document
from crosswalk_rdf.server.settings import Limits


def limited(limits: Limits) -> type[asyncio.Protocol]:
    """Return the protocol of a connection that is held to ``limits``."""
    return type("Limited", (LimitedProtocol,), {"limits": limits})


class LimitedProtocol(HttpToolsProtocol):
    """HTTP/1.1 with an end to what comes before the head of a request is complete."""

    limits = Limits()
    _begun = False
    """Whether a head is on its way."""
    _read = 0
    """How many bytes of it have come."""
    _heads = 0
    """How many heads were complete."""
    _waiting: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Wait for the first request."""
        super().connection_made(transport)  # type: ignore[arg-type]
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing more."""
        self._stop_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take in some bytes; answer 431 where the head becomes too long."""
        heads = self._heads
        super().data_received(data)
        if self.transport.is_closing():
            self._stop_waiting()
        elif self._heads != heads or not self._begun:
            self._read = 0
        else:
            self._read += len(data)
            self._refuse_longer_than_allowed(self._read)

    def on_message_begin(self) -> None:
        """Wait for the rest of the head."""
        super().on_message_begin()
        self._begun = True
        self._wait()

    def on_headers_complete(self) -> None:
        """Answer the request, or 431 where the head is too long."""
        self._begun = False
        self._heads += 1
        self._stop_waiting()
        length = len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)
        if not self._refuse_longer_than_allowed(length):
            super().on_headers_complete()

    def _refuse_longer_than_allowed(self, length: int) -> bool:
        most = self.limits.header_bytes
        if length <= most:
            return False
        detail = f"the request line and the headers are longer than {most} bytes: send less"
        self._refuse(Problem(431, detail))
        return True

    def _wait(self) -> None:
        if self._waiting is None:
            self._waiting = self.loop.call_later(self.limits.header_seconds, self._late)

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def _late(self) -> None:
        detail = f"the request did not come within {self.limits.header_seconds:g} s"
        self._refuse(Problem(408, detail))

    def _refuse(self, problem: Problem) -> None:
        """Answer with ``problem``, and close the connection."""
        self._stop_waiting()
        if self.transport.is_closing():
            return
        body = problem_document(problem)
        self.transport.write(
            STATUS_LINE[problem.status_code]
            + f"content-type: {MEDIA_TYPE}\r\ncontent-length: {len(body)}\r\n".encode()
            + b"connection: close\r\n\r\n"
            + body
        )
        self.transport.close()
