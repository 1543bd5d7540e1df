"""A request below ``/ims/case/`` to the resource that it names (REST binding §2)."""

import asyncio
from http import HTTPStatus
from typing import Final
from urllib.parse import unquote

from crosswalk_rdf.formats.case.lexical import is_case_uuid
from crosswalk_rdf.formats.case.service.discovery import OPERATIONS
from crosswalk_rdf.server.content.files import Packed
from crosswalk_rdf.server.endpoints.case.catalog import Holdings, holdings
from crosswalk_rdf.server.endpoints.case.collection import page
from crosswalk_rdf.server.endpoints.case.discovery import discovery
from crosswalk_rdf.server.endpoints.case.status_info import JSON, Refused
from crosswalk_rdf.server.endpoints.case.version import (
    FORBIDDEN,
    INVALID_UUID,
    UNKNOWN_OBJECT,
    Version,
)
from crosswalk_rdf.server.http_dates import http_date
from crosswalk_rdf.server.messages import Headers, Request, Response
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.service import Service

DOCUMENTS: Final = "CFDocuments"
_CACHING: Final = ("cache-control", "no-cache")
"""Kept by whoever likes, and asked for anew: what is not new is answered with 304."""


async def answered(request: Request, service: Service, version: Version) -> Response:
    """Return the resource of ``version`` that is asked for; raise a Problem where there is none."""
    if not acceptable(request.header("accept"), (JSON,)):
        raise Refused(HTTPStatus.NOT_ACCEPTABLE, FORBIDDEN, f"CASE is there as {JSON} only")
    held = service.kept(holdings)[version]
    rest = request.path.removeprefix(f"/{version.folder}")
    if held.index is None:
        raise _absent(
            f"this publication is not published as CASE {version.number}: "
            f"its 'formats' leave it out, or it holds no framework"
        )
    if rest == version.discovery:
        return _response(discovery(request, version, held.index.modified))
    if rest in (DOCUMENTS, f"{DOCUMENTS}/"):
        return _response(*page(request, version, held, held.index))
    return _response(await _resource(rest, held))


async def _resource(path: str, held: Holdings) -> Packed:
    """Return the resource at ``path``, such as ``CFItems/…``."""
    kind, slash, rest = path.partition("/")
    identifier = unquote(rest)
    if kind not in OPERATIONS or not slash:
        kinds = ", ".join(OPERATIONS)
        raise _absent(f"there is no {path[:100]!r}; there are {kinds}, each with /{{sourcedId}}")
    if held.has_to_take_out(kind):
        found = await asyncio.to_thread(held.find, kind, identifier)
    else:
        found = held.find(kind, identifier)
    if found is None:
        raise _unknown(kind, identifier)
    return found


def _unknown(kind: str, identifier: str) -> Refused:
    """Return why there is no such resource: CASE has 404 for both (Table 2.4)."""
    if not is_case_uuid(identifier):
        detail = f"Invalid UUID: {identifier[:100]!r} is no UUID of version 1 to 5 in lower case"
        return Refused(HTTPStatus.NOT_FOUND, INVALID_UUID, detail)
    return _absent(f"{kind} has no {identifier}")


def _absent(detail: str) -> Refused:
    return Refused(HTTPStatus.NOT_FOUND, UNKNOWN_OBJECT, f"Unknown Object: {detail}")


def _response(found: Packed, more: Headers = ()) -> Response:
    headers = (
        ("content-type", JSON),
        ("etag", found.etag),
        ("last-modified", http_date(found.modified)),
        _CACHING,
        *more,
    )
    return Response(headers=headers, body=found.content)
