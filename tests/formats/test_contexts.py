"""The loader of contexts: offline, and as the contexts' publishers mean them."""

import json

import pyoxigraph as ox
import pytest
from pyld import jsonld

from tests.formats.contexts import expanded, quads, schema_org_context

OB = ["https://www.w3.org/ns/credentials/v2"]
OB.append("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")


def test_a_context_that_is_not_vendored_is_refused() -> None:
    with pytest.raises(jsonld.JsonLdError) as error:
        expanded(b'{"@context": "https://example.org/context", "name": "x"}')
    assert "NotVendored" in repr(error.value.__cause__) or "NotVendored" in repr(error.value)


def test_open_badges_makes_a_literal_of_the_target() -> None:
    document = {
        "@context": OB,
        "id": "https://example.org/a",
        "type": "Alignment",
        "targetUrl": "https://example.org/1",
    }
    graph = quads(json.dumps(document).encode())
    values = {quad.object for quad in graph if "targetUrl" in quad.predicate.value}
    # XML Schema's own namespace begins with http: this is what the published context says.
    any_uri = ox.NamedNode("https://www.w3.org/2001/XMLSchema#anyURI")
    assert values == {ox.Literal("https://example.org/1", datatype=any_uri)}


def test_schema_org_makes_an_iri_of_the_target() -> None:
    assert schema_org_context()["@context"]["targetUrl"]["@type"] == "@id"
    assert "name" not in schema_org_context()["@context"]
