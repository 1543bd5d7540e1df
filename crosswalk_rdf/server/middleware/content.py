"""The content of a response as it is sent: preconditions, ranges, content codings, HEAD.

Starlette's ``GZipMiddleware`` knows one coding and leaves the entity tag as it is, and only its
``FileResponse``, which reads from disk, knows ranges.
"""

from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crosswalk_rdf.server.middleware.compression_cache import CompressionCache
from crosswalk_rdf.server.middleware.content_coding import IDENTITY, GzipStream
from crosswalk_rdf.server.middleware.content_selection import Content, ContentSelector
from crosswalk_rdf.server.middleware.unread_responses import (
    ABORT,
    TooManyUnread,
    UnreadResponse,
    UnreadResponses,
)
from crosswalk_rdf.server.problems import Problem

_NO_CONTENT: Final = (204, 304)
_CHUNK: Final = 64 * 1024
"""Bytes that are handed on at once: a client that reads slowly holds no copy of more."""
_BUSY: Final = "there are too many responses that clients have not read: try again"


class ContentMiddleware:
    """Sends of each response what the request asks for.

    ``cache_bytes`` are for compressed responses, ``unread_bytes`` for those that are being sent.
    """

    def __init__(self, app: ASGIApp, cache_bytes: int, unread_bytes: int) -> None:
        self.app = app
        self._cache = CompressionCache(cache_bytes)
        self._unread = UnreadResponses(unread_bytes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        responder = _Responder(scope, send, self._cache, self._unread)
        await self.app(scope, receive, responder.send)


class _Responder:
    """Takes the messages of one response, and sends what becomes of them."""

    def __init__(
        self, scope: Scope, send: Send, cache: CompressionCache, unread: UnreadResponses
    ) -> None:
        self._scope, self._send, self._unread = scope, send, unread
        self._selector = ContentSelector(scope, cache)
        self._content: Content | None = None
        self._gzip: GzipStream | None = None
        self._is_over = False

    async def send(self, message: Message) -> None:
        """Take a message of the application."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message["headers"]))
            self._content = Content(message["status"], headers)
        elif self._content is not None:
            content, self._content = self._content, None
            is_whole = "content-length" in content.headers or content.status in _NO_CONTENT
            if is_whole and not message.get("more_body"):
                content.body = message.get("body", b"")
                await self._send_whole(self._selector.whole(content))
            else:
                await self._start_stream(content)
                await self._send_chunk(message)
        else:
            await self._send_chunk(message)

    async def _send_whole(self, content: Content) -> None:
        has_content = content.status not in _NO_CONTENT
        size = sum(map(len, content.pieces))
        if has_content and content.is_changed:
            content.headers["content-length"] = str(size)
        elif not has_content:
            del content.headers["content-length"]
        if not has_content or self._scope["method"] == "HEAD" or size <= _CHUNK:
            is_sent = has_content and self._scope["method"] != "HEAD"
            body = b"".join(content.pieces) if is_sent else b""
            await self._send_start(content)
            await self._send({"type": "http.response.body", "body": body, "more_body": False})
            return
        abort = self._scope.get("extensions", {}).get(ABORT)
        try:
            with self._unread.response(content.pieces, abort) as response:
                await self._send_start(content)
                await self._send_pieces(content.pieces, response)
        except TooManyUnread:
            headers = {"retry-after": "5"}
            problem = self._selector.problem(Problem(503, _BUSY, headers=headers))
            await self._send_start(problem)
            await self._send({"type": "http.response.body", "body": problem.body})

    async def _send_pieces(
        self, pieces: tuple[bytes | memoryview, ...], response: UnreadResponse
    ) -> None:
        last = len(pieces) - 1
        for number, piece in enumerate(pieces):
            for start in range(0, len(piece) or 1, _CHUNK):
                if response.is_dropped:
                    return
                chunk = bytes(piece[start : start + _CHUNK])
                more = number < last or start + _CHUNK < len(piece)
                response.wait()
                await self._send({"type": "http.response.body", "body": chunk, "more_body": more})

    async def _send_start(self, content: Content) -> None:
        headers = content.headers.raw
        message = {"type": "http.response.start", "status": content.status, "headers": headers}
        await self._send(message)

    async def _start_stream(self, content: Content) -> None:
        """Begin a response that comes in parts, compressed with gzip if it may be."""
        codings = self._selector.stream_codings(content)
        is_read = self._selector.is_read(content)
        if is_read and (conditional := self._selector.conditional(content, codings)):
            self._is_over = True
            await self._send_whole(conditional)
            return
        content.add_vary()
        if codings[0] != IDENTITY:
            content.set_coding(codings[0])
            del content.headers["content-length"]
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
