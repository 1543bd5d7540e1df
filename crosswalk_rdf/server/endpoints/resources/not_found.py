"""What is not there: the page or the problem that says so, and what is near."""

from typing import Any, Final
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf.server.change_log.timestamps import rfc3339
from crosswalk_rdf.server.endpoints.resources.files import content_type
from crosswalk_rdf.server.endpoints.resources.local_names import local_name, url
from crosswalk_rdf.server.endpoints.resources.negotiation import listed
from crosswalk_rdf.server.endpoints.resources.representations import HTML, representations
from crosswalk_rdf.server.endpoints.resources.resource import resource
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.problems import MEDIA_TYPE, Problem
from crosswalk_rdf.server.requests import base_url, header, raw_path
from crosswalk_rdf.server.service import Service

_PAGE: Final = "404.html"
_NOTHING: Final = "nothing is published here"
_DEEPEST: Final = 12
"""Slashes in a path; above that nothing is looked for."""
_VARY: Final = {"vary": "Accept"}


def not_found(request: Request, service: Service) -> Response:
    """Return the page of what is not there; raise the 404 Problem for who wants no HTML.

    For what the service has published before, the status is 410 (RFC 9110 §15.5.11).
    """
    page = service.build.files.get(_PAGE)
    media_types = acceptable(
        header(request.headers, "accept"), (MEDIA_TYPE, "application/json", HTML)
    )
    removed = _removed(request, service)
    status = 410 if removed else 404
    if page is None or not media_types or media_types[0] != HTML:
        detail = f"removed: no longer published since {removed}" if removed else _NOTHING
        raise Problem(status, detail, headers=_VARY, **_near(request, service))
    manifest = service.build.manifest
    written = urlsplit(manifest.url or manifest.base).path or "/"
    here = urlsplit(base_url(request)).path or "/"
    body = bytes(page.content).replace(f'"{written}'.encode(), f'"{here}'.encode())
    headers = {"content-type": content_type(_PAGE, page), "cache-control": "no-cache", **_VARY}
    return Response(body, status, headers)


def _removed(request: Request, service: Service) -> str:
    """Return when the resource that the path names, or its document, was removed; or nothing."""
    local, base = local_name(raw_path(request)) or "", service.build.manifest.base
    documents = service.change_log.documents.by_iri
    entries = (documents.get(base + name) for name in (local, local.rpartition(".")[0]) if name)
    return next((rfc3339(entry.timestamp) for entry in entries if entry and entry.is_gone), "")


def _near(request: Request, service: Service) -> dict[str, Any]:
    """Return what there is under another suffix, or the nearest thing above."""
    local = local_name(raw_path(request))
    if not local or local.count("/") > _DEEPEST:
        return {}
    stem, dot, end = local.rpartition(".")
    if dot and "/" not in end and (about := resource(service.build, stem)):
        available = representations(service, about)
        return {"alternatives": listed(available, base_url(request), service.build.manifest.base)}
    while "/" in local:
        local = local.rpartition("/")[0]
        if service.build.document(local):
            return {"nearest": url(base_url(request), local)}
    return {"nearest": base_url(request)}
