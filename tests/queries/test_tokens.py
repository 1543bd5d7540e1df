"""Tokens of whole queries, of broken ones, and of texts that are made to take long."""

import time

import pytest

from crosswalk_rdf.queries.tokens import query_form, tokens
from tests.queries.library import FILES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?x-?y{?x a.b ex:c.d}", "SELECT ?x - ?y { ?x a . b ex:c.d }"),
        ("'a\\'' <a\\u0062> # no\n1.5e-3", "'a\\'' <a\\u0062> 1 . 5e - 3"),
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


@pytest.mark.parametrize("unit", ["a.a", "<a", '\\"', "\\'", '\\"""x\n', "'''\\", "a:", "\\u0041<"])
def test_time_grows_with_length_only(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    begun = time.monotonic()
    assert query_form(text) == ""
    assert time.monotonic() - begun < 1
    tokens(text)
    assert time.monotonic() - begun < 10  # by the square of the length it would take minutes
