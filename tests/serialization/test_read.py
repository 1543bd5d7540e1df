"""Faults of a file are named with line and column, all at once; nothing is fetched."""

import pyoxigraph as ox
import pytest

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import UnknownSyntax, by_media_type, by_name, by_suffix

TURTLE = b"""<https://example.org/1> <https://example.org/p> <no iri> .
<https://example.org/1> nowhere:p "x" .
<https://example.org/1> <https://example.org/p> "fine" .
<https://example.org/1> <https://example.org/p> "x" """


def test_all_faults_at_once() -> None:
    with pytest.raises(InputFaults) as caught:
        parse(TURTLE, by_name("turtle"), file="a.ttl")
    places = [(fault.file, fault.line, fault.column) for fault in caught.value.faults]
    assert places == [("a.ttl", 1, 49), ("a.ttl", 2, 25), ("a.ttl", 4, 53)]
    assert (
        "a.ttl:2:25: not Turtle: The prefix nowhere: has not been declared; correct it here"
        in str(caught.value)
    )


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("json-ld", b'{"@id":\n "http://a",}', "a:2:13: not JSON-LD: Trailing commas"),
        ("json-ld", b"[" * 100_000, "a"),
        ("rdf-xml", b"<rdf:RDF", "a:1:1: not XML"),
        ("n-triples", b"\xff\n", "a:1:1: not N-Triples: Invalid UTF-8"),
        ("turtle", b"<a> <b> <c> .", "a:1:1: not Turtle: No scheme"),
        ("turtle", b"\n".join([b"x"] * 500), "a:1:1"),
    ],
)
def test_faults(name: str, data: bytes, message: str) -> None:
    with pytest.raises(InputFaults, match=message) as caught:
        parse(data, by_name(name), file="a")
    assert len(caught.value.faults) <= 100


@pytest.mark.parametrize(
    "data",
    [
        b'{"@context": "https://example.org/c", "@id": "https://example.org/1"}',
        b'[{"@graph": [{"@context": [{}, "https://example.org/c"], "a": "b"}]}]',
    ],
)
def test_contexts_are_not_fetched(data: bytes) -> None:
    with pytest.raises(
        InputFaults, match=r"the JSON-LD context https://example\.org/c is named only"
    ):
        parse(data, by_name("json-ld"))


def test_a_base() -> None:
    (quad,) = parse(b"<a> <b> <c> .", by_name("turtle"), base="https://example.org/")
    assert quad.subject == ox.NamedNode("https://example.org/a")


def test_blank_nodes_of_two_files_stay_apart() -> None:
    data = b'_:x <https://example.org/p> "x" .'
    assert parse(data, by_name("turtle")) != parse(data, by_name("turtle"))


def test_the_table() -> None:
    assert by_suffix("psel-2015/1a.TTL") is by_name("turtle")
    assert by_media_type("Application/LD+JSON; profile=x").suffix == ".jsonld"
    for find, unknown in ((by_name, "n3"), (by_suffix, "a"), (by_media_type, "*/*")):
        with pytest.raises(UnknownSyntax, match="use one of"):
            find(unknown)
