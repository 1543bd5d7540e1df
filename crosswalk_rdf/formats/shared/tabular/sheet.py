"""A sheet: rows of cells as text, each with the place that a message names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crosswalk_rdf.errors import Fault

_LETTERS = 26
Area = tuple[int, int, int, int]
"""First row, first column, last row, last column of an area of cells, counted from 0."""


def cell_name(row: int, column: int) -> str:
    """Return what spreadsheets call a cell, by its indexes from 0: ``C14``."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, or the whole of a delimited file."""

    name: str
    """Empty for a delimited file."""
    rows: Sequence[Sequence[str]]
    lines: Sequence[int] = ()
    """Of a delimited file: the line on which each row begins."""
    odd: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What cells hold that is not text, by row and column: ``the number 1``, ``a formula``."""
    merged: Sequence[Area] = ()
    """Areas of merged cells; the value of each is in its first cell."""
    indents: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """Indents of cells that are a matter of their style, by row and column."""
    hidden: bool = False

    def place(self, row: int, column: int) -> str:
        """Return where a cell is: ``sheet Items, cell B4`` or ``line 7, column 2``."""
        if not self.lines:
            return f"sheet {self.name}, cell {cell_name(row, column)}"
        return f"line {self.lines[row]}, column {column + 1}"

    def row_place(self, row: int) -> str:
        """Return where a row is: ``sheet Items, row 4`` or ``line 7``."""
        return f"line {self.lines[row]}" if self.lines else f"sheet {self.name}, row {row + 1}"

    def fault(self, file: str, row: int, column: int, message: str) -> Fault:
        """Return what is wrong in a cell of this sheet of ``file``."""
        if not self.lines:
            return Fault(file, 0, 0, f"{self.place(row, column)}: {message}")
        return Fault(file, self.lines[row], column + 1, message)
