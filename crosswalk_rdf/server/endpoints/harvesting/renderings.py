"""What harvesters get, rendered once for a build, beside the event loop.

Many harvesters ask for the same pages, and again to see whether they have changed. A page is
rendered by one thread, while the event loop goes on; those who ask meanwhile share what comes. It
has an entity tag, so that it is compressed once, too, and asking again costs a look into the cache.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from hashlib import blake2b
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf.server.requests import base_url, header, raw_path, service_of
from crosswalk_rdf.server.service import Service

_OVERHEAD: Final = 1_000
"""Bytes that an entry takes besides its content, roughly."""

Rendering = tuple[dict[str, str], bytes]
"""Headers and body."""


class Renderings:
    """Renderings by key, of which ``most_bytes`` are kept: the ones that were asked for last."""

    def __init__(self, most_bytes: int) -> None:
        self._most, self._bytes = most_bytes, 0
        self._entries: OrderedDict[bytes, Rendering] = OrderedDict()
        self._running: dict[bytes, asyncio.Future[Rendering]] = {}
        self._thread = ThreadPoolExecutor(1, "rendering")

    async def get(self, key: tuple[str, ...], render: Callable[[], Rendering]) -> Rendering:
        """Return what ``render`` gives for ``key``; raise what it raises, which is not kept."""
        name = blake2b("\0".join(key).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        if rendering := self._entries.get(name):
            self._entries.move_to_end(name)
            return rendering
        running = self._running.get(name)
        if running is None:
            loop = asyncio.get_running_loop()
            running = self._running[name] = loop.run_in_executor(self._thread, render)
            running.add_done_callback(lambda done: self._keep(name, done))
        return await asyncio.shield(running)

    def _keep(self, name: bytes, done: "asyncio.Future[Rendering]") -> None:
        del self._running[name]
        if done.cancelled() or done.exception() is not None:
            return
        self._entries[name] = done.result()
        self._bytes += _size(done.result())
        while self._bytes > self._most:
            self._bytes -= _size(self._entries.popitem(last=False)[1])


def renderings(service: Service) -> Renderings:
    """Return the renderings of a build; pass it to ``service.cached``."""
    return Renderings(service.settings.rendering_cache_bytes)


def rendered(render: Callable[[Request], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Return the endpoint whose responses ``render`` makes, of path, Accept and host alone."""

    def rendering(request: Request) -> Rendering:
        response = render(request)
        body = bytes(response.body)
        etag = f'"{blake2b(body, digest_size=16).hexdigest()}"'
        return {**dict(response.headers), "etag": etag}, body

    @wraps(render)
    async def endpoint(request: Request) -> Response:
        key = (raw_path(request), header(request.headers, "accept"), base_url(request))
        cache = service_of(request).cached(renderings)
        headers, body = await cache.get(key, lambda: rendering(request))
        return Response(body, headers=headers)

    return endpoint


def _size(rendering: Rendering) -> int:
    return len(rendering[1]) + _OVERHEAD
