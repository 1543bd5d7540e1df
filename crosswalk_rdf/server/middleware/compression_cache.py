"""Compressed bodies, kept for the next who asks."""

from collections import OrderedDict
from collections.abc import Hashable

from crosswalk_rdf.server.middleware.content_coding import encoded


class CompressedBodies:
    """A cache of as many bytes as are given; what was not asked for longest leaves first."""

    def __init__(self, most: int) -> None:
        self._most, self._size = most, 0
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()

    @property
    def size(self) -> int:
        """How many bytes it keeps."""
        return self._size

    def body(self, key: Hashable, content: bytes | memoryview, coding: str) -> bytes:
        """Return ``content`` in ``coding``; ``key`` names the content, None what is not kept."""
        if key is None:
            return encoded(content, coding)
        place = (key, coding)
        found = self._kept.get(place)
        if found is not None:
            self._kept.move_to_end(place)
            return found
        made = encoded(content, coding)
        self._keep(place, made)
        return made

    def _keep(self, place: Hashable, made: bytes) -> None:
        if len(made) > self._most:
            return
        self._kept[place] = made
        self._size += len(made)
        while self._size > self._most:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone)
