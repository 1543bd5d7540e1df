"""Which statement is below which: by a column, by depth, by indent, by code, by kind."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.generic_table.codes import notation_parts
from crosswalk_rdf.formats.generic_table.headers import outline_words, words_of
from crosswalk_rdf.formats.generic_table.nodes import Node, Walk
from crosswalk_rdf.formats.shared.tabular import Sheet

_SPACES: Final = re.compile(r"[ \t\u00a0\u2003]*")
_LEAST_INDENT: Final = 2


def arrange(walk: Walk, report: Report, file: str) -> list[Fault]:
    """Put the statements of the lowest level below each other; return what is wrong.

    What the hierarchy follows from is said in ``report``.
    """
    lowest = [node for node in walk.nodes if node.level == len(walk.levels) - 1]
    roles = {column.role.name for column in walk.columns}
    sheet = walk.frame.sheet
    if "parent" in roles:
        return []  # by the names of all sheets
    if "depth" in roles:
        return _by_depths(walk, lowest, report, file)
    indents = {node: indent_of(walk, node) for node in lowest}
    if _are_indented(indents):
        _below_less_deep(lowest, lambda node: indents[node])
        _say(walk, report, "indented rows", "each stands below the last that is indented less")
        return []
    number = by_notation(lowest)
    if "level" in roles and not number and _by_kinds(lowest):
        _say(walk, report, "no column of parents", "each row stands below the kind above it")
    elif number:
        what = f"no column of parents: {number} rows put below others"
        _say(walk, report, what, "their notations go on from those, such as 1.a from 1")
        return _without_code(lowest, sheet, file)
    elif len(walk.levels) == 1 and not any(node.level < 0 for node in walk.nodes):
        why = "no column of parents, and no notation goes on from another"
        place = sheet.row_place(walk.frame.header_rows[-1] if walk.frame.header_rows else 0)
        report.add(place, Action.KEPT, "a list without a hierarchy", why)
    return []


def _say(walk: Walk, report: Report, what: str, why: str) -> None:
    row = walk.frame.header_rows[-1] if walk.frame.header_rows else 0
    report.add(walk.frame.sheet.row_place(row), Action.REPAIRED, what, why)


def _by_depths(walk: Walk, nodes: Sequence[Node], report: Report, file: str) -> list[Fault]:
    """Put each row below the last one that is less deep."""
    sheet = walk.frame.sheet
    column = next(c for c in walk.columns if c.role.name == "depth")
    faults = []
    depths: dict[Node, int] = {}
    for node in nodes:
        digits = re.findall(r"\d+", node.value("depth"))
        if not digits:
            message = f"{node.value('depth')!r} is no depth: write a number, 1 for the top"
            faults.append(sheet.fault(file, node.row, column.index, message))
        depths[node] = int(digits[0]) if digits else 0
    _below_less_deep(nodes, lambda node: depths[node])
    _say(
        walk,
        report,
        f"column {column.header!r}",
        "each row stands below the last one that is less deep",
    )
    return faults


def _below_less_deep(nodes: Sequence[Node], depth: Callable[[Node], int]) -> None:
    above: list[Node] = []
    top: Node | None = None
    for node in nodes:
        if node.parent is not top:
            above, top = [], node.parent
        while above and depth(above[-1]) >= depth(node):
            above.pop()
        if above:
            node.parent = above[-1]
        above.append(node)


def indent_of(walk: Walk, node: Node) -> int:
    """Return how far the code or the text of ``node`` is indented: spaces, or Excel's indent."""
    level, sheet = walk.levels[node.level], walk.frame.sheet
    columns = [column for column in (level.text, *level.codes[:1]) if column is not None]
    return max((_indent(sheet, node.row, column) for column in columns), default=0)


def _indent(sheet: Sheet, row: int, column: int) -> int:
    cells = sheet.rows[row]
    text = cells[column] if column < len(cells) else ""
    match = _SPACES.match(text)
    spaces = match[0].replace("\t", "    ") if match and text.strip() else ""
    return len(spaces) + 4 * sheet.indents.get((row, column), 0)


