"""Rows of cells to records, each value checked by itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.document import Record
from crosswalk_rdf.formats.sssom.tsv.earlier_versions import value_now
from crosswalk_rdf.formats.sssom.tsv.header import Column, read_header
from crosswalk_rdf.formats.sssom.tsv.metadata import Metadata
from crosswalk_rdf.formats.sssom.tsv.multi_valued import split_values
from crosswalk_rdf.formats.sssom.tsv.repairs import text_slot, values_and_texts
from crosswalk_rdf.formats.sssom.tsv.rows import Row
from crosswalk_rdf.formats.sssom.tsv.slots import SLOTS
from crosswalk_rdf.formats.sssom.tsv.values import Checker

_PASSED_OVER = Remedy(Action.IGNORED, "passed over")


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
    columns = read_header(header, metadata, findings)
    records = []
    is_whole = True
    for row in rows:
        cells = _as_wide(row, header, findings)
        if cells:
            records.append(_read_record(cells, columns, metadata.checker, findings))
        else:
            is_whole = is_whole and findings.is_lenient
    return Table(header, tuple(records), is_whole)


def _as_wide(row: Row, header: Row, findings: Findings) -> Row:
    """Return ``row`` with as many cells as ``header``; none where it cannot be read."""
    counts = f"{len(row)} cells in {len(header)} columns"
    if len(row) == len(header):
        return row
    if row[0].text.startswith("#") and not any(cell.text for cell in row[1:]):
        findings.repair(row[0], "comment in the table; remove the line", _PASSED_OVER)
        return ()
    if len(row) > len(header):
        message = f"{counts}; remove a tab too many, or put the cell that holds it in quotes"
        further = [cell for cell in row[len(header) :] if cell.text]
        remedy = Remedy(Action.NOT_CARRIED, "the cells under no column are discarded")
        if further or not findings.is_lenient:
            findings.repair(row[len(header)], message, remedy)
        return row[: len(header)] if findings.is_lenient else ()
    end = row[-1]._replace(column=row[-1].column + len(row[-1].text), text="")
    message = f"{counts}; write a tab for each cell left empty"
    findings.repair(end, message, Remedy(Action.REPAIRED, "the cells that it lacks are empty"))
    return (*row, *[end] * (len(header) - len(row))) if findings.is_lenient else ()


def _read_record(
    row: Row, columns: Sequence[Column], checker: Checker, findings: Findings
) -> Record:
    slots: dict[str, tuple[str, ...]] = {}
    places: dict[str, int] = {}
    for column, cell in zip(columns, row, strict=True):
        for slot in column.slots:
            places[slot] = cell.column
            if cell.text:
                values, texts = _values(column.name, slot, cell, checker, findings)
                if values:
                    slots[slot] = values
                if texts:
                    slots[text_slot(slot)] = ("|".join(texts),)
    return Record(slots=slots, line=row[0].line, columns=places)


def _unknown_value(
    name: str, slot: str, cell: Cell, findings: Findings
) -> tuple[tuple[str, ...], list[str]]:
    """Return what a value means that ``name``, a slot of before 1.0, never had; and the value.

    Of several values in a cell that is what the first one means.
    """
    successor = value_now(name, cell.text.partition("|")[0])
    what = f"read as {successor}, and " if successor else ""
    remedy = Remedy(Action.REPAIRED, f"{what}kept as a text in {text_slot(slot)}")
    findings.repair(cell, f"{name}: '{cell.text}' was never allowed; correct it", remedy)
    return ((successor,) if successor else ()), [cell.text]


def _values(
    name: str, slot: str, cell: Cell, checker: Checker, findings: Findings
) -> tuple[tuple[str, ...], list[str]]:
    """Return the values in a cell, and the texts that their slot cannot hold."""
    text = cell.text
    if name != slot:
        successor = value_now(name, text)
        if successor is None:
            return _unknown_value(name, slot, cell, findings)
        text = successor
    definition = SLOTS.get(slot)
    if definition is None or not definition.multivalued:
        return values_and_texts(slot, [text], cell, checker, findings)
    texts = split_values(text)
    for _ in range(texts.count("")):
        findings.repair(cell, f"{slot}: empty value; remove the pipe", _PASSED_OVER)
    return values_and_texts(slot, [each for each in texts if each], cell, checker, findings)
