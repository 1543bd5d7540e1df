"""Rows of data to statements: headings between rows, continued rows, footnotes, merged cells."""

import re
from collections.abc import Sequence
from typing import Final

from crosswalk_rdf.formats.generic_table.codes import looks_like_code, split_code
from crosswalk_rdf.formats.generic_table.columns import Column
from crosswalk_rdf.formats.generic_table.frame import Frame
from crosswalk_rdf.formats.generic_table.headers import level_words, words_of
from crosswalk_rdf.formats.generic_table.level_path import repeated_levels, statement_of
from crosswalk_rdf.formats.generic_table.levels import Level
from crosswalk_rdf.formats.generic_table.nodes import Node, Walk
from crosswalk_rdf.formats.generic_table.roles import FIELDS, LEVELED

_FOOTNOTE: Final = re.compile(
    r"(source|sources|note|notes|©|copyright|adopted|revised|last updated|updated|approved|"
    r"legend|key|disclaimer)\b.*|[*†‡©].*",
    re.IGNORECASE | re.DOTALL,
)
_SECTION: Final = "Section"
_VALUES: Final = frozenset(FIELDS) - LEVELED


def walked(frame: Frame, columns: Sequence[Column], levels: Sequence[Level]) -> Walk:
    """Return the statements in the rows below the headers of ``frame``, in their order."""
    repeated = repeated_levels(frame, levels)
    walk = Walk(frame, columns, levels, path=[None] * len(levels), repeated=repeated)
    for number in range(len(frame.sheet.rows)):
        if number < frame.first_row:
            is_header = number in frame.header_rows
            empty = not any(cell.strip() for cell in frame.sheet.rows[number])
            walk.account[number] = "header" if is_header else ("empty" if empty else "title")
    fills = _fills(frame, columns)
    last = _last_regular_row(walk)
    for number in frame.data_rows:
        walk.account[number] = _take_row(walk, number, fills, last)
    return walk


def _fills(frame: Frame, columns: Sequence[Column]) -> dict[tuple[int, int], int]:
    """Return the first row of the merged cells that a cell of values belongs to."""
    of_values = {column.index for column in columns if column.role.name not in LEVELED}
    return {
        (row, left): top
        for top, left, bottom, _ in frame.sheet.merged
        if left in of_values and top >= frame.first_row
        for row in range(top + 1, bottom + 1)
    }


def _filled(walk: Walk, number: int) -> list[int]:
    return [n for n, cell in enumerate(walk.frame.sheet.rows[number]) if cell.strip()]


def _last_regular_row(walk: Walk) -> int:
    """Return the last row with a statement: what stands below it can be no heading."""
    texts = {level.text for level in walk.levels}
    for number in reversed(walk.frame.data_rows):
        filled = _filled(walk, number)
        text = walk.frame.cell(number, filled[0]) if filled else ""
        single = filled and not _FOOTNOTE.fullmatch(text)
        if len(filled) > 1 or (single and (filled[0] in texts or looks_like_code(text))):
            return number
    return -1


def _take_row(walk: Walk, number: int, fills: dict[tuple[int, int], int], last: int) -> str:
    """Read one row; return what it is."""
    frame, filled = walk.frame, _filled(walk, number)
    if not filled:
        return "empty"
    if _repeats_header(walk, filled, number):
        return "repeated header"
    if len(filled) == 1:
        text = frame.cell(number, filled[0])
        if number > last or (_FOOTNOTE.fullmatch(text) and not looks_like_code(text)):
            return "footnote"
        if number < last and _is_heading(walk, number, filled[0]):
            _add_heading(walk, number, text)
            return "statement"
    before = len(walk.nodes)
    node = statement_of(walk, number)
    if node is None:
        node = walk.nodes[-1] if walk.nodes else None
        if node is None:
            walk.orphans.append(number)
            return "without a statement"
        kind = "continuation"
    else:
        kind = "statement" if len(walk.nodes) > before else "repeated statement"
    walk.node_of_row[number] = node
    _add_values(walk, node, number, fills)
    return kind


def _repeats_header(walk: Walk, filled: Sequence[int], number: int) -> bool:
    """Return whether a row has the headers again, several of them."""
    headers = walk.frame.own_headers
    same = all(walk.frame.cell(number, n) == headers[n] for n in filled)
    return bool(walk.frame.header_rows) and len(filled) > 1 and same


def _is_heading(walk: Walk, number: int, column: int) -> bool:
    """Return whether the only filled cell of a row is a heading of the rows below it."""
    wide = any(
        area[0] == number and area[1] == column and area[3] > area[1]
        for area in walk.frame.sheet.merged
    )
    texts = {level.text for level in walk.levels}
    if column in texts:
        single = len(walk.levels) == 1 and walk.levels[0].codes
        return bool(wide or (single and walk.frame.cell(number, column)[:1] not in "•-–*·▪o"))
    codes = {n for level in walk.levels for n in level.codes}
    return wide or (column in codes and not looks_like_code(walk.frame.cell(number, column)))


def _add_heading(walk: Walk, number: int, text: str) -> None:
    words = words_of(text)
    kind = words[0] if words and words[0] in level_words() else ""
    pair = split_code(text, kind) if kind else None
    code, text = pair or ("", text)
    name = kind.capitalize() or _SECTION
    above = [h.kind for h in walk.headings]
    if name in above:
        del walk.headings[above.index(name) :]
    parent = walk.headings[-1] if walk.headings else None
    node = Node(number, -1, name, code, text, parent=parent)
    walk.headings.append(node)
    walk.nodes.append(node)
    walk.node_of_row[number] = node
    walk.path = [None] * len(walk.levels)


def _add_values(walk: Walk, node: Node, number: int, fills: dict[tuple[int, int], int]) -> None:
    """Add what the columns beside those of the levels say in a row."""
    for column in walk.columns:
        role, index = column.role.name, column.index
        if role not in _VALUES and role != "other":
            continue
        text = walk.frame.cell(fills.get((number, index), number), index)
        if not text:
            continue
        group, key = (
            (node.others, column.header) if role == "other" else (node.values, FIELDS[role])
        )
        group.setdefault(key, {})[text] = None
