"""A part in two columns: complete, in order, with its prose."""

from collections import Counter
from itertools import pairwise

import pyoxigraph as ox
import pytest

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import Publication
from crosswalk_rdf.site.views.assembly import assemble
from crosswalk_rdf.site.views.crosswalks import CrosswalkView, PartView
from crosswalk_rdf.site.views.side_by_side import (
    Group,
    Row,
    place,
    remaining_sections,
    side_by_side,
)


@pytest.fixture(scope="module")
def crosswalk(flagship: Publication, flagship_store: ox.Store) -> CrosswalkView:
    return assemble(flagship, flagship_store, Addresses(flagship.base)).crosswalks[0]


@pytest.fixture(params=["part-1", "part-2", "part-3"])
def part(crosswalk: CrosswalkView, request: pytest.FixtureRequest) -> PartView:
    return next(part for part in crosswalk.parts if part.id == request.param)


def rows(groups: list[Group]) -> list[Row]:
    return [row for group in groups for row in group.rows]


def test_every_alignment_stands_once(part: PartView) -> None:
    counts = Counter(a.iri for row in rows(side_by_side(part)) for a in row.alignments)
    assert counts == Counter(a.iri for a in part.alignments)


def test_rows_are_in_the_order_of_the_framework_and_of_the_source(part: PartView) -> None:
    all_rows = rows(side_by_side(part))
    places = [place(row.statement) for row in all_rows]
    assert places == sorted(places)
    lines = [a.lines for row in all_rows for a in row.alignments if a.lines]
    assert len(lines) == len(part.alignments)
    assert all(one <= other for one, other in pairwise(lines))


def test_all_prose_is_shown(part: PartView) -> None:
    groups = side_by_side(part)
    shown = {section.path for row in rows(groups) for section in row.sections}
    assert shown | {s.path for s in remaining_sections(part, groups)} == {
        s.path for s in part.sections
    }


def test_what_is_unaligned_is_counted(crosswalk: CrosswalkView) -> None:
    counts = [sum(len(g.unaligned) for g in side_by_side(part)) for part in crosswalk.parts]
    assert counts == [0, 90, 3]


def test_what_is_unaligned_is_counted_where_it_is_too_much_to_show(part: PartView) -> None:
    whole = {s.notation for group in side_by_side(part) for s in group.unaligned}
    cut = side_by_side(part, max_rows=0)
    shown = {row.statement.notation for row in rows(cut)}
    left_out = {s.notation for group in cut for s in group.left_out}
    assert left_out == whole - shown
    assert len(shown) < 100


def test_a_list_in_one_line(crosswalk: CrosswalkView) -> None:
    printed = {r.statement.notation: r.printed for r in rows(side_by_side(crosswalk.parts[2]))}
    assert printed["VVC.5"] == "(Standards 4,6,7,10)"
    assert printed["VVC.4"] == "(Standard 6)"
    assert [r.printed for r in rows(side_by_side(crosswalk.parts[1])) if r.printed] == []


def test_headings_of_another_kind(tiny_crosswalk: CrosswalkView) -> None:
    (part,) = tiny_crosswalk.parts
    outline = [(r.statement.notation, r.depth, r.opens) for r in rows(side_by_side(part))]
    assert outline == [
        ("MA", 0, False),
        ("MA 1", 1, True),
        ("MA 1/a", 2, False),
        ("MA 1/ä", 3, False),
        ("DE", 0, False),
    ]
