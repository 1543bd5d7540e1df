"""Who claims what: each pair of rolled-up statements of two frameworks, with its alignments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, groupby

from rdflib import URIRef

from crosswalk_rdf.model import PairTable, RollUp, pair_table
from crosswalk_rdf.queries.agreement import Contingency
from crosswalk_rdf.site.views.crosswalks import AlignmentView, CrosswalkView, PartView
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Cell:
    """A pair (row, column) and what is said of it."""

    row: StatementView
    column: StatementView
    alignments: list[AlignmentView] = field(default_factory=list)
    """The printed alignments between the two, or anything below them."""
    rolled_up: list[AlignmentView] = field(default_factory=list)
    """The inferred alignments between the two."""

    @property
    def outright(self) -> list[AlignmentView]:
        """The printed alignments between the two themselves."""
        ends = {self.row, self.column}
        return [a for a in self.alignments if {a.subject, a.object} == ends]

    @property
    def parts(self) -> list[PartView]:
        """The parts that claim the pair, outright or by something below, in order."""
        return list(dict.fromkeys(alignment.part for alignment in self.alignments))

    def of(self, part: PartView) -> list[AlignmentView]:
        """Return what ``part`` says of the pair."""
        return [alignment for alignment in self.alignments if alignment.part is part]


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Matrix:
    """The pairs of two frameworks' rolled-up statements that some part claims."""

    crosswalk: CrosswalkView
    row_framework: FrameworkView
    column_framework: FrameworkView
    rows: Sequence[StatementView]
    columns: Sequence[StatementView]
    parts: Sequence[PartView]
    """The parts that claim at least one pair: those that have a say."""
    column_roll_up: RollUp
    """What each statement of the columns' framework is rolled up to."""
    cells: dict[tuple[StatementView, StatementView], Cell]
    above: Sequence[AlignmentView]
    """Printed alignments of what stands above the rows or columns: in no cell."""

    @property
    def denials(self) -> list[AlignmentView]:
        """What the parts say does not match, between the two frameworks: in no cell."""
        ends = (self.row_framework, self.column_framework)
        return [denial for denial in self.crosswalk.denials if _ends(denial, *ends)]

    @property
    def groups(self) -> Iterator[tuple[StatementView, list[StatementView]]]:
        """Yield the rows under the top concept that they belong to."""
        for top, rows in groupby(self.rows, key=lambda row: row.top):
            yield top, list(rows)

    def cell(self, row: StatementView, column: StatementView) -> Cell | None:
        """Return what is said of the pair, None for nothing."""
        return self.cells.get((row, column))

    @property
    def claimed(self) -> list[Cell]:
        """The pairs that some part claims, by row and column."""
        cells = (self.cell(row, column) for row in self.rows for column in self.columns)
        return [cell for cell in cells if cell is not None]

    @property
    def most(self) -> int:
        """The largest number of alignments in a cell."""
        return max((len(cell.alignments) for cell in self.cells.values()), default=0)

    @property
    def totals(self) -> list[tuple[int, int]]:
        """The number of pairs that so many parts claim, from all parts down to one."""
        by_part_count = Counter(len(cell.parts) for cell in self.cells.values())
        return [(number, by_part_count[number]) for number in range(len(self.parts), 0, -1)]

    @property
    def agreements(self) -> list[tuple[PartView, PartView, Contingency]]:
        """How far each two parts agree, over all pairs that could be claimed."""
        return [(*pair, self._contingency(*pair)) for pair in combinations(self.parts, 2)]

    def _contingency(self, first: PartView, second: PartView) -> Contingency:
        counts = Counter(
            (first in parts, second in parts) for parts in (c.parts for c in self.cells.values())
        )
        both, only_first, only_second = (
            counts[k] for k in ((True, True), (True, False), (False, True))
        )
        return Contingency(
            first=first.id,
            second=second.id,
            both=both,
            only_first=only_first,
            only_second=only_second,
            neither=len(self.rows) * len(self.columns) - both - only_first - only_second,
        )


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class TabulatedCrosswalk(CrosswalkView):
    """A crosswalk with its matrices."""

    matrices: list[Matrix] = field(default_factory=list)
    """Of each two frameworks: the pairs that parts claim."""


def matrices(crosswalk: CrosswalkView) -> list[Matrix]:
    """Return the matrix of each two frameworks that ``crosswalk`` aligns."""
    pairs = dict.fromkeys(
        tuple(f for f in crosswalk.frameworks if f in (p.subject_framework, p.object_framework))
        for p in crosswalk.parts
    )
    return [_matrix(crosswalk, *pair) for pair in pairs if len(pair) == 2]


def _matrix(crosswalk: CrosswalkView, first: FrameworkView, second: FrameworkView) -> Matrix:
    columns, rows = sorted((first, second), key=lambda f: len(_level(f)))
    roll_ups = [RollUp(side.framework, or_top=True) for side in (rows, columns)]
    table = pair_table(crosswalk.crosswalk, *roll_ups)
    views = {(a.part.part.iri, a.iri): a for a in crosswalk.alignments}
    cells = _cells(table, views, rows, columns)
    claiming = {part.iri for part in table.parts}
    for alignment in crosswalk.rolled_up:
        ends = _ends(alignment, rows, columns)
        if ends is not None and ends in cells:
            cells[ends].rolled_up.append(alignment)
    return Matrix(
        crosswalk=crosswalk,
        row_framework=rows,
        column_framework=columns,
        rows=_level(rows),
        columns=_level(columns),
        parts=[part for part in crosswalk.parts if part.part.iri in claiming],
        column_roll_up=table.columns,
        cells=cells,
        above=[views[part.iri, str(alignment.iri)] for part, alignment in table.above],
    )


def _cells(
    table: PairTable,
    alignments: Mapping[tuple[URIRef, str], AlignmentView],
    rows: FrameworkView,
    columns: FrameworkView,
) -> dict[tuple[StatementView, StatementView], Cell]:
    """Return the cell of each pair of ``table``; ``alignments`` are by part and IRI."""
    views = {s.statement.iri: s for side in (rows, columns) for s in _level(side)}
    cells = {}
    for (row_iri, column_iri), claims in table.claims.items():
        row, column = views[row_iri], views[column_iri]
        claiming = [alignments[claim.part.iri, str(claim.alignment.iri)] for claim in claims]
        cells[row, column] = Cell(row=row, column=column, alignments=claiming)
    return cells


def _level(framework: FrameworkView) -> Sequence[StatementView]:
    """Return the statements that alignments are rolled up to, or else the top concepts."""
    return framework.roll_up or framework.top


def _ends(
    alignment: AlignmentView, rows: FrameworkView, columns: FrameworkView
) -> tuple[StatementView, StatementView] | None:
    subject, object = alignment.subject, alignment.object
    if (subject.framework, object.framework) == (rows, columns):
        return subject, object
    return (object, subject) if (object.framework, subject.framework) == (rows, columns) else None
