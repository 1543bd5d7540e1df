"""Tokens of whole queries, of broken ones, and of texts that are made to take long."""

import pytest

from crosswalk_rdf.sparql_text.form import query_form
from crosswalk_rdf.sparql_text.service_clause import may_have_service
from crosswalk_rdf.sparql_text.tokens import prefix_at_end, tokens
from tests.queries.library import FILES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?x-?y{?x a.b ex:c.d}", "SELECT ?x - ?y { ?x a . b ex:c.d }"),
        ("'a\\'' <a\\u0062> # no\n1.5e-3", "'a\\'' <a\\u0062> 1.5e-3"),
        ("1. 1.e5 .5 1ex:b 1SERVICE:x{", "1 . 1.e5 .5 1 ex:b 1 SERVICE:x {"),
        ("ex:a\\.b\\~. ex:a%20b.c: :. _:b.1.", "ex:a\\.b\\~ . ex:a%20b.c: : . _:b.1 ."),
        ("a.:b -a:b a..b: é:ü-1", "a . :b - a:b a..b: é:ü-1"),
        ("\"x\"@en-US^^xsd:int", "\"x\" @en-US ^ ^ xsd:int"),
        ("\ufeffASK{}", "ASK { }"),
        ("prefix ask:<x>CONSTRUCT", "prefix ask: <x> CONSTRUCT"),
        ('"""a""b\\""""?x', '"""a""b\\"""" ?x'),
        ("'open\n?x", "'open ?x"),
        ("'''open\n?x", "'''open\n?x"),
        ("?a<?b", "?a < ?b"),
    ],
)  # fmt: skip
def test_tokens(text: str, expected: str) -> None:
    assert " ".join(token.text for token in tokens(text)) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("# SELECT\nBASE <a:b> PREFIX select: <SELECT> prefix : <x> ask {}", "ASK"),
        ("PREFIX a.b: <a:b>\nConstruct{}", "CONSTRUCT"),
        ('VERSION "1.2" DESCRIBE <a:b>', "DESCRIBE"),
        ("INSERT { } WHERE { SELECT * {} }", ""),
        ("", ""),
    ],
)
def test_form(text: str, form: str) -> None:
    assert query_form(text) == form


def test_forms_of_the_library() -> None:
    assert all(query_form(file.read_text(encoding="utf-8")) for file in FILES)


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    [
        "a.a",
        "<a",
        '\\"',
        "\\'",
        '\\"""x\n',
        "'''\\",
        "a:",
        "\\u0041<",
        ".:",
        "_:a.",
        "@a-",
        "1.",
        "PREFIX a",
    ],
)
@pytest.mark.timeout(120)  # by the square of the length it takes hours
def test_time_grows_with_length_only(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    assert query_form(text) == ""
    assert sum(1 for _ in tokens(text))
    may_have_service(text + " servic")
    may_have_service(text + " service")
    assert prefix_at_end(text) != "b:"
