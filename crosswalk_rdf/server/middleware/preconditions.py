"""Conditional requests to an outcome: send it, it is the same, or it is another (RFC 9110 §13)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers

from crosswalk_rdf.server.http_dates import parse_http_date
from crosswalk_rdf.server.requests import header

_TAG: Final = re.compile(r'[ \t,]*((?:W/)?"[\x21\x23-\x7e\x80-\U0010ffff]*")[ \t]*(?=,|$)')
_REST: Final = re.compile(r"[ \t,]*")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the preconditions say."""

    status: int
    """200: go on; 304: the client has it; 412: it has something else."""
    etag: str = ""
    """With 304, the validator of what the client has."""


_GO_ON: Final = Outcome(200)


def entity_tags(text: str) -> tuple[str, ...]:
    """Return the entity tags in If-Match or If-None-Match; none where it is not a list of them."""
    tags, place = [], 0
    while match := _TAG.match(text, place):
        tags.append(match[1])
        place = match.end()
    return tuple(tags) if _REST.fullmatch(text, place) else ()


def evaluate(headers: Headers, etags: Sequence[str], modified: str) -> Outcome:
    """Return the outcome for GET and HEAD, in the order of §13.2.2.

    ``etags`` are those of the representations that the client would take, the one that it would
    get first; ``modified`` is the Last-Modified header. Dates that are none are left aside.
    """
    moment = parse_http_date(modified) if modified else None
    if "if-match" in headers:
        if not _matches(header(headers, "if-match"), etags):
            return Outcome(412)
    elif "if-unmodified-since" in headers and moment is not None:
        until = parse_http_date(header(headers, "if-unmodified-since"))
        if until is not None and moment > until:
            return Outcome(412)
    if "if-none-match" in headers:
        return _not_modified(header(headers, "if-none-match"), etags)
    if "if-modified-since" in headers and moment is not None:
        since = parse_http_date(header(headers, "if-modified-since"))
        if since is not None and moment <= since:
            return Outcome(304, etags[0] if etags else "")
    return _GO_ON


def _matches(text: str, etags: Sequence[str]) -> bool:
    """Return whether If-Match is true: strong comparison (§13.1.1, §8.8.3.2)."""
    if text.strip() == "*":
        return True
    return any(tag in etags and not tag.startswith("W/") for tag in entity_tags(text))


def _not_modified(text: str, etags: Sequence[str]) -> Outcome:
    """Return 304 where If-None-Match is false: weak comparison (§13.1.2)."""
    if text.strip() == "*":
        return Outcome(304, etags[0] if etags else "")
    opaque_tags = {tag.removeprefix("W/") for tag in entity_tags(text)}
    same = next((tag for tag in etags if tag.removeprefix("W/") in opaque_tags), None)
    return _GO_ON if same is None else Outcome(304, same)


def may_continue(if_range: str, etag: str, modified: str) -> bool:
    """Return whether a range continues what the client has: If-Range (§13.1.5) or none is sent.

    Entity tags are compared strongly. A date is to be that of Last-Modified: what is served is
    loaded once and does not change, so it is as good as a strong validator.
    """
    if not if_range:
        return True
    if if_range.strip().endswith('"'):
        return if_range.strip() == etag and not etag.startswith("W/")
    moment = parse_http_date(if_range)
    return moment is not None and moment == parse_http_date(modified)
