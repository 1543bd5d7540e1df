"""The Range header to parts of a representation (RFC 9110 §14)."""

import re
from hashlib import sha256
from itertools import pairwise
from typing import Final, NamedTuple

from starlette.datastructures import Headers

MAX_RANGES: Final = 16
"""Who asks for more parts at once gets the whole (§14.2 leaves it to the server)."""

_RANGES: Final = re.compile(r"bytes=(.*)", re.IGNORECASE | re.DOTALL)
_RANGE: Final = re.compile(r"([0-9]*)-([0-9]*)")
_MAX_DIGITS: Final = 18
"""Digits of a number that is taken as it is; all that are longer are beyond any file."""

Span = tuple[int, int]
"""The first byte, and the one after the last."""


class Unsatisfiable(ValueError):
    """A valid Range header, none of whose ranges overlaps the representation."""


def spans(header: str, size: int) -> tuple[Span, ...] | None:
    """Return the parts of ``size`` bytes that ``header`` asks for; None for the whole.

    The whole is sent for units other than bytes, for what is not a range set, for too many parts,
    and for parts that overlap. Raises :class:`Unsatisfiable`.
    """
    match = _RANGES.fullmatch(header.strip())
    items = [item.strip(" \t") for item in match[1].split(",")] if match else []
    items = [item for item in items if item]
    if not items or len(items) > MAX_RANGES:
        return None
    requested: list[Span] = []
    for item in items:
        match = _RANGE.fullmatch(item)
        span = _span(match[1], match[2], size) if match else None
        if span is None:
            return None
        requested.append(span)
    satisfiable = [span for span in requested if span[0] < span[1]]
    if not satisfiable:
        raise Unsatisfiable(header)
    ordered = sorted(satisfiable)
    if any(after[0] < before[1] for before, after in pairwise(ordered)):
        return None
    return tuple(satisfiable)


def _span(first: str, last: str, size: int) -> Span | None:
    """Return one range cut to ``size``, empty if unsatisfiable; None if it is not one."""
    if first:
        start, end = _number(first), _number(last) if last else size
        if last and end < start:
            return None
        return min(start, size), min(end + 1 if last else size, size)
    return (max(size - _number(last), 0), size) if last else None


def _number(digits: str) -> int:
    plain = digits.lstrip("0")
    return int(plain or "0") if len(plain) <= _MAX_DIGITS else 10**_MAX_DIGITS


class Part(NamedTuple):
    """What is sent with 206."""

    headers: dict[str, str]
    """Those that differ from the headers of the whole."""
    pieces: tuple[bytes | memoryview, ...]
    """The body; the content is not copied into it."""


def partial_content(header: str, headers: Headers, body: memoryview) -> Part | None:
    """Return the part of ``body`` that the Range header ``header`` asks for; None for the whole.

    ``headers`` are those of the whole. Raises :class:`Unsatisfiable`.
    """
    size = len(body)
    parts = spans(header, size) if size else None
    if parts is None:
        return None
    if len(parts) > 1:
        return _multipart(header, headers, body, parts)
    start, end = parts[0]
    return Part({"content-range": _content_range(start, end, size)}, (body[start:end],))


def _multipart(header: str, headers: Headers, body: memoryview, parts: tuple[Span, ...]) -> Part:
    """Return several parts as ``multipart/byteranges`` (§14.6)."""
    seed = f"{headers.get('etag', '')} {header}"
    boundary = f"part-{sha256(seed.encode()).hexdigest()}"
    media_type = headers.get("content-type", "application/octet-stream")
    pieces: list[bytes | memoryview] = []
    for start, end in parts:
        content_range = _content_range(start, end, len(body))
        pieces.append(
            f"\r\n--{boundary}\r\nContent-Type: {media_type}\r\n"
            f"Content-Range: {content_range}\r\n\r\n".encode("latin-1", "replace")
        )
        pieces.append(body[start:end])
    pieces.append(f"\r\n--{boundary}--\r\n".encode())
    content_type = f"multipart/byteranges; boundary={boundary}"
    return Part({"content-type": content_type}, tuple(pieces))


def _content_range(start: int, end: int, size: int) -> str:
    return f"bytes {start}-{end - 1}/{size}"
