"""Of a response what the request asks for: unchanged, a part, in a coding, or an error.

Any ``Response`` with an ``ETag`` or ``Last-Modified`` header gets conditional requests (RFC 9110
§13), ranges (§14) and the best coding of Accept-Encoding (§12.5.3), each coding with a validator of
its own (§8.8.3.3).
"""

from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import Scope

from crosswalk_rdf.serialization.media_types import is_compressible
from crosswalk_rdf.server.middleware.byte_ranges import Unsatisfiable, partial_content
from crosswalk_rdf.server.middleware.compression_cache import CompressionCache
from crosswalk_rdf.server.middleware.content_coding import (
    CODINGS,
    IDENTITY,
    MAX_SIZE,
    MIN_SIZE,
    acceptable_codings,
)
from crosswalk_rdf.server.middleware.preconditions import evaluate, may_continue
from crosswalk_rdf.server.problems import Problem, problem_response
from crosswalk_rdf.server.requests import header

_OF_304: Final = frozenset(
    ("cache-control", "content-location", "etag", "expires", "last-modified", "vary")
)
"""What RFC 9110 §15.4.5 wants, if the 200 has it; Date is the server's."""


@dataclass(slots=True)
class Content:
    """A response on its way."""

    status: int
    headers: MutableHeaders
    body: bytes | memoryview = b""
    is_changed: bool = False
    """Whether the body is another one than that of the response."""
    parts: tuple[bytes | memoryview, ...] = ()
    """The body in several pieces, in place of ``body``."""

    @property
    def pieces(self) -> tuple[bytes | memoryview, ...]:
        """The pieces that are sent, one after the other."""
        return self.parts or (self.body,)

    @property
    def is_compressible(self) -> bool:
        """Whether its media type is one that gets shorter."""
        media_type = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return is_compressible(media_type)

    @property
    def is_divisible(self) -> bool:
        """Whether ranges may be sent: it has a strong validator."""
        return self.headers.get("etag", "").startswith('"')

    def add_vary(self) -> None:
        """Name Accept-Encoding in Vary where it may change what is sent (RFC 9110 §12.5.5)."""
        vary = self.headers.get("vary", "")
        names = [name.strip() for name in vary.lower().split(",")]
        if self.is_compressible and "*" not in names and "accept-encoding" not in names:
            self.headers["vary"] = f"{vary}, Accept-Encoding" if vary else "Accept-Encoding"

    def set_coding(self, coding: str) -> None:
        """Name ``coding`` and give it a validator of its own."""
        self.headers["content-encoding"] = coding
        if etag := self.headers.get("etag"):
            self.headers["etag"] = _coded(etag, coding)


class ContentSelector:
    """Selects for one request; what is compressed is cached."""

    def __init__(self, scope: Scope, cache: CompressionCache) -> None:
        self._scope, self._cache = scope, cache
        self._request = Headers(scope=scope)

    def whole(self, content: Content) -> Content:
        """Return ``content`` in the coding or the part that is asked for."""
        codings = self._codings(content)
        if self.is_read(content):
            if not codings:
                return self.problem(_no_coding())
            if conditional := self.conditional(content, codings):
                return conditional
            if IDENTITY in codings and (part := self._part(content)):
                return part
            if content.is_divisible:
                content.headers["accept-ranges"] = "bytes"
        content.add_vary()
        if codings and codings[0] != IDENTITY:
            self._compress(content, codings[0])
        return content

    def is_read(self, content: Content) -> bool:
        """Return whether preconditions and ranges apply: 200 for GET or HEAD."""
        return content.status == 200 and self._scope["method"] in ("GET", "HEAD")

    def _codings(self, content: Content) -> tuple[str, ...]:
        """Return the codings that ``content`` could be sent in, the best first; none if refused."""
        codings = acceptable_codings(header(self._request, "accept-encoding"))
        size = len(content.body)
        if size > MAX_SIZE or not size or "content-encoding" in content.headers:
            return (IDENTITY,) if IDENTITY in codings or not size else ()
        if IDENTITY in codings and (size < MIN_SIZE or not content.is_compressible):
            return (IDENTITY,)
        return codings

    def stream_codings(self, content: Content) -> tuple[str, ...]:
        """Return the codings that chunks could be sent in, the best first; identity at least."""
        if "content-encoding" in content.headers or not content.is_compressible:
            return (IDENTITY,)
        codings = acceptable_codings(header(self._request, "accept-encoding"))
        return tuple(c for c in codings if c in ("gzip", IDENTITY)) or (IDENTITY,)

    def conditional(self, content: Content, codings: tuple[str, ...]) -> Content | None:
        """Return the 304 or the 412 that the preconditions ask for."""
        if not any(name.startswith(b"if-") for name, _ in self._request.raw):
            return None
        etag = content.headers.get("etag", "")
        etags = [_coded(etag, coding) for coding in codings] if etag else []
        outcome = evaluate(self._request, etags, content.headers.get("last-modified", ""))
        if outcome.status == 412:
            return self.problem(Problem(412, "it is not what If-Match or the date says: get it"))
        if outcome.status == 200:
            return None
        content.add_vary()
        headers = [pair for pair in content.headers.items() if pair[0] in _OF_304]
        not_modified = Content(304, MutableHeaders(dict(headers)))
        if outcome.etag:
            not_modified.headers["etag"] = outcome.etag
        return not_modified

    def _part(self, content: Content) -> Content | None:
        """Return the part that is asked for, or 416; None where the whole is to be sent."""
        ranges = header(self._request, "range")
        if not ranges or self._scope["method"] != "GET" or not content.is_divisible:
            return None
        etag, modified = content.headers["etag"], content.headers.get("last-modified", "")
        if not may_continue(header(self._request, "if-range"), etag, modified):
            return None
        size = len(content.body)
        try:
            part = partial_content(ranges, content.headers, memoryview(content.body))
        except Unsatisfiable:
            headers = {"content-range": f"bytes */{size}", "accept-ranges": "bytes"}
            return self.problem(Problem(416, f"it has {size} bytes", headers=headers))
        if part is None:
            return None
        content.add_vary()
        content.headers.update(part.headers)
        content.headers["accept-ranges"] = "bytes"
        return Content(206, content.headers, is_changed=True, parts=part.pieces)

    def _compress(self, content: Content, coding: str) -> None:
        etag = content.headers.get("etag")
        path, query = self._scope["raw_path"], self._scope["query_string"]
        key = (path, query, etag) if etag and content.status == 200 else None
        content.body = self._cache.compressed(key, content.body, coding)
        content.set_coding(coding)
        content.is_changed = True

    def problem(self, problem: Problem) -> Content:
        """Return ``problem`` as a response of its own."""
        response = problem_response(problem, self._scope["state"]["request_id"])
        return Content(response.status_code, response.headers, response.body)


def _no_coding() -> Problem:
    vary = {"vary": "Accept-Encoding"}
    detail = "there is no coding for it that you accept"
    return Problem(406, detail, headers=vary, codings=[IDENTITY])


def _coded(etag: str, coding: str) -> str:
    return f'{etag[:-1]}-{coding}"' if coding in CODINGS else etag
