"""A spreadsheet to frameworks, one a sheet; the report says how each column was interpreted."""

from typing import Final

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.generic_table.columns import with_inferred_columns
from crosswalk_rdf.formats.generic_table.headers import FIELDS, MEANINGS
from crosswalk_rdf.formats.generic_table.hierarchy import put_in_order
from crosswalk_rdf.formats.shared.tabular import (
    Sheet,
    Table,
    is_workbook,
    read_delimited,
    read_workbook,
    simplified,
    table_of,
    workbook_heads,
)
from crosswalk_rdf.formats.shared.tabular.frameworks import (
    stem,
    title_above,
    unnamed_framework,
    with_items,
)
from crosswalk_rdf.formats.shared.tabular.items import items_of
from crosswalk_rdf.model import Framework, Package

_SKIP: Final = frozenset({"parent", "depth", "sequenceNumber"})
_HEAD: Final = 65_536
_OTHERS: Final = ({"notation", "text", "iri"}, {"subjectnotation", "relation", "objectnotation"})
"""Headers that only a sheet of the format ``xlsx`` has together."""


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` has a row of headers with a column of statements and one more."""
    if is_workbook(data):
        sheets = workbook_heads(data)
        return not any(map(_is_anothers, sheets)) and any(map(_is_ours, sheets))
    if data.lstrip()[:1] in (b"{", b"[", b"<", b"@", b"#", b""):
        return False
    try:
        sheet = read_delimited(data[:_HEAD].rpartition(b"\n")[0] or data, "", Report(), 20)
    except InputFaults:
        return False
    return _is_ours(sheet)


def _is_ours(sheet: Sheet) -> bool:
    table = _table(sheet, Report())
    return table is not None and len(table.columns) > 1


def _is_anothers(sheet: Sheet) -> bool:
    """Return whether a sheet is one of the workbooks that have a format of their own."""
    headers = [{simplified(cell) for cell in row} for row in sheet.rows]
    known = any(names >= others for names in headers for others in _OTHERS)
    return known or simplified(sheet.name) == "cfitem"


def _table(sheet: Sheet, report: Report) -> Table | None:
    """Return the table of ``sheet``: statements, or for want of them labels."""
    table = table_of(sheet, FIELDS, ("fullStatement",), report) or table_of(
        sheet, FIELDS, ("abbreviatedStatement",), report
    )
    return with_inferred_columns(table) if table else None


def read(data: bytes, file: str) -> Reading:
    """Return a framework for each sheet of ``data``; raise InputFaults where there is none."""
    report = Report()
    sheets = (
        read_workbook(data, file) if is_workbook(data) else (read_delimited(data, file, report),)
    )
    tables = [(sheet, _table(sheet, report)) for sheet in sheets]
    filled_tables = [table for _, table in tables if table]
    if not filled_tables:
        message = "no row names a column of statements: call it Text, or Statement, in row 1"
        raise unreadable(file, message)
    for sheet, table in tables:
        if table is None and any(any(row) for row in sheet.rows):
            why = "no row names a column of statements"
            report.add(f"sheet {sheet.name}", Action.IGNORED, "the sheet", why)
    frameworks = [
        _framework(table, file, len(filled_tables) > 1, report) for table in filled_tables
    ]
    return Reading(Package(frameworks=tuple(frameworks)), report)


def _framework(table: Table, file: str, several: bool, report: Report) -> Framework:
    _say(table, report)
    name = f"{stem(file)} {table.sheet.name}" if several else stem(file)
    framework = unnamed_framework(name, title_above(table))
    items = items_of(table, framework.iri, "", report, _SKIP)
    put_in_order(items, table, report)
    return with_items(framework, items, report)


def _say(table: Table, report: Report) -> None:
    """Report how each column was taken."""
    for name, column in sorted(table.columns.items(), key=lambda pair: pair[1]):
        place = table.sheet.place(table.header, column)
        what = f"column {table.header_of(name)!r}"
        report.add(place, Action.KEPT, what, f"taken for {MEANINGS.get(name, name)}")
    for header, column in table.others.items():
        if any(header in row.others for row in table.rows):
            place = table.sheet.place(table.header, column)
            report.add(place, Action.KEPT, f"column {header!r}", "taken for case:extensions")
