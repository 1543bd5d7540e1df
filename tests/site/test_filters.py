"""Small words of templates."""

import json

import pytest
from rdflib import Literal

from crosswalk_rdf.site.templating import filters


def test_words() -> None:
    assert filters.words("relatedMatch") == "related match"
    assert filters.words("MisnumberedElement") == "misnumbered element"


@pytest.mark.parametrize(("size", "text"), [(12, "12 B"), (1_499, "1 kB"), (25_866_059, "25.9 MB")])
def test_size(size: int, text: str) -> None:
    assert filters.size(size) == text


def test_lang_only_where_it_differs() -> None:
    assert filters.lang(Literal("Ziel", lang="de"), "en") == ' lang="de"'
    assert filters.lang(Literal("goal", lang="en"), "en") == ""
    assert filters.lang("1a", "en") == ""


@pytest.mark.parametrize(
    ("text", "language", "attributes"),
    [
        ("هدف", "ar", ' lang="ar" dir="rtl"'),
        ("יעד", "he-IL", ' lang="he-IL" dir="rtl"'),
        ("ھدف", "ur", ' lang="ur" dir="rtl"'),
        ("ISO 9", "fa", ' lang="fa" dir="rtl"'),
        ("maqsad", "ur-Latn", ' lang="ur-Latn"'),
        ("ھەدەف", "ku-Arab", ' lang="ku-Arab" dir="rtl"'),
        ("armanc", "ku", ' lang="ku"'),
        ("ئامانج", "ku", ' lang="ku" dir="rtl"'),
        ("יעד", None, ' dir="rtl"'),
        ("1. יעד (goal)", "en", ' dir="rtl"'),
        ("1. goal (יעד)", "en", ""),
        ("目標", "zh", ' lang="zh"'),
        ("12 – 14", None, ""),
    ],
)
def test_the_direction_of_a_text(text: str, language: str | None, attributes: str) -> None:
    assert filters.lang(Literal(text, lang=language), "en") == attributes


def test_json_cannot_end_its_block() -> None:
    value = {"text": "</script><!-- & é"}
    text = filters.script_json(value)
    assert "<" not in text and "&" not in text
    assert json.loads(text) == value


def test_lines() -> None:
    assert filters.lines((12, 12)) == "line 12"
    assert filters.lines((2311, 2315)) == "lines 2311–2315"
    assert filters.lines(None) == ""


def test_shortened_keeps_words_and_language() -> None:
    literal = Literal("Develop an educational mission, then act", lang="en")
    short = filters.shorten_text(literal, 35)
    assert short == Literal("Develop an educational mission…", lang="en")
    assert filters.shorten_text("short", 10) == "short"


def test_plural() -> None:
    assert filters.plural(1, "pair") == "1 pair"
    assert filters.plural(1200, "pair") == "1,200 pairs"
