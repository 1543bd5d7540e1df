"""Accept-Encoding to a content coding (RFC 9110 §12.5.3), and content to that coding."""

import gzip
import zlib
from functools import lru_cache
from typing import Final

import brotli

from crosswalk_rdf.server.negotiation import Range, accepted_ranges

IDENTITY: Final = "identity"
CODINGS: Final = ("br", "gzip")
"""The one that is preferred among equals first."""

MIN_SIZE: Final = 1_000
"""Bytes from which on it pays."""
MAX_SIZE: Final = 4 * 1024 * 1024
"""Bytes up to which it is done at all: one request must not hold up the others."""
_MAX_SIZE_FOR_EFFORT: Final = 128 * 1024
_BR, _BR_FAST = 5, 1
_GZIP, _GZIP_FAST = 6, 1
_LEAST_WEIGHT: Final = 0.0001
"""What is not mentioned and still acceptable is wanted less than anything that is."""


def acceptable_codings(header: str) -> tuple[str, ...]:
    """Return the codings that an Accept-Encoding header accepts, the most wanted first.

    Without the header, or with an empty one, that is identity alone.
    """
    return _acceptable(accepted_ranges(header))


@lru_cache(maxsize=256)
def _acceptable(ranges: tuple[Range, ...]) -> tuple[str, ...]:
    weights = {range.value.removeprefix("x-"): range.q for range in reversed(ranges)}
    others = weights.get("*")
    weighed = {coding: weights.get(coding, others or 0.0) for coding in CODINGS}
    unmentioned = _LEAST_WEIGHT if others is None else others
    weighed[IDENTITY] = weights.get(IDENTITY, unmentioned)
    codings = [coding for coding, q in weighed.items() if q > 0]
    return tuple(sorted(codings, key=lambda coding: -weighed[coding]))


def encode(content: bytes | memoryview, coding: str) -> bytes:
    """Return ``content`` in ``coding``, larger ones with less effort."""
    is_small = len(content) <= _MAX_SIZE_FOR_EFFORT
    if coding == "br":
        compressed: bytes = brotli.compress(bytes(content), quality=_BR if is_small else _BR_FAST)
        return compressed
    return gzip.compress(content, _GZIP if is_small else _GZIP_FAST, mtime=0)


class GzipStream:
    """Compresses chunks as they come."""

    def __init__(self) -> None:
        self._stream = zlib.compressobj(_GZIP_FAST, zlib.DEFLATED, 16 + zlib.MAX_WBITS)

    def compress(self, chunk: bytes | memoryview, *, is_last: bool) -> bytes:
        """Return what ``chunk`` adds to the stream, maybe nothing yet; its end with the last."""
        compressed = self._stream.compress(chunk)
        return compressed + self._stream.flush() if is_last else compressed
