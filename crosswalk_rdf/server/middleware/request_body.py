"""The body of a request, read whole within the limits before an endpoint is called.

Starlette limits the size of a body (``max_body_size``), not the time that it takes, and answers in
plain text where the Content-Length alone is too large; here both end in a problem document.
"""

import asyncio
from collections.abc import Callable
from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.settings import Limits

_BODILESS: Final = ("GET", "HEAD", "OPTIONS")
_FRAMING: Final = frozenset((b"content-length", b"transfer-encoding"))


class RequestBodyMiddleware:
    """Reads the body, which ``await request.body()`` then has at once; sets ``state.body``.

    ``error_response`` writes the errors: too long (413), too slow (408), or broken off (400).
    """

    def __init__(
        self,
        app: ASGIApp,
        limits: Limits,
        error_response: Callable[[Request, HTTPException], Response],
    ) -> None:
        self.app = app
        self._limits, self._error_response = limits, error_response

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if not _has_body(scope):
            await self.app(scope, receive, send)
            return
        try:
            body = await self._read(scope, receive)
        except Problem as error:
            response = self._error_response(Request(scope), error)
            await response(scope, receive, send)
            return
        scope["state"]["body"] = body
        await self.app(scope, _replay(body, receive), send)

    async def _read(self, scope: Scope, receive: Receive) -> bytes:
        limit, seconds = self._limits.body_bytes, self._limits.header_seconds
        too_long = Problem(413, f"the body is longer than {limit} bytes: send less")
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdigit() and int(declared) > limit:
            raise too_long
        body = bytearray()
        try:
            async with asyncio.timeout(seconds):
                while True:
                    message = await receive()
                    if message["type"] != "http.request":
                        raise Problem(400, "the body broke off")
                    body += message.get("body", b"")
                    if len(body) > limit:
                        raise too_long
                    if not message.get("more_body"):
                        return bytes(body)
        except TimeoutError as error:
            detail = f"the body did not come within {seconds:g} s"
            raise Problem(408, detail, headers={"connection": "close"}) from error


def _has_body(scope: Scope) -> bool:
    if scope["method"] not in _BODILESS:
        return True
    return any(name in _FRAMING for name, _ in scope["headers"])


def _replay(body: bytes, receive: Receive) -> Receive:
    """Return a ``receive`` that gives ``body`` first, and then waits for the end."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return messages.pop() if messages else await receive()

    return replay
