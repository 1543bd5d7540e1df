"""What parts say of pairs, what stands behind a pair, and pasted lists."""

from collections import Counter

import pyoxigraph as ox
import pytest

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import Publication
from crosswalk_rdf.site.views.assembly import assemble
from crosswalk_rdf.site.views.matrix import Cell, TabulatedCrosswalk
from crosswalk_rdf.site.views.pairs import claim, lines_of, repeated_lists
from tests.site.answers import figures


@pytest.fixture(scope="module")
def crosswalk(flagship: Publication, flagship_store: ox.Store) -> TabulatedCrosswalk:
    return assemble(flagship, flagship_store, Addresses(flagship.base)).crosswalks[0]


def cell(crosswalk: TabulatedCrosswalk, row: str, column: str) -> Cell:
    (matrix,) = crosswalk.matrices
    return next(c for c in matrix.claimed if (c.row.notation, c.column.notation) == (row, column))


def test_how_each_part_claims_a_pair(crosswalk: TabulatedCrosswalk) -> None:
    pair = cell(crosswalk, "VVC.1", "1")
    assert [claim(pair, part) for part in crosswalk.parts] == ["outright"] * 3
    pair = cell(crosswalk, "PSMV.2", "9")
    assert [claim(pair, part) for part in crosswalk.parts] == ["no", "below", "no"]


def test_disagreements_equal_the_query(
    crosswalk: TabulatedCrosswalk, flagship_store: ox.Store
) -> None:
    columns = ("competency", "standard", "part", "claimed")
    asked = set(figures(flagship_store, "disagreements", *columns))
    (matrix,) = crosswalk.matrices
    assert asked == {
        (c.row.notation, c.column.notation, p.id, str(claim(c, p) != "no").lower())
        for c in matrix.claimed
        for p in matrix.parts
        if len(c.parts) < len(matrix.parts)
    }


def test_every_alignment_of_a_pair_stands_in_one_line(crosswalk: TabulatedCrosswalk) -> None:
    (matrix,) = crosswalk.matrices
    for pair in matrix.claimed:
        lines = lines_of(pair)
        stated = Counter(a.iri for line in lines for a in line.alignments)
        assert stated == Counter(a.iri for a in pair.alignments)
        ends = [(line.row_side, line.column_side) for line in lines]
        assert len(ends) == len(set(ends))


def test_both_directions_share_a_line(crosswalk: TabulatedCrosswalk) -> None:
    first = lines_of(cell(crosswalk, "VVC.1", "1"))[0]
    assert (first.row_side.notation, first.column_side.notation) == ("VVC.1", "1")
    assert [part.id for part in first.parts] == ["part-1", "part-2", "part-3"]


def test_pasted_lists(crosswalk: TabulatedCrosswalk) -> None:
    lists = repeated_lists(crosswalk)
    assert [(f.statement.notation, f.original and f.original.notation) for f in lists] == [
        ("VVC.4", "CBICI.5"),
        ("VVC.5", "SRSCIIA"),
        ("PSMV.1", "SRSCIIA.1"),
        ("PSMV.2", "SRSCIIA.2"),
        ("PSMV.3", "SRSCIIA.3"),
        ("PSMV.4", "SRSCIIA.5"),
        ("PSMV.5", "SRSCIIA.6"),
    ]
    assert [s.notation for s in lists[1].objects] == ["4", "6", "7", "10"]
    assert next((p.id, [s.notation for s in of]) for p, of in lists[0].elsewhere) == (
        "part-1",
        ["1", "2", "3", "5"],
    )
