"""A request below ``/ims/case/`` to the resource that it names (REST binding §2)."""

import asyncio
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf.formats.case.lexical import is_case_uuid
from crosswalk_rdf.formats.case.service.discovery import OPERATIONS
from crosswalk_rdf.server.content.files import ServedFile
from crosswalk_rdf.server.endpoints.case.catalog import Catalog, catalogs
from crosswalk_rdf.server.endpoints.case.collection import page
from crosswalk_rdf.server.endpoints.case.discovery import discovery
from crosswalk_rdf.server.endpoints.case.status_info import JSON, CaseError
from crosswalk_rdf.server.endpoints.case.version import (
    FORBIDDEN,
    INVALID_UUID,
    UNKNOWN_OBJECT,
    Version,
)
from crosswalk_rdf.server.http_dates import http_date
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.requests import header, service_of

DOCUMENTS: Final = "CFDocuments"


async def case_response(request: Request, version: Version) -> Response:
    """Return the resource of ``version`` that is asked for; raise a Problem where there is none."""
    if not acceptable(header(request.headers, "accept"), (JSON,)):
        raise CaseError(HTTPStatus.NOT_ACCEPTABLE, FORBIDDEN, f"CASE is there as {JSON} only")
    catalog = service_of(request).cached(catalogs)[version]
    path = request.path_params["path"].removesuffix("/")
    if catalog.index is None:
        raise _absent(
            f"this publication is not published as CASE {version.number}: "
            f"its 'formats' leave it out, or it holds no framework"
        )
    if path == version.discovery:
        return _response(discovery(request, version, catalog.index.modified))
    if path == DOCUMENTS:
        return _response(*page(request, version, catalog, catalog.index))
    return _response(await _resource(path, catalog))


async def _resource(path: str, catalog: Catalog) -> ServedFile:
    """Return the resource at ``path``, such as ``CFItems/…``.

    A UUID is read in any case (RFC 9562 §4); files have it in lower case.
    """
    kind, slash, identifier = path.partition("/")
    if is_case_uuid(identifier.lower()):
        identifier = identifier.lower()
    if kind not in OPERATIONS or not slash:
        kinds = ", ".join(OPERATIONS)
        raise _absent(f"there is no {path[:100]!r}; there are {kinds}, each with /{{sourcedId}}")
    if catalog.is_extracted(kind):
        file = await asyncio.to_thread(catalog.find, kind, identifier)
    else:
        file = catalog.find(kind, identifier)
    if file is None:
        raise _unknown(kind, identifier)
    return file


def _unknown(kind: str, identifier: str) -> CaseError:
    """Return why there is no such resource: CASE has 404 for both (Table 2.4)."""
    if not is_case_uuid(identifier):
        detail = f"Invalid UUID: {identifier[:100]!r} is no UUID of version 1 to 5"
        return CaseError(HTTPStatus.NOT_FOUND, INVALID_UUID, detail)
    return _absent(f"{kind} has no {identifier}")


def _absent(detail: str) -> CaseError:
    return CaseError(HTTPStatus.NOT_FOUND, UNKNOWN_OBJECT, f"Unknown Object: {detail}")


def _response(file: ServedFile, further: Mapping[str, str] | None = None) -> Response:
    headers = {
        "content-type": JSON,
        "etag": file.etag,
        "last-modified": http_date(file.modified),
        "cache-control": "no-cache",
        **(further or {}),
    }
    return Response(file.content, headers=headers)
