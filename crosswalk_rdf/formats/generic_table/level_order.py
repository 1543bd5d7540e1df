"""The order of the levels of a sheet, and which columns beside statements are not levels."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from crosswalk_rdf.formats.generic_table.columns import Draft

_NEARLY_ALL: Final = 0.9


@dataclass(slots=True)
class Group:
    """The columns that one word for a level, or none, names."""

    codes: list[int] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)


def with_anchor(groups: Sequence[Group], draft: Draft) -> list[Group]:
    """Return the groups that are levels: those right of the last one with codes only if they are.

    Beside a code and its text, a column is a level below if a statement has several of its texts,
    one above if its texts are shorter and group the statements; else it says something of them.
    """
    anchor = next((group for group in reversed(groups) if group.codes), None)
    if anchor is None:
        return list(groups)
    levels = []
    for group in groups:
        is_right = group.texts[0] > anchor.texts[0] and not group.codes
        if not is_right or _has_several(draft, anchor, group) or _is_above(draft, anchor, group):
            levels.append(group)
        else:
            header = draft.frame.headers[group.texts[0]]
            draft.unclear.append(
                f"column {header!r} is taken for something that is said of the statements; if it "
                f"has statements below them, say so with --column text.{len(levels) + 1}={header!r}"
            )
    return levels


def _has_several(draft: Draft, upper: Group, lower: Group) -> bool:
    """Return whether ``lower`` has several texts for one of ``upper``, or stands alone in a row."""
    below: dict[str, set[str]] = {}
    for row in draft.frame.data_rows:
        above, text = _key(draft, upper, row), draft.frame.cell(row, lower.texts[0])
        if text:
            below.setdefault(above, set()).add(text)
    return "" in below or any(len(texts) > 1 for texts in below.values())


def _is_above(draft: Draft, anchor: Group, group: Group) -> bool:
    own, other = (draft.frame.cells(each.texts[0]) for each in (anchor, group))
    shorter = sum(map(len, other)) * len(own) < sum(map(len, own)) * len(other)
    filled = len(other) >= _NEARLY_ALL * len(own)
    return shorter and filled and _groups_other(draft, group, anchor)


def _key(draft: Draft, group: Group, row: int) -> str:
    """Return the codes and the text that a row has of a group."""
    cells = (draft.frame.cell(row, column) for column in (*group.codes, group.texts[0]))
    return " ".join(filter(None, cells))


def in_order(groups: Sequence[Group], draft: Draft) -> list[Group]:
    """Return the levels from the top: from left to right, unless one further right groups others.

    A column groups another one where each value of that one has one value of it.
    """
    ordered = sorted(groups, key=lambda group: group.texts[0])
    by_column = tuple(ordered)
    for n, group in enumerate(by_column[:-1]):
        for later in by_column[n + 1 :]:
            if _groups_other(draft, later, group) and not _groups_other(draft, group, later):
                ordered.remove(later)
                ordered.insert(ordered.index(group), later)
    return ordered


def _groups_other(draft: Draft, upper: Group, lower: Group) -> bool:
    """Return whether each text of ``lower`` stands beside one text of ``upper`` only."""
    pairs: dict[str, set[str]] = {}
    for row in draft.frame.data_rows:
        above, below = draft.frame.cell(row, upper.texts[0]), _key(draft, lower, row)
        if above and below:
            pairs.setdefault(below, set()).add(above)
        elif above:
            return False
    many = len({text for texts in pairs.values() for text in texts}) < len(pairs)
    return many and all(len(texts) == 1 for texts in pairs.values())
