"""The content of a response as it is sent: preconditions, ranges, content codings, HEAD.

Starlette's ``GZipMiddleware`` knows one coding and leaves the entity tag as it is, and only its
``FileResponse`` knows ranges. Here any ``Response`` with an ``ETag`` or ``Last-Modified`` header
gets conditional requests (RFC 9110 §13), ranges (§14) and the best coding of Accept-Encoding
(§12.5.3), each coding with a validator of its own (§8.8.3.3); compressed content is cached.
"""

from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crosswalk_rdf.serialization.media_types import is_compressible
from crosswalk_rdf.server.middleware.byte_ranges import Unsatisfiable, partial_content
from crosswalk_rdf.server.middleware.compression_cache import CompressionCache
from crosswalk_rdf.server.middleware.content_coding import (
    CODINGS,
    IDENTITY,
    MAX_SIZE,
    MIN_SIZE,
    GzipStream,
    acceptable_codings,
)
from crosswalk_rdf.server.middleware.preconditions import evaluate, may_continue
from crosswalk_rdf.server.problems import Problem, problem_response
from crosswalk_rdf.server.requests import header

_OF_304: Final = frozenset(
    ("cache-control", "content-location", "etag", "expires", "last-modified", "vary")
)
"""What RFC 9110 §15.4.5 wants, if the 200 has it; Date is the server's."""
_NO_CONTENT: Final = (204, 304)
_CHUNK: Final = 256 * 1024
"""Bytes that are handed on at once: a client that reads slowly holds no copy of more."""


