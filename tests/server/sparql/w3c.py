"""The W3C's tests of the SPARQL 1.1 Protocol, from their manifest to requests and expectations."""

import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPResponse
from pathlib import Path

import pyoxigraph as ox
from rdflib import DCTERMS, RDF, RDFS, VOID, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from crosswalk_rdf.model.build_index import FileEntry, FileKind, index_lines
from crosswalk_rdf.model.manifest import FILE, Manifest
from crosswalk_rdf.model.published_file import Role
from crosswalk_rdf.server.content.build import N_TRIPLES
from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "tests/official/w3c"
JSON_LD = "application/ld+json"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")

UPDATED = "update_"
"""What the names of tests begin with that update the data."""


@dataclass(frozen=True)
class Exchange:
    """One request, and what is expected in return."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    statuses: frozenset[str]
    """Their first digits."""
    format: str
    boolean: bool | None


@dataclass(frozen=True)
class ProtocolTest:
    """An entry of the manifest."""

    name: str
    exchanges: tuple[Exchange, ...]


@dataclass(frozen=True)
class Answer:
    """A response as it came."""

    status: int
    media_type: str
    body: bytes


def protocol_tests() -> list[ProtocolTest]:
    """Return every entry, in the order of the manifest."""
    graph = Graph().parse(FOLDER / "protocol/manifest.ttl", format="turtle")
    entries = Collection(graph, next(graph.objects(None, MF.entries)))
    return [_test(graph, entry) for entry in entries]


def send(address: tuple[str, int], exchange: Exchange) -> Answer:
    """Send the request as it stands, byte for byte, and return the response."""
    host, port = address
    lines = [f"{exchange.method} {exchange.target} HTTP/1.1", f"Host: {host}:{port}"]
    lines += [f"{name}: {value}" for name, value in exchange.headers]
    lines += [f"Content-Length: {len(exchange.body)}", "Connection: close", "", ""]
    with socket.create_connection(address, timeout=30) as connection:
        connection.sendall("\r\n".join(lines).encode() + exchange.body)
        response = HTTPResponse(connection, method=exchange.method)
        response.begin()
        body = response.read()
        media_type = response.getheader("content-type", "").partition(";")[0]
        return Answer(response.status, media_type, body)


def is_format(answer: Answer, expected: str) -> bool:
    """Return whether ``answer`` is in a format of the kind ``expected``, and can be read."""
    if expected == "RDF":
        syntax = ox.RdfFormat.from_media_type(answer.media_type)
        return syntax is not None and list(ox.parse(answer.body, syntax)) is not None
    results = ox.QueryResultsFormat.from_media_type(answer.media_type)
    if results is None:
        return False
    is_boolean = isinstance(ox.parse_query_results(answer.body, results), ox.QueryBoolean)
    return is_boolean == (expected == "boolean")


def boolean(answer: Answer) -> bool:
    return bool(json.loads(answer.body)["boolean"])


def write_build(folder: Path) -> None:
    """Write the least of a build to ``folder``: the data of the suite, graph by graph."""
    dump = b"".join(sorted(_quads()))
    described = Graph()
    for name in map(URIRef, _graphs()):
        described.add((URIRef("http://example.org/dataset"), DCTERMS.hasPart, name))
        described.add((name, RDF.type, VOID.Dataset))
        described.add((name, VOID.triples, Literal(1)))
    description = described.serialize(format="nt", encoding="utf-8")
    entries = (
        written(folder, "dump.nq", dump, FileKind(Role.DUMP, "application/n-quads")),
        written(folder, "dataset.nt", description, FileKind(Role.DOCUMENT, N_TRIPLES.media_type)),
        written(folder, "context.jsonld", b'{"@context": {}}', FileKind(Role.CONTEXT, JSON_LD)),
    )
    manifest = Manifest(
        base="http://example.org/", id="w3c", title="Data of the suite", language="en",
        version="1", modified="2026-11-24", url=None, creator="W3C", dump="dump.nq",
        files=len(entries), bytes=sum(entry.size for entry in entries),
    )  # fmt: skip
    (folder / FILE).write_bytes(b"".join(index_lines(manifest, entries)))


def written(folder: Path, path: str, content: bytes, kind: FileKind) -> FileEntry:
    """Write a file, and return what the index of a build says of it."""
    (folder / path).write_bytes(content)
    about = (f"http://example.org/{path.partition('.')[0]}",)
    return FileEntry(path, kind, len(content), sha256(content).digest(), about)


def _graphs() -> dict[str, Path]:
    """Return the file of each graph that a test asks for."""
    graph = Graph().parse(FOLDER / "protocol/manifest.ttl", format="turtle")
    graphs = {}
    for data in set(graph.objects(None, UT.graphData)):
        name = str(graph.value(data, RDFS.label))
        graphs[name] = FOLDER / "protocol" / str(graph.value(data, UT.graph)).rsplit("/", 1)[-1]
    return dict(sorted(graphs.items()))


def _quads() -> Iterator[bytes]:
    for name, path in _graphs().items():
        for quad in ox.parse(path.read_bytes(), ox.RdfFormat.N_TRIPLES):
            graph = ox.NamedNode(name)
            yield f"{quad.subject} {quad.predicate} {quad.object} {graph} .\n".encode()


def _test(graph: Graph, entry: Node) -> ProtocolTest:
    connection = graph.value(entry, MF.action)
    assert connection is not None
    requests = graph.value(connection, HT.requests)
    assert requests is not None
    exchanges = tuple(_exchange(graph, request) for request in Collection(graph, requests))
    return ProtocolTest(str(entry).rpartition("#")[2], exchanges)


def _exchange(graph: Graph, request: Node) -> Exchange:
    body = graph.value(request, HT.body)
    response = graph.value(request, HT.resp)
    assert response is not None
    headers = graph.value(request, HT.headers)
    statuses = graph.objects(response, MF.expectedStatus)
    yes_or_no = graph.value(response, MF.expectedBoolean)
    return Exchange(
        method=str(graph.value(request, HT.methodName)),
        target=str(graph.value(request, HT.absolutePath)),
        headers=tuple(
            (str(graph.value(header, HT.fieldName)), str(graph.value(header, HT.fieldValue)))
            for header in (Collection(graph, headers) if headers else ())
        ),
        body=_body(graph, body) if body else b"",
        statuses=frozenset(str(status).rpartition("StatusCode")[2][0] for status in statuses),
        format=str(graph.value(response, MF.expectedFormat) or ""),
        boolean=None if yes_or_no is None else bool(yes_or_no.toPython()),  # type: ignore[attr-defined]
    )


def _body(graph: Graph, body: Node) -> bytes:
    return str(graph.value(body, CNT.chars)).encode(str(graph.value(body, CNT.characterEncoding)))
