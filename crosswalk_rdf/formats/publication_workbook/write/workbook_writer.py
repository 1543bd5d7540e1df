"""Plans of sheets to the bytes of a workbook (SpreadsheetML, ISO/IEC 29500-1).

Every cell is a string: no text ever becomes a number, a date or a formula. The same plans give the
same bytes: the date in the properties is given, and the members of the archive have none.
"""

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.publication_workbook.write.layout import (
    Column,
    Line,
    Page,
    Passage,
    Plan,
    Style,
)
from crosswalk_rdf.formats.publication_workbook.write.row_heights import (
    LINE,
    height,
    with_row_heights,
)
from crosswalk_rdf.formats.publication_workbook.write.styles import Styles
from crosswalk_rdf.formats.shared.tabular import cell_name
from crosswalk_rdf.model.lexical import SURROGATES, is_date

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

MOST_LETTERS: Final = 32_767
"""What a cell holds at most, in units of UTF-16 (Excel specifications and limits)."""
MOST_ROWS: Final = 1_048_576
_DEEPEST: Final = 7
_PAGE_WIDTHS: Final = (26, 100)
_LONGEST_CHOICES: Final = 255
_UNWRITABLE: Final = re.compile(f"[{SURROGATES}\ufffe\uffff]")
"""What XML has not; the library escapes controls as Excel does."""
_LOOKS_LIKE_A_FORMULA: Final = ("=", "+", "-", "@")
_SMALL: Final = 5_000
"""Up to so many rows empty cells are drawn, too: beyond, they would take most of the time."""
_ROOM: Final = 500
"""How many rows below the last are prepared for what people add."""


def draw(
    sheets: Sequence[Page | Plan], title: str, author: str, date: str, report: Report
) -> bytes:
    """Return the workbook of ``sheets``; ``date`` is ``YYYY-MM-DD`` or less exact, or empty."""
    # The library takes longer to import than small formats take to write.
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    workbook = Workbook(stream, {"in_memory": True})
    workbook.set_properties({"title": title[:255], "author": author[:255], "created": _date(date)})
    workbook.set_size(2400, 1500)
    styles = Styles(workbook)
    for sheet in sheets:
        if isinstance(sheet, Page):
            _page(workbook, styles, sheet, report)
        else:
            _table(workbook, styles, sheet, report)
    workbook.close()
    return with_row_heights(stream.getvalue())


