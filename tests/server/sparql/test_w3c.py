"""The W3C's own tests, over HTTP: sparql11/protocol and sparql11/service-description."""

import pyoxigraph as ox
import pytest
from pyshacl import validate
from rdflib import Graph, Namespace

from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax
from tests.server.sparql.w3c import (
    FOLDER,
    UPDATED,
    Exchange,
    ProtocolTest,
    boolean,
    is_format,
    protocol_tests,
    send,
)

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
TESTS = protocol_tests()
SHAPES = FOLDER.parent.parent / "server/sparql/service-description.shapes.ttl"


def test_the_manifest_was_read_whole() -> None:
    text = (FOLDER / "protocol/manifest.ttl").read_text()
    assert len(TESTS) == text.count("rdf:type mf:ProtocolTest") == 34
    assert sum(len(test.exchanges) for test in TESTS) == text.count("a ht:Request ;")


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.name)
def test_protocol(test: ProtocolTest, suite: tuple[str, int]) -> None:
    for exchange in test.exchanges:
        answer = send(suite, exchange)
        if test.name.startswith(UPDATED):  # this service takes no updates
            if exchange is test.exchanges[0]:
                assert 400 <= answer.status < 500
            continue
        assert str(answer.status)[0] in exchange.statuses, answer.body
        if exchange.format:
            assert is_format(answer, exchange.format), answer
        if exchange.boolean is not None:
            assert boolean(answer) == exchange.boolean


def described(address: tuple[str, int], target: str, accept: str) -> Graph:
    exchange = Exchange("GET", target, (("accept", accept),), b"", frozenset("2"), "RDF", None)
    answer = send(address, exchange)
    assert (answer.status, answer.media_type) == (200, accept)
    graph = Graph()
    for quad in ox.parse(answer.body, ox.RdfFormat.from_media_type(accept)):
        graph.parse(data=f"{quad.triple} .", format="nt")
    return graph


@pytest.mark.parametrize("syntax", SYNTAXES, ids=lambda syntax: syntax.name)
@pytest.mark.parametrize("target", ["/sparql/", "/sparql"])
def test_service_description(target: str, syntax: Syntax, suite: tuple[str, int]) -> None:
    """returns-rdf, has-endpoint-triple."""
    graph = described(suite, target, syntax.media_type)
    endpoints = graph.query(
        "SELECT ?o WHERE { ?s <http://www.w3.org/ns/sparql-service-description#endpoint> ?o }"
    )
    assert [str(row.o) for row in endpoints] == [f"http://{suite[0]}:{suite[1]}{target}"]


def test_service_description_conforms_to_schema(suite: tuple[str, int]) -> None:
    """conforms-to-schema: domains, ranges and cardinalities of the vocabulary, as shapes."""
    graph = described(suite, "/sparql", "application/n-triples")
    conforms, _, report = validate(graph, shacl_graph=str(SHAPES))
    assert conforms, report
    for endpoint in list(graph.triples((None, SD.endpoint, None))):
        graph.remove(endpoint)
    assert not validate(graph, shacl_graph=str(SHAPES))[0]
