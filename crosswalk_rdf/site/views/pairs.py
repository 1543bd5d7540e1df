"""What each part says of a pair of statements, and lists that a source prints twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswalk_rdf.site.views.crosswalks import AlignmentView, ErratumView, PartView
from crosswalk_rdf.site.views.frameworks import StatementView
from crosswalk_rdf.site.views.matrix import Cell, Matrix, TabulatedCrosswalk
from crosswalk_rdf.site.views.side_by_side import place


def claim(cell: Cell, part: PartView) -> str:
    """Return how ``part`` claims the pair: ``outright``, by what stands ``below``, or ``no``."""
    if any(alignment.part is part for alignment in cell.outright):
        return "outright"
    return "below" if cell.of(part) else "no"


@dataclass(slots=True, eq=False, kw_only=True)
class Line:
    """What stands behind a pair: two statements, and the alignments between them."""

    row_side: StatementView
    column_side: StatementView
    alignments: list[AlignmentView]

    @property
    def parts(self) -> list[PartView]:
        """The parts that align the two, in order."""
        return list(dict.fromkeys(alignment.part for alignment in self.alignments))


def lines_of(cell: Cell) -> list[Line]:
    """Return what stands behind ``cell``, a line for each two statements, in their order."""
    framework = cell.row.framework
    lines: dict[tuple[StatementView, StatementView], Line] = {}
    for alignment in cell.alignments:
        subject, object = alignment.subject, alignment.object
        ends = (subject, object) if subject.framework is framework else (object, subject)
        line = lines.setdefault(ends, Line(row_side=ends[0], column_side=ends[1], alignments=[]))
        line.alignments.append(alignment)
    return sorted(lines.values(), key=lambda ln: (place(ln.column_side), place(ln.row_side)))


@dataclass(slots=True, eq=False, kw_only=True)
class RepeatedList:
    """A statement with a list that another has too, and what the other parts say of it."""

    erratum: ErratumView
    statement: StatementView
    objects: Sequence[StatementView]
    original: StatementView | None
    """The statement whose list it repeats."""
    elsewhere: Sequence[tuple[PartView, Sequence[StatementView]]]
    """What each other part gives it."""


def repeated_lists(crosswalk: TabulatedCrosswalk) -> list[RepeatedList]:
    """Return the errata of kind ``RepeatedList``, each with the list that it repeats."""
    return [
        RepeatedList(
            erratum=erratum,
            statement=statement,
            objects=lists[statement],
            original=_original(erratum, statement, lists),
            elsewhere=list(_elsewhere(crosswalk, part, statement)),
        )
        for erratum in crosswalk.errata
        if erratum.kind == "RepeatedList" and (part := erratum.part) is not None
        for lists in [_lists(part)]
        for statement in erratum.statements
        if statement in lists
    ]


def _lists(part: PartView) -> dict[StatementView, list[StatementView]]:
    lists: dict[StatementView, list[StatementView]] = {}
    for alignment in part.alignments:
        lists.setdefault(alignment.subject, []).append(alignment.object)
    return {subject: sorted(objects, key=place) for subject, objects in lists.items()}


def _original(
    erratum: ErratumView,
    statement: StatementView,
    lists: dict[StatementView, list[StatementView]],
) -> StatementView | None:
    """Return the other statement with this list; the one that the comment names, if it does."""
    candidates = [s for s in lists if s is not statement and lists[s] == lists[statement]]
    mentioned = [s for s in candidates if _names(erratum.erratum.comment, s.notation)]
    return next(iter(mentioned or candidates), None)


def _names(text: str, notation: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(notation)}(?!\w|\.\w)", text) is not None


def _elsewhere(
    crosswalk: TabulatedCrosswalk, part: PartView, statement: StatementView
) -> Iterator[tuple[PartView, list[StatementView]]]:
    for matrix in crosswalk.matrices:
        for each in matrix.parts:
            if each is not part:
                statements = list(_opposite(matrix, each, statement))
                if statements:
                    yield each, statements


def _opposite(matrix: Matrix, part: PartView, statement: StatementView) -> Iterator[StatementView]:
    for cell in matrix.claimed:
        if statement in (cell.row, cell.column) and part in cell.parts:
            yield cell.column if statement is cell.row else cell.row
