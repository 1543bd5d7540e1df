"""Responses of one build, for the next request for the same."""

from mmap import mmap
from typing import Final

from starlette.responses import Response
from starlette.types import Scope

from crosswalk_rdf.server.byte_cache import ByteCache, key_weight
from crosswalk_rdf.server.service import Service

_OVERHEAD: Final = 4096
"""Bytes that a response takes beside a body of its own, roughly."""
_HEADERS: Final = frozenset((b"accept", b"accept-profile", b"host"))
"""What of a request decides over the response, beside its URL."""

Key = tuple[bytes | str, ...]


class ResponseCache:
    """A cache of as many bytes as are given, by all that a response may depend on."""

    def __init__(self, max_size: int) -> None:
        self._entries: ByteCache[Key, Response] = ByteCache(max_size)

    def get(self, key: Key) -> Response | None:
        """Return the response for ``key``, if there is one."""
        return self._entries.get(key)

    def add(self, key: Key, response: Response) -> None:
        """Add ``response``, which must not change; files are in memory anyway and weigh little."""
        self._entries.add(key, response, key_weight(key) + _weight(response))


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
    return ResponseCache(service.settings.response_cache_bytes)
