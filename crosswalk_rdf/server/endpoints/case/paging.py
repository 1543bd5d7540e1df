"""The parameters of ``CFDocuments``, and where its other pages are (REST binding §3)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final
from urllib.parse import quote, urlencode

from crosswalk_rdf.server.endpoints.case.filters import Filter, read_filter
from crosswalk_rdf.server.endpoints.case.properties import is_temporal, kind
from crosswalk_rdf.server.endpoints.case.status_info import CaseError
from crosswalk_rdf.server.endpoints.case.version import (
    INVALID_SELECTION_FIELD,
    INVALID_SORT_FIELD,
)

LIMIT: Final = 100
"""How many documents a page has where the client does not say."""
MOST: Final = 2**31 - 1
"""The binding has integers of 32 bits."""
ONCE: Final = ("limit", "offset", "sort", "orderBy", "filter")
"""What may be given once; ``fields`` may also be repeated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionQuery:
    """What a client asks of the collection."""

    limit: int
    offset: int
    sort: str
    """An existing property, or nothing: then the order of the publication."""
    is_temporal: bool
    """Whether that holds dates or moments."""
    is_descending: bool
    filter: Filter | None
    fields: tuple[str, ...]
    """Existing properties; with none of them all are wanted."""


def read_parameters(parameters: tuple[tuple[str, str], ...], version: str) -> CollectionQuery:
    """Return what the parameters ask for; others than those of the binding are passed over.

    An empty ``sort`` or ``filter`` is none: forms send what is left empty. Raises a 400 for what
    the binding does not permit.
    """
    values = _values(parameters)
    sort = values.get("sort", "")
    return CollectionQuery(
        limit=_number("limit", values.get("limit", str(LIMIT)), 1),
        offset=_number("offset", values.get("offset", "0"), 0),
        sort=sort if kind(sort, version) else "",
        is_temporal=is_temporal(sort, version),
        is_descending=_is_descending(values.get("orderBy", "asc")),
        filter=read_filter(values["filter"], version) if values.get("filter") else None,
        fields=_fields([value for name, value in parameters if name == "fields"], version),
    )


def _values(parameters: tuple[tuple[str, str], ...]) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, value in parameters:
        if name in values and name in ONCE:
            raise CaseError(
                HTTPStatus.BAD_REQUEST, INVALID_SELECTION_FIELD, f"{name} is given twice"
            )
        values[name] = value
    return values


def _number(name: str, text: str, least: int) -> int:
    if re.fullmatch(r"[0-9]{1,10}", text) and least <= int(text) <= MOST:
        return int(text)
    detail = f"{name} is a whole number from {least} to {MOST}, not {text[:100]!r}"
    raise CaseError(HTTPStatus.BAD_REQUEST, INVALID_SELECTION_FIELD, detail)


def _is_descending(text: str) -> bool:
    if text not in ("asc", "desc"):
        detail = f"orderBy is asc or desc, not {text[:100]!r}"
        raise CaseError(HTTPStatus.BAD_REQUEST, INVALID_SORT_FIELD, detail)
    return text == "desc"


def _fields(values: list[str], version: str) -> tuple[str, ...]:
    """Return the properties to select; none where one of them does not exist (§3.4)."""
    names = [name.strip() for value in values for name in value.split(",")]
    if "" in names:
        detail = "fields has a blank field: name properties of a CFDocument, with commas between"
        raise CaseError(HTTPStatus.BAD_REQUEST, INVALID_SELECTION_FIELD, detail)
    return tuple(names) if all(kind(name, version) for name in names) else ()


def page_links(
    address: str, parameters: tuple[tuple[str, str], ...], query: CollectionQuery, total: int
) -> str:
    """Return the Link header of a page of ``total`` documents at ``address`` (RFC 8288)."""
    rest = [(name, value) for name, value in parameters if name not in ("limit", "offset")]
    links: list[str] = []
    for relation, limit, offset in _pages(query, total):
        text = urlencode([("limit", limit), ("offset", offset), *rest], quote_via=quote)
        links.append(f'<{address}?{text}>; rel="{relation}"')
    return ", ".join(links)


def _pages(query: CollectionQuery, total: int) -> Iterator[tuple[str, int, int]]:
    """Yield relation, limit and offset of the other pages; ``prev`` ends where this begins."""
    limit, offset = query.limit, query.offset
    last = (total - 1) // limit * limit if total else 0
    if offset + limit < total:
        yield "next", limit, offset + limit
    yield "last", limit, last
    yield "first", limit, 0
    if 0 < offset < total:
        yield "prev", min(limit, offset), max(0, offset - limit)
    elif offset:
        yield "prev", limit, last
