"""ASGI to the values of the service, and back: one call for each request."""

import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from dataclasses import replace
from typing import Any, Final, Protocol

from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.middleware import CompressedBodies, finished, options, refused
from crosswalk_rdf.server.middleware.disconnect import Departed, while_there
from crosswalk_rdf.server.middleware.rate_limit import Rates
from crosswalk_rdf.server.middleware.request_body import Incoming, read_body
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.route import Route
from crosswalk_rdf.server.routing import Router
from crosswalk_rdf.server.service import Service

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


CLIENT_CLOSED_REQUEST: Final = 499
"""What nginx logs where a client has gone: nobody is sent it."""


_PIECE: Final = 256 * 1024
"""Bytes that are handed on at once: a client that reads slowly holds no copy of more."""


class Witness(Protocol):
    """Is told of every request when it has been answered."""

    def __call__(self, request: Request, response: Response, sent: int, seconds: float) -> None:
        """Take note; ``sent`` is the number of bytes of the body, ``seconds`` how long it took."""
        ...


class Application:
    """The service as an ASGI 3 application; ``service`` may be set to another at any time."""

    def __init__(
        self,
        service: Service,
        routes: Iterable[Route],
        witnesses: Iterable[Witness] = (),
    ) -> None:
        self.service = service
        self._router = Router(routes)
        self._witnesses = tuple(witnesses)
        self._incoming = Incoming(service.settings)
        self._rates = Rates(service.settings.limits)
        self._compressed = CompressedBodies(service.settings.cache_bytes)
        self._in_use: Counter[Service] = Counter()

    def is_in_use(self, service: Service) -> bool:
        """Return whether a request is being answered with ``service``."""
        return self._in_use[service] > 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer one request; whoever runs the application starts and ends what it stands on."""
        if scope["type"] != "http":
            raise NotImplementedError(f"only HTTP is served, not {scope['type']}")
        started = time.perf_counter()
        request, service = self._incoming.request(scope), self.service
        route = self._router.route(request.path)
        self._in_use[service] += 1
        try:
            try:
                request = await self._admitted(request, route, receive)
                with while_there(receive):
                    response = await self._answered(request, route, service)
            except Problem as problem:
                response = _refused(request, problem, route)
            except Departed:
                response = Response(status=CLIENT_CLOSED_REQUEST)
            done = finished(request, _numbered(request, response), self._compressed)
            sent = await _send(done, send, head=request.method == "HEAD")
        finally:
            self._in_use[service] -= 1
        for witness in self._witnesses:
            witness(request, done, sent, time.perf_counter() - started)

    async def _admitted(self, request: Request, route: Route, receive: Receive) -> Request:
        """Return ``request`` with its body; raise a Problem where it is not to be answered."""
        if wait := self._rates.wait(request.client):
            detail = f"too many requests from {request.client}: try again in {wait} s"
            raise Problem(429, detail, headers=(("retry-after", str(wait)),))
        if request.method not in _allowed(route):
            raise _not_allowed(request, route)
        return await read_body(request, receive, self.service.settings.limits)

    async def _answered(self, request: Request, route: Route, service: Service) -> Response:
        if request.method == "OPTIONS":
            return options(request, _allowed(route))
        return await route.answer(request, service)


def _numbered(request: Request, response: Response) -> Response:
    return replace(response, headers=(*response.headers, ("x-request-id", request.id)))


def _refused(request: Request, problem: Problem, route: Route) -> Response:
    """Return ``problem`` in the form that errors have at ``route``."""
    if route.refusal is None:
        return refused(request, problem)
    response = route.refusal(problem)
    return replace(response, headers=(*response.headers, *problem.headers))


def _allowed(route: Route) -> tuple[str, ...]:
    head = ("HEAD",) if "GET" in route.methods else ()
    return (*route.methods, *head, "OPTIONS")


def _not_allowed(request: Request, route: Route) -> Problem:
    allowed = ", ".join(_allowed(route))
    return Problem(
        405,
        f"{request.method} is not for {request.path}: use {allowed}",
        headers=(("allow", allowed),),
    )


async def _send(response: Response, send: Send, *, head: bool) -> int:
    """Send ``response``, and return how many bytes its body had."""
    headers = [
        (name.encode("latin-1"), value.encode("latin-1")) for name, value in response.headers
    ]
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    body, sent = response.body, 0
    if isinstance(body, bytes | memoryview):
        for start in range(0, len(body), _PIECE):
            piece = bytes(body[start : start + _PIECE])
            more = start + _PIECE < len(body)
            await send({"type": "http.response.body", "body": piece, "more_body": more})
        if not body:
            await send({"type": "http.response.body"})
        return len(body)
    if not head:
        async for piece in body:
            sent += len(piece)
            await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body"})
    return sent
