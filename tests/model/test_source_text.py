"""Whether words are printed on certain lines of a source."""

import pytest

from crosswalk_rdf.model import SourceText

SOURCE = SourceText.of(
    """1. Lead learner-
centered schools
(leaders and self)

2. Teach

(Standards 1,5)

3. Learn"""
)


@pytest.mark.parametrize(
    ("words", "lines", "beside"),
    [
        ("Lead learner-centered schools", (1, 2), ()),
        ("learner-centered", (1, 2), ()),
        ("Lead learner-centered schools", (1, 3), ()),
        ("Teach", (5, 5), ()),
        ("(Standards 1,5)", (5, 7), ("Teach",)),
        ("(Standards  1, 5)", (7, 7), ()),
    ],
)
def test_words_on_their_lines(words: str, lines: tuple[int, int], beside: tuple[str, ...]) -> None:
    assert SOURCE.fault(words, lines, beside) is None


@pytest.mark.parametrize(
    ("words", "lines", "fault"),
    [
        ("Lead learner centered schools", (1, 2), "lines 1-2 of the source do not print 'Lead"),
        ("lead learner-centered schools", (1, 2), "lines 1-2 of the source do not print 'lead"),
        ("Lead learner-centered schools", (2, 3), "lines 2-3 of the source do not print"),
        ("Lead learner-centered schools", (1, 4), "on lines 1-2, not on 1-4"),
        ("Teach", (4, 5), "on lines 5-5, not on 4-5"),
        ("Teach", (3, 5), "on lines 5-5, not on 3-5"),
        ("(Standards 1,5)", (5, 7), "on lines 7-7, not on 5-7"),
        ("(Standards 1,5)", (5, 8), "on lines 7-7, not on 5-8"),
        ("Learn", (9, 10), "the source has no lines 9-10: it ends on line 9"),
        ("Learn", (0, 9), "the source has no lines 0-9"),
        ("Learn", (9, 8), "the source has no lines 9-8"),
    ],
)
def test_words_on_other_lines(words: str, lines: tuple[int, int], fault: str) -> None:
    assert fault in (SOURCE.fault(words, lines) or "no fault")


def test_words_within_lines() -> None:
    assert SOURCE.prints("centered schools (leaders and self)", (1, 9))
    assert not SOURCE.prints("centered schools (leaders and self)", (3, 9))
    assert not SOURCE.prints("centred schools", (1, 9))
