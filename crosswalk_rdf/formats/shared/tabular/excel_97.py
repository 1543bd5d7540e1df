"""Excel 97 to 2003 workbooks (BIFF8, MS-XLS): bytes to sheets of the text that is shown."""

import io
import struct
from collections.abc import Iterator
from typing import Final

import xlrd
from xlrd.book import Book
from xlrd.compdoc import CompDocError
from xlrd.sheet import Cell
from xlrd.sheet import Sheet as BookSheet

from crosswalk_rdf.formats.format import unreadable
from crosswalk_rdf.formats.shared.tabular.number_formats import shown
from crosswalk_rdf.formats.shared.tabular.sheet import Sheet

_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN: Final = (
    *(xlrd.XLRDError, CompDocError, struct.error, AssertionError),
    *(IndexError, KeyError, TypeError, ValueError),
)
"""What the library raises for damaged files."""


def is_excel_97(data: bytes) -> bool:
    """Return whether ``data`` is a compound file (MS-CFB), as Excel wrote until 2003."""
    return data.startswith(_COMPOUND_FILE)


def excel_97_sheets(data: bytes, file: str, rows: int | None) -> tuple[Sheet, ...]:
    """Return the sheets of ``data``, with at most ``rows`` rows each.

    Raises InputFaults for a file that is protected by a password or damaged.
    """
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        return tuple(_sheet(book, sheet, rows) for sheet in book.sheets())
    except _BROKEN as error:
        message = "this .xls cannot be read: take off its password, or save it again as .xlsx"
        raise unreadable(file, message) from error


def _sheet(book: Book, sheet: BookSheet, rows: int | None) -> Sheet:
    odd: dict[tuple[int, int], str] = {}
    indents: dict[tuple[int, int], int] = {}
    texts: list[list[str]] = []
    for number in range(sheet.nrows if rows is None else min(rows, sheet.nrows)):
        line = []
        for column, cell in enumerate(sheet.row(number)):
            text, what = _text(book, cell)
            if what:
                odd[number, column] = what
            indent = book.xf_list[cell.xf_index].alignment.indent_level
            if indent and text:
                indents[number, column] = indent
            line.append(text)
        texts.append(line)
    return Sheet(
        sheet.name,
        texts,
        odd=odd,
        merged=list(_areas(sheet)),
        indents=indents,
        hidden=sheet.visibility != 0,
    )


def _areas(sheet: BookSheet) -> Iterator[tuple[int, int, int, int]]:
    for top, bottom, left, right in sheet.merged_cells:
        yield top, left, bottom - 1, right - 1


def _text(book: Book, cell: Cell) -> tuple[str, str]:
    """Return the text of a cell as people see it, and what it is if it is not text."""
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        number_format = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
        return shown(cell.value, number_format), f"the number {cell.value}"
    if cell.ctype == xlrd.XL_CELL_DATE:
        moment = xlrd.xldate_as_datetime(cell.value, book.datemode)
        return moment.date().isoformat(), "a date"
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return ("TRUE" if cell.value else "FALSE"), "a truth value"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#ERROR")), "an error"
    return str(cell.value), ""
