"""Compressed content, for the next request for the same."""

from crosswalk_rdf.server.byte_cache import ByteCache, key_weight
from crosswalk_rdf.server.middleware.content_coding import encode

Key = tuple[str | bytes, ...]


class CompressionCache:
    """A cache of as many bytes as are given, by what names the content and by its coding."""

    def __init__(self, max_size: int) -> None:
        self._entries: ByteCache[Key, bytes] = ByteCache(max_size)

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return self._entries.size

    def compressed(self, key: Key | None, content: bytes | memoryview, coding: str) -> bytes:
        """Return ``content`` in ``coding``; ``key`` names the content, None what is not cached."""
        if key is None:
            return encode(content, coding)
        entry = (*key, coding)
        cached = self._entries.get(entry)
        if cached is None:
            cached = encode(content, coding)
            self._entries.add(entry, cached, key_weight(entry) + len(cached))
        return cached
