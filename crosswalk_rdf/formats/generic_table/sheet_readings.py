"""One sheet to what it is read as: headers, roles of columns, levels, statements by row."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from crosswalk_rdf.formats.generic_table.columns import Column, draft_of, finished
from crosswalk_rdf.formats.generic_table.degrees import Degrees
from crosswalk_rdf.formats.generic_table.frame import Frame, frame_of, letters_of
from crosswalk_rdf.formats.generic_table.known_codes import KnownCodes
from crosswalk_rdf.formats.generic_table.known_sheets import with_preset
from crosswalk_rdf.formats.generic_table.levels import Level, assign_levels, levels_of_columns
from crosswalk_rdf.formats.generic_table.nodes import Walk
from crosswalk_rdf.formats.generic_table.options import SheetOptions
from crosswalk_rdf.formats.generic_table.rows import walked
from crosswalk_rdf.formats.shared.tabular import Sheet

_NO_HEADERS: Final = (
    "no row names a column of statements: name the columns in a row above them (Code, Text), or "
    "say which row has the names (--header-row N, 0 for none) and which column the texts "
    "(--column text=NAME)"
)


@dataclass(frozen=True, slots=True)
class SheetReading:
    """How one sheet is read."""

    sheet: Sheet
    problem: str = ""
    """Why it is not read; empty where it is."""
    frame: Frame | None = None
    columns: tuple[Column, ...] = ()
    levels: tuple[Level, ...] = ()
    walk: Walk | None = None
    unclear: tuple[str, ...] = ()
    """What may be meant otherwise: sentences with the option that says so."""
    guesses: tuple[str, ...] = ()
    """What is only a guess: sentences that say what to do; nothing is to be written then."""
    header_row: int | None = None
    """The last row of headers, where the user named it."""
    options: SheetOptions = field(default_factory=SheetOptions)

    @property
    def is_relation(self) -> bool:
        """Whether the sheet says only which statement is below which."""
        return any(column.role.name == "child" for column in self.columns)

    @property
    def subject(self) -> str:
        """The id of the framework whose codes the statements have, as the user says it."""
        roles = [c.role for c in self.columns if c.role.name == "code" and not c.role.level]
        return next((role.of for role in roles if role.of), "")

    def as_options(self) -> SheetOptions:
        """Return what would give the same reading, with every column named."""
        if self.frame is None:
            return self.options
        headers = self.frame.own_headers
        columns = {
            column.header
            if self.frame.columns_called(column.header) == [column.index]
            else letters_of(column.index): column.role
            for column in self.columns
            if column.header or headers[column.index]
        }
        return SheetOptions(self.sheet.name, self.header_row, columns)


def sheet_reading(
    sheet: Sheet,
    options: SheetOptions,
    other_frameworks: Sequence[KnownCodes],
    degrees: Degrees,
    file: str,
) -> SheetReading:
    """Return how ``sheet`` is read; raise InputFaults for a column that it does not have."""
    if not any(any(cell.strip() for cell in row) for row in sheet.rows):
        return SheetReading(sheet, "it is empty")
    frame = frame_of(sheet, options.header_row, tuple(options.columns))
    if frame is None:
        return SheetReading(sheet, _NO_HEADERS)
    options = with_preset(options, frame.headers)
    draft = draft_of(frame, options, other_frameworks, degrees, file)
    assign_levels(draft)
    levels = levels_of_columns(draft)
    columns = finished(draft)
    walk = walked(frame, columns, levels) if levels else None
    problem = "" if levels else _problem(columns)
    return SheetReading(
        *(sheet, problem, frame, columns, levels, walk, tuple(draft.unclear)),
        tuple(draft.guesses),
        options.header_row,
        options,
    )


def _problem(columns: Sequence[Column]) -> str:
    """Return why a sheet without levels is not read; nothing for one of relations."""
    if any(column.role.name == "child" for column in columns):
        return ""
    names = ", ".join(repr(column.header) for column in columns)
    return f"no column has texts: say which one with --column text=NAME; the columns are {names}"
