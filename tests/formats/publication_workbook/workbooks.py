"""Workbooks for tests: made of rows, or taken apart into rows."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import python_calamine
from xlsxwriter import Workbook

Rows = list[list[Any]]


def made(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """Return a workbook; texts that begin with ``=`` are formulas, numbers are numbers."""
    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    date = workbook.add_format({"num_format": "yyyy-mm-dd"})
    for name, rows in sheets.items():
        sheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if hasattr(value, "year"):
                    sheet.write_datetime(number, column, value, date)
                elif isinstance(value, tuple):
                    sheet.write_formula(number, column, *value)
                elif isinstance(value, str):
                    if value:
                        sheet.write_string(number, column, value)
                else:
                    sheet.write(number, column, value)
    workbook.close()
    return stream.getvalue()


def rows_of(data: bytes) -> dict[str, Rows]:
    """Return the rows of the sheets of a workbook."""
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in workbook.sheet_names
    }


def column(rows: Rows, header: str, at: int = 0) -> int:
    """Return the index of the column under ``header``."""
    return rows[at].index(header)
