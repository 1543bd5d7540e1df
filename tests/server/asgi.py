"""An ASGI application called as its server calls it: targets are sent as they are, in any form."""

import asyncio
import atexit
from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp, Message

from tests.server.client import Answer


@cache
def _runner() -> asyncio.Runner:
    """Return one event loop for all requests: a new one takes longer than most of them."""
    runner = asyncio.Runner()
    atexit.register(runner.close)
    return runner


def call(
    app: ASGIApp,
    target: str,
    method: str = "GET",
    headers: Mapping[str, str] | None = None,
    body: bytes = b"",
    **more: Any,
) -> Answer:
    """Return the answer to one request; ``more`` are further keys of the scope."""
    path, _, query = target.partition("?")
    scope: dict[str, Any] = {
        "type": "http",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode("latin-1"),
        "headers": [(name.encode(), value.encode()) for name, value in (headers or {}).items()],
        **more,
    }
    messages: list[Message] = []
    requests: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        if requests:
            return requests.pop()
        await asyncio.Event().wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        messages.append(message)

    _runner().run(app(scope, receive, send))
    start, *parts = messages
    raw = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in start["headers"]]
    assert len({name for name, _ in raw}) == len(raw), raw
    assert [part.get("more_body", False) for part in parts] == [True] * (len(parts) - 1) + [False]
    return Answer(start["status"], dict(raw), b"".join(part.get("body", b"") for part in parts))
