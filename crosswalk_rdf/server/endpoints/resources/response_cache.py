"""Responses of one build, for the next request for the same."""

from collections import OrderedDict
from mmap import mmap
from typing import Final

from starlette.responses import Response
from starlette.types import Scope

from crosswalk_rdf.server.service import Service

_SHARE: Final = 4
"""The part of the service's cache is one in so many."""
_OVERHEAD: Final = 4096
"""Bytes that a response takes beside a body of its own, roughly."""
_MAX_KEY: Final = 4096
_HEADERS: Final = frozenset((b"accept", b"accept-profile", b"host"))
"""What of a request decides over the response, beside its URL."""

Key = tuple[bytes | str, ...]


class ResponseCache:
    """A cache of as many bytes as are given; the least recently used leaves first."""

    def __init__(self, max_size: int) -> None:
        self._max_size, self._size = max_size, 0
        self._entries: OrderedDict[Key, Response] = OrderedDict()

    def get(self, key: Key) -> Response | None:
        """Return the response for ``key``, if there is one."""
        response = self._entries.get(key)
        if response is not None:
            self._entries.move_to_end(key)
        return response

    def add(self, key: Key, response: Response) -> None:
        """Add ``response``, which must not change; files are in memory anyway and weigh little."""
        if sum(map(len, key)) > _MAX_KEY or key in self._entries:
            return
        if _weight(response) <= self._max_size:
            self._entries[key] = response
            self._size += _weight(response)
        while self._size > self._max_size:
            _, removed = self._entries.popitem(last=False)
            self._size -= _weight(removed)


def cache_key(scope: Scope) -> Key:
    """Return all of a request that a response may depend on."""
    headers = [part for pair in scope["headers"] if pair[0] in _HEADERS for part in pair]
    return (scope["raw_path"], scope["query_string"], scope["scheme"], *headers)


def _weight(response: Response) -> int:
    body = response.body
    if isinstance(body, memoryview) and isinstance(body.obj, mmap):
        return _OVERHEAD
    return _OVERHEAD + len(body)


def response_cache(service: Service) -> ResponseCache:
    """Return the cache of ``service``; for ``service.cached``."""
    return ResponseCache(service.settings.cache_bytes // _SHARE)
