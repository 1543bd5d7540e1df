"""The verbs that hand out items: GetRecord, ListIdentifiers, ListRecords (OAI-PMH 2.0 §4)."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from starlette.requests import Request

from crosswalk_rdf.server.change_log import Entry
from crosswalk_rdf.server.change_log.timestamps import rfc3339
from crosswalk_rdf.server.endpoints.harvesting.oai.arguments import Arguments, OaiError
from crosswalk_rdf.server.endpoints.harvesting.oai.records import (
    FORMATS,
    header,
    record,
    set_spec,
    uri,
)
from crosswalk_rdf.server.endpoints.harvesting.oai.resumption_tokens import (
    Position,
    position,
    token,
)
from crosswalk_rdf.server.endpoints.harvesting.xml import element
from crosswalk_rdf.server.service import Service

PAGE: Final = 100
"""How many items an answer has at most."""
SECONDS_OF_A_DAY: Final = 86_400
_TOKEN_DAYS: Final = 8
"""Until the end of which day a token is promised to be good; it is, while the history lasts."""


def get_record(arguments: Arguments, _request: Request, service: Service) -> str:
    """Return the record of one item (§4.1)."""
    entry = item(arguments.identifier, service)
    content = record(entry, arguments.prefix, service)
    if content is None:
        raise OaiError(
            "cannotDisseminateFormat", "this item cannot have that format: ask for oai_dc"
        )
    return content


def list_records(arguments: Arguments, _request: Request, service: Service) -> str:
    """Return the next records (§4.5)."""
    return _page(arguments, service)


def list_identifiers(arguments: Arguments, _request: Request, service: Service) -> str:
    """Return the next headers (§4.3)."""
    return _page(arguments, service)


def item(identifier: str, service: Service) -> Entry:
    """Return what has ``identifier``; raise OaiError (idDoesNotExist) where nothing has."""
    entry = service.change_log.descriptions.by_iri.get(identifier)
    entry = entry or service.cached(_by_uri).get(identifier)
    if entry is None:
        raise OaiError("idDoesNotExist", "there is no such item: ask for ListIdentifiers")
    return entry


def _by_uri(service: Service) -> dict[str, Entry]:
    """Return the items whose identifier differs from their IRI."""
    entries = service.change_log.descriptions.entries
    return {uri(entry.iri): entry for entry in entries if not entry.iri.isascii()}


def _page(arguments: Arguments, service: Service) -> str:
    origin = service.change_log.origin
    where = position(arguments, origin)
    if where.prefix not in FORMATS:
        raise OaiError("cannotDisseminateFormat", f"the formats are {' and '.join(FORMATS)}")
    entries = _selected(where, service)
    if arguments.token is None:
        where = replace(where, size=sum(1 for _ in _selected(where, service)))
    rows, last = list[str](), None
    for entry in entries:
        content = record(entry, where.prefix, service)
        if content is None:
            continue
        if len(rows) == PAGE:
            more = replace(where, position=entry.position, cursor=where.cursor + PAGE)
            last = token(more, arguments.verb, origin)
            break
        rows.append(content if arguments.verb == "ListRecords" else header(entry))
    if not rows:
        raise _nothing(arguments)
    if last or arguments.token is not None:
        rows.append(_resumption(where, last, service))
    return "\n".join(rows)


def _nothing(arguments: Arguments) -> OaiError:
    if arguments.token is not None:
        return OaiError("badResumptionToken", "what was still to come has changed: begin again")
    return OaiError("noRecordsMatch", "nothing matches: ask for other dates, or another set")


def _resumption(where: Position, last: str | None, service: Service) -> str:
    """Return the element of §3.5; empty after the last part of a list."""
    sizes = {"completeListSize": str(where.size), "cursor": str(where.cursor)}
    if last is None:
        return element("resumptionToken", **sizes)
    today = int(service.now().timestamp()) // SECONDS_OF_A_DAY
    good = rfc3339((today + _TOKEN_DAYS) * SECONDS_OF_A_DAY)
    return element("resumptionToken", last, expirationDate=good, **sizes)


def _selected(where: Position, service: Service) -> Iterator[Entry]:
    """Yield the items in the set and the range of time that are at or after a place."""
    log = service.change_log.descriptions
    entries = log.entries
    first = bisect_left(entries, where.position, key=lambda entry: entry.position)
    if where.start is not None:
        first = max(first, bisect_left(entries, where.start, key=lambda entry: entry.timestamp))
    memberships = dict[tuple[str, ...], bool]()
    for number in range(first, len(entries)):
        entry = entries[number]
        if where.end is not None and entry.timestamp > where.end:
            return
        if where.set and entry.sets not in memberships:
            memberships[entry.sets] = _is_in(entry.sets, where.set)
        if not where.set or memberships[entry.sets]:
            yield entry


def _is_in(graphs: tuple[str, ...], set: str) -> bool:
    """Return whether what is in ``graphs`` is in ``set``, or in one below it."""
    return any(f"{set_spec(graph)}:".startswith(f"{set}:") for graph in graphs)
