"""The Range header to parts of a representation (RFC 9110 §14)."""

import re
from hashlib import sha256
from itertools import pairwise
from typing import Final

from crosswalk_rdf.server.messages import Headers, Request, Response

MOST_RANGES: Final = 16
"""Who asks for more parts at once gets the whole (§14.2 leaves it to the server)."""

_RANGES: Final = re.compile(r"bytes=(.*)", re.IGNORECASE | re.DOTALL)
_RANGE: Final = re.compile(r"([0-9]*)-([0-9]*)")
_LONGEST: Final = 18
"""Digits of a number that is taken as it is; all that are longer are beyond any file."""

Span = tuple[int, int]
"""The first byte, and the one after the last."""


class Unsatisfiable(ValueError):
    """A valid Range header, none of whose ranges overlaps the representation."""


def spans(header: str, size: int) -> tuple[Span, ...] | None:
    """Return the parts of ``size`` bytes that ``header`` asks for; None for the whole.

    The whole is sent for other units than bytes, for what is no range set, for too many parts and
    for parts that overlap. Raises :class:`Unsatisfiable`.
    """
    found = _RANGES.fullmatch(header.strip())
    items = [item.strip(" \t") for item in found[1].split(",")] if found else []
    items = [item for item in items if item]
    if not items or len(items) > MOST_RANGES:
        return None
    asked: list[Span] = []
    for item in items:
        match = _RANGE.fullmatch(item)
        span = _span(match[1], match[2], size) if match else None
        if span is None:
            return None
        asked.append(span)
    satisfiable = [span for span in asked if span[0] < span[1]]
    if not satisfiable:
        raise Unsatisfiable(header)
    ordered = sorted(satisfiable)
    if any(after[0] < before[1] for before, after in pairwise(ordered)):
        return None
    return tuple(satisfiable)


def _span(first: str, last: str, size: int) -> Span | None:
    """Return one range cut to ``size``, empty if unsatisfiable; None where it is no range."""
    if first:
        start, end = _number(first), _number(last) if last else size
        if last and end < start:
            return None
        return min(start, size), min(end + 1 if last else size, size)
    return (max(size - _number(last), 0), size) if last else None


def _number(digits: str) -> int:
    plain = digits.lstrip("0")
    return int(plain or "0") if len(plain) <= _LONGEST else 10**_LONGEST


def partial(request: Request, response: Response, body: memoryview) -> Response | None:
    """Return the 206 for the Range header of ``request``; None where the whole is to be sent.

    Raises :class:`Unsatisfiable`.
    """
    size = len(body)
    found = spans(request.header("range"), size) if size else None
    if found is None:
        return None
    if len(found) == 1:
        start, end = found[0]
        headers = (*response.headers, ("content-range", _content_range(start, end, size)))
        return Response(status=206, headers=headers, body=body[start:end])
    return _multipart(request, response, body, found)


def _multipart(
    request: Request, response: Response, body: memoryview, found: tuple[Span, ...]
) -> Response:
    """Return several parts as ``multipart/byteranges`` (§14.6)."""
    seed = f"{response.header('etag')} {request.header('range')}"
    boundary = f"part-{sha256(seed.encode()).hexdigest()}"
    type = response.header("content-type") or "application/octet-stream"
    pieces: list[bytes | memoryview] = []
    for start, end in found:
        content_range = _content_range(start, end, len(body))
        pieces.append(
            f"\r\n--{boundary}\r\nContent-Type: {type}\r\n"
            f"Content-Range: {content_range}\r\n\r\n".encode("latin-1", "replace")
        )
        pieces.append(body[start:end])
    pieces.append(f"\r\n--{boundary}--\r\n".encode())
    own: Headers = tuple(pair for pair in response.headers if pair[0] != "content-type")
    kind = f"multipart/byteranges; boundary={boundary}"
    return Response(status=206, headers=(*own, ("content-type", kind)), body=b"".join(pieces))


def _content_range(start: int, end: int, size: int) -> str:
    return f"bytes {start}-{end - 1}/{size}"
