"""Workbooks to sheets of text: Office Open XML (ISO/IEC 29500-1), OpenDocument, Excel 97.

Before a workbook is handed to the library its parts are looked through: what they unpack to is
bounded, and so is the area over which the cells of a sheet are spread, which the library would
allocate as a whole. No XML is parsed here, so that no entity is ever expanded.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import unreadable
from crosswalk_rdf.formats.shared.tabular.excel_97 import excel_97_sheets, is_excel_97
from crosswalk_rdf.formats.shared.tabular.number_formats import shown
from crosswalk_rdf.formats.shared.tabular.open_document import (
    is_open_document,
    open_document_sheets,
)
from crosswalk_rdf.formats.shared.tabular.sheet import Sheet
from crosswalk_rdf.formats.shared.tabular.workbook_parts import (
    BROKEN,
    CellFacts,
    TooLarge,
    cell_facts,
    sheet_names,
)

_ZIP: Final = b"PK\x03\x04"
_HEAD_ROWS: Final = 20
_Value = int | float | str | bool | time | date | datetime | timedelta


def is_workbook(data: bytes) -> bool:
    """Return whether ``data`` looks like a workbook: ``.xlsx``, ``.ods`` or ``.xls``."""
    return is_excel_97(data) or is_open_document(data) or _is_open_xml(data)


def _is_open_xml(data: bytes) -> bool:
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return bool(sheet_names(archive))
    except (TooLarge, *BROKEN):
        return False


def workbook_heads(data: bytes) -> tuple[Sheet, ...]:
    """Return the first rows of the sheets of ``data``, for a look at their headers; never raises.

    Nothing is returned for data that is not a workbook or cannot be read.
    """
    if not is_workbook(data):
        return ()
    try:
        return read_workbook(data, "", _HEAD_ROWS)
    except InputFaults:
        return ()


def read_workbook(data: bytes, file: str, rows: int | None = None) -> tuple[Sheet, ...]:
    """Return the sheets of the workbook ``data`` in their order, with at most ``rows`` rows each.

    Raises InputFaults for data that is not a workbook or is too large.
    """
    try:
        if is_excel_97(data):
            return excel_97_sheets(data, file, rows)
        if is_open_document(data):
            return open_document_sheets(data, file, rows)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            facts = cell_facts(archive)
    except TooLarge as error:
        raise unreadable(file, str(error)) from error
    except BROKEN as error:
        message = "this is no workbook (.xlsx, .xls, .ods), or a damaged one: save it again"
        raise unreadable(file, message) from error
    return tuple(_sheets(data, file, facts, rows))


def _sheets(
    data: bytes, file: str, facts: Mapping[str, CellFacts], rows: int | None
) -> Iterator[Sheet]:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in workbook.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet:
                read = workbook.get_sheet_by_name(sheet.name)
                values = read.to_python(skip_empty_area=False, nrows=rows)
                merged = [(*first, *last) for first, last in read.merged_cell_ranges or ()]
                cells = _sheet(sheet.name, values, facts.get(sheet.name, CellFacts()))
                hidden = sheet.visible is not SheetVisibleEnum.Visible
                yield replace(cells, merged=merged, hidden=hidden)
    except CalamineError as error:
        raise unreadable(file, f"the workbook cannot be read ({error}): save it again") from error


def _sheet(name: str, values: list[list[_Value]], facts: CellFacts) -> Sheet:
    odd: dict[tuple[int, int], str] = {}
    rows = []
    for number, row in enumerate(values):
        texts = []
        for column, value in enumerate(row):
            if isinstance(value, str):
                texts.append(value)
            else:
                text, what = _text(value, facts.formats.get((number, column), ""))
                odd[number, column] = what
                texts.append(text)
        rows.append(texts)
    return Sheet(name, rows, odd={**odd, **facts.odd}, indents=facts.indents)


def _text(value: _Value, number_format: str) -> tuple[str, str]:
    """Return a value of a cell as people see it, and what it is."""
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), "a truth value"
    if isinstance(value, int | float):
        return shown(value, number_format), f"the number {value}"
    if isinstance(value, timedelta):
        return str(value), "a duration"
    if isinstance(value, datetime):
        whole_day = value.time() == time()
        return value.date().isoformat() if whole_day else value.isoformat(" "), "a date"
    return str(value), "a date"
