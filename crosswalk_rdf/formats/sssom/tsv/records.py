"""Rows of cells to records, each value checked by itself."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings
from crosswalk_rdf.formats.sssom.tsv.document import Record
from crosswalk_rdf.formats.sssom.tsv.metadata import Metadata
from crosswalk_rdf.formats.sssom.tsv.multi_valued import split_values
from crosswalk_rdf.formats.sssom.tsv.rows import Row
from crosswalk_rdf.formats.sssom.tsv.slots import RECORD_SLOTS, SET_SLOTS, SLOTS
from crosswalk_rdf.formats.sssom.tsv.values import Checker


@dataclass(frozen=True, slots=True)
class Table:
    """The header and the records below it."""

    header: Row
    records: tuple[Record, ...]
    is_whole: bool
    """False where a row has not one cell a column: its values are not known."""


def read_table(rows: Iterator[Row], line: int, metadata: Metadata, findings: Findings) -> Table:
    """Return the records in ``rows``, of which the first, at ``line``, is the header."""
    header = next(rows, None)
    if header is None:
        findings.add(line, 1, "no table; write a header row with the names of the columns")
        return Table((), (), is_whole=False)
    _check_header(header, metadata, findings)
    records = []
    is_whole = True
    for row in rows:
        if _has_width(row, header, findings):
            records.append(_read_record(row, header, metadata.checker, findings))
        else:
            is_whole = False
    return Table(header, tuple(records), is_whole)


def _check_header(header: Row, metadata: Metadata, findings: Findings) -> None:
    seen: dict[str, Cell] = {}
    for cell in header:
        problem = _problem_of_column(cell.text, metadata)
        if problem:
            findings.add_at(cell, problem)
        elif cell.text in seen:
            findings.add_at(cell, f"column '{cell.text}' stands twice; remove one of the two")
        seen.setdefault(cell.text, cell)


def _problem_of_column(name: str, metadata: Metadata) -> str | None:
    if name in RECORD_SLOTS or name in metadata.checker.type_hints:
        return None
    if not name:
        return "column without a name; name it, or remove the tab"
    if name in SET_SLOTS:
        return f"'{name}' is a slot of the set, not of records; move it to the metadata"
    if not metadata.is_known:
        return None
    return f"undeclared column '{name}'; declare it in extension_definitions, or remove it"


def _has_width(row: Row, header: Row, findings: Findings) -> bool:
    counts = f"{len(row)} cells in {len(header)} columns"
    if len(row) > len(header):
        message = f"{counts}; remove a tab too many, or put the cell that holds it in quotes"
        findings.add_at(row[len(header)], message)
    elif len(row) < len(header):
        if row[0].text.startswith("#") and len(row) == 1:
            findings.add_at(row[0], "comment in the table; remove the line")
        else:
            end = row[-1].column + len(row[-1].text)
            findings.add(row[-1].line, end, f"{counts}; write a tab for each cell left empty")
    return len(row) == len(header)


def _read_record(row: Row, header: Row, checker: Checker, findings: Findings) -> Record:
    slots: dict[str, tuple[str, ...]] = {}
    columns: dict[str, int] = {}
    for name, cell in zip((column.text for column in header), row, strict=True):
        columns.setdefault(name, cell.column)
        if cell.text:
            slots.setdefault(name, _values(name, cell.text))
            for problem in _problems(name, slots[name], checker):
                findings.add_at(cell, problem)
    return Record(slots=slots, line=row[0].line, columns=columns)


def _values(name: str, text: str) -> tuple[str, ...]:
    slot = SLOTS.get(name)
    return split_values(text) if slot and slot.multivalued else (text,)


def _problems(name: str, values: Sequence[str], checker: Checker) -> Iterable[str]:
    for value in values:
        problem = checker.problem(name, value) if value else f"{name}: empty value; remove the pipe"
        if problem:
            yield problem
