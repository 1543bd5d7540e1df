"""What belongs to one request: its id, the service that answers it, and its observers."""

import itertools
import re
import secrets
import time
from collections.abc import Callable, Iterable
from typing import Final, Protocol

from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crosswalk_rdf.server.service import CurrentService

HEADER: Final = b"x-request-id"
_ID: Final = re.compile(rb"[A-Za-z0-9_.:-]{1,100}")


class Observer(Protocol):
    """Observes every request once it has been answered."""

    def __call__(self, request: Request, status: int, size: int, seconds: float) -> None:
        """Take note; ``size`` is the number of bytes of the body, ``seconds`` how long it took."""
        ...


class RequestContextMiddleware:
    """Sets ``service``, ``request_id`` and ``started`` of ``request.state``; calls the observers.

    The id is that of a proxy (``X-Request-Id``), or a new one; the response has it as well.
    """

    def __init__(self, app: ASGIApp, observers: Iterable[Observer] = ()) -> None:
        self.app = app
        self._observers = tuple(observers)
        self._process = secrets.token_hex(4)
        self._numbers = itertools.count(1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            raise NotImplementedError(f"only HTTP is served, not {scope['type']}")
        started = time.perf_counter()
        _set_path(scope)
        current: CurrentService = scope["app"].state.current_service
        service = current.acquire()
        response = _ObservedResponse(self._id(scope), send, lambda: current.release(service))
        scope["state"] = {
            "service": service,
            "request_id": response.request_id,
            "started": started,
        }
        is_finished = False
        try:
            await self.app(scope, receive, response.send)
            is_finished = True
        finally:
            response.release()
            # What failed before it began is answered and observed by the handler of exceptions.
            if is_finished or response.status:
                self._observe(Request(scope), response, time.perf_counter() - started)

    def _observe(self, request: Request, response: "_ObservedResponse", seconds: float) -> None:
        for observer in self._observers:
            observer(request, response.status, response.size, seconds)

    def _id(self, scope: Scope) -> str:
        for name, value in scope["headers"]:
            if name == HEADER and _ID.fullmatch(value):
                return str(value.decode())
        return f"{self._process}-{next(self._numbers)}"


class _ObservedResponse:
    """Sends a response with the id of its request, and takes down its status and size."""

    __slots__ = ("_release", "_send", "request_id", "size", "status")

    def __init__(self, request_id: str, send: Send, release: Callable[[], None]) -> None:
        self.request_id = request_id
        self.status = 0
        """0 until the response begins."""
        self.size = 0
        """The number of bytes of its body so far."""
        self._send = send
        self._release: Callable[[], None] | None = release

    def release(self) -> None:
        """Release the service, once."""
        if self._release is not None:
            self._release()
            self._release = None

    async def send(self, message: Message) -> None:
        """Send one message of the response.

        Once it begins no more queries are asked: processes do not wait for a client that reads.
        """
        if message["type"] == "http.response.start":
            self.release()
            self.status = message["status"]
            headers = [*message["headers"], (HEADER, self.request_id.encode())]
            message = {**message, "headers": headers}
        else:
            self.size += len(message.get("body", b""))
        await self._send(message)


def _set_path(scope: Scope) -> None:
    """Give a target without a path one: ``*`` is the service as a whole (RFC 9112 §3.2.4)."""
    path: str = scope["path"]
    if not path.startswith("/"):
        whole = scope["method"] == "OPTIONS" or not path
        scope["path"] = "/" if whole else f"/{path}"
        scope["raw_path"] = b"/" if whole else b"/" + scope["raw_path"]
