"""``CFDocuments``: the list of documents, in pages, sorted, filtered, with some of the fields."""

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final

from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.server.content.files import Packed
from crosswalk_rdf.server.endpoints.case.catalog import Holdings, made
from crosswalk_rdf.server.endpoints.case.paging import Asked, page_links, read_parameters
from crosswalk_rdf.server.endpoints.case.properties import (
    collation,
    moment,
    selected,
    texts,
)
from crosswalk_rdf.server.endpoints.case.status_info import Refused
from crosswalk_rdf.server.endpoints.case.version import UNKNOWN_OBJECT, Version
from crosswalk_rdf.server.messages import Headers, Request

LONGEST_LINK: Final = 16 * 1024
"""The header is recommended only; one that is longer many clients do not read."""
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def page(
    request: Request, version: Version, holdings: Holdings, index: Packed
) -> tuple[Packed, Headers]:
    """Return the page that is asked for, and the headers that go with it.

    Raises a 400 for parameters that the binding does not permit, and a 404 where there is nothing
    on the page: a ``CFDocumentSet`` has one document at least.
    """
    asked = read_parameters(request.parameters, version.number)
    found = ordered(wanted(holdings.documents, asked), asked)
    here = found[asked.offset : asked.offset + asked.limit]
    address = f"{request.top}{version.folder}CFDocuments"
    links = page_links(address, request.parameters, asked, len(found))
    headers: Headers = (("x-total-count", str(len(found))),)
    if len(links) <= LONGEST_LINK:
        headers += (("link", links),)
    if not here:
        detail = f"Unknown Object: there are {len(found)} such CFDocuments, none of them here"
        raise Refused(HTTPStatus.NOT_FOUND, UNKNOWN_OBJECT, detail, headers)
    if asked.fields:
        here = [selected(document, asked.fields) for document in here]
    return made(_ENCODE({"CFDocuments": here}).encode(), index.modified), headers


def wanted(documents: tuple[Object, ...], asked: Asked) -> list[Object]:
    """Return the documents that the filter lets through."""
    keep = asked.filter
    return [document for document in documents if keep is None or keep.fits(document)]


def ordered(documents: list[Object], asked: Asked) -> list[Object]:
    """Return the documents in the order that is asked for.

    Those without the property come last; equals keep the order of the publication.
    """
    if not asked.sort:
        return documents
    key = moment if asked.is_temporal else collation
    keyed = [(_key(document, asked.sort, key), document) for document in documents]
    there = [(known, document) for known, document in keyed if known is not None]
    there.sort(key=lambda pair: pair[0], reverse=asked.is_descending)
    rest = [document for known, document in keyed if known is None]
    return [document for _, document in there] + rest


def _key(document: Object, name: str, key: Callable[[str], Any]) -> Any:  # noqa: ANN401 - ordered
    """Return what ``document`` is ordered by; None where it has nothing under ``name``."""
    found = texts(document, name)
    return key(",".join(found)) if found else None
