"""Texts of queries that ran long: they are not tried as short ones again."""

from collections import OrderedDict
from hashlib import blake2b
from typing import Final

_MOST: Final = 10_000


class LongQueries:
    """Remembers queries by a hash, the last ones of them."""

    def __init__(self) -> None:
        self._hashes: OrderedDict[bytes, None] = OrderedDict()

    def __contains__(self, text: str) -> bool:
        return _hash(text) in self._hashes

    def add(self, text: str) -> None:
        """Remember that ``text`` ran long."""
        self._hashes[_hash(text)] = None
        if len(self._hashes) > _MOST:
            self._hashes.popitem(last=False)

    def discard(self, text: str) -> None:
        """Forget ``text``: it did not run long this time."""
        self._hashes.pop(_hash(text), None)


def _hash(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
