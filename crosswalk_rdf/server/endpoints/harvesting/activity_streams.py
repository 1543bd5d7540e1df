"""The documents of the change log as Activity Streams 2.0.

In the form of the IIIF Change Discovery API 1.0, level 2, and of LD4's Entity Metadata Management
API 1.0: each document is the object of its latest activity alone (EMM §3.3 allows it), pages in
order of time, the latest last. An object's ``id`` is its address at this service, which is its IRI
once the service stands at the base; ``canonical`` is its IRI in either case.
"""

import json
from collections.abc import Sequence
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crosswalk_rdf.server.change_log import Entry
from crosswalk_rdf.server.change_log.timestamps import rfc3339
from crosswalk_rdf.server.endpoints.harvesting.operations import operation, path_parameter
from crosswalk_rdf.server.endpoints.harvesting.renderings import rendered
from crosswalk_rdf.server.endpoints.harvesting.resource_data import (
    address,
    document_files,
    headers,
    label,
    negotiated,
    not_found,
    page_number,
)
from crosswalk_rdf.server.requests import base_url, service_of
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.site.paths import href

PAGE: Final = 100
"""How many places a page has."""

_IIIF: Final = "http://iiif.io/api/discovery/1/context.json"
_AS2: Final = "https://www.w3.org/ns/activitystreams"
_CONTEXTS: Final = (_AS2, "https://emm-spec.org/1.0/context.json", _IIIF)
_OFFERS: Final = (
    f'application/ld+json;profile="{_IIIF}"',
    f'application/ld+json;profile="{_AS2}"',
    "application/activity+json",
    "application/json",
)
_UNKNOWN: Final = "http://www.w3.org/2000/01/rdf-schema#Resource"

Json = dict[str, Any]


@rendered
def collection(request: Request) -> Response:
    """Answer with the collection of all activities (IIIF §3.1, EMM §3.1)."""
    service = service_of(request)
    log, top = service.change_log.documents, base_url(request)
    last = max(log.next_position - 1, 0) // PAGE
    pages = _filled(service)
    build = service.build
    content: Json = {
        "id": f"{top}activities",
        "type": "OrderedCollection",
        "summary": build.manifest.title,
        "totalItems": len(log.entries),
        "first": _reference(pages[0] if pages else last, top),
        "last": _reference(last, top),
        "url": f"{top}{build.manifest.dump}",
        "seeAlso": [_dataset(f"{top}catalog.jsonld", "application/ld+json")],
    }
    return _response(content, request, service)


@rendered
def page(request: Request) -> Response:
    """Answer with one page (IIIF §3.2, EMM §3.2), the earliest activity first."""
    service = service_of(request)
    log, top = service.change_log.documents, base_url(request)
    number = page_number(request.path_params["number"])
    if number * PAGE >= max(log.next_position, 1):
        raise not_found()
    pages = _filled(service)
    content: Json = {
        "id": f"{top}activities/page/{number}",
        "type": "OrderedCollectionPage",
        "partOf": {"id": f"{top}activities", "type": "OrderedCollection"},
        "startIndex": log.before(number * PAGE),
    }
    before = max((other for other in pages if other < number), default=None)
    after = min((other for other in pages if other > number), default=None)
    if before is not None:
        content["prev"] = _reference(before, top)
    if after is not None:
        content["next"] = _reference(after, top)
    entries = log.range(number * PAGE, (number + 1) * PAGE)
    content["orderedItems"] = [_activity(entry, service, top) for entry in entries]
    return _response(content, request, service)


@rendered
def activity(request: Request) -> Response:
    """Answer with one activity (IIIF §3.3); one that a later one took the place of is gone."""
    service = service_of(request)
    origin, _, number = request.path_params["activity"].rpartition("-")
    if origin != service.change_log.origin:
        raise not_found()
    position = page_number(number)
    entries = service.change_log.documents.range(position, position + 1)
    if not entries:
        raise not_found()
    return _response(_activity(entries[0], service, base_url(request)), request, service)


def _filled(service: Service) -> Sequence[int]:
    """Return the numbers of the pages that have activities."""
    return sorted({entry.position // PAGE for entry in service.change_log.documents.entries})


def _activity(entry: Entry, service: Service, top: str) -> Json:
    moment = rfc3339(entry.timestamp)
    name = label(entry.iri, service)
    verb = entry.change.value.capitalize()
    return {
        "id": f"{top}activities/{service.change_log.origin}-{entry.position}",
        "type": verb,
        "summary": f"{verb} {name}",
        "endTime": moment,
        "published": moment,
        "object": _object(entry, moment, service, top),
    }


def _object(entry: Entry, moment: str, service: Service, top: str) -> Json:
    node: Json = {
        "id": address(entry, service, top),
        "type": entry.type or _UNKNOWN,
        "canonical": entry.iri,
        "updated": moment,
    }
    if files := document_files(entry, service):
        node["seeAlso"] = [_dataset(href(f.path, top), f.media_type) for f in files]
    return node


def _dataset(url: str, media_type: str) -> Json:
    return {"id": url, "type": "Dataset", "format": media_type}


def _reference(number: int, top: str) -> Json:
    return {"id": f"{top}activities/page/{number}", "type": "OrderedCollectionPage"}


def _response(content: Json, request: Request, service: Service) -> Response:
    offer = negotiated(request, _OFFERS)
    document = {"@context": list(_CONTEXTS), **content}
    common = headers(offer, service.change_log.latest, request, service)
    body = json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"
    return Response(body, headers={**common, "vary": "accept"})


ROUTES: Final = (
    Route("/activities", collection),
    Route("/activities/page/{number}", page),
    Route("/activities/{activity}", activity),
)


def paths(_service: Service) -> Json:
    """Return the path items of OpenAPI 3.1."""
    tag, types = "Harvesting", _OFFERS
    return {
        "/activities": operation("The changes of documents, Activity Streams 2.0", tag, types),
        "/activities/page/{number}": operation(
            "A page of changes, the earliest first",
            tag,
            types,
            (path_parameter("number", "The number of the page, from 0", "integer"),),
            (404, 406),
        ),
        "/activities/{activity}": operation(
            "One change",
            tag,
            types,
            (path_parameter("activity", "As the pages name it", "string"),),
            (404, 406),
        ),
    }
