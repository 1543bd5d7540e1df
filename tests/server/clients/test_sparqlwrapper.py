"""SPARQLWrapper: each of its formats, with each of its methods."""

from typing import Any

import pytest
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)

from tests.server.clients.answers import ASK, CONSTRUCT, SELECT, concepts
from tests.server.serving import Served

WAYS = [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)]


def converted(served: Served, query: str, format: str, way: tuple[str, str]) -> Any:
    client = SPARQLWrapper(f"{served.url}sparql", returnFormat=format)
    client.setMethod(way[0])
    client.setRequestMethod(way[1])
    client.setQuery(query)
    return client.queryAndConvert()


@pytest.mark.parametrize("way", WAYS, ids=str)
@pytest.mark.parametrize("format", [JSON, XML, CSV, TSV])
def test_select(tiny_served: Served, format: str, way: tuple[str, str]) -> None:
    result = converted(tiny_served, SELECT, format, way)
    if format == JSON:
        iris = [row["s"]["value"] for row in result["results"]["bindings"]]
    elif format == XML:
        iris = [node.firstChild.data for node in result.getElementsByTagName("uri")]
    else:
        iris = [line.strip("<>") for line in result.decode().split()[1:]]
    assert iris == concepts(tiny_served)


@pytest.mark.parametrize("way", WAYS, ids=str)
@pytest.mark.parametrize("format", [JSON, XML])
def test_ask(tiny_served: Served, format: str, way: tuple[str, str]) -> None:
    result = converted(tiny_served, ASK, format, way)
    answer = result["boolean"] if format == JSON else "true" in result.toxml()
    assert answer


@pytest.mark.parametrize("way", WAYS, ids=str)
@pytest.mark.parametrize("format", [TURTLE, N3, RDFXML, XML, JSONLD])
def test_construct(tiny_served: Served, format: str, way: tuple[str, str]) -> None:
    result = converted(tiny_served, CONSTRUCT, format, way)
    if isinstance(result, bytes):
        assert result.count(b"Concept") or b"a skos:" in result
    else:
        assert {str(s) for s in result.subjects()} == set(concepts(tiny_served))
