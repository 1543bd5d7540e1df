"""The descriptions as newline-delimited JSON: each line is a JSON-LD document of its own.

A line says all there is of one subject. Together the lines are exactly what is published. With
``since`` there is a line for each description that changed later than that, and one for each that
is gone, as ``as:Tombstone`` with ``as:deleted`` (Activity Streams 2.0 vocabulary).
"""

import json
from collections.abc import AsyncIterator, Sequence
from functools import partial
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from crosswalk_rdf.namespaces import AS
from crosswalk_rdf.serialization.jsonld import node_object
from crosswalk_rdf.server.change_log import Entry
from crosswalk_rdf.server.change_log.timestamps import parse_timestamp, rfc3339
from crosswalk_rdf.server.endpoints.harvesting.operations import operation, query_parameter
from crosswalk_rdf.server.endpoints.harvesting.renderings import Rendering, renderings
from crosswalk_rdf.server.endpoints.harvesting.resource_data import described, headers
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import query_params, service_of
from crosswalk_rdf.server.service import Service

MEDIA_TYPE: Final = "application/x-ndjson"
_BATCH: Final = 50
_TOMBSTONE_CONTEXT: Final = {
    "as": str(AS),
    "formerType": {"@id": "as:formerType", "@type": "@id"},
    "deleted": {"@id": "as:deleted", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
}


async def descriptions(request: Request) -> Response:
    """Answer with the descriptions; raise a 400 Problem for a ``since`` that is not a moment."""
    service = service_of(request)
    change_log, since = service.change_log, _since(request)
    log = change_log.descriptions
    entries = (
        log.after(since)
        if since is not None
        else tuple(entry for entry in log.entries if not entry.is_gone)
    )
    etag = f'"{change_log.origin}-{log.next_position:x}{"" if since is None else f"-{since:x}"}"'
    common = headers(MEDIA_TYPE, change_log.latest, request, service)
    fresh = {**common, "etag": etag}
    chunks = _chunks(() if request.method == "HEAD" else entries, request, etag)
    return StreamingResponse(chunks, headers=fresh)


async def _chunks(entries: Sequence[Entry], request: Request, etag: str) -> AsyncIterator[bytes]:
    """Yield the lines of ``entries``, as long as the client is there and wants them.

    With what comes first, which is nothing, preconditions are evaluated: a 304 ends the response.
    """
    service = service_of(request)
    yield b""
    for start in range(0, len(entries), _BATCH):
        if await request.is_disconnected():
            return
        batch = entries[start : start + _BATCH]
        render = partial(_lines, batch, service)
        _, chunk = await service.cached(renderings).get(("ndjson", etag, str(start)), render)
        yield chunk


def _lines(entries: Sequence[Entry], service: Service) -> Rendering:
    return {}, b"".join(_line(entry, service) for entry in entries)


def _line(entry: Entry, service: Service) -> bytes:
    node: object = (
        _tombstone(entry) if entry.is_gone else node_object(described(entry.iri, service))
    )
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _tombstone(entry: Entry) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@context": _TOMBSTONE_CONTEXT,
        "@id": entry.iri,
        "@type": "as:Tombstone",
        "deleted": rfc3339(entry.timestamp),
    }
    return {**node, "formerType": entry.type} if entry.type else node


def _since(request: Request) -> int | None:
    values = [value for name, value in query_params(request).multi_items() if name == "since"]
    if not values:
        return None
    moment = parse_timestamp(values[0]) if len(values) == 1 else None
    if moment is None:
        raise Problem(
            400, "give 'since' once, as a moment such as 2026-11-24T00:00:00Z or as a date of HTTP"
        )
    return moment


ROUTES: Final = (Route("/descriptions.ndjson", descriptions),)


def paths(_service: Service) -> dict[str, Any]:
    """Return the path items of OpenAPI 3.1."""
    since = query_parameter(
        "since", "Only what changed later than this moment, with what is gone (RFC 3339, or HTTP)"
    )
    summary = "Everything published, one JSON-LD document a line for each subject"
    return {
        "/descriptions.ndjson": operation(summary, "Harvesting", (MEDIA_TYPE,), (since,), (400,))
    }
