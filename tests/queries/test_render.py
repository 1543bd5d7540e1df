"""Answers as text."""

import json

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import SKOS, XSD, BNode, Literal, URIRef

from crosswalk_rdf.queries.render import NotApplicable, UnknownResultFormat, render
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import Syntax, document_syntaxes
from crosswalk_rdf.store.answers import Answer, Boolean, Solutions, Triples

BASE = "https://w3id.org/leadership-crosswalk/"
STATEMENT = URIRef(BASE + "psel-2015/1a")
ROWS = Solutions(
    ("iri", "kind", "label", "count", "nothing"),
    (
        (
            STATEMENT,
            URIRef(BASE + "ontology#Element"),
            Literal('Say "a, b"', lang="en"),
            None,
            None,
        ),
        (URIRef("urn:x"), SKOS.Concept, Literal("two\nlines"), Literal(12), None),
        (BNode("b0"), None, Literal("x", datatype=XSD.date), Literal(3), None),
    ),
)
FOR_GRAPHS = "table, ttl, nt, rdf or jsonld"
GRAPH = Triples(((STATEMENT, SKOS.prefLabel, Literal("A", lang="en")),))


def test_table() -> None:
    assert render(ROWS, "table") == (
        "iri             kind          label       count  nothing\n"
        "--------------  ------------  ----------  -----  -------\n"
        '<psel-2015/1a>  xw:Element    Say "a, b"\n'
        "<urn:x>         skos:Concept  two lines      12\n"
        "_:b0                          x               3\n"
        "\n"
        "3 rows\n"
    )


def test_table_goes_on_in_the_next_line_of_the_cell() -> None:
    long = Solutions(("text", "n"), ((Literal("word " * 20), Literal(1)),))
    lines = render(long, "table").splitlines()
    assert [line.rstrip()[-1] for line in lines[2:4]] == ["1", "d"]
    assert max(map(len, lines)) < 64


def test_empty_table() -> None:
    assert render(Solutions(("a",), ()), "table") == "a\n-\n\n0 rows\n"


def test_table_of_no_columns() -> None:
    assert render(Solutions((), ()), "table") == "\n0 rows\n"


def test_csv() -> None:
    assert render(ROWS, "csv") == (
        "iri,kind,label,count,nothing\r\n"
        f'{STATEMENT},{BASE}ontology#Element,"Say ""a, b""",,\r\n'
        f'urn:x,{SKOS.Concept},"two\nlines",12,\r\n'
        "_:b0,,x,3,\r\n"
    )


def test_json() -> None:
    document = json.loads(render(ROWS, "json"))
    assert document["head"]["vars"] == list(ROWS.variables)
    first, second, third = document["results"]["bindings"]
    assert first["label"] == {"type": "literal", "xml:lang": "en", "value": 'Say "a, b"'}
    assert "nothing" not in first
    assert second["count"]["datatype"] == str(XSD.integer)
    assert third["iri"] == {"type": "bnode", "value": "b0"}


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.booleans())))
def test_json_is_read_back(values: list[tuple[str, bool]]) -> None:
    rows = tuple((Literal(text) if bound else None,) for text, bound in values)
    read = ox.parse_query_results(
        render(Solutions(("x",), rows), "json").encode(), ox.QueryResultsFormat.JSON
    )
    assert isinstance(read, ox.QuerySolutions)
    terms = [row["x"] for row in read]
    assert terms == [ox.Literal(text) if bound else None for text, bound in values]


def test_turtle() -> None:
    assert render(GRAPH, "ttl") == (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n"
        f'<{STATEMENT}> skos:prefLabel "A"@en .\n'
    )


@pytest.mark.parametrize("syntax", document_syntaxes(), ids=lambda syntax: syntax.name)
def test_graph_in_each_syntax(syntax: Syntax) -> None:
    text = render(GRAPH, syntax.suffix[1:])
    (quad,) = parse(text.encode(), syntax)
    assert (quad.subject.value, quad.object) == (str(STATEMENT), ox.Literal("A", language="en"))


def test_graph_as_table() -> None:
    assert "<psel-2015/1a>  skos:prefLabel  A" in render(GRAPH, "table")


def test_yes_or_no() -> None:
    assert render(Boolean(True), "table") == "yes\n"
    assert json.loads(render(Boolean(False), "json")) == {"head": {}, "boolean": False}


@pytest.mark.parametrize(
    ("answer", "format_", "message"),
    [
        (ROWS, "ttl", "the answer is rows, which ttl cannot hold: use table, csv or json"),
        (GRAPH, "csv", f"the answer is a graph, which csv cannot hold: use {FOR_GRAPHS}"),
        (GRAPH, "json", f"the answer is a graph, which json cannot hold: use {FOR_GRAPHS}"),
        (Boolean(True), "csv", "the answer is yes or no, which csv cannot hold: use table or json"),
        (Boolean(True), "ttl", "the answer is yes or no, which ttl cannot hold: use table or json"),
    ],
)
def test_format_that_does_not_apply(answer: Answer, format_: str, message: str) -> None:
    with pytest.raises(NotApplicable) as caught:
        render(answer, format_)
    assert str(caught.value) == message


def test_unknown_format() -> None:
    with pytest.raises(
        UnknownResultFormat, match="'xml' is no format of answers: use table, csv, json"
    ):
        render(ROWS, "xml")