def _date(text: str) -> datetime:
    """Return ``text`` as a date; 2000-01-01 where that is none."""
    parts = [int(part) for part in text.split("-")] if is_date(text) else [2000]
    year, month, day = [*parts, 1, 1][:3]
    try:
        return datetime(year, month, day, tzinfo=UTC).replace(tzinfo=None)
    except ValueError:
        return datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def _page(workbook: "Workbook", styles: Styles, page: Page, report: Report) -> None:
    sheet = workbook.add_worksheet(page.name)
    sheet.hide_gridlines(2)
    for column, width in enumerate(_PAGE_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_tab_color("#404040")
    for row, passage in enumerate(page.passages):
        _passage(sheet, styles, page.name, row, passage, report)
    sheet.print_area(0, 0, len(page.passages), 1)
    _printed(sheet, page.name)
    sheet.set_portrait()


def _passage(
    sheet: "Worksheet", styles: Styles, name: str, row: int, passage: Passage, report: Report
) -> None:
    text = _safe(passage.text, name, row, 0, "", report)
    look = styles.page(passage.style, linked=bool(passage.sheet))
    wide = not passage.detail
    room = sum(_PAGE_WIDTHS) if wide else _PAGE_WIDTHS[1]
    sheet.set_row(row, height([(passage.detail or text, room)], styles.page_line(passage.style)))
    if wide:
        sheet.merge_range(row, 0, row, 1, "", look)
    if passage.sheet:
        quoted = passage.sheet.replace("'", "''")
        sheet.write_url(row, 0, f"internal:'{quoted}'!A1", look, text)
    else:
        sheet.write_string(row, 0, text, look)
    if passage.detail:
        detail = _safe(passage.detail, name, row, 1, "", report)
        sheet.write_string(row, 1, detail, styles.page("detail"))


def _table(workbook: "Workbook", styles: Styles, plan: Plan, report: Report) -> None:
    sheet = workbook.add_worksheet(plan.name)
    sheet.set_tab_color(plan.tab)
    header = len(plan.intro) + 1 if plan.intro else 0
    for row, text in enumerate(plan.intro):
        sheet.write_string(row, 0, text, styles.page("intro"))
    sheet.set_row(header, height(((c.header, c.width - 3) for c in plan.columns), LINE + 2))
    lines = plan.lines[: MOST_ROWS - header - 1]
    if len(lines) < len(plan.lines):
        what = f"{len(plan.lines) - len(lines):,} rows"
        report.add(f"sheet {plan.name}", Action.NOT_CARRIED, what, f"Excel has {MOST_ROWS:,} rows")
    last = header + len(lines)
    for index, column in enumerate(plan.columns):
        sheet.set_column(index, index, column.width, styles.column(column.style))
        sheet.write_string(header, index, column.header, styles.header)
        _choices(sheet, column, index, header + 1, last)
    for row, line in enumerate(lines, header + 1):
        _line(sheet, styles, plan, line, row, report)
    sheet.freeze_panes(header + 1, 1)
    sheet.autofilter(header, 0, max(last, header + 1), len(plan.columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    sheet.outline_settings(True, False, True, False)
    sheet.repeat_rows(header)
    sheet.set_landscape()
    sheet.print_area(0, 0, max(last, header + 1), _last_read(plan.columns))
    _printed(sheet, plan.name)


def _printed(sheet: "Worksheet", name: str) -> None:
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(0.5, 0.5, 0.6, 0.6)
    sheet.set_footer(f"&L{name.replace('&', '&&')}&RPage &P of &N")


def _last_read(columns: Sequence[Column]) -> int:
    """Return the last column that is for people: what machines read is not printed."""
    read = [n for n, column in enumerate(columns) if column.style is not Style.MACHINE]
    return read[-1] if read else 0


def _choices(sheet: "Worksheet", column: Column, index: int, first: int, last: int) -> None:
    """Offer the choices of a column; more may be typed."""
    fits = len(",".join(column.choices)) <= _LONGEST_CHOICES
    if column.choices and fits and not any("," in choice for choice in column.choices):
        offered: dict[str, Any] = {
            "validate": "list",
            "source": list(column.choices),
            "show_error": False,
        }
        sheet.data_validation(first, index, min(last + _ROOM, MOST_ROWS - 1), index, offered)


def _line(
    sheet: "Worksheet", styles: Styles, plan: Plan, line: Line, row: int, report: Report
) -> None:
    wrapped = [
        (text, column.width - (2 * line.depth if index in plan.indented else 0))
        for index, (text, column) in enumerate(zip(line.cells, plan.columns, strict=True))
        if column.style is Style.TEXT
    ]
    options = {"level": min(line.depth, _DEEPEST)} if line.depth else {}
    sheet.set_row(row, height(wrapped), None, options)
    for index, text in enumerate(line.cells):
        style = plan.columns[index].style
        depth = line.depth if index in plan.indented else 0
        formula = text.startswith(_LOOKS_LIKE_A_FORMULA)
        look = styles.cell(style, depth, heading=line.heading, quoted=formula, filled=bool(text))
        if text:
            text = _safe(text, plan.name, row, index, line.about, report)
            sheet.write_string(row, index, text, look)
        elif style is not Style.MACHINE and len(plan.lines) <= _SMALL:
            sheet.write_blank(row, index, None, look)


def _safe(text: str, sheet: str, row: int, column: int, about: str, report: Report) -> str:
    """Return ``text`` as a cell can hold it."""
    if text.isascii() and len(text) <= MOST_LETTERS:
        return text
    place = f"sheet {sheet}, cell {cell_name(row, column)}"
    of = f" of {about}" if about else ""
    if _UNWRITABLE.search(text):
        text = _UNWRITABLE.sub("\ufffd", text)
        report.add(place, Action.REPAIRED, f"characters{of} that XML has not", "U+FFFD instead")
    units = text.encode("utf-16-le")
    if len(units) > MOST_LETTERS * 2:
        what = f"all after {MOST_LETTERS:,} characters{of}"
        report.add(place, Action.NOT_CARRIED, what, "a cell of Excel holds no more")
        text = units[: MOST_LETTERS * 2].decode("utf-16-le", "ignore")
    return text
