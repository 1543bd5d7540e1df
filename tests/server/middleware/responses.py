"""A request and what an endpoint answers, to what is sent."""

import asyncio
from collections.abc import Mapping
from typing import Any

from starlette.responses import Response
from starlette.types import ASGIApp, Message

from crosswalk_rdf.server.middleware.common_headers import CommonHeadersMiddleware
from crosswalk_rdf.server.middleware.content import ContentMiddleware
from tests.server.client import Answer

BODY = b"".join(f"<s> <p> {n} .\n".encode() for n in range(400))
ETAG = '"abc"'
DATE = "Tue, 24 Nov 2026 18:31:16 GMT"


def response(
    body: bytes = BODY,
    type: str = "text/turtle; charset=utf-8",
    status: int = 200,
    **headers: str,
) -> Response:
    given = {"etag": ETAG, "last-modified": DATE, "cache-control": "no-cache"} | headers
    named = {name.replace("_", "-"): value for name, value in given.items() if value}
    return Response(body, status, {"content-type": type, **named})


def middleware(app: ASGIApp, cache_bytes: int = 1 << 20) -> ASGIApp:
    return CommonHeadersMiddleware(ContentMiddleware(app, cache_bytes))


def sent(
    given: ASGIApp | None = None, method: str = "GET", path: str = "/x", **headers: str
) -> Answer:
    """Return what is sent of a response, which is an ASGI application like others."""
    return answer(middleware(given or response()), method, path, headers)


def answer(
    app: ASGIApp, method: str = "GET", path: str = "/x", headers: Mapping[str, str] | None = None
) -> Answer:
    """Call an application as its server does; ``_`` in a name of a header is ``-``."""
    scope: dict[str, Any] = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [
            (name.replace("_", "-").encode(), value.encode())
            for name, value in (headers or {}).items()
        ],
        "state": {"request_id": "r-1"},
    }
    messages: list[Message] = []

    async def receive() -> Message:
        await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        messages.append(message)

    asyncio.run(app(scope, receive, send))
    start, *parts = messages
    raw = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"]]
    assert len({name for name, _ in raw}) == len(raw), raw
    assert [part.get("more_body", False) for part in parts] == [True] * (len(parts) - 1) + [False]
    return Answer(start["status"], dict(raw), b"".join(part.get("body", b"") for part in parts))
