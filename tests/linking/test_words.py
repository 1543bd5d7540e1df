"""Texts to words and stems."""

import pytest

from crosswalk_rdf.linking.words import stemmer, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Use data-driven goals; re-use!", ["use", "data", "driven", "goals", "re", "use"]),
        ("the student’s voice", ["the", "student’s", "voice"]),
        ("ＡＢＣ ﬁeld", ["abc", "field"]),  # NFKC
        ("Straße ÉCOLE", ["strasse", "école"]),
        ("读写能力", ["读写", "写能", "能力"]),  # no spaces between words
        ("snake_case 1.a", ["snake", "case", "1", "a"]),
        ("…—!", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("language", "pair"),
    [
        ("en-US", ["teachers", "teacher"]),
        ("de", ["lehrern", "lehrer"]),
        ("es", ["escuelas", "escuela"]),
        ("fr", ["écoles", "école"]),
    ],
)
def test_a_language_has_its_stemmer(language: str, pair: list[str]) -> None:
    assert len(set(stemmer(language)(pair))) == 1


@pytest.mark.parametrize("language", ["", "zxx", "ja"])
def test_words_of_other_languages_stay(language: str) -> None:
    assert stemmer(language)(["teachers"]) == ["teachers"]
