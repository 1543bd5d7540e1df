"""Grades in words and numbers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef

from crosswalk_rdf.linking.grades import NoGrades, grades_of, grades_text, parse_grades
from crosswalk_rdf.model import Framework, PropertyValue
from crosswalk_rdf.namespaces import CASE, CEASN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3", {3}),
        ("K-2, 5", {0, 1, 2, 5}),
        ("PK", {-1}),
        ("Pre-K", {-1}),
        ("KG–01", {0, 1}),
        ("9-12", {9, 10, 11, 12}),
    ],
)
def test_grades_are_read(text: str, expected: set[int]) -> None:
    assert parse_grades(text) == expected


@pytest.mark.parametrize("text", ["", "five", "3-", "5-3", "3,,4", "99"])
def test_what_is_no_grade_is_refused(text: str) -> None:
    with pytest.raises(NoGrades, match="is no grade"):
        parse_grades(text)


@given(st.frozensets(st.integers(-1, 13), min_size=1))
def test_text_and_numbers_are_inverse(grades: frozenset[int]) -> None:
    assert parse_grades(grades_text(grades)) == grades


@pytest.mark.parametrize(
    ("property", "value", "expected"),
    [
        (CASE.educationLevel, Literal("KG"), {0}),
        (CASE.educationLevel, Literal("05"), {5}),
        (CEASN.educationLevelType, URIRef("http://purl.org/ASN/scheme/ASNEducationLevel/5"), {5}),
        (CASE.educationLevel, Literal("AE"), set()),
        (CASE.abbreviatedStatement, Literal("05"), set()),
    ],
)
def test_grades_of_a_statement(
    tiny: Framework, property: URIRef, value: URIRef | Literal, expected: set[int]
) -> None:
    statement = replace(tiny.statements[0], properties=(PropertyValue(property, value),))
    assert grades_of(statement) == expected
