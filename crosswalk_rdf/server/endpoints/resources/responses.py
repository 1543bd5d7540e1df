"""A resource, and what was chosen of it, to a response: 200, 303, 406 or 410."""

import json
from collections.abc import Sequence
from typing import Final

from crosswalk_rdf.serialization.media_types import with_charset
from crosswalk_rdf.server.endpoints.resources.files import CACHED, content_headers
from crosswalk_rdf.server.endpoints.resources.links import links_of_document, links_of_resource, uri
from crosswalk_rdf.server.endpoints.resources.local_names import url
from crosswalk_rdf.server.endpoints.resources.negotiation import chosen, listed
from crosswalk_rdf.server.endpoints.resources.profiles import (
    ALTERNATES,
    profile_iri,
    wants_alternates,
)
from crosswalk_rdf.server.endpoints.resources.representations import JSON, Representation
from crosswalk_rdf.server.endpoints.resources.resource import Resource
from crosswalk_rdf.server.messages import Headers, Request, Response
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.service import Service

VARY: Final = ("vary", "Accept, Accept-Profile")


def negotiated(
    request: Request, service: Service, resource: Resource, found: Sequence[Representation]
) -> Response:
    """Return 303 and the document that the request wants most; 410 and it, if that is removed.

    Raises a 406 Problem that lists what there is.
    """
    base = service.build.manifest.base
    if wants_alternates(request):
        return alternates(request, service, resource, found)
    wanted = chosen(request, found, base)
    if resource.is_gone:
        return _gone(request, service, resource, found, (*wanted, *found)[0])
    if not wanted:
        raise not_acceptable(request, service, found)
    document = wanted[0]
    location = url(request.top, document.place)
    headers: Headers = (
        ("location", location),
        VARY,
        ("link", links_of_resource(service, request, resource, found, document)),
        ("cache-control", CACHED),
        ("content-type", "text/plain; charset=utf-8"),
    )
    return Response(status=303, headers=headers, body=f"{location}\n".encode())


def _gone(
    request: Request,
    service: Service,
    resource: Resource,
    found: Sequence[Representation],
    document: Representation,
) -> Response:
    """Return 410 with what is left: a document that says when it was removed (RFC 9110 §15.5.11).

    Whatever is accepted: an error may be sent in what there is.
    """
    answer = document_response(request, service, resource, found, document)
    location = ("content-location", url(request.top, document.place))
    kept = tuple(pair for pair in answer.headers if pair[0] not in ("link", "content-location"))
    link = ("link", links_of_resource(service, request, resource, found, document))
    return Response(status=410, headers=(*kept, VARY, location, link), body=answer.body)


def document_response(
    request: Request,
    service: Service,
    resource: Resource,
    found: Sequence[Representation],
    document: Representation,
) -> Response:
    """Return ``document`` itself."""
    packed = document.content()
    iri = profile_iri(document.profile, service.build.manifest.base)
    headers: Headers = (
        *content_headers(packed, with_charset(document.media_type)),
        ("link", links_of_document(service, request, resource, found, document)),
        *((("content-profile", f"<{uri(iri)}>"),) if iri else ()),
        *((("content-location", url(request.top, document.file)),) if document.file else ()),
    )
    return Response(headers=headers, body=packed.content)


def not_acceptable(request: Request, service: Service, found: Sequence[Representation]) -> Problem:
    """Return the 406 that lists what there is of a resource."""
    return Problem(
        406,
        "there is none of the media types and profiles that you accept: ask for one of these",
        headers=(VARY,),
        alternatives=listed(found, request.top, service.build.manifest.base),
    )


def alternates(
    request: Request, service: Service, resource: Resource, found: Sequence[Representation]
) -> Response:
    """Return the list of what there is (Content Negotiation by Profile, §6.3.1)."""
    listing = {
        "resource": resource.iri,
        "default": url(request.top, found[0].place),
        "representations": listed(found, request.top, service.build.manifest.base),
    }
    headers: Headers = (
        ("content-type", JSON),
        ("cache-control", CACHED),
        ("content-profile", f"<{ALTERNATES[-1]}>"),
        ("link", links_of_resource(service, request, resource, found, found[0])),
    )
    body = json.dumps(listing, ensure_ascii=False, indent=1).encode() + b"\n"
    return Response(headers=headers, body=body)
