"""The descriptions of the change log as a Linked Data Event Stream (LDES 1.0, TREE).

A member is a version of one description: the same triples with the subject replaced, beside
``dcterms:isVersionOf`` (the subject) and ``prov:generatedAtTime``. To materialize it, leave those
two out and put the subject back: the objects never change, and no description has blank nodes.
Of each description there is the latest version alone, which the retention policy says; one that is
gone is an ``as:Delete``.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from importlib.resources import files
from typing import Any, Final

import pyoxigraph as ox
from rdflib import DCTERMS, PROV, RDF, XSD, URIRef
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crosswalk_rdf.namespaces import AS, LDES, TREE
from crosswalk_rdf.serialization.document import Document
from crosswalk_rdf.serialization.naming import Naming
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, by_media_type
from crosswalk_rdf.server.change_log import Entry, Log
from crosswalk_rdf.server.change_log.timestamps import rfc3339
from crosswalk_rdf.server.endpoints.harvesting.operations import operation, path_parameter
from crosswalk_rdf.server.endpoints.harvesting.renderings import rendered
from crosswalk_rdf.server.endpoints.harvesting.resource_data import (
    headers,
    lines,
    naming,
    negotiated,
    not_found,
    page_number,
)
from crosswalk_rdf.server.requests import base_url, service_of
from crosswalk_rdf.server.service import Service

PAGE: Final = 250
"""How many places a page has."""
_OFFERS: Final = tuple(syntax.media_type for syntax in SYNTAXES if syntax.name != "rdf-xml")
"""What LDES lets a server write: RDF/XML is not among it."""
_IMMUTABLE: Final = "public, max-age=604800, immutable"
_REVALIDATE: Final = "public, no-cache"
_SHAPE: Final = "shape.ttl"


@rendered
def root(request: Request) -> Response:
    """Answer with the root node: what the stream is, and where its pages are."""
    service = service_of(request)
    log, node = service.change_log.descriptions, f"{base_url(request)}ldes"
    quads = [*_stream(node), *_shape(node)]
    for number in sorted({entry.position // PAGE for entry in log.entries}):
        quads.extend(_relations(number, node, service))
    return _response(quads, _REVALIDATE, request, service)


@rendered
def page(request: Request) -> Response:
    """Answer with the members of one page; a full one never gets another member."""
    service = service_of(request)
    log, node = service.change_log.descriptions, f"{base_url(request)}ldes"
    number = _number(request, service, "number")
    if number * PAGE >= log.next_position:
        raise not_found()
    here = _page(number, node, service)
    quads = [_triple(here, RDF.type, TREE.Node), _triple(node + "#stream", TREE.view, node)]
    full = _is_full(number, log)
    if full:
        quads.append(_triple(here, LDES.immutable, True))
    for entry in log.range(number * PAGE, (number + 1) * PAGE):
        quads.extend(_member(entry, node, service))
    return _response(quads, _IMMUTABLE if full else _REVALIDATE, request, service)


@rendered
def member(request: Request) -> Response:
    """Answer with one member; a version that a later one took the place of is gone."""
    service = service_of(request)
    position = _number(request, service, "place")
    entries = service.change_log.descriptions.range(position, position + 1)
    if not entries:
        raise not_found()
    quads = _member(entries[0], f"{base_url(request)}ldes", service)
    return _response(quads, _REVALIDATE, request, service)


def _number(request: Request, service: Service, name: str) -> int:
    """Return the number ``name`` in the path; raise a 404 Problem for that of another history."""
    if request.path_params["history"] != service.change_log.origin:
        raise not_found()
    return page_number(request.path_params[name])


def _stream(node: str) -> Iterator[str]:
    """Yield what LDES 1.0 wants to know of the stream in its root node."""
    stream, policy = f"{node}#stream", f"{node}#retention"
    yield _triple(stream, RDF.type, LDES.EventStream)
    yield _triple(stream, TREE.view, node)
    yield _triple(stream, TREE.shape, f"{node}#Member")
    yield _triple(stream, LDES.timestampPath, PROV.generatedAtTime)
    yield _triple(stream, LDES.versionOfPath, DCTERMS.isVersionOf)
    yield _triple(stream, LDES.versionDeletePath, RDF.type)
    yield _triple(stream, LDES.versionDeleteObject, AS.Delete)
    yield _triple(node, RDF.type, TREE.Node)
    yield _triple(node, RDF.type, LDES.EventSource)
    yield _triple(node, LDES.retentionPolicy, policy)
    yield _triple(policy, RDF.type, LDES.RetentionPolicy)
    yield _triple(policy, RDF.type, LDES.LatestVersionSubset)
    yield _triple(policy, LDES.amount, 1)
    yield _triple(policy, LDES.versionAmount, 1)


def _shape(node: str) -> Iterator[str]:
    content = (files(__package__) / _SHAPE).read_bytes()
    for quad in ox.parse(content, format=ox.RdfFormat.TURTLE, base_iri=node):
        yield str(quad.triple)


def _relations(number: int, node: str, service: Service) -> Iterator[str]:
    """Yield between which moments the members of a page are: those of a full page never change."""
    log, other = service.change_log.descriptions, _page(number, node, service)
    entries = log.range(number * PAGE, (number + 1) * PAGE)
    bounds = {"from": (TREE.GreaterThanOrEqualToRelation, entries[0].timestamp)}
    if _is_full(number, log):
        bounds["until"] = (TREE.LessThanOrEqualToRelation, entries[-1].timestamp)
    for name, (kind, timestamp) in bounds.items():
        relation = f"{node}#{name}-{number}"
        yield _triple(node, TREE.relation, relation)
        yield _triple(relation, RDF.type, kind)
        yield _triple(relation, TREE.node, other)
        yield _triple(relation, TREE.path, PROV.generatedAtTime)
        yield _moment(relation, TREE.value, timestamp)


def _member(entry: Entry, node: str, service: Service) -> Iterator[str]:
    version = f"{node}/{service.change_log.origin}/member/{entry.position}"
    yield _triple(f"{node}#stream", TREE.member, version)
    yield _triple(version, DCTERMS.isVersionOf, entry.iri)
    yield _moment(version, PROV.generatedAtTime, entry.timestamp)
    if entry.is_gone:
        yield _triple(version, RDF.type, AS.Delete)
    length = len(entry.iri) + 2
    yield from (f"<{version}>{line[length:]}" for line in lines(entry.iri, service))


def _is_full(number: int, log: Log) -> bool:
    return log.next_position >= (number + 1) * PAGE


def _page(number: int, node: str, service: Service) -> str:
    return f"{node}/{service.change_log.origin}/{number}"


def _triple(subject: str, property: URIRef, value: str | int) -> str:
    if isinstance(value, str):
        return f"<{subject}> <{property}> <{value}>"
    kind, text = (XSD.boolean, str(value).lower()) if value is True else (XSD.integer, str(value))
    return f'<{subject}> <{property}> "{text}"^^<{kind}>'


def _moment(subject: str, property: URIRef, timestamp: int) -> str:
    return f'<{subject}> <{property}> "{rfc3339(timestamp)}"^^<{XSD.dateTime}>'


def stream_naming(service: Service) -> Naming:
    """Return the names of everything published, and those of event streams."""
    site_naming = service.cached(naming)
    return Naming(
        {**site_naming.prefixes, "ldes": str(LDES), "tree": str(TREE)}, site_naming.context
    )


def _response(triples: Iterable[str], cache: str, request: Request, service: Service) -> Response:
    offer = negotiated(request, _OFFERS)
    document = Document({"": sorted(set(triples))}, service.cached(stream_naming))
    body = "".join(by_media_type(offer).write(document)).encode()
    common = headers(offer, service.change_log.latest, request, service)
    return Response(body, headers={**common, "vary": "accept", "cache-control": cache})


ROUTES: Final = (
    Route("/ldes", root),
    Route("/ldes/{history}/{number}", page),
    Route("/ldes/{history}/member/{place}", member),
)


def paths(_service: Service) -> dict[str, Any]:
    """Return the path items of OpenAPI 3.1."""
    history = path_parameter("history", "As the root node names it", "string")
    of = partial(operation, tag="Harvesting", media_types=_OFFERS)
    number = path_parameter("number", "The number of the page, from 0", "integer")
    position = path_parameter("place", "The number of the version", "integer")
    return {
        "/ldes": of("The root node of the event stream of all descriptions"),
        "/ldes/{history}/{number}": of(
            "A page of the event stream", parameters=(history, number), problems=(404, 406)
        ),
        "/ldes/{history}/member/{place}": of(
            "A member of the event stream", parameters=(history, position), problems=(404, 406)
        ),
    }