class ContentMiddleware:
    """Sends of each response what the request asks for; ``cache_bytes`` are for compressed ones."""

    def __init__(self, app: ASGIApp, cache_bytes: int) -> None:
        self.app = app
        self._cache = CompressionCache(cache_bytes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        responder = _Responder(scope, send, self._cache)
        await self.app(scope, receive, responder.send)


@dataclass(slots=True)
class _Content:
    """A response on its way."""

    status: int
    headers: MutableHeaders
    body: bytes | memoryview = b""
    is_changed: bool = False
    """Whether the body is another one than that of the response."""

    @property
    def is_compressible(self) -> bool:
        media_type = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return is_compressible(media_type)

    @property
    def is_divisible(self) -> bool:
        return self.headers.get("etag", "").startswith('"')

    def add_vary(self) -> None:
        """Name Accept-Encoding in Vary where it may change what is sent (RFC 9110 §12.5.5)."""
        vary = self.headers.get("vary", "")
        names = [name.strip() for name in vary.lower().split(",")]
        if self.is_compressible and "*" not in names and "accept-encoding" not in names:
            self.headers["vary"] = f"{vary}, Accept-Encoding" if vary else "Accept-Encoding"

    def set_coding(self, coding: str) -> None:
        """Name ``coding`` and give it a validator of its own."""
        self.headers["content-encoding"] = coding
        if etag := self.headers.get("etag"):
            self.headers["etag"] = _coded(etag, coding)


class _Responder:
    """Takes the messages of one response, and sends what becomes of them."""

    def __init__(self, scope: Scope, send: Send, cache: CompressionCache) -> None:
        self._scope, self._send, self._cache = scope, send, cache
        self._request = Headers(scope=scope)
        self._content: _Content | None = None
        self._gzip: GzipStream | None = None
        self._is_over = False

    async def send(self, message: Message) -> None:
        """Take a message of the application."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message["headers"]))
            self._content = _Content(message["status"], headers)
        elif self._content is not None:
            content, self._content = self._content, None
            is_whole = "content-length" in content.headers or content.status in _NO_CONTENT
            if is_whole and not message.get("more_body"):
                content.body = message.get("body", b"")
                await self._send_whole(self._whole(content))
            else:
                await self._start_stream(content)
                await self._send_chunk(message)
        else:
            await self._send_chunk(message)

    async def _send_whole(self, content: _Content) -> None:
        body, has_content = content.body, content.status not in _NO_CONTENT
        if has_content and content.is_changed:
            content.headers["content-length"] = str(len(body))
        elif not has_content and "content-length" in content.headers:
            del content.headers["content-length"]
        await self._send_start(content)
        if not has_content or self._scope["method"] == "HEAD":
            body = b""
        for start in range(0, len(body) or 1, _CHUNK):
            chunk, more = bytes(body[start : start + _CHUNK]), start + _CHUNK < len(body)
            await self._send({"type": "http.response.body", "body": chunk, "more_body": more})

    async def _send_start(self, content: _Content) -> None:
        headers = content.headers.raw
        message = {"type": "http.response.start", "status": content.status, "headers": headers}
        await self._send(message)

    async def _start_stream(self, content: _Content) -> None:
        """Begin a response that comes in parts, compressed with gzip if it may be."""
        codings = self._stream_codings(content)
        if self._is_read(content) and (conditional := self._conditional(content, codings)):
            self._is_over = True
            await self._send_whole(conditional)
            return
        content.add_vary()
        if codings[0] != IDENTITY:
            content.set_coding(codings[0])
            self._gzip = GzipStream()
        await self._send_start(content)

    async def _send_chunk(self, message: Message) -> None:
        if self._is_over:
            return
        chunk, more = message.get("body", b""), message.get("more_body", False)
        if self._gzip is not None:
            chunk = self._gzip.compress(chunk, is_last=not more)
        self._is_over = not more
        if self._scope["method"] == "HEAD":
            chunk = b""
        if chunk or not more:
            await self._send({"type": "http.response.body", "body": chunk, "more_body": more})

    def _whole(self, content: _Content) -> _Content:
        """Return ``content`` in the coding or the part that is asked for."""
        codings = self._codings(content)
        if self._is_read(content):
            if not codings:
                return self._problem(_no_coding())
            if conditional := self._conditional(content, codings):
                return conditional
            if IDENTITY in codings and (part := self._part(content)):
                return part
            if content.is_divisible:
                content.headers["accept-ranges"] = "bytes"
        content.add_vary()
        if codings and codings[0] != IDENTITY:
            self._compress(content, codings[0])
        return content

    def _is_read(self, content: _Content) -> bool:
        return content.status == 200 and self._scope["method"] in ("GET", "HEAD")

    def _codings(self, content: _Content) -> tuple[str, ...]:
        """Return the codings that ``content`` could be sent in, the best first; none if refused."""
        codings = acceptable_codings(header(self._request, "accept-encoding"))
        size = len(content.body)
        if size > MAX_SIZE or not size or "content-encoding" in content.headers:
            return (IDENTITY,) if IDENTITY in codings or not size else ()
        if IDENTITY in codings and (size < MIN_SIZE or not content.is_compressible):
            return (IDENTITY,)
        return codings

    def _stream_codings(self, content: _Content) -> tuple[str, ...]:
        """Return the codings that chunks could be sent in, the best first; identity at least."""
        if "content-encoding" in content.headers or not content.is_compressible:
            return (IDENTITY,)
        codings = acceptable_codings(header(self._request, "accept-encoding"))
        return tuple(c for c in codings if c in ("gzip", IDENTITY)) or (IDENTITY,)

    def _conditional(self, content: _Content, codings: tuple[str, ...]) -> _Content | None:
        """Return the 304 or the 412 that the preconditions ask for."""
        if not any(name.startswith(b"if-") for name, _ in self._request.raw):
            return None
        etag = content.headers.get("etag", "")
        etags = [_coded(etag, coding) for coding in codings] if etag else []
        outcome = evaluate(self._request, etags, content.headers.get("last-modified", ""))
        if outcome.status == 412:
            return self._problem(Problem(412, "it is not what If-Match or the date says: get it"))
        if outcome.status == 200:
            return None
        content.add_vary()
        headers = [pair for pair in content.headers.items() if pair[0] in _OF_304]
        not_modified = _Content(304, MutableHeaders(dict(headers)))
        if outcome.etag:
            not_modified.headers["etag"] = outcome.etag
        return not_modified

    def _part(self, content: _Content) -> _Content | None:
        """Return the part that is asked for, or 416; None where the whole is to be sent."""
        ranges = header(self._request, "range")
        if not ranges or self._scope["method"] != "GET" or not content.is_divisible:
            return None
        etag, modified = content.headers["etag"], content.headers.get("last-modified", "")
        if not may_continue(header(self._request, "if-range"), etag, modified):
            return None
        size = len(content.body)
        try:
            part = partial_content(ranges, content.headers, memoryview(content.body))
        except Unsatisfiable:
            headers = {"content-range": f"bytes */{size}", "accept-ranges": "bytes"}
            return self._problem(Problem(416, f"it has {size} bytes", headers=headers))
        if part is None:
            return None
        content.add_vary()
        content.headers.update(part.headers)
        content.headers["accept-ranges"] = "bytes"
        return _Content(206, content.headers, part.body, is_changed=True)

    def _compress(self, content: _Content, coding: str) -> None:
        etag = content.headers.get("etag")
        is_cacheable = etag and content.status == 200
        path, query = self._scope["raw_path"], self._scope["query_string"]
        key = (path, query, etag) if is_cacheable else None
        content.body = self._cache.compressed(key, content.body, coding)
        content.set_coding(coding)
        content.is_changed = True

    def _problem(self, problem: Problem) -> _Content:
        response = problem_response(problem, self._scope["state"]["request_id"])
        return _Content(response.status_code, response.headers, response.body)


def _no_coding() -> Problem:
    vary = {"vary": "Accept-Encoding"}
    detail = "there is no coding for it that you accept"
    return Problem(406, detail, headers=vary, codings=[IDENTITY])


def _coded(etag: str, coding: str) -> str:
    return f'{etag[:-1]}-{coding}"' if coding in CODINGS else etag
