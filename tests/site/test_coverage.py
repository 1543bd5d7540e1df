"""What a crosswalk reaches: the same as the queries say, and a small case by hand."""

import pyoxigraph as ox
import pytest

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import Publication
from crosswalk_rdf.site.views.assembly import assemble
from crosswalk_rdf.site.views.coverage import FrameworkCoverage, Tally, coverage
from crosswalk_rdf.site.views.crosswalks import CrosswalkView
from tests.site.answers import figures


@pytest.fixture(scope="module")
def coverages(flagship: Publication, flagship_store: ox.Store) -> dict[str, FrameworkCoverage]:
    (crosswalk,) = assemble(flagship, flagship_store, Addresses(flagship.base)).crosswalks
    return {of.framework.id: of for of in coverage(crosswalk)}


def test_branches_equal_the_query(
    coverages: dict[str, FrameworkCoverage], flagship_store: ox.Store
) -> None:
    columns = ("framework", "branch", "kind", "statements", "aligned")
    asked = set(figures(flagship_store, "coverage", *columns))
    assert asked == {
        (of.framework.iri, branch.top.notation, str(level.kind), str(t.total), str(t.aligned))
        for of in coverages.values()
        for branch in of.branches
        for level, t in branch.kinds
    }


def test_parts_equal_the_query(
    coverages: dict[str, FrameworkCoverage], flagship_store: ox.Store
) -> None:
    asked = set(figures(flagship_store, "coverage-by-part", "part", "framework", "kind", "aligned"))
    assert asked == {
        (part.part.id, of.framework.iri, str(level.kind), str(tally.aligned))
        for of in coverages.values()
        for part in of.parts
        for level, tally in part.kinds
        if tally.aligned
    }


def test_figures_of_the_flagship(coverages: dict[str, FrameworkCoverage]) -> None:
    psel, lcpe = coverages["psel-2015"], coverages["lcpe-2017"]
    assert (psel.whole.total, psel.whole.aligned, psel.whole.bare) == (93, 62, 31)
    assert (lcpe.whole.total, lcpe.whole.aligned, lcpe.whole.bare) == (169, 88, 81)
    assert [gap.notation for gap in (*psel.gaps, *lcpe.gaps)] == []


def test_what_is_left_out_is_listed(coverages: dict[str, FrameworkCoverage]) -> None:
    for of in coverages.values():
        for branch in of.branches:
            assert len(branch.unaligned) == branch.whole.bare
            assert [s.notation for s in branch.unaligned if s.alignments] == []


def test_a_part_that_misses_a_statement_of_the_roll_up_level(
    coverages: dict[str, FrameworkCoverage],
) -> None:
    missed = {p.part.id: [s.notation for s in p.missed] for p in coverages["psel-2015"].parts}
    assert missed == {"part-1": [], "part-2": [], "part-3": ["8"]}


def test_inferred_only(tiny_crosswalk: CrosswalkView) -> None:
    school = next(of for of in coverage(tiny_crosswalk) if of.framework.id == "schule")
    tallies = {level.name: (t.total, t.aligned, t.inferred, t.bare) for level, t in school.kinds}
    assert tallies == {"Fach": (2, 1, 0, 1), "Thema": (1, 0, 1, 0), "Ziel": (2, 2, 0, 0)}


def test_share() -> None:
    assert Tally(total=3, aligned=1).share(1) == 33.33
    assert Tally().share(0) == 0
