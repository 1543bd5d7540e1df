"""Responses that are held in memory until their clients have read them, up to a number of bytes.

Where they become too many, those whose clients have read nothing for longest are dropped.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from mmap import mmap
from typing import Final

ABORT: Final = "crosswalk_rdf.abort"
"""The extension of an ASGI scope that holds what closes the connection at once."""
PATIENCE: Final = 1.0
"""Seconds that a client may take to read a chunk, whatever else waits."""
_SMALL: Final = 64 * 1024
"""Bytes up to which a response is handed on at once."""


class TooManyUnread(Exception):
    """No room for another response."""


@dataclass(slots=True, eq=False)
class UnreadResponse:
    """A response that is being sent."""

    body: object
    """What is held; several clients may be sent the same."""
    size: int
    abort: Callable[[], None] | None
    since: float = field(default_factory=time.monotonic)
    """When the client was last sent something."""
    is_dropped: bool = False

    def wait(self) -> None:
        """Take note that another chunk is handed on."""
        self.since = time.monotonic()

    def drop(self) -> None:
        """Close the connection."""
        self.is_dropped = True
        if self.abort is not None:
            self.abort()


class UnreadResponses:
    """All responses that are being sent, which hold ``max_size`` bytes at most."""

    def __init__(self, max_size: int) -> None:
        self._max_size = max_size
        self._responses: set[UnreadResponse] = set()
        self._bodies: Counter[int] = Counter()
        """How many responses hold each body, by its identity."""
        self.size = 0
        """How many bytes are held; what is sent to several clients counts once."""

    @contextmanager
    def response(
        self, pieces: Sequence[bytes | memoryview], abort: Callable[[], None] | None
    ) -> Iterator[UnreadResponse]:
        """Count a response while it is sent; raise :class:`TooManyUnread`.

        Files of a build are in memory anyway, and do not count.
        """
        held = [piece for piece in pieces if not _is_of_file(piece)]
        size = sum(map(len, held))
        response = UnreadResponse(held[0] if held else None, size, abort)
        if size <= _SMALL:
            yield response
            return
        self._add(response)
        try:
            self._make_room(response)
            yield response
        finally:
            self._remove(response)

    def _make_room(self, response: UnreadResponse) -> None:
        if self.size <= self._max_size:
            return
        latest = response.since - PATIENCE
        late = [other for other in self._responses if other.since < latest and other.abort]
        for slow in sorted(late, key=lambda other: other.since):
            slow.drop()
            self._remove(slow)
            if self.size <= self._max_size:
                return
        raise TooManyUnread

    def _add(self, response: UnreadResponse) -> None:
        self._responses.add(response)
        self._bodies[id(response.body)] += 1
        if self._bodies[id(response.body)] == 1:
            self.size += response.size

    def _remove(self, response: UnreadResponse) -> None:
        if response not in self._responses:
            return
        self._responses.remove(response)
        self._bodies[id(response.body)] -= 1
        if not self._bodies[id(response.body)]:
            del self._bodies[id(response.body)]
            self.size -= response.size


def _is_of_file(piece: bytes | memoryview) -> bool:
    return isinstance(piece, memoryview) and isinstance(piece.obj, mmap)
