"""Levels in columns: which statement of each level a row is about."""

from collections.abc import Sequence

from crosswalk_rdf.formats.generic_table.codes import notation_parts, split_code
from crosswalk_rdf.formats.generic_table.frame import Frame
from crosswalk_rdf.formats.generic_table.levels import Level
from crosswalk_rdf.formats.generic_table.nodes import Node, Walk


def statement_of(walk: Walk, number: int) -> Node | None:
    """Return the lowest statement of a row, with new ones for what is new in it.

    An empty cell above it means what stands further up (the sheet is filled down, or has merged
    cells), unless the row belongs to another branch, or the level is one that rows repeat.
    """
    cells = [_level_cells(walk.frame, level, number) for level in walk.levels]
    lowest = max((n for n, cell in enumerate(cells) if any(cell)), default=-1)
    if lowest < 0:
        return None
    parent = walk.headings[-1] if walk.headings else None
    is_new = False
    for n in range(lowest + 1):
        current = walk.path[n]
        if any(cells[n]):
            walk.path[n] = _node(walk, number, n, cells[n], parent)
            is_new = is_new or walk.path[n] is not current
        elif (
            is_new
            or current is None
            or current.parent is not parent
            or (any(map(any, cells[:n])) and _is_skipped(walk, n, current, cells[lowest][0]))
        ):
            walk.path[n] = None
        parent = walk.path[n] or parent
    walk.path[lowest + 1 :] = [None] * (len(walk.levels) - lowest - 1)
    return parent


def repeated_levels(frame: Frame, levels: Sequence[Level]) -> frozenset[int]:
    """Return the levels that the rows repeat: an empty cell there means that there is none."""
    repeated = set()
    for n, level in enumerate(levels):
        before: tuple[str, str, str] | None = None
        for number in frame.data_rows:
            cells = _level_cells(frame, level, number)
            if any(cells) and cells == before:
                repeated.add(n)
                break
            before = cells
    return frozenset(repeated)


def _is_skipped(walk: Walk, n: int, current: Node, code: str) -> bool:
    """Return whether a row has no statement on level ``n``, which is empty in it."""
    if n in walk.repeated:
        return True
    above, own = notation_parts(current.code), notation_parts(code)
    return bool(above and own) and own[: len(above)] != above and own[:1] == above[:1]


def _level_cells(frame: Frame, level: Level, number: int) -> tuple[str, str, str]:
    """Return the code, the text and the short title that a row has on a level."""
    text = frame.cell(number, level.text) if level.text is not None else ""
    label = frame.cell(number, level.label) if level.label is not None else ""
    code = ""
    for column in level.codes:
        code = _joined(code, frame.cell(number, column))
    if level.splits:
        pair = split_code(text, level.name.casefold())
        code, text = pair or ("", text)
    return code, text, label


def _joined(code: str, further: str) -> str:
    """Return a code that goes on in another column; one that repeats the first stands alone."""
    if not code or not further or further.startswith(code):
        return further or code
    return f"{code}.{further}"


def _node(
    walk: Walk, number: int, n: int, cells: tuple[str, str, str], parent: Node | None
) -> Node:
    """Return the statement with these cells: one that was there before, or a new one."""
    code, text, label = cells
    level = walk.levels[n]
    current = walk.path[n]
    is_leaf = n == len(walk.levels) - 1
    if current is not None and current.parent is parent and _repeats(current, cells, is_leaf):
        return current
    key = (parent, n, code, text or label)
    if key in walk.by_key and (code or not is_leaf):
        return walk.by_key[key]
    title = (parent, n, code, label)
    if title in walk.by_title and code and label and not is_leaf:
        _add_text(walk, walk.by_title[title], text)
        return walk.by_title[title]
    node = Node(number, n, level.name, code, text, label, parent)
    walk.by_key[key] = walk.by_title[title] = node
    walk.nodes.append(node)
    return node


def _add_text(walk: Walk, node: Node, text: str) -> None:
    """Keep another text that a later row has for a statement with the same code and title."""
    column = walk.levels[node.level].text
    if text and column is not None:
        node.others.setdefault(walk.frame.headers[column], {})[text] = None


def _repeats(node: Node, cells: tuple[str, str, str], is_leaf: bool) -> bool:
    """Return whether ``cells`` say again what ``node`` is, or less of it.

    A text without a code is said again only where a level below it is what the row is about.
    """
    code, text, _ = cells
    if code and node.code:
        return code == node.code and text in ("", node.text)
    return not code and not node.code and text == node.text and not is_leaf
