"""Coefficients of agreement."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from crosswalk_rdf.queries.agreement import (
    CONTINGENCY_COLUMNS,
    Contingency,
    NotAContingency,
    contingencies,
)
from crosswalk_rdf.store.answers import Boolean, Solutions

COUNTS = st.integers(0, 500)


def table(both: int, only_first: int, only_second: int, neither: int) -> Contingency:
    """Return the table of two parts."""
    return Contingency(
        first="a",
        second="b",
        both=both,
        only_first=only_first,
        only_second=only_second,
        neither=neither,
    )


def test_textbook_example() -> None:
    """Two readers of 50 proposals: 20 and 15 alike, 5 and 10 apart; kappa is 0.4."""
    contingency = table(20, 5, 10, 15)
    assert contingency.observed == Fraction(7, 10)
    assert contingency.expected == Fraction(1, 2)
    assert contingency.kappa == Fraction(2, 5)
    assert contingency.overlap == Fraction(20, 35)


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_kappa_does_not_depend_on_the_order(a: int, b: int, c: int, d: int) -> None:
    kappa = table(a, b, c, d).kappa
    assert kappa == table(a, c, b, d).kappa == table(d, b, c, a).kappa
    assert kappa is None or -1 <= kappa <= 1


@given(st.integers(1, 500), st.integers(1, 500))
def test_full_agreement(a: int, d: int) -> None:
    assert table(a, 0, 0, d).kappa == 1


@pytest.mark.parametrize("counts", [(0, 0, 0, 0), (7, 0, 0, 0), (0, 0, 0, 7)])
def test_kappa_is_not_defined(counts: tuple[int, int, int, int]) -> None:
    assert table(*counts).kappa is None


def test_no_claims_no_overlap() -> None:
    assert table(0, 0, 0, 7).overlap is None


def test_answer_is_read_by_the_names_of_its_columns() -> None:
    columns = ("extra", *reversed(CONTINGENCY_COLUMNS))
    row = (None, *map(Literal, (4, 3, 2, 1)), URIRef("urn:b"), URIRef("urn:a"))
    (contingency,) = contingencies(Solutions(columns, (row,)))
    assert (contingency.first, contingency.second) == ("urn:a", "urn:b")
    assert (
        contingency.both,
        contingency.only_first,
        contingency.only_second,
        contingency.neither,
    ) == (1, 2, 3, 4)
    assert contingency.population == 10


def test_answer_that_is_no_table() -> None:
    for answer in (Boolean(True), Solutions(("first",), ())):
        with pytest.raises(NotAContingency, match=r"select \?first, \?second, \?both"):
            contingencies(answer)


@pytest.mark.parametrize("value", [None, Literal("many"), Literal(-1), Literal(1.5)])
def test_what_is_no_count(value: Literal | None) -> None:
    row = (URIRef("urn:a"), URIRef("urn:b"), value, *map(Literal, (1, 1, 1)))
    with pytest.raises(NotAContingency, match="a count is a whole number from 0"):
        contingencies(Solutions(CONTINGENCY_COLUMNS, (row,)))
