"""The matrix of the flagship: its known figures, and the answers of the queries."""

from collections import Counter

import pyoxigraph as ox
import pytest

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import Publication
from crosswalk_rdf.site.views.assembly import assemble
from crosswalk_rdf.site.views.matrix import Matrix, TabulatedCrosswalk
from tests.site.answers import figures


@pytest.fixture(scope="module")
def crosswalk(flagship: Publication, flagship_store: ox.Store) -> TabulatedCrosswalk:
    return assemble(flagship, flagship_store, Addresses(flagship.base)).crosswalks[0]


@pytest.fixture(scope="module")
def matrix(crosswalk: TabulatedCrosswalk) -> Matrix:
    (one,) = crosswalk.matrices
    return one


def test_the_level_with_more_statements_makes_the_rows(matrix: Matrix) -> None:
    assert (matrix.row_framework.id, len(matrix.rows)) == ("lcpe-2017", 21)
    assert (matrix.column_framework.id, len(matrix.columns)) == ("psel-2015", 10)


def test_every_alignment_is_in_one_cell_or_above(
    crosswalk: TabulatedCrosswalk, matrix: Matrix
) -> None:
    counts = Counter(a.iri for cell in matrix.claimed for a in cell.alignments)
    counts.update(alignment.iri for alignment in matrix.above)
    assert counts == Counter(alignment.iri for alignment in crosswalk.alignments)
    assert len(matrix.above) == 9
    assert [len(part.alignments) for part in crosswalk.parts] == [70, 94, 65]


def test_totals_equal_the_query(matrix: Matrix, flagship_store: ox.Store) -> None:
    assert matrix.totals == [(3, 18), (2, 39), (1, 46)]
    totals = figures(flagship_store, "agreement-totals", "parts", "pairs")
    assert [(int(parts), int(pairs)) for parts, pairs in totals] == matrix.totals


def test_kappa_of_each_two_parts(matrix: Matrix) -> None:
    kappas = {(a.id, b.id): round(float(t.kappa or 0), 2) for a, b, t in matrix.agreements}
    assert kappas == {
        ("part-1", "part-2"): 0.19,
        ("part-1", "part-3"): 0.66,
        ("part-2", "part-3"): 0.13,
    }


def test_claims_equal_the_query(matrix: Matrix, flagship_store: ox.Store) -> None:
    asked = figures(flagship_store, "claims", "competency", "standard", "part")
    claimed = {
        (cell.row.notation, cell.column.notation, part.id)
        for cell in matrix.claimed
        for part in cell.parts
    }
    assert claimed == set(asked)


def test_what_is_claimed_outright_is_an_alignment_in_the_query(
    matrix: Matrix, flagship_store: ox.Store
) -> None:
    asked = figures(flagship_store, "claims", "how", "claim")
    printed = {claim for how, claim in asked if how.endswith("#Alignment")}
    inferred = {claim for how, claim in asked if how.endswith("#RolledUpAlignment")}
    assert {a.iri for cell in matrix.claimed for a in cell.outright} == printed
    assert {a.iri for cell in matrix.claimed for a in cell.rolled_up} == inferred


def test_rows_stand_under_their_top_concepts(matrix: Matrix) -> None:
    assert [(top.notation, len(rows)) for top, rows in matrix.groups] == [
        ("VVC", 5),
        ("PSMV", 5),
        ("CBICI", 5),
        ("SRSCIIA", 6),
    ]