def _are_indented(indents: dict[Node, int]) -> bool:
    """Return whether the indents make a hierarchy, and are not stray spaces."""
    depths = sorted(set(indents.values()))
    steps = [later - earlier for earlier, later in pairwise(depths)]
    first = next(iter(indents.values()), 0)
    indented = sum(indent > depths[0] for indent in indents.values()) if depths else 0
    return bool(steps) and min(steps) >= _LEAST_INDENT and first == depths[0] and indented > 1


def by_notation(nodes: Sequence[Node]) -> int:
    """Put each node below that with the longest code that its own continues; count them."""
    by_parts: dict[tuple[Node | None, tuple[str, ...]], Node] = {}
    for node in nodes:
        parts = notation_parts(node.code)
        if parts:
            by_parts.setdefault((node.parent, parts), node)
    moves: list[tuple[Node, Node]] = []
    for node in nodes:
        parts = notation_parts(node.code)
        for length in range(len(parts) - 1, 0, -1):
            parent = by_parts.get((node.parent, parts[:length]))
            if parent is not None and parent is not node:
                moves.append((node, parent))
                break
    for node, parent in moves:
        node.parent = parent
    return len(moves)


def _without_code(nodes: Sequence[Node], sheet: Sheet, file: str) -> list[Fault]:
    """Put points below what they follow; return faults for rows whose place is not clear."""
    faults = []
    before: Node | None = None
    for node in nodes:
        if node.code:
            before = node
        elif node.text[:1] in "•-–*·▪" and before is not None:
            node.parent = before
        else:
            message = (
                f"{node.text[:40]!r} has no code, and the others have their place by their codes: "
                "give it one, or name a column of parents with --column parent=NAME"
            )
            faults.append(sheet.fault(file, node.row, 0, message))
    return faults


def _by_kinds(nodes: Sequence[Node]) -> bool:
    """Put each row below the last of a kind further up, if the kinds are levels of an outline."""
    kinds = list(dict.fromkeys(node.value("level") for node in nodes))
    ranks = {kind: rank for rank, kind in enumerate(kinds)}
    words = [set(words_of(kind)) & outline_words() for kind in kinds]
    order = [ranks[node.value("level")] for node in nodes]
    recurs = any(later < earlier for earlier, later in pairwise(order))
    if len(kinds) < 2 or not all(words) or not (recurs or order.count(0) == 1):
        return False
    _below_less_deep(nodes, lambda node: ranks[node.value("level")])
    return True


def compose_notations(nodes: Sequence[Node], sheet: Sheet, report: Report) -> None:
    """Give each node its notation: the code, after that of the parent where it is not unique."""
    for node in nodes:
        node.notation = node.code
    for depth in range(1, 12):
        layer = [node for node in nodes if _depth(node) == depth]
        ancestor_codes = {node.code for node in nodes if node.code and _depth(node) < depth}
        codes = [node.code for node in layer if node.code]
        distinct = len(set(codes)) == len(codes) and not ancestor_codes & set(codes)
        if distinct or not layer:
            continue
        changed = [node for node in layer if _compose(node)]
        if changed:
            what = f"{len(changed)} codes such as {changed[0].code!r} stand for several rows"
            why = f"written after the code above, as {changed[0].notation}"
            report.add(sheet.row_place(changed[0].row), Action.REPAIRED, what, why)


def _depth(node: Node) -> int:
    depth, here = 0, node.parent
    while here is not None:
        depth, here = depth + 1, here.parent
    return depth


def _compose(node: Node) -> bool:
    above = node.parent
    while above is not None and not above.notation:
        above = above.parent
    if above is None or not node.code:
        return False
    parts, own = notation_parts(above.notation), notation_parts(node.code)
    if own[: len(parts)] == parts and len(own) > len(parts):
        return False
    node.notation = f"{above.notation.rstrip('.')}.{node.code}"
    return True
