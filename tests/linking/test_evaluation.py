"""Measures of rankings, by small examples that can be computed by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswalk_rdf.linking.evaluation import compare, evaluate
from crosswalk_rdf.linking.strata import strata, wording

GOLD = {"q1": frozenset("a"), "q2": frozenset("bc"), "q3": frozenset("d"), "q4": frozenset[str]()}
RANKINGS = {"q1": list("xa"), "q2": list("bxc"), "q4": list("a")}


def test_measures() -> None:
    evaluation = evaluate(RANKINGS, GOLD)
    means = {name: interval.mean for name, interval in evaluation.measures.items()}
    assert evaluation.queries == 3  # q4 has nothing right; q3 was not ranked and counts as missed
    assert means == pytest.approx(
        {
            "R@1": (0 + 1 / 2 + 0) / 3,
            "R@5": (1 + 1 + 0) / 3,
            "R@10": (1 + 1 + 0) / 3,
            "MRR": (1 / 2 + 1 + 0) / 3,
            "MAP": (1 / 2 + (1 + 2 / 3) / 2 + 0) / 3,
        }
    )


def test_without_queries_all_is_zero() -> None:
    assert {i.mean for i in evaluate({}, {}).measures.values()} == {0.0}


def test_a_method_differs_from_itself_by_nothing() -> None:
    difference = compare(RANKINGS, RANKINGS, GOLD)
    assert difference.interval.mean == difference.interval.low == difference.interval.high == 0
    assert difference.p_value == 1


def test_a_better_method_is_significantly_better() -> None:
    gold = {str(number): frozenset("a") for number in range(50)}
    good = {query: list("ab") for query in gold}
    poor = {query: list("ba") for query in gold}
    difference = compare(good, poor, gold)
    assert difference.interval.low == 0.5
    assert difference.p_value == 0
    assert compare(poor, good, gold).interval.mean == -difference.interval.mean


@given(st.lists(st.sampled_from("abcdef"), unique=True), st.frozensets(st.sampled_from("abcdef")))
def test_intervals_hold_their_mean(ranking: list[str], right: frozenset[str]) -> None:
    for interval in evaluate({"q": ranking}, {"q": right}).measures.values():
        assert 0 <= interval.low <= interval.mean <= interval.high <= 1


def test_strata_by_wording() -> None:
    texts = {
        "q1": "supervise staff with care", "a": "Supervise staff with care",
        "q2": "make budgets and plans fit goals", "b": "plans and budgets", "c": "zzz",
        "q3": "teach", "d": "lead",
    }  # fmt: skip
    parts = strata(GOLD, wording(GOLD, texts))
    assert {name: set(part) for name, part in parts.items()} == {
        "near-verbatim": {"q1"},
        "reworded": {"q2"},
        "hard": {"q3"},
    }
