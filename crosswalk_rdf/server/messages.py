"""What comes in and what goes out: requests and responses of HTTP (RFC 9110) as values."""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import parse_qsl

from crosswalk_rdf.server.problems import Problem

Headers = tuple[tuple[str, str], ...]
"""Names in lower case, and values."""

MOST_PARAMETERS = 1_000
"""How many parameters a query string or a form may have."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """A request, with a body that was read whole and is no larger than the service allows."""

    method: str
    path: str
    """The path below the top of the service, percent-encoded as it was sent: ``/psel-2015/1a``."""
    query: str = ""
    """What stands after the question mark, as it was sent."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """By name in lower case; a repeated header is one value with commas (RFC 9110 §5.3)."""
    body: bytes = b""
    top: str
    """The URL of the top of the service as clients reach it; it ends in a slash."""
    id: str = ""
    """What logs and problems call this request."""
    client: str = ""
    """The address that it came from."""

    @cached_property
    def parameters(self) -> tuple[tuple[str, str], ...]:
        """The parameters of the query string; raises a 400 Problem where they are no UTF-8."""
        return form(self.query)

    @property
    def url(self) -> str:
        """The URL that was asked for."""
        return self.top + self.path.removeprefix("/") + (f"?{self.query}" if self.query else "")

    def header(self, name: str) -> str:
        """Return the header called ``name``, in lower case, or nothing."""
        return self.headers.get(name, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response; for GET and HEAD alike with the body of GET, which delivery leaves out."""

    status: int = 200
    headers: Headers = ()
    body: bytes | memoryview | AsyncIterator[bytes] = b""
    """An iterator where the whole is too large to hold; it must not fail on the way."""

    def header(self, name: str) -> str:
        """Return the header called ``name``, in lower case, or nothing."""
        return next((value for known, value in self.headers if known == name), "")


def form(text: str) -> tuple[tuple[str, str], ...]:
    """Return the names and values of ``application/x-www-form-urlencoded`` ``text``.

    Raises a 400 Problem for what is not UTF-8 and for too many of them.
    """
    try:
        found = parse_qsl(
            text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS
        )
    except UnicodeDecodeError as error:
        raise Problem(400, "the parameters are not UTF-8: percent-encode them as UTF-8") from error
    except ValueError as error:
        raise Problem(400, f"there are more than {MOST_PARAMETERS} parameters") from error
    return tuple(found)
