"""HTTP/1.1 on a connection, within limits of size and time.

Uvicorn reads a head of any length and waits for it without end, takes trailers for headers and any
Host or none, parses all requests that a client sends at once, and waits without end for a client
that reads no response or that sends a byte after it. Here all of that has an end (RFC 9112 §3.2,
§7.1.2 and §9.5, RFC 6585 §5, RFC 9110 §15.5.9). A valid request is left to it.
"""

import asyncio
from typing import Final

from uvicorn.protocols.http.flow_control import FlowControl
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from crosswalk_rdf.server.middleware.unread_responses import ABORT
from crosswalk_rdf.server.problems import MEDIA_TYPE, Problem, problem_document
from crosswalk_rdf.server.process.connection_phases import Phase
from crosswalk_rdf.server.process.request_heads import check_head
from crosswalk_rdf.server.settings import Limits

_PIECE: Final = 4096
"""Bytes that are parsed at a time: no more requests than they hold wait on one connection."""
_FRAMING: Final = 8
"""Bytes that may frame one byte of a body; a chunk of one byte has five."""


def limited(limits: Limits) -> type[asyncio.Protocol]:
    """Return the protocol of a connection that is held to ``limits``."""
    return type("Limited", (LimitedProtocol,), {"limits": limits})


class _Flow(FlowControl):
    """Reads nothing while what has come is not parsed."""

    is_full = False

    def resume_reading(self) -> None:
        """Read on, unless there is enough."""
        if not self.is_full:
            super().resume_reading()


