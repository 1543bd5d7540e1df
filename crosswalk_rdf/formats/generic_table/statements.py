"""The statements of sheets to a framework."""

import difflib
import re
from collections.abc import Iterator, Sequence
from typing import Final

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.generic_table.nodes import Node, Walk
from crosswalk_rdf.formats.generic_table.roles import FIELDS
from crosswalk_rdf.formats.generic_table.sheet_readings import SheetReading
from crosswalk_rdf.formats.shared.tabular import Row, Table
from crosswalk_rdf.formats.shared.tabular.frameworks import LAST, unnamed_framework, with_items
from crosswalk_rdf.formats.shared.tabular.items import Item, Items, items_of
from crosswalk_rdf.model import Framework

_SKIP: Final = frozenset({"parent", "depth", "sequenceNumber"})


def title_of(walk: Walk, report: Report) -> str:
    """Return the title above the headers; what else stands there is reported as not carried."""
    titles: list[str] = []
    sheet = walk.frame.sheet
    for row in range(walk.frame.first_row):
        cells = [cell.strip() for cell in sheet.rows[row] if cell.strip()]
        if walk.account[row] != "title" or not cells:
            continue
        text = cells[1] if len(cells) == 2 and cells[0].casefold() == "#title" else cells[0]
        if titles or text.startswith("#"):
            why = "it stands above the headers, below the title"
            report.add(sheet.row_place(row), Action.NOT_CARRIED, repr(" ".join(cells)), why)
        else:
            titles.append(text)
    return titles[0] if titles else ""


def framework_of(
    walks: Sequence[Walk],
    relations: Sequence[SheetReading],
    name: str,
    title: str,
    report: Report,
    file: str,
) -> tuple[Framework, dict[Node, Item], list[Fault]]:
    """Return the framework that ``walks`` make together, the item of each node, and faults."""
    framework = unnamed_framework(name, title)
    rows: list[tuple[Node, Row]] = []
    for walk in walks:
        rows.extend(_rows(walk, report))
    first = rows[0][1].table
    table = Table(first.sheet, first.header, first.columns, first.others, [row for _, row in rows])
    items = items_of(table, framework.iri, "", report, _SKIP, counted="statements")
    by_node = dict(zip((node for node, _ in rows), items.all, strict=True))
    faults: list[Fault] = []
    for node, item in by_node.items():
        item.sequence = _number(node.value("order"))
        item.parent = by_node[node.parent].iri if node.parent is not None else None
    if any(column.role.name == "parent" for walk in walks for column in walk.columns):
        faults = _parents_by_name(items, report, file)
    for reading in relations:
        _add_relations(reading, items, report)
    return with_items(framework, items, report), by_node, faults


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return LAST


def _rows(walk: Walk, report: Report) -> Iterator[tuple[Node, Row]]:
    tables = [_table(walk, number) for number in range(len(walk.levels))]
    for node in walk.nodes:
        table = tables[node.level] if node.level >= 0 else tables[0]
        text, label = node.text, node.label
        if not (text or label):
            text = f"{node.kind} {node.code}".strip()
            place = walk.frame.sheet.row_place(node.row)
            report.add(place, Action.REPAIRED, f"{node.code!r} has no text", f"{text!r} stands in")
        cells = {
            "CFItemType": node.kind if len(walk.levels) > 1 or node.level < 0 else "",
            **{key: "\n".join(values) for key, values in node.values.items()},
            "humanCodingScheme": node.notation,
            "fullStatement": text,
            "abbreviatedStatement": label,
        }
        filled = {key: text for key, text in cells.items() if text}
        others = {key: "\n".join(values) for key, values in node.others.items()}
        yield node, Row(table, node.row, filled, others)


def _table(walk: Walk, number: int) -> Table:
    """Return the columns of one level as a table, for the places of messages."""
    level = walk.levels[number]
    columns: dict[str, int] = {}
    for column in walk.columns:
        role = column.role
        if role.name in FIELDS and role.level in (0, number + 1):
            columns.setdefault(FIELDS[role.name], column.index)
    if level.text is not None:
        columns["fullStatement"] = level.text
    if level.codes:
        columns["humanCodingScheme"] = level.codes[-1]
    others = {c.header: c.index for c in walk.columns if c.role.name == "other"}
    header = walk.frame.header_rows[-1] if walk.frame.header_rows else 0
    return Table(walk.frame.sheet, header, columns, others)


def _parents_by_name(items: Items, report: Report, file: str) -> list[Fault]:
    """Give each item the parents that its row names; return faults for those that no row is.

    One name that no row has, and that all of the top have, is that of the whole.
    """
    unknown: list[tuple[Item, str]] = []
    for item in items.all:
        parents = []
        for text in _names(item.row.get("parent"), items):
            parent = items.named(text, item.row, "parent")
            if parent is None:
                unknown.append((item, text))
            else:
                parents.append(parent.iri)
        if parents:
            item.parent, *item.also = parents
    tops = [item for item in items.all if item.parent is None]
    names = {text for _, text in unknown}
    if len(names) == 1 and len(unknown) == len(tops) and len(items.all) > len(tops):
        why = "no row is called so, and all at the top name it: it is the whole"
        report.add(unknown[0][0].row.place("parent"), Action.REPAIRED, repr(names.pop()), why)
        return []
    return [_no_such_parent(item, text, items, file) for item, text in unknown]


def _add_relations(reading: SheetReading, items: Items, report: Report) -> None:
    """Give the items the parents that the rows of a sheet of relations name."""
    frame = reading.frame
    by_role = {column.role.name: column.index for column in reading.columns}
    if frame is None or "parent" not in by_role:
        return
    outside = 0
    for row in frame.data_rows:
        child, parent = (items.called(frame.cell(row, by_role[n])) for n in ("child", "parent"))
        if child is None or parent is None:
            outside += 1
        elif child.parent is None:
            child.parent = parent.iri
        elif parent.iri not in (child.parent, *child.also):
            child.also.append(parent.iri)
    report.count("relations", len(frame.data_rows), len(frame.data_rows) - outside)
    if outside:
        what = f"{outside:,} relations with something that is in none of the files"
        report.add(f"sheet {reading.sheet.name}", Action.NOT_CARRIED, what, "add its file")


def _no_such_parent(item: Item, text: str, items: Items, file: str) -> Fault:
    names = [other.notation for other in items.all if other.notation]
    near = difflib.get_close_matches(text, names, 3, 0.4)
    hint = f"the nearest are {', '.join(near)}; " if near else ""
    message = f"the parent {text!r} is no row: {hint}correct it, or add the row"
    return item.row.fault(file, "parent", message)


def _names(text: str, items: Items) -> list[str]:
    if not text or items.knows(text):
        return [text] if text else []
    parts = (part.strip() for part in re.split(r"[|;\n]", text))
    return [part for part in parts if part]
