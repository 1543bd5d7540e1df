"""What is written is the same whatever the order, the run and the names of blank nodes."""

import subprocess
import sys
from random import Random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import URIRef

from crosswalk_rdf.namespaces import DEFAULT_BASE
from crosswalk_rdf.serialization.document import UnwritableGraph
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax, by_name
from crosswalk_rdf.serialization.write import serialize

from .conftest import CONTEXT, HERE, NAMES, ROOT
from .graphs import quads_with_blank_nodes

every_syntax = pytest.mark.parametrize("syntax", SYNTAXES, ids=lambda syntax: syntax.name)
ONE, P = ox.NamedNode("https://example.org/1"), ox.NamedNode("https://example.org/p")
PROGRAM = """
import hashlib, sys
from tests.serialization.conftest import CONTEXT, HERE, NAMES
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, by_name
from crosswalk_rdf.serialization.write import serialize
quads = set(parse((HERE / "crosswalk.trig").read_bytes(), by_name("trig")))
for syntax in SYNTAXES:
    data = serialize(quads, syntax, prefixes=NAMES, context=CONTEXT)
    print(syntax.name, hashlib.sha256(data).hexdigest())
"""


def written(quads: list[ox.Quad], name: str, root: str | None = None) -> str:
    data = serialize(quads, by_name(name), prefixes=NAMES, context=CONTEXT, root=root)
    return data.decode()


def triple(predicate: str, value: ox.Literal | ox.NamedNode | ox.Triple = ONE) -> ox.Quad:
    return ox.Quad(ONE, ox.NamedNode(predicate), value)


@every_syntax
@given(quads_with_blank_nodes, st.randoms())
def test_any_order(syntax: Syntax, quads: list[ox.Quad], random: Random) -> None:
    shuffled = [*quads, *quads]
    random.shuffle(shuffled)
    assert written(quads, syntax.name) == written(shuffled, syntax.name)


def test_any_hash_seed() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(outputs) == 1


@every_syntax
def test_names_of_blank_nodes_do_not_matter(syntax: Syntax) -> None:
    def graph(first: str, second: str) -> list[ox.Quad]:
        nodes = ox.BlankNode(first), ox.BlankNode(second)
        return [ox.Quad(nodes[0], P, nodes[1]), ox.Quad(nodes[1], P, ox.Literal("x"))]

    assert "c14n" in written(graph("a", "b"), syntax.name)
    assert written(graph("a", "b"), syntax.name) == written(graph("z", "y"), syntax.name)


@pytest.mark.parametrize("name", ["turtle", "trig", "rdf-xml", "json-ld"])
def test_only_prefixes_that_are_used(name: str) -> None:
    text = written([triple(f"{NAMES['skos']}broader")], name)
    assert "core#" in text
    assert "ceasn" not in text


def test_prefixes_that_no_syntax_can_declare_are_passed_over() -> None:
    for prefix in ("2015", "xml", "a b", ""):
        data = serialize(
            [triple("https://example.org/p")],
            by_name("turtle"),
            prefixes={prefix: "https://example.org/"},
            context=CONTEXT,
        )
        assert b"@prefix" not in data


def test_the_longest_namespace_wins() -> None:
    prefixes = {
        "b": "https://example.org/",
        "c": "https://example.org/x/",
        "d": "https://example.org/x/HP_",
    }
    quads = [triple(f"https://example.org/{end}") for end in ("p", "x/p", "x/HP_1", "y/p")]
    text = serialize(quads, by_name("turtle"), prefixes=prefixes, context=CONTEXT).decode()
    for name in ("b:p", "c:p", "d:1", "<https://example.org/y/p>"):
        assert f" {name} b:1" in text


@pytest.mark.parametrize("name", ["turtle", "rdf-xml"])
def test_the_root_leads(publication: tuple[ox.Quad, ...], name: str) -> None:
    root = f"{DEFAULT_BASE}psel-2015/1a"
    text = written(list(publication), name, URIRef(root))
    first = text.index("psel-2015:1a a" if name == "turtle" else f'rdf:about="{root}"')
    assert first < text.index("agent/npbea")


@pytest.mark.parametrize("name", ["1a.ttl", "1a.jsonld", "1a.rdf", "1a.nt"])
def test_a_resource(publication: tuple[ox.Quad, ...], name: str) -> None:
    root = ox.NamedNode(f"{DEFAULT_BASE}psel-2015/1a")
    near = {quad.subject for quad in publication if quad.object == root} | {root}
    quads = [quad for quad in publication if quad.subject in near]
    expected = HERE / "resource" / name
    syntax = next(syntax for syntax in SYNTAXES if syntax.suffix == expected.suffix)
    assert written(quads, syntax.name, root.value) == expected.read_text("utf-8")
    assert {quad.triple for quad in parse(expected.read_bytes(), syntax)} == {
        quad.triple for quad in quads
    }


@pytest.mark.parametrize(
    ("quad", "message"),
    [
        (triple("https://example.org/1#2"), "does not end in an XML name"),
        (triple("https://example.org/"), "does not end in an XML name"),
        (triple("http://www.w3.org/1999/02/22-rdf-syntax-ns#li"), "cannot carry the property"),
        (triple("http://www.w3.org/2000/xmlns/x"), "cannot carry the property"),
        (triple("https://example.org/p", ox.Literal("\x01")), "control characters"),
    ],
)
def test_what_rdf_xml_cannot_carry(quad: ox.Quad, message: str) -> None:
    with pytest.raises(UnwritableGraph, match=message):
        written([quad], "rdf-xml")


@every_syntax
@pytest.mark.parametrize(
    "value",
    [
        ox.Literal("x", language="ar", direction=ox.BaseDirection.RTL),
        ox.Triple(ONE, ONE, ox.Literal("x")),
    ],
)
def test_rdf_1_2_is_refused(syntax: Syntax, value: ox.Literal | ox.Triple) -> None:
    with pytest.raises(UnwritableGraph, match=r"RDF 1\.2"):
        written([triple("https://example.org/p", value)], syntax.name)


def test_text_that_looks_like_rdf_1_2_is_written() -> None:
    assert "<<( --rtl _:b" in written(
        [triple("https://example.org/p", ox.Literal("<<( --rtl _:b"))], "turtle"
    )


@every_syntax
def test_nothing(syntax: Syntax) -> None:
    assert parse(written([], syntax.name).encode(), syntax) == ()
