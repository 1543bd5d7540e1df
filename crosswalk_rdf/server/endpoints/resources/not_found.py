"""What is not there: the page or the problem that says so, and what is near."""

from typing import Any, Final
from urllib.parse import urlsplit

from crosswalk_rdf.server.change_log.timestamps import instant
from crosswalk_rdf.server.endpoints.resources.files import media_type
from crosswalk_rdf.server.endpoints.resources.local_names import local_name, url
from crosswalk_rdf.server.endpoints.resources.negotiation import listed
from crosswalk_rdf.server.endpoints.resources.representations import HTML, representations
from crosswalk_rdf.server.endpoints.resources.resource import resource
from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.problems import MEDIA_TYPE, Problem
from crosswalk_rdf.server.service import Service

_PAGE: Final = "404.html"
_NOTHING: Final = "nothing is published here"
_DEEPEST: Final = 12
"""Slashes in a path; above that nothing is looked for."""
_VARY: Final = ("vary", "Accept")


def not_found(request: Request, service: Service) -> Response:
    """Return the page of what is not there; raise the 404 Problem for who wants no HTML.

    For what the service has published before, the status is 410 (RFC 9110 §15.5.11).
    """
    page = service.build.files.get(_PAGE)
    wanted = acceptable(request.header("accept"), (MEDIA_TYPE, "application/json", HTML))
    removed = _removed(request, service)
    status = 410 if removed else 404
    if page is None or not wanted or wanted[0] != HTML:
        detail = f"removed: no longer published since {removed}" if removed else _NOTHING
        raise Problem(status, detail, headers=(_VARY,), **_near(request, service))
    manifest = service.build.manifest
    written = urlsplit(manifest.url or manifest.base).path or "/"
    here = urlsplit(request.top).path or "/"
    body = bytes(page.content).replace(f'"{written}'.encode(), f'"{here}'.encode())
    headers = (("content-type", media_type(_PAGE)), ("cache-control", "no-cache"), _VARY)
    return Response(status=status, headers=headers, body=body)


def _removed(request: Request, service: Service) -> str:
    """Return when the resource that the path names, or its document, was removed; or nothing."""
    local, base = local_name(request.path) or "", service.build.manifest.base
    known = service.journal.documents.by_iri
    found = (known.get(base + name) for name in (local, local.rpartition(".")[0]) if name)
    return next((instant(entry.stamp) for entry in found if entry and entry.is_gone), "")


def _near(request: Request, service: Service) -> dict[str, Any]:
    """Return what there is under another suffix, or the nearest thing above."""
    local = local_name(request.path)
    if not local or local.count("/") > _DEEPEST:
        return {}
    stem, dot, end = local.rpartition(".")
    if dot and "/" not in end and (found := resource(service.build, stem)):
        there = representations(service, found)
        return {"alternatives": listed(there, request.top, service.build.manifest.base)}
    while "/" in local:
        local = local.rpartition("/")[0]
        if service.build.document(local):
            return {"nearest": url(request.top, local)}
    return {"nearest": request.top}
