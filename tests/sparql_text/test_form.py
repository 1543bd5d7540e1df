"""The form of a query is the word after its prologue, whatever else stands in the text."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.project.library import Library
from crosswalk_rdf.sparql_text.form import query_form

KINDS = {
    ox.QuerySolutions: ("SELECT",),
    ox.QueryBoolean: ("ASK",),
    ox.QueryTriples: ("CONSTRUCT", "DESCRIBE"),
}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("SELECT * {}", "SELECT"),
        ("select(1 as ?x){}", "SELECT"),
        ("ASK{}", "ASK"),
        ("\n\t DESCRIBE <http://example.org/>", "DESCRIBE"),
        ("# SELECT\nASK {}", "ASK"),
        ("#ASK\r\n#ASK\rCONSTRUCT WHERE {}", "CONSTRUCT"),
        ("PREFIX select: <http://example.org/ask#> ASK {}", "ASK"),
        ("PREFIX : <http://example.org/#SELECT>\nASK { ?s :SELECT 'SELECT' }", "ASK"),
        ("PREFIX ask:<http://example.org/>CONSTRUCT WHERE { ?s ask:ask ask:ask }", "CONSTRUCT"),
        ("BASE <http://example.org/>BASE <select>#\nDESCRIBE <a>", "DESCRIBE"),
        ("BASE # a <b>\n <http://example.org/> PREFIX # c\n a: # d\n <b> ASK {}", "ASK"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { SELECT * { ?s ?p ?o } }", "CONSTRUCT"),
    ],
)
def test_the_word_after_the_prologue(text: str, form: str) -> None:
    assert query_form(text) == form
    assert form in KINDS[type(ox.Store().query(text))]


@pytest.mark.parametrize(
    "text",
    ["", " ", "#", "# ASK {}", "INSERT DATA {}", "selects", "PREFIX a <b> ASK {}", "'ASK' {}",
     "<ASK>", "{ ASK {} }", "BASE ASK {}", "DELETE WHERE { ?s ?p ?o } ; SELECT * {}", "?ASK"],
)  # fmt: skip
def test_what_is_no_query_has_none(text: str) -> None:
    assert query_form(text) == ""
    with pytest.raises(SyntaxError):
        ox.Store().query(text)


def test_every_query_of_the_library(library: Library) -> None:
    assert library.queries
    assert all(query_form(text) for text in library.queries.values())


@given(st.text(alphabet="#<>:'\"\\ \n\r\taskPREFIXBASEselect{}?", max_size=60))
def test_the_engine_agrees_where_the_text_is_a_query(text: str) -> None:
    try:
        result = ox.Store().query(text)
    except SyntaxError:
        return
    assert query_form(text) in KINDS[type(result)]


@pytest.mark.parametrize("piece", ["#", "# \n", "BASE <a> ", "PREFIX a: <b> ", "<", "'", " ", "a:"])
@pytest.mark.timeout(60)  # a quadratic one takes hours
def test_long_texts_take_a_moment(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    query_form(text)
