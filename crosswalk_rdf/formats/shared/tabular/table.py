"""A sheet with a row of headers to rows by field, whatever the order and spelling of the headers.

Spaces at the ends of cells are cut and blank rows passed over; columns of no known field are kept
apart, under the header that they have.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.tabular.sheet import Sheet

_HEADER_ROWS: Final = 20
"""How far down a header is looked for: people put titles above their tables."""


def simplified(header: str) -> str:
    """Return ``header`` without case, spaces and punctuation: ``humancodingscheme``."""
    return re.sub(r"[\W_]+", "", header.casefold())


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, its cells by field."""

    table: "Table"
    number: int
    """Its index in the sheet, from 0."""
    cells: Mapping[str, str]
    """Without the empty ones."""
    others: Mapping[str, str]
    """Cells of columns of no known field, by header."""

    def get(self, name: str, otherwise: str = "") -> str:
        """Return the text of a field, ``otherwise`` where it is empty."""
        return self.cells.get(name, otherwise)

    def place(self, name: str) -> str:
        """Return where the field ``name`` of the row is."""
        sheet = self.table.sheet
        if name not in self.table.columns:
            return sheet.row_place(self.number)
        return sheet.place(self.number, self.table.columns[name])

    @property
    def line(self) -> int:
        """Its number for people, from 1: that of its line in a delimited file."""
        lines = self.table.sheet.lines
        return lines[self.number] if lines else self.number + 1

    def fault(self, file: str, name: str, message: str) -> Fault:
        """Return what is wrong in the field ``name``."""
        column = self.table.columns.get(name, 0)
        return self.table.sheet.fault(file, self.number, column, message)

    def odd(self, name: str) -> str:
        """Return what the cell holds if it is not text, or else nothing."""
        return self.table.sheet.odd.get((self.number, self.table.columns.get(name, -1)), "")


@dataclass(frozen=True, slots=True)
class Table:
    """What a sheet holds below its row of headers."""

    sheet: Sheet
    header: int
    """The index of the row of headers."""
    columns: Mapping[str, int]
    """Where each known field is."""
    others: Mapping[str, int]
    """Where the columns of no known field are, by header."""
    rows: list[Row] = field(default_factory=list)

    def header_of(self, name: str) -> str:
        """Return the header of a field as it is written."""
        return self.sheet.rows[self.header][self.columns[name]].strip()


def table_of(
    sheet: Sheet, fields: Mapping[str, str], required: tuple[str, ...], report: Report
) -> Table | None:
    """Return the table of ``sheet``; None where no row has headers of all ``required`` fields.

    ``fields`` gives the field of each header, as :func:`simplified` spells it; of
    several columns for one field that counts whose header stands first in ``fields``.
    """
    ranks = {header: rank for rank, header in enumerate(fields)}
    best: tuple[int, dict[str, int]] | None = None
    for number, row in enumerate(sheet.rows[:_HEADER_ROWS]):
        headers = [simplified(header) for header in row]
        columns: dict[str, int] = {}
        for column, header in enumerate(headers):
            name = fields.get(header)
            if name and (name not in columns or ranks[header] < ranks[headers[columns[name]]]):
                columns[name] = column
        if columns.keys() >= set(required) and (best is None or len(columns) > len(best[1])):
            best = number, columns
    return _table_of_rows(sheet, *best, report) if best else None


def _table_of_rows(sheet: Sheet, header: int, columns: Mapping[str, int], report: Report) -> Table:
    table = Table(sheet, header, columns, _others(sheet, header, columns))
    trimmed: dict[int, list[int]] = {}
    for number in range(header + 1, len(sheet.rows)):
        cells = sheet.rows[number]
        for column, cell in enumerate(cells):
            if cell != cell.strip():
                trimmed.setdefault(column, []).append(number)
        row = Row(table, number, _texts(cells, columns), _texts(cells, table.others))
        if row.cells or row.others:
            table.rows.append(row)
    for column, numbers in sorted(trimmed.items()):
        what = f"spaces at the ends of {len(numbers)} cells of the column"
        report.add(sheet.place(numbers[0], column), Action.REPAIRED, what, "cut")
    return table


def _others(sheet: Sheet, header: int, columns: Mapping[str, int]) -> dict[str, int]:
    """Return the columns that no field is in: a name that stands twice gets its cell's."""
    other_columns: dict[str, int] = {}
    mapped = set(columns.values())
    width = max((len(row) for row in sheet.rows[header:]), default=0)
    headers = sheet.rows[header]
    for column in range(width):
        if column not in mapped:
            name = headers[column].strip() if column < len(headers) else ""
            while not name or name in other_columns:
                name = f"{name} (column {column + 1})".strip()
            other_columns[name] = column
    return other_columns


def _texts(cells: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    width = len(cells)
    texts = ((name, cells[column].strip()) for name, column in columns.items() if column < width)
    return {name: text for name, text in texts if text}
