"""What a sheet must not be read with: numbers as texts, dates as codes, rows of no statement."""

from collections.abc import Iterator
from typing import Final

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.formats.generic_table.codes import are_numbers, is_month_and_day
from crosswalk_rdf.formats.generic_table.levels import Level
from crosswalk_rdf.formats.generic_table.nodes import Node, Walk

_AS_TEXT: Final = "format the column as text and type the code again"


def faults_of(walk: Walk, file: str) -> Iterator[Fault]:
    """Yield what makes a reading of the sheet wrong, with row and column."""
    for level in walk.levels:
        yield from _number_texts(walk, level, file)
        yield from _repeated_texts(walk, level, file)
        for column in level.codes:
            yield from _date_codes(walk, column, file)
    for column in {n for level in walk.levels for n in (*level.codes, level.text) if n is not None}:
        yield from _errors(walk, column, file)
    for row in walk.orphans:
        message = "the row stands above every statement: say with --header-row N where they begin"
        yield walk.frame.sheet.fault(file, row, 0, message)
    yield from _numbers_twice(walk, file)


def _number_texts(walk: Walk, level: Level, file: str) -> Iterator[Fault]:
    if level.text is None:
        return
    texts = [node.text for node in walk.nodes if walk.levels[node.level] is level and node.text]
    if are_numbers(texts):
        header = walk.frame.headers[level.text]
        message = (
            f"column {header!r} was taken for texts and holds numbers: "
            "say which column has the texts with --column text=NAME"
        )
        yield walk.frame.sheet.fault(file, walk.frame.first_row, level.text, message)


def _repeated_texts(walk: Walk, level: Level, file: str) -> Iterator[Fault]:
    """Yield a fault for a lowest level whose statements have few different texts."""
    if level.text is None or level is not walk.levels[-1]:
        return
    nodes = [n for n in walk.nodes if walk.levels[n.level] is level and n.level >= 0]
    texts = {(node.parent, node.text) for node in nodes}
    factor = 5 if any(node.code for node in nodes) else 2
    if len(nodes) > 3 and len(texts) * factor < len(nodes):
        header = walk.frame.headers[level.text]
        message = (
            f"column {header!r} has {len(texts)} different texts in {len(nodes)} rows: it names "
            "groups and no statements; say which column has the texts with --column text=NAME"
        )
        yield walk.frame.sheet.fault(file, walk.frame.first_row, level.text, message)


def _date_codes(walk: Walk, column: int, file: str) -> Iterator[Fault]:
    """Yield a fault for each code that Excel has made a date."""
    sheet = walk.frame.sheet
    for row in walk.frame.data_rows:
        text = walk.frame.cell(row, column)
        if sheet.odd.get((row, column)) == "a date" or is_month_and_day(text):
            message = f"the code is the date {text}: {_AS_TEXT} (Excel makes a date of 1-1)"
            yield sheet.fault(file, row, column, message)


def _errors(walk: Walk, column: int, file: str) -> Iterator[Fault]:
    sheet = walk.frame.sheet
    for (row, index), what in sheet.odd.items():
        if index == column and what == "an error" and row >= walk.frame.first_row:
            message = f"the formula gives the error {walk.frame.cell(row, index)!r}: correct it"
            yield sheet.fault(file, row, index, message)


def _numbers_twice(walk: Walk, file: str) -> Iterator[Fault]:
    """Yield a fault for each number that is the code of two statements: 1.1 and 1.10 are one."""
    sheet = walk.frame.sheet
    first: dict[tuple[Node | None, int, str], Node] = {}
    for node in walk.nodes:
        if node.level < 0 or not node.code:
            continue
        other = first.setdefault((node.parent, node.level, node.code), node)
        columns = walk.levels[node.level].codes
        is_number = any(sheet.odd.get((node.row, n), "").startswith("the number") for n in columns)
        if other is not node and is_number and "." in node.code:
            message = (
                f"the number {node.code} stands in row {other.row + 1} too: to Excel 1.1 and 1.10 "
                f"are one number; {_AS_TEXT}"
            )
            yield sheet.fault(file, node.row, columns[-1], message)
