"""Rankings by words and character n-grams."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.linking import lexical
from crosswalk_rdf.linking.comparable_text import ComparableText
from crosswalk_rdf.linking.lexical import LexicalIndex, Ranking
from crosswalk_rdf.linking.vectors import ngram_vectors, word_vectors

WORDS = [
    "goal",
    "teacher",
    "school",
    "student",
    "learning",
    "data",
    "equity",
    "vision",
    "the",
    "of",
    "and",
]
TEXTS = st.lists(
    st.builds(
        ComparableText,
        st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
        st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join),
        st.just("en"),
    ),
    min_size=1,
    max_size=12,
)


def rank(queries: list[str], candidates: list[str], top: int = 10) -> list[list[int]]:
    texts = ([ComparableText(t, language="en") for t in each] for each in (queries, candidates))
    return [ranking.candidates.tolist() for ranking in LexicalIndex(*texts).rankings(top)]


def test_the_text_that_shares_most_comes_first() -> None:
    candidates = ["Manage budgets", "Support teachers' growth", "Supporting the teacher"]
    assert rank(["support teacher"], candidates) == [[2, 1]]


def test_nothing_in_common_is_no_candidate() -> None:
    assert rank(["xylophone"], ["budget"]) == [[]]
    assert rank([""], ["budget", ""]) == [[]]


def test_n_grams_find_what_no_stemmer_relates() -> None:
    assert rank(["Schulfach"], ["Fächer der Schule", "Hund"])[0][0] == 0


@pytest.mark.parametrize("parent", ["through:", "such as by", "they are able to"])
def test_a_lead_in_counts_as_part_of_the_sentence(parent: str) -> None:
    query = ComparableText("honest feedback", f"give teachers {parent}", "en", True)
    plain = ComparableText("honest feedback", "", "en", False)
    candidates = [ComparableText(t, language="en") for t in ("teachers", "feedback to families")]
    scores = [next(LexicalIndex([q], candidates).rankings(2)) for q in (query, plain)]
    assert set(scores[0].candidates.tolist()) == {0, 1}
    assert scores[1].candidates.tolist() == [1]


def test_vectors_have_unit_length_or_none() -> None:
    parts = [(("teachers teach", 1.0), ("school", 0.5)), (("", 1.0), ("", 0.0))]
    words = word_vectors(parts, parts, (["en", "en"], ["en", "en"]))
    for matrix in (words.queries, words.candidates, *ngram_vectors(parts, parts)):
        lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
        assert lengths.tolist() == pytest.approx([1.0, 0.0], abs=1e-5)


def test_n_grams_stay_within_words() -> None:
    (counts, _) = ngram_vectors([(("ab cd", 1.0),)], [(("ab", 1.0),)])
    assert counts.nnz == 2 * 3  # of each word " x", "xy ", and both with both spaces: 2 + 1


@given(TEXTS, TEXTS)
def test_the_pool_holds_the_best_of_all_pairs(
    queries: list[ComparableText], candidates: list[ComparableText]
) -> None:
    """Where every candidate is in the pool, both ways of ranking give the same."""
    every = list(LexicalIndex(queries, candidates).rankings(50))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexical, "EVERY_PAIR", 0)
        patch.setattr(lexical, "CANDIDATE_BLOCK", 4)
        patch.setattr(lexical, "QUERY_BLOCK", 3)
        patch.setattr(lexical, "without_common", lambda rows, _: rows)
        pooled = list(LexicalIndex(queries, candidates).rankings(50))
    for one, other in zip(every, pooled, strict=True):
        assert set(other.candidates.tolist()) <= set(one.candidates.tolist())
        by_number = dict(zip(one.candidates.tolist(), one.scores.tolist(), strict=True))
        for number, score in zip(other.candidates.tolist(), other.scores.tolist(), strict=True):
            assert score == pytest.approx(by_number[number], abs=1e-5)


@given(TEXTS, TEXTS)
def test_the_same_input_gives_the_same_ranking(
    queries: list[ComparableText], candidates: list[ComparableText]
) -> None:
    def result() -> list[tuple[list[int], list[float]]]:
        rankings = LexicalIndex(queries, candidates).rankings(5)
        return [(r.candidates.tolist(), r.scores.tolist()) for r in rankings]

    assert result() == result()


@given(TEXTS, TEXTS)
def test_scores_fall_and_lie_between_0_and_1(
    queries: list[ComparableText], candidates: list[ComparableText]
) -> None:
    for ranking in LexicalIndex(queries, candidates).rankings(20):
        assert_ordered(ranking)


def assert_ordered(ranking: Ranking) -> None:
    scores = ranking.scores.round(6).tolist()
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len(set(ranking.candidates.tolist())) == len(ranking.candidates)
