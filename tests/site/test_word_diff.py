"""The words in which two wordings differ."""

from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.model import Publication
from crosswalk_rdf.site.views.word_diff import Piece, word_diff


def marked(one: str, other: str) -> list[str]:
    return [piece.text for piece in word_diff(one, other) if piece.differs]


def test_a_word() -> None:
    assert word_diff("a vision of success", "a vision on success") == [
        Piece("a vision ", differs=False),
        Piece("of", differs=True),
        Piece(" success", differs=False),
    ]


def test_a_phrase_is_one_mark() -> None:
    assert marked("personalized, learner-centered ways", "learner-centered, personalized ways")
    assert marked("one two three four", "one five six four") == ["two three"]


def test_a_sign() -> None:
    assert marked("Vision, Values, and Culture", "Vision, Values and Culture") == [","]


def test_the_same_and_nothing() -> None:
    assert marked("as printed", "as printed") == []
    assert word_diff("", "something") == []
    assert marked("something", "") == ["something"]


@given(st.text("ab ,.", max_size=30), st.text("ab ,.", max_size=30))
def test_nothing_is_lost(one: str, other: str) -> None:
    assert "".join(piece.text for piece in word_diff(one, other)) == one


def test_every_erratum_that_replaces_something_is_marked(flagship: Publication) -> None:
    (crosswalk,) = flagship.crosswalks
    assert len(crosswalk.errata) == 93
    for erratum in crosswalk.errata:
        pairs = ((erratum.printed, erratum.canonical), (erratum.canonical, erratum.printed))
        assert any(marked(*pair) for pair in pairs) == (erratum.printed != erratum.canonical)
