"""What a user gives stands in the query as one term, and means the same to every engine."""

import re
from collections.abc import Mapping

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.queries.binding import (
    BadParameterValue,
    MissingParameter,
    UnknownParameter,
    bind,
)
from crosswalk_rdf.queries.header import parse_query
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.store.answers import Solutions
from crosswalk_rdf.store.backend import QueryBackend
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from crosswalk_rdf.store.rdflib_backend import RdflibBackend
from tests.queries.library import load

EMBEDDED, RDFLIB = OxigraphBackend(ox.Store()), RdflibBackend(Dataset(default_union=True))
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
NASTY = st.lists(st.sampled_from(["\\", "u", "U", "0022", "0000", '"', "'", "\n", "}", "#", "<"]))


def example(type_: str, settings: str = "required: true") -> Query:
    """Return a query that gives back the value of its one parameter."""
    text = f"""\
#+ summary: The value
#+ parameters:
#+   value: {{type: {type_}, {settings}, description: Any}}
SELECT ?value WHERE {{ VALUES ?_value {{ UNDEF }} BIND(?_value AS ?value) }} ORDER BY ?value
"""
    return parse_query("example", text)


def values(text: str, engine: QueryBackend) -> list[str]:
    """Return the values of the one column of the answer."""
    answer = engine.query(text)
    assert isinstance(answer, Solutions)
    return [str(row[0]) for row in answer.rows]


@given(TEXTS)
def test_text_is_what_was_given(text: str) -> None:
    assert values(bind(example("string"), {"value": text}), EMBEDDED) == [text]


@given(NASTY.map("".join))
def test_escapes_are_what_was_given_on_rdflib_too(text: str) -> None:
    bound = bind(example("string"), {"value": text})
    assert values(bound, EMBEDDED) == values(bound, RDFLIB) == [text]


@given(st.sampled_from(["string", "notation", "iri", "integer", "boolean"]), TEXTS)
def test_nothing_changes_the_query_around_it(type_: str, text: str) -> None:
    try:
        bound = bind(example(type_), {"value": text})
    except BadParameterValue:
        return
    assert len(values(bound, EMBEDDED)) == 1


def test_term_stands_wherever_the_parameter_did() -> None:
    text = bind(load("statement"), {"notation": "VVC.1.c.ii", "framework": "lcpe-2017"})
    assert '?statement skos:notation "VVC.1.c.ii" ;' in text
    assert "BIND(<https://w3id.org/leadership-crosswalk/lcpe-2017> AS ?framework)" in text
    assert set(re.findall(r"\?_\w+", text)) == {"?_lang"}, "no language was asked for"
    assert text.count("\n") == load("statement").text.count("\n")


def test_any_stays_a_variable() -> None:
    assert "VALUES ?_framework { UNDEF }" in bind(load("statement"), {})


@pytest.mark.parametrize(
    ("type_", "arguments", "term"),
    [
        ("iri", "https://example.org/a", "<https://example.org/a>"),
        ("iri", "<https://example.org/a>", "<https://example.org/a>"),
        ("iri", "urn:uuid:1", "<urn:uuid:1>"),
        ("iri", "psel-2015/1a", "<https://example.org/x/psel-2015/1a>"),
        ("iri", "xw:Element", "<https://example.org/x/ontology#Element>"),
        ("iri", "skos:Concept", "<http://www.w3.org/2004/02/skos/core#Concept>"),
        ("integer", "007", "7"),
        ("integer", "-3", "-3"),
        ("boolean", "true", "true"),
        ("notation", "VVC.1.c.ii", '"VVC.1.c.ii"'),
    ],
)
def test_terms(type_: str, arguments: str, term: str) -> None:
    assert f"BIND({term} AS ?value)" in bind(
        example(type_), {"value": arguments}, "https://example.org/x/"
    )


@pytest.mark.parametrize(
    ("type_", "arguments"),
    [
        ("iri", ""),
        ("iri", "a b"),
        ("iri", "https://example.org/> } #"),
        ("iri", "https://example.org/\\u003E"),
        ("iri", "nothing known:x"),
        ("integer", "three"),
        ("integer", "1.5"),
        ("integer", "٣"),
        ("boolean", "yes"),
        ("notation", ""),
        ("notation", "1 a"),
        ("string", "\ud800"),
        ("string", "\0"),
    ],
)
def test_bad_value(type_: str, arguments: str) -> None:
    with pytest.raises(BadParameterValue, match=r"queries/example.rq: value cannot be .*; give "):
        bind(example(type_), {"value": arguments})


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({}, MissingParameter, "queries/example.rq: it needs value (Any); add --param value=VALUE"),
        (
            {"value": "x", "notation": "1a"},
            UnknownParameter,
            "queries/example.rq: there is no parameter 'notation'; it takes value",
        ),
    ],
)
def test_names(arguments: Mapping[str, str], error: type[CrosswalkError], message: str) -> None:
    with pytest.raises(error) as caught:
        bind(example("string"), arguments)
    assert str(caught.value) == message


def test_query_without_parameters() -> None:
    with pytest.raises(UnknownParameter, match="there is no parameter 'x'; it takes none"):
        bind(load("graphs"), {"x": "1"})
