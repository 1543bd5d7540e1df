"""``CFDocuments``: the list of documents, in pages, sorted, filtered, with some of the fields."""

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, Final

from starlette.requests import Request

from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.server.content.files import ServedFile, generated_file
from crosswalk_rdf.server.endpoints.case.catalog import Catalog
from crosswalk_rdf.server.endpoints.case.paging import CollectionQuery, page_links, read_parameters
from crosswalk_rdf.server.endpoints.case.properties import (
    collation,
    moment,
    selected,
    texts,
)
from crosswalk_rdf.server.endpoints.case.status_info import CaseError
from crosswalk_rdf.server.endpoints.case.version import UNKNOWN_OBJECT, Version
from crosswalk_rdf.server.requests import base_url, query_params

MAX_LINK: Final = 16 * 1024
"""The header is recommended only; one that is longer many clients do not read."""
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def page(
    request: Request, version: Version, catalog: Catalog, index: ServedFile
) -> tuple[ServedFile, dict[str, str]]:
    """Return the page that is asked for, and the headers that go with it.

    Raises a 400 for parameters that the binding does not permit, and a 404 where there is nothing
    on the page: a ``CFDocumentSet`` has one document at least.
    """
    parameters = tuple(query_params(request).multi_items())
    query = read_parameters(parameters, version.number)
    documents = ordered(filtered(catalog.documents, query), query)
    total = len(documents)
    here = documents[query.offset : query.offset + query.limit]
    address = f"{base_url(request)}{version.folder}CFDocuments"
    links = page_links(address, parameters, query, total)
    headers = {"x-total-count": str(total)}
    if len(links) <= MAX_LINK:
        headers["link"] = links
    if not here:
        detail = f"Unknown Object: there are {total} such CFDocuments, none of them here"
        raise CaseError(HTTPStatus.NOT_FOUND, UNKNOWN_OBJECT, detail, headers)
    if query.fields:
        here = [selected(document, query.fields) for document in here]
    return generated_file(_ENCODE({"CFDocuments": here}).encode(), index.modified), headers


def filtered(documents: tuple[Object, ...], query: CollectionQuery) -> list[Object]:
    """Return the documents that the filter lets through."""
    filter = query.filter
    return [document for document in documents if filter is None or filter.fits(document)]


def ordered(documents: list[Object], query: CollectionQuery) -> list[Object]:
    """Return the documents in the order that is asked for.

    Those without the property come last; equals keep the order of the publication.
    """
    if not query.sort:
        return documents
    key = moment if query.is_temporal else collation
    pairs = [(_key(document, query.sort, key), document) for document in documents]
    there = [(value, document) for value, document in pairs if value is not None]
    there.sort(key=lambda pair: pair[0], reverse=query.is_descending)
    rest = [document for value, document in pairs if value is None]
    return [document for _, document in there] + rest


def _key(document: Object, name: str, key: Callable[[str], Any]) -> Any:  # noqa: ANN401 - ordered
    """Return what ``document`` is ordered by; None where it has nothing under ``name``."""
    values = texts(document, name)
    return key(",".join(values)) if values else None
