"""A resource, and the representation that was negotiated, to a response: 200, 303, 406 or 410."""

import json
from collections.abc import Sequence
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf.serialization.media_types import with_charset
from crosswalk_rdf.server.endpoints.resources.files import CACHE_CONTROL, content_headers
from crosswalk_rdf.server.endpoints.resources.links import links_of_document, links_of_resource, uri
from crosswalk_rdf.server.endpoints.resources.local_names import url
from crosswalk_rdf.server.endpoints.resources.negotiation import listed, negotiate
from crosswalk_rdf.server.endpoints.resources.profiles import (
    ALTERNATES,
    profile_iri,
    wants_alternates,
)
from crosswalk_rdf.server.endpoints.resources.representations import JSON, Representation
from crosswalk_rdf.server.endpoints.resources.resource import Resource
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import base_url
from crosswalk_rdf.server.service import Service

VARY: Final = "Accept, Accept-Profile"


def negotiated(
    request: Request, service: Service, resource: Resource, available: Sequence[Representation]
) -> Response:
    """Return 303 and the document that the request wants most; 410 and it, if that is removed.

    Raises a 406 Problem that lists what there is.
    """
    base, top = service.build.manifest.base, base_url(request)
    if wants_alternates(request):
        return alternates(request, service, resource, available)
    acceptable = negotiate(request, available, base)
    if resource.is_gone:
        return _gone(request, service, resource, available, (*acceptable, *available)[0])
    if not acceptable:
        raise not_acceptable(request, service, available)
    document = acceptable[0]
    location = url(top, document.location)
    headers = {
        "location": location,
        "vary": VARY,
        "link": links_of_resource(service, top, resource, available, document),
        "cache-control": CACHE_CONTROL,
        "content-type": "text/plain; charset=utf-8",
    }
    return Response(f"{location}\n", 303, headers)


def _gone(
    request: Request,
    service: Service,
    resource: Resource,
    available: Sequence[Representation],
    document: Representation,
) -> Response:
    """Return 410 with what is left: a document that says when it was removed (RFC 9110 §15.5.11).

    Whatever is accepted: an error may be sent in what there is.
    """
    response = document_response(request, service, resource, available, document)
    top = base_url(request)
    response.status_code = 410
    response.headers["vary"] = VARY
    response.headers["content-location"] = url(top, document.location)
    response.headers["link"] = links_of_resource(service, top, resource, available, document)
    return response


def document_response(
    request: Request,
    service: Service,
    resource: Resource,
    available: Sequence[Representation],
    document: Representation,
) -> Response:
    """Return ``document`` itself."""
    file, top = document.content(), base_url(request)
    headers = content_headers(file, with_charset(document.media_type))
    headers["link"] = links_of_document(service, top, resource, available, document)
    if iri := profile_iri(document.profile, service.build.manifest.base):
        headers["content-profile"] = f"<{uri(iri)}>"
    if document.file:
        headers["content-location"] = url(top, document.file)
    return Response(file.content, headers=headers)


def not_acceptable(
    request: Request, service: Service, available: Sequence[Representation]
) -> Problem:
    """Return the 406 that lists what there is of a resource."""
    return Problem(
        406,
        "there is none of the media types and profiles that you accept: ask for one of these",
        headers={"vary": VARY},
        alternatives=listed(available, base_url(request), service.build.manifest.base),
    )


def alternates(
    request: Request, service: Service, resource: Resource, available: Sequence[Representation]
) -> Response:
    """Return the list of what there is (Content Negotiation by Profile, §6.3.1)."""
    top = base_url(request)
    listing = {
        "resource": resource.iri,
        "default": url(top, available[0].location),
        "representations": listed(available, top, service.build.manifest.base),
    }
    headers = {
        "content-type": JSON,
        "cache-control": CACHE_CONTROL,
        "content-profile": f"<{ALTERNATES[-1]}>",
        "link": links_of_resource(service, top, resource, available, available[0]),
    }
    return Response(json.dumps(listing, ensure_ascii=False, indent=1) + "\n", headers=headers)
