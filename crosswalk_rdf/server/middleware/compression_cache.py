"""Compressed content, for the next request for the same."""

from collections import OrderedDict
from collections.abc import Hashable

from crosswalk_rdf.server.middleware.content_coding import encode


class CompressionCache:
    """A cache of as many bytes as are given; the least recently used leaves first."""

    def __init__(self, max_size: int) -> None:
        self._max_size, self._size = max_size, 0
        self._entries: OrderedDict[Hashable, bytes] = OrderedDict()

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return self._size

    def compressed(self, key: Hashable, content: bytes | memoryview, coding: str) -> bytes:
        """Return ``content`` in ``coding``; ``key`` names the content, None what is not cached."""
        if key is None:
            return encode(content, coding)
        entry = (key, coding)
        cached = self._entries.get(entry)
        if cached is not None:
            self._entries.move_to_end(entry)
            return cached
        compressed = encode(content, coding)
        self._add(entry, compressed)
        return compressed

    def _add(self, entry: Hashable, compressed: bytes) -> None:
        if len(compressed) > self._max_size:
            return
        self._entries[entry] = compressed
        self._size += len(compressed)
        while self._size > self._max_size:
            _, removed = self._entries.popitem(last=False)
            self._size -= len(removed)
