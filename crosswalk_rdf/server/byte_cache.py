"""Values by key, up to a number of bytes: the cache of everything that clients can fill."""

import sys
from collections import OrderedDict
from collections.abc import Hashable, Iterable
from typing import Final, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

_OVERHEAD: Final = 500
"""Bytes that an entry takes beside its key and value, roughly."""


class ByteCache(Generic[Key, Value]):
    """A cache of as many bytes as are given; the least recently used entry leaves first.

    Whoever adds an entry says what its key and its value weigh: clients send keys as well.
    """

    def __init__(self, max_size: int) -> None:
        self._max_size, self._size = max_size, 0
        self._entries: OrderedDict[Key, tuple[Value, int]] = OrderedDict()

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return self._size

    def __len__(self) -> int:
        """Return how many entries it holds."""
        return len(self._entries)

    def get(self, key: Key) -> Value | None:
        """Return the value for ``key``, if there is one."""
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._entries.move_to_end(key)
        return entry[0]

    def add(self, key: Key, value: Value, weight: int) -> None:
        """Add a value that weighs ``weight`` bytes with its key, unless it is too heavy."""
        weight += _OVERHEAD
        if key in self._entries or weight > self._max_size:
            return
        self._entries[key] = value, weight
        self._size += weight
        while self._size > self._max_size:
            _, (_, removed) = self._entries.popitem(last=False)
            self._size -= removed

    def clear(self) -> None:
        """Remove all entries."""
        self._entries.clear()
        self._size = 0


def key_weight(parts: Iterable[str | bytes]) -> int:
    """Return how many bytes the parts of a key take."""
    return sum(map(sys.getsizeof, parts))
