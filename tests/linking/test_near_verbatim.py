"""Texts in the same words, or in all but one."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.linking.near_verbatim import FEWEST_WORDS, Verbatim, verbatim_pairs
from crosswalk_rdf.linking.words import words

TEXT = "Analyze how an author develops a theme"


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (TEXT, Verbatim.IDENTICAL),
        ("analyze how an author develops  a THEME.", Verbatim.IDENTICAL),
        ("Analyze how an author develops a central theme", Verbatim.ONE_WORD),
        ("Analyze how author develops a theme", Verbatim.ONE_WORD),
        ("Explain how an author develops a theme", Verbatim.ONE_WORD),
        ("Analyze how an author develops a theme fully", Verbatim.ONE_WORD),
        ("Explain how an author develops a plot", None),
        ("how Analyze an author develops a theme", None),
        ("", None),
    ],
)
def test_agreement(other: str, expected: Verbatim | None) -> None:
    pairs = verbatim_pairs([TEXT], [other])
    assert pairs == ({0: {0: expected}} if expected else {})
    assert verbatim_pairs([other], [TEXT]) == pairs


def test_short_texts_agree_as_a_whole_only() -> None:
    assert verbatim_pairs(["School Improvement"], ["School Leadership", "school improvement"]) == {
        0: {1: Verbatim.IDENTICAL}
    }


TEXTS = st.lists(st.lists(st.sampled_from("abcd"), max_size=6).map(" ".join), max_size=6)


@given(TEXTS, TEXTS)
def test_as_by_the_edit_distance_of_each_pair(queries: list[str], candidates: list[str]) -> None:
    expected: dict[int, dict[int, Verbatim]] = {}
    for (i, one), (j, other) in product(enumerate(queries), enumerate(candidates)):
        distance = edit_distance(words(one), words(other))
        longest = max(len(words(one)), len(words(other)))
        if distance == 0 and longest:
            expected.setdefault(i, {})[j] = Verbatim.IDENTICAL
        elif distance == 1 and longest >= FEWEST_WORDS:
            expected.setdefault(i, {})[j] = Verbatim.ONE_WORD
    assert verbatim_pairs(queries, candidates) == expected


def edit_distance(one: list[str], other: list[str]) -> int:
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]
