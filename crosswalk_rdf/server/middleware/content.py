"""A response as an endpoint gives it to the one that is sent."""

from dataclasses import replace
from typing import Final

from crosswalk_rdf.serialization.media_types import is_compressible
from crosswalk_rdf.server.messages import Headers, Request, Response
from crosswalk_rdf.server.middleware.byte_ranges import Unsatisfiable, partial
from crosswalk_rdf.server.middleware.common_headers import COMMON, varying, with_header
from crosswalk_rdf.server.middleware.compression_cache import CompressedBodies
from crosswalk_rdf.server.middleware.content_coding import (
    CODINGS,
    IDENTITY,
    LEAST,
    MOST,
    accepted,
    gzipped,
)
from crosswalk_rdf.server.middleware.preconditions import may_continue, verdict
from crosswalk_rdf.server.problems import MEDIA_TYPE, Problem

_OF_304: Final = frozenset(
    ("cache-control", "content-location", "etag", "expires", "last-modified", "vary")
)
"""What RFC 9110 §15.4.5 wants, if the 200 has it; Date is the server's."""
_NUMBER: Final = "x-request-id"
_NO_CONTENT: Final = (204, 304)


def finished(request: Request, response: Response, bodies: CompressedBodies) -> Response:
    """Return ``response`` as it is sent for ``request``.

    Preconditions, ranges and content codings are heeded (RFC 9110 §13, §14, §12.5.3), the headers
    of every response are added, and HEAD gets no content. ``bodies`` keeps what was compressed.
    """
    number = response.header(_NUMBER)
    if isinstance(response.body, bytes | memoryview):
        response = _whole(request, response, bodies)
    else:
        response = _stream(request, response)
    if number:
        response = _with(response, _NUMBER, number)
    names = {name for name, _ in response.headers}
    headers = (*response.headers, *(pair for pair in COMMON if pair[0] not in names))
    body = response.body
    if isinstance(body, bytes | memoryview) and response.status not in _NO_CONTENT:
        headers = with_header(headers, "content-length", str(len(body)))
    if request.method == "HEAD" or response.status in _NO_CONTENT:
        body = b""
    return Response(status=response.status, headers=headers, body=body)


def refused(request: Request, problem: Problem) -> Response:
    """Return ``problem`` as a response that is still to be finished."""
    headers = (*problem.headers, ("content-type", MEDIA_TYPE), ("cache-control", "no-store"))
    return Response(status=problem.status, headers=headers, body=problem.body(request.id))


def _whole(request: Request, response: Response, bodies: CompressedBodies) -> Response:
    """Return a response whose body is there, in the coding or the part that is asked for."""
    codings = _codings(request, response)
    if _is_read(request, response):
        if not codings:
            return refused(request, _uncoded())
        if answered := _conditional(request, response, codings):
            return answered
        if IDENTITY in codings and (answered := _ranged(request, response)):
            return answered
        if _is_divisible(response):
            response = _with(response, "accept-ranges", "bytes")
    return _encoded(request, response, codings[0] if codings else IDENTITY, bodies)


def _uncoded() -> Problem:
    vary = (("vary", "Accept-Encoding"),)
    detail = "there is no coding for it that you accept"
    return Problem(406, detail, headers=vary, codings=[IDENTITY])


def _codings(request: Request, response: Response) -> tuple[str, ...]:
    """Return the codings that ``response`` could be sent in, the best first; none if refused."""
    wanted = accepted(request.header("accept-encoding"))
    body = response.body
    size = len(body) if isinstance(body, bytes | memoryview) else LEAST
    if size > MOST or not size or response.header("content-encoding"):
        return (IDENTITY,) if IDENTITY in wanted or not size else ()
    if IDENTITY in wanted and (size < LEAST or not _is_compressible(response)):
        return (IDENTITY,)
    return wanted


