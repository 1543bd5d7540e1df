"""Accept-Encoding to a content coding (RFC 9110 §12.5.3), and content to that coding."""

import gzip
import zlib
from collections.abc import AsyncIterator
from functools import lru_cache
from typing import Final

import brotli

from crosswalk_rdf.server.negotiation import Range, ranges

IDENTITY: Final = "identity"
CODINGS: Final = ("br", "gzip")
"""The one that is preferred among equals first."""

LEAST: Final = 1_000
"""Bytes from which on it pays."""
MOST: Final = 4 * 1024 * 1024
"""Bytes up to which it is done at all: one request must not hold up the others."""
_MOST_AT_LEISURE: Final = 128 * 1024
_BR, _BR_QUICK = 5, 1
_GZIP, _GZIP_QUICK = 6, 1
_LEAST_WEIGHT: Final = 0.0001
"""What is not mentioned and still acceptable is wanted less than anything that is."""


def accepted(header: str) -> tuple[str, ...]:
    """Return the codings that an Accept-Encoding header takes, the most wanted first.

    Without the header, or with an empty one, that is identity alone.
    """
    return _accepted(ranges(header))


@lru_cache(maxsize=256)
def _accepted(asked: tuple[Range, ...]) -> tuple[str, ...]:
    weights = {range.value.removeprefix("x-"): range.q for range in reversed(asked)}
    others = weights.get("*")
    weighed = {coding: weights.get(coding, others or 0.0) for coding in CODINGS}
    unmentioned = _LEAST_WEIGHT if others is None else others
    weighed[IDENTITY] = weights.get(IDENTITY, unmentioned)
    wanted = [coding for coding, q in weighed.items() if q > 0]
    return tuple(sorted(wanted, key=lambda coding: -weighed[coding]))


def encoded(content: bytes | memoryview, coding: str) -> bytes:
    """Return ``content`` in ``coding``, larger ones with less effort."""
    at_leisure = len(content) <= _MOST_AT_LEISURE
    if coding == "br":
        quality = _BR if at_leisure else _BR_QUICK
        packed: bytes = brotli.compress(bytes(content), quality=quality)
        return packed
    return gzip.compress(content, _GZIP if at_leisure else _GZIP_QUICK, mtime=0)


async def gzipped(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Yield ``pieces`` compressed with gzip as they come."""
    packing = zlib.compressobj(_GZIP_QUICK, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    async for piece in pieces:
        if packed := packing.compress(piece):
            yield packed
    yield packing.flush()
