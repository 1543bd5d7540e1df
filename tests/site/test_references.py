"""IRIs and literals as pages show them."""

import pyoxigraph as ox
import pytest
from rdflib import Literal

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames
from crosswalk_rdf.site.views.references import Reference, References, by_subject, label

BASE = "https://example.org/k/"


@pytest.fixture
def references() -> References:
    names = PrefixedNames({"skos": "http://www.w3.org/2004/02/skos/core#"})
    return References(
        addresses=Addresses(BASE), names=names, paths={"a.html", "graph/x.ttl", "context.jsonld"}
    )


@pytest.mark.parametrize(
    ("iri", "text", "path", "elsewhere"),
    [
        (f"{BASE}a", "a", "a.html", False),
        (f"{BASE}a#B", "a#B", "a.html#B", False),
        (f"{BASE}graph/x", "graph/x", "graph/x.ttl", False),
        (f"{BASE}context.jsonld", "context.jsonld", "context.jsonld", False),
        (f"{BASE}gone", "gone", None, False),
        ("http://www.w3.org/2004/02/skos/core#note", "skos:note", None, True),
        ("https://elsewhere.example/x", "elsewhere.example/x", None, True),
        ("urn:uuid:1", "urn:uuid:1", None, False),
    ],
)
def test_reference(
    references: References, iri: str, text: str, path: str | None, elsewhere: bool
) -> None:
    assert references.reference(iri) == Reference(iri, text, path, elsewhere)


def test_rows_are_sorted_whatever_the_order_was(references: References) -> None:
    node, knows = ox.NamedNode(f"{BASE}a"), ox.NamedNode(f"{BASE}knows")
    objects = [ox.Literal("b", language="de"), ox.NamedNode(f"{BASE}z"), ox.Literal("a")]
    orders = [
        references.rows(by_subject([ox.Quad(node, knows, o) for o in order])[node.value])
        for order in (objects, objects[::-1])
    ]
    assert orders[0] == orders[1]
    [row] = orders[0]
    assert [str(getattr(v, "iri", v)) for v in row.values] == [f"{BASE}z", "a", "b"]
    assert row.values[2] == Literal("b", lang="de")


def test_label_is_in_the_language_asked_for_first() -> None:
    property = "http://www.w3.org/2000/01/rdf-schema#label"
    about = {property: [ox.Literal("one", language="en"), ox.Literal("eins", language="de")]}
    assert label(about, "x", ("de", "en")) == Literal("eins", lang="de")
    assert label(about, "x", ("fr", "en")) == Literal("one", lang="en")
    assert label({}, "x", ("de",)) == Literal("x")
