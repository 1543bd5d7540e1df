"""The scope of an ASGI request to a request, and its body within the limits."""

import asyncio
import itertools
import re
import secrets
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import replace
from typing import Any, Final

from crosswalk_rdf.server.messages import Request
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.settings import Limits, Settings

_HOST: Final = re.compile(r"(?:[A-Za-z0-9_.-]{1,255}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")
_ID: Final = re.compile(r"[A-Za-z0-9_.:-]{1,100}")
_BODILESS: Final = ("GET", "HEAD", "OPTIONS")
_FRAMING: Final = frozenset(("content-length", "transfer-encoding"))

Message = MutableMapping[str, Any]


class Incoming:
    """Makes requests, and gives each an id that no other has."""

    def __init__(self, settings: Settings) -> None:
        public = settings.public_url
        self._top = None if public is None else public.rstrip("/") + "/"
        self._process = secrets.token_hex(4)
        self._numbers = itertools.count(1)

    def request(self, scope: Message) -> Request:
        """Return the request of ``scope``, without its body."""
        headers: dict[str, str] = {}
        for name, value in scope["headers"]:
            key, text = name.decode("latin-1"), value.decode("latin-1")
            headers[key] = f"{headers[key]}, {text}" if key in headers else text
        client = scope.get("client")
        return Request(
            method=scope["method"],
            path=_path(scope["raw_path"].decode("latin-1"), scope["method"]),
            query=scope["query_string"].decode("latin-1"),
            headers=headers,
            top=self._top or _top(scope, headers.get("host", "")),
            id=self._id(headers.get("x-request-id", "")),
            client=client[0] if client else "",
        )

    def _id(self, given: str) -> str:
        """Return the id that a proxy gave, or a new one."""
        if given and _ID.fullmatch(given):
            return given
        return f"{self._process}-{next(self._numbers)}"


def _path(sent: str, method: str) -> str:
    """Return the path that a target names; ``*`` is the service as a whole (RFC 9112 §3.2.4)."""
    if sent.startswith("/"):
        return sent
    return "/" if method == "OPTIONS" or not sent else f"/{sent}"


async def read_body(
    request: Request, receive: Callable[[], Awaitable[Message]], limits: Limits
) -> Request:
    """Return ``request`` with its body.

    Raises a Problem for a body that is too long (413), too slow (408), or breaks off (400).
    """
    if request.method in _BODILESS and _FRAMING.isdisjoint(request.headers):
        return request
    too_long = Problem(413, f"the body is longer than {limits.body_bytes} bytes: send less")
    declared = request.header("content-length")
    if declared.isdigit() and int(declared) > limits.body_bytes:
        raise too_long
    pieces, size = [], 0
    try:
        async with asyncio.timeout(limits.header_seconds):
            while True:
                message = await receive()
                if message["type"] != "http.request":
                    raise Problem(400, "the body broke off")
                pieces.append(message.get("body", b""))
                size += len(pieces[-1])
                if size > limits.body_bytes:
                    raise too_long
                if not message.get("more_body"):
                    return replace(request, body=b"".join(pieces))
    except TimeoutError as error:
        detail = f"the body did not come within {limits.header_seconds:g} s"
        raise Problem(408, detail, headers=(("connection", "close"),)) from error


def _top(scope: Message, host: str) -> str:
    """Return the URL of the top as the client has it, from its Host header (RFC 9110 §7.2)."""
    if not _HOST.fullmatch(host):
        name, port = scope.get("server") or ("localhost", None)
        host = f"[{name}]" if ":" in name else name
        host += f":{port}" if port else ""
    return f"{scope.get('scheme', 'http')}://{host}/"