class LimitedProtocol(HttpToolsProtocol):
    """HTTP/1.1 with an end to all that a client sends, and to all that the service waits for."""

    limits = Limits()
    flow: _Flow
    _heads = _outstanding = _resumptions = 0
    """How many heads were complete, and requests have no response yet; how often reading went on
    after the client had left too much unread."""
    _is_in_head = _is_in_body = False
    """Whether a head is on its way, or what follows a head."""
    _is_over = _has_refused = False
    """Whether nothing more is parsed, and whether the client has been told why."""
    _overhead = _content = 0
    """How many bytes of the current head, or around the content of the body, have come; and of
    the content."""
    _unparsed = b""
    _refusal: Problem | None = None
    """What is sent after the responses that are outstanding."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to read."""
        super().connection_made(transport)  # type: ignore[arg-type]
        self.flow = _Flow(self.transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Drop what has come."""
        self._is_over, self._unparsed = True, b""
        super().connection_lost(exc)

    @property
    def phase(self) -> tuple[Phase, int, int]:
        """What the connection waits for; another value once it has got it."""
        if self.transport.is_closing():
            return Phase.CLOSE, 0, 0
        if self._has_refused:
            return Phase.REFUSAL, 0, 0
        if self.flow.write_paused:
            return Phase.READER, self._resumptions, 0
        if self._outstanding:
            return Phase.RESPONSE, 0, 0
        if self._is_in_body:
            return Phase.BODY, self._heads, 0
        is_idle = self._heads and not self._is_in_head
        return Phase.IDLE if is_idle else Phase.HEAD, self._heads, self._resumptions

    def expire(self, phase: Phase) -> None:
        """End a connection that has waited in ``phase`` for too long."""
        if phase is Phase.HEAD:
            detail = f"the request did not come within {self.limits.header_seconds:g} s"
            self._refuse(Problem(408, detail))
        elif phase is not Phase.IDLE or self.transport.get_write_buffer_size():
            self.transport.abort()
        else:
            self.transport.close()

    def data_received(self, data: bytes) -> None:
        """Parse what has come, until a request has to wait for another."""
        if not self._is_over:
            self._unparsed += data
            self._parse()

    def _parse(self) -> None:
        while self._unparsed and not self.pipeline and not self._is_over:
            piece, self._unparsed = self._unparsed[:_PIECE], self._unparsed[_PIECE:]
            self._parse_piece(piece)
        self.flow.is_full = bool(self._unparsed)
        if self.flow.is_full:
            self.flow.pause_reading()

    def _parse_piece(self, piece: bytes) -> None:
        heads = self._heads
        super().data_received(piece)
        if self._heads != heads or not (self._is_in_head or self._is_in_body):
            self._overhead = 0
            return
        self._overhead += len(piece)
        if self._overhead > self.limits.header_bytes + _FRAMING * self._content:
            self._refuse(self._too_long())

    def on_message_begin(self) -> None:
        """Begin a head."""
        super().on_message_begin()
        self._is_in_head = True

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; discard a trailer, which is none (RFC 9110 §6.5.1)."""
        if not self._is_in_body:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Answer the request, or refuse it for its head."""
        if self._is_over:
            return
        self._is_in_head, self._content = False, 0
        self._heads += 1
        try:
            self._check()
        except Problem as problem:
            self._refuse(problem)
            return
        super().on_headers_complete()
        self.scope["extensions"] = {ABORT: self.transport.abort}  # type: ignore[dict-item]
        self._is_in_body = True
        self._outstanding += 1
        if self.parser.should_upgrade():  # the parser reads nothing after it
            self.cycle.keep_alive = False

    def on_body(self, body: bytes) -> None:
        """Take a part of a body."""
        self._content += len(body)
        self._overhead -= len(body)
        if not self._is_over:
            super().on_body(body)

    def on_message_complete(self) -> None:
        """End a request."""
        self._is_in_body = False
        if not self._is_over:
            super().on_message_complete()

    def on_response_complete(self) -> None:
        """Go on with the next request, or send what was to come after this response."""
        self._outstanding -= 1
        super().on_response_complete()
        if self._refusal and not self._outstanding:
            self._send(self._refusal)
        elif self._unparsed and not self.pipeline:
            self.flow.is_full = False
            self.loop.call_soon(self._parse)

    def resume_writing(self) -> None:
        """Write on: the client has read."""
        self._resumptions += 1
        super().resume_writing()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is not HTTP."""
        self._refuse(Problem(400, f"this is no HTTP/1.1: {msg}"))

    def _check(self) -> None:
        """Raise the Problem of the head that is complete."""
        limits = self.limits
        length = len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers)
        if length > limits.header_bytes:
            raise self._too_long()
        if self._heads == 1 and len(self.connections) > limits.connections:
            headers = {"retry-after": str(limits.keep_alive_seconds)}
            raise Problem(503, "there are too many connections: try again", headers=headers)
        check_head(self.headers, self.parser.get_http_version())

    def _too_long(self) -> Problem:
        what = "trailers are" if self._is_in_body else "request line and the headers are"
        return Problem(431, f"the {what} longer than {self.limits.header_bytes} bytes: send less")

    def _refuse(self, problem: Problem) -> None:
        """Parse nothing more; send ``problem`` in its turn, and close the connection."""
        if self._is_over:
            return
        self._is_over, self._unparsed = True, b""
        if self._is_in_body and (not self._outstanding or self.cycle.response_started):
            self.transport.close()  # the request has had its response
            return
        if self._is_in_body:
            self._drop_request()
        self._refusal = problem
        if not self._outstanding:
            self._send(problem)

    def _drop_request(self) -> None:
        """Have no other response to the last request, whose body is on its way."""
        self._outstanding -= 1
        self.cycle.disconnected = self.cycle.response_complete = True
        self.cycle.message_event.set()
        if self.pipeline:
            self.pipeline.popleft()

    def _send(self, problem: Problem) -> None:
        body = problem_document(problem)
        own = {"content-type": MEDIA_TYPE, "content-length": str(len(body)), "connection": "close"}
        headers = {**(problem.headers or {}), **own}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        if not self.transport.is_closing():
            self.transport.write(STATUS_LINE[problem.status_code] + f"{lines}\r\n".encode() + body)
            self.transport.write_eof()
            self._has_refused = True
