"""Which row is below which: by a column, or else by the notations or the depths."""

import re
from typing import Final

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.tabular.frameworks import LAST
from crosswalk_rdf.formats.shared.tabular.items import Item, Items
from crosswalk_rdf.formats.shared.tabular.table import Table

_SEGMENT: Final = re.compile(r"[0-9]+|[^\W\d_]+|[^\w]+|_+")
_WHOLE: Final = re.compile(r"[^\W_]+")


def put_in_order(items: Items, table: Table, report: Report) -> None:
    """Give each item its parent and its place; say in ``report`` what that follows from."""
    for item in items.all:
        item.sequence = _number(item.row.get("sequenceNumber"))
    if "parent" in table.columns:
        _by_column(items, report)
    elif "depth" in table.columns and _by_depth(items, table, report):
        return
    else:
        _by_notation(items, table, report)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return LAST


def _by_column(items: Items, report: Report) -> None:
    for item in items.all:
        text = item.row.get("parent")
        parent = items.named(text, item.row, "parent") if text else None
        if parent is not None:
            item.parent = parent.iri
        elif text:
            why = "no row is called so: it stands at the top"
            report.add(item.row.place("parent"), Action.NOT_CARRIED, repr(text), why)


def _by_depth(items: Items, table: Table, report: Report) -> bool:
    """Put each row below the last one that is less deep, if the depths are numbers."""
    depths = [item.row.get("depth") for item in items.all]
    if not all(text.isascii() and text.isdigit() for text in depths):
        return False
    above: list[tuple[int, Item]] = []
    for item, text in zip(items.all, depths, strict=True):
        depth = int(text)
        while above and above[-1][0] >= depth:
            above.pop()
        item.parent = above[-1][1].iri if above else None
        above.append((depth, item))
    place = table.sheet.place(table.header, table.columns["depth"])
    why = "each row stands below the last one that is less deep"
    report.add(place, Action.REPAIRED, f"column {table.header_of('depth')!r}", why)
    return True


def _by_notation(items: Items, table: Table, report: Report) -> None:
    """Put each row below that with the longest notation that its own continues."""
    by_parts: dict[tuple[str, ...], Item] = {}
    for item in items.all:
        parts = notation_parts(item.notation)
        if parts:
            by_parts.setdefault(parts, item)
    number = 0
    for item in items.all:
        parts = notation_parts(item.notation)
        for length in range(len(parts) - 1, 0, -1):
            parent = by_parts.get(parts[:length])
            if parent is not None and parent is not item:
                item.parent = parent.iri
                number += 1
                break
    place = table.sheet.row_place(table.header)
    if number:
        what = f"no column of parents: {number} rows put below others"
        why = "their notations go on from those, such as 1.a from 1"
        report.add(place, Action.REPAIRED, what, why)
    elif items.all:
        why = "no column of parents, and no notation goes on from another"
        report.add(place, Action.KEPT, "a list without a hierarchy", why)


def notation_parts(notation: str) -> tuple[str, ...]:
    """Return the parts of which a notation is made: ``1.a`` and ``1a`` are both 1, a."""
    return tuple(part for part in _SEGMENT.findall(notation.casefold()) if _WHOLE.match(part))
