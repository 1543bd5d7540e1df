"""Office Open XML workbooks (ISO/IEC 29500-1, SpreadsheetML): bytes to sheets of text.

Before a workbook is handed to the library its parts are looked through: what they unpack to is
bounded, and so is the area over which the cells of a sheet are spread, which the library would
allocate as a whole. No XML is parsed here, so that no entity is ever expanded.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import unreadable
from crosswalk_rdf.formats.shared.tabular.sheet import Sheet
from crosswalk_rdf.formats.shared.tabular.workbook_parts import (
    BROKEN,
    TooLarge,
    odd_cells,
    sheet_names,
)

_ZIP: Final = b"PK\x03\x04"
_HEAD_ROWS: Final = 20
_Value = int | float | str | bool | time | date | datetime | timedelta


def is_workbook(data: bytes) -> bool:
    """Return whether ``data`` looks like an Office Open XML workbook."""
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
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            odd = odd_cells(archive)
    except TooLarge as error:
        raise unreadable(file, str(error)) from error
    except BROKEN as error:
        message = "this is no Excel workbook (.xlsx), or a damaged one: save it again in Excel"
        raise unreadable(file, message) from error
    return tuple(_sheets(data, file, odd, rows))


def _sheets(
    data: bytes, file: str, odd: Mapping[str, Mapping[tuple[int, int], str]], rows: int | None
) -> Iterator[Sheet]:
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in workbook.sheets_metadata:
            if sheet.typ is SheetTypeEnum.WorkSheet:
                read = workbook.get_sheet_by_name(sheet.name)
                values = read.to_python(skip_empty_area=False, nrows=rows)
                yield _sheet(sheet.name, values, odd.get(sheet.name, {}))
    except CalamineError as error:
        raise unreadable(file, f"the workbook cannot be read ({error}): save it again") from error


def _sheet(name: str, values: list[list[_Value]], known: Mapping[tuple[int, int], str]) -> Sheet:
    odd: dict[tuple[int, int], str] = {}
    rows = []
    for number, row in enumerate(values):
        texts = []
        for column, value in enumerate(row):
            if isinstance(value, str):
                texts.append(value)
            else:
                text, what = _text(value)
                odd[number, column] = what
                texts.append(text)
        rows.append(texts)
    return Sheet(name, rows, odd={**odd, **known})


def _text(value: _Value) -> tuple[str, str]:
    """Return a value of a cell as people see it, and what it is."""
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), "a truth value"
    if isinstance(value, int | float):
        whole = isinstance(value, int) or value.is_integer()
        return (str(int(value)) if whole else repr(value)), f"the number {value}"
    if isinstance(value, timedelta):
        return str(value), "a duration"
    if isinstance(value, datetime):
        whole_day = value.time() == time()
        return value.date().isoformat() if whole_day else value.isoformat(" "), "a date"
    return str(value), "a date"
