"""The descriptions as newline-delimited JSON: each line is a JSON-LD document of its own.

A line says all there is of one subject. Together the lines are exactly what is published. With
``since`` there is a line for each description that changed later than that, and one for each that
is gone, as ``as:Tombstone`` with ``as:deleted`` (Activity Streams 2.0 vocabulary).
"""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from typing import Any, Final

from crosswalk_rdf.namespaces import AS
from crosswalk_rdf.serialization.jsonld import node_object
from crosswalk_rdf.server.change_log import Entry
from crosswalk_rdf.server.change_log.timestamps import instant, read_instant
from crosswalk_rdf.server.endpoints.harvesting.operations import operation, query_parameter
from crosswalk_rdf.server.endpoints.harvesting.resource_data import described, headers
from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.route import Route
from crosswalk_rdf.server.service import Service

MEDIA_TYPE: Final = "application/x-ndjson"
_BATCH: Final = 200
_TOMBSTONE_CONTEXT: Final = {
    "as": str(AS),
    "formerType": {"@id": "as:formerType", "@type": "@id"},
    "deleted": {"@id": "as:deleted", "@type": "http://www.w3.org/2001/XMLSchema#dateTime"},
}


async def stream(request: Request, service: Service) -> Response:
    """Answer with the descriptions; raise a 400 Problem for a ``since`` that is no moment."""
    journal, since = service.journal, _since(request)
    log = journal.descriptions
    entries = (
        log.after(since)
        if since is not None
        else tuple(entry for entry in log.entries if not entry.is_gone)
    )
    etag = f'"{journal.origin}-{log.places:x}{"" if since is None else f"-{since:x}"}"'
    found = headers(MEDIA_TYPE, journal.latest, request, service)
    return Response(headers=(*found, ("etag", etag)), body=_pieces(entries, service))


async def _pieces(entries: Sequence[Entry], service: Service) -> AsyncIterator[bytes]:
    for start in range(0, len(entries), _BATCH):
        batch = entries[start : start + _BATCH]
        yield b"".join(_line(entry, service) for entry in batch)
        await asyncio.sleep(0)  # let others have their turn


def _line(entry: Entry, service: Service) -> bytes:
    node: object = (
        _tombstone(entry) if entry.is_gone else node_object(described(entry.iri, service))
    )
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _tombstone(entry: Entry) -> dict[str, Any]:
    found: dict[str, Any] = {
        "@context": _TOMBSTONE_CONTEXT,
        "@id": entry.iri,
        "@type": "as:Tombstone",
        "deleted": instant(entry.stamp),
    }
    return {**found, "formerType": entry.type} if entry.type else found


def _since(request: Request) -> int | None:
    given = [value for name, value in request.parameters if name == "since"]
    if not given:
        return None
    moment = read_instant(given[0]) if len(given) == 1 else None
    if moment is None:
        raise Problem(
            400, "give 'since' once, as a moment such as 2026-11-24T00:00:00Z or as a date of HTTP"
        )
    return moment


ROUTES: Final = (Route("/descriptions.ndjson", stream),)


def paths(_service: Service) -> dict[str, Any]:
    """Return the path items of OpenAPI 3.1."""
    since = query_parameter(
        "since", "Only what changed later than this moment, with what is gone (RFC 3339, or HTTP)"
    )
    summary = "Everything published, one JSON-LD document a line for each subject"
    return {
        "/descriptions.ndjson": operation(summary, "Harvesting", (MEDIA_TYPE,), (since,), (400,))
    }