def _conditional(request: Request, response: Response, codings: tuple[str, ...]) -> Response | None:
    """Return the 304 or the 412 that the preconditions ask for."""
    if not any(name.startswith("if-") for name in request.headers):
        return None
    etag = response.header("etag")
    etags = [_coded(etag, coding) for coding in codings] if etag else []
    found = verdict(request.headers, etags, response.header("last-modified"))
    if found.status == 412:
        return refused(request, Problem(412, "it is not what If-Match or the date says: get it"))
    if found.status == 200:
        return None
    headers = tuple(pair for pair in _varying(response) if pair[0] in _OF_304)
    if found.etag:
        headers = with_header(headers, "etag", found.etag)
    return Response(status=304, headers=headers)


def _ranged(request: Request, response: Response) -> Response | None:
    """Return the part that is asked for, or 416; None where the whole is to be sent."""
    etag, modified = response.header("etag"), response.header("last-modified")
    body = response.body
    if request.method != "GET" or "range" not in request.headers:
        return None
    if not _is_divisible(response) or not isinstance(body, bytes | memoryview):
        return None
    if not may_continue(request.header("if-range"), etag, modified):
        return None
    try:
        part = partial(request, replace(response, headers=_varying(response)), memoryview(body))
    except Unsatisfiable:
        problem = Problem(
            416,
            f"it has {len(body)} bytes",
            headers=(("content-range", f"bytes */{len(body)}"), ("accept-ranges", "bytes")),
        )
        return refused(request, problem)
    return part and _with(part, "accept-ranges", "bytes")


def _encoded(
    request: Request, response: Response, coding: str, bodies: CompressedBodies
) -> Response:
    """Return ``response`` in ``coding``, with a validator of its own (RFC 9110 §8.8.3.3)."""
    headers, body, etag = _varying(response), response.body, response.header("etag")
    if coding == IDENTITY or not isinstance(body, bytes | memoryview):
        return replace(response, headers=headers)
    key = (request.path, request.query, etag) if etag and response.status == 200 else None
    content = bodies.body(key, body, coding)
    if etag:
        headers = with_header(headers, "etag", _coded(etag, coding))
    return replace(response, headers=(*headers, ("content-encoding", coding)), body=content)


def _stream(request: Request, response: Response) -> Response:
    """Return a response that comes in pieces, compressed with gzip if it may be."""
    codings, body = _stream_codings(request, response), response.body
    if _is_read(request, response) and (answered := _conditional(request, response, codings)):
        return answered
    response = replace(response, headers=_varying(response))
    if codings[0] == IDENTITY or isinstance(body, bytes | memoryview):
        return response
    headers = (*response.headers, ("content-encoding", "gzip"))
    if etag := response.header("etag"):
        headers = with_header(headers, "etag", _coded(etag, "gzip"))
    return Response(status=response.status, headers=headers, body=gzipped(body))


def _stream_codings(request: Request, response: Response) -> tuple[str, ...]:
    """Return the codings that pieces could be sent in, the best first; as they are at the least."""
    if response.header("content-encoding") or not _is_compressible(response):
        return (IDENTITY,)
    wanted = accepted(request.header("accept-encoding"))
    return tuple(coding for coding in wanted if coding in ("gzip", IDENTITY)) or (IDENTITY,)


def _is_read(request: Request, response: Response) -> bool:
    return response.status == 200 and request.method in ("GET", "HEAD")


def _varying(response: Response) -> Headers:
    """Return the headers, with Accept-Encoding in Vary where it may change what is sent."""
    if not _is_compressible(response):
        return response.headers
    vary = ", ".join(value for name, value in response.headers if name == "vary")
    return with_header(response.headers, "vary", varying(vary, "Accept-Encoding"))


def _coded(etag: str, coding: str) -> str:
    return f'{etag[:-1]}-{coding}"' if coding in CODINGS else etag


def _with(response: Response, name: str, value: str) -> Response:
    return replace(response, headers=with_header(response.headers, name, value))


def _is_divisible(response: Response) -> bool:
    return response.header("etag").startswith('"')


def _is_compressible(response: Response) -> bool:
    return is_compressible(response.header("content-type").partition(";")[0].strip().lower())
