"""Answers on the flagship, compared with the same found in Python from the data files."""

from collections import Counter
from itertools import combinations, product

import pytest
from rdflib import URIRef
from rdflib.term import Node

from crosswalk_rdf.model import MappingSet, Publication, Statement
from crosswalk_rdf.queries.agreement import contingencies
from crosswalk_rdf.store.answers import Answer, Solutions
from tests.queries.conftest import Engines
from tests.queries.library import ask

Pair = tuple[str, str]


@pytest.fixture(scope="module")
def statements(flagship: Publication) -> dict[URIRef, Statement]:
    return {
        statement.iri: statement
        for framework in flagship.frameworks
        for statement in framework.statements
    }


@pytest.fixture(scope="module")
def claims(flagship: Publication, statements: dict[URIRef, Statement]) -> dict[str, set[Pair]]:
    """The (competency, standard) pairs of each part, by its id."""
    return {
        part.id: set(_pairs(part, statements))
        for crosswalk in flagship.crosswalks
        for part in crosswalk.parts
    }


def _pairs(part: MappingSet, statements: dict[URIRef, Statement]) -> Counter[Pair]:
    counts: Counter[Pair] = Counter()
    for alignment in part.alignments:
        ends = {
            statement.kind.rsplit("#")[-1]: statement.notation
            for statement in (
                _rolled_up(statements[iri], statements)
                for iri in (alignment.subject, alignment.object)
            )
        }
        if ends.keys() == {"Competency", "Standard"}:
            counts[ends["Competency"], ends["Standard"]] += 1
    return counts


def _rolled_up(statement: Statement, statements: dict[URIRef, Statement]) -> Statement:
    here: Statement | None = statement
    while here and not here.kind.endswith(("#Competency", "#Standard")):
        here = statements[here.broader] if here.broader else None
    return here or statement


def rows(answer: Answer, *columns: str) -> list[tuple[str, ...]]:
    """Return the values of ``columns`` as text."""
    assert isinstance(answer, Solutions)
    places = [answer.variables.index(column) for column in columns]
    return [tuple(_text(row[place]) for place in places) for row in answer.rows]


def _text(value: Node | None) -> str:
    return "" if value is None else str(value)


def test_claims(flagship_engines: Engines, claims: dict[str, set[Pair]]) -> None:
    actual = rows(ask(flagship_engines.embedded, "claims"), "part", "competency", "standard")
    assert set(actual) == {(part, *pair) for part, pairs in claims.items() for pair in pairs}


def test_roll_up_matrix(
    flagship_engines: Engines, flagship: Publication, statements: dict[URIRef, Statement]
) -> None:
    answer = ask(flagship_engines.embedded, "roll-up-matrix")
    actual = rows(answer, "part", "competency", "standard", "alignments")
    parts = [part for crosswalk in flagship.crosswalks for part in crosswalk.parts]
    expected = {
        (part.id, *pair, str(count))
        for part in parts
        for pair, count in _pairs(part, statements).items()
    }
    assert set(actual) == expected


def test_agreement_totals(flagship_engines: Engines, claims: dict[str, set[Pair]]) -> None:
    by_pair = Counter(pair for pairs in claims.values() for pair in pairs)
    expected = Counter(by_pair.values())
    actual = rows(ask(flagship_engines.embedded, "agreement-totals"), "parts", "pairs")
    assert actual == [(str(n), str(expected[n])) for n in sorted(expected, reverse=True)]


def test_disagreements(flagship_engines: Engines, claims: dict[str, set[Pair]]) -> None:
    answer = ask(flagship_engines.embedded, "disagreements")
    actual = rows(answer, "part", "competency", "standard", "claimed")
    by_pair = Counter(pair for pairs in claims.values() for pair in pairs)
    disputed = [pair for pair, count in by_pair.items() if count < len(claims)]
    assert set(actual) == {
        (part, *pair, str(pair in claims[part]).lower()) for part, pair in product(claims, disputed)
    }


def test_contingency(
    flagship_engines: Engines,
    claims: dict[str, set[Pair]],
    statements: dict[URIRef, Statement],
) -> None:
    kinds = Counter(statement.kind.rsplit("#")[-1] for statement in statements.values())
    population = kinds["Competency"] * kinds["Standard"]
    tables = contingencies(ask(flagship_engines.embedded, "contingency"))
    for table, (first, second) in zip(tables, combinations(sorted(claims), 2), strict=True):
        assert table.first.endswith(first)
        assert table.second.endswith(second)
        assert table.both == len(claims[first] & claims[second])
        assert table.only_first == len(claims[first] - claims[second])
        assert table.only_second == len(claims[second] - claims[first])
        assert table.population == population


@pytest.mark.parametrize("kind", ["Standard", "Element", "Competency", "Indicator", "SubIndicator"])
def test_unaligned(
    kind: str,
    flagship_engines: Engines,
    flagship: Publication,
    statements: dict[URIRef, Statement],
) -> None:
    aligned = {
        end
        for crosswalk in flagship.crosswalks
        for part in crosswalk.parts
        for alignment in part.alignments
        for end in (alignment.subject, alignment.object)
    }
    answer = ask(flagship_engines.embedded, "unaligned", kind=f"xw:{kind}")
    expected = {
        iri for iri, statement in statements.items() if statement.kind.endswith(f"#{kind}")
    } - aligned
    assert {row for (row,) in rows(answer, "statement")} == set(map(str, expected))


def test_outline_is_in_the_order_of_the_file(
    flagship_engines: Engines, flagship: Publication
) -> None:
    for framework in flagship.frameworks:
        answer = ask(flagship_engines.embedded, "outline", framework=framework.id)
        actual = [notation for (notation,) in rows(answer, "notation")]
        assert actual == [statement.notation for statement in framework.statements]
