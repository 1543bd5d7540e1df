"""The CSV that OpenSALT imports: a row an item, and a column for each type of association.

A cell names other items by their ``identifier`` or their ``humanCodingScheme``, several with
commas between them. An item without a parent stands below that whose coding scheme is its own up
to the last period, as OpenSALT has it.
"""

from typing import Final

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.opensalt.associations import Associations, End, end_outside
from crosswalk_rdf.formats.opensalt.headers import ASSOCIATIONS, ITEM_FIELDS
from crosswalk_rdf.formats.opensalt.smart_levels import order_by_smart_level
from crosswalk_rdf.formats.shared.tabular import is_workbook, read_delimited, table_of
from crosswalk_rdf.formats.shared.tabular.frameworks import (
    LAST,
    title_above,
    unnamed_framework,
    with_items,
)
from crosswalk_rdf.formats.shared.tabular.items import Item, Items, items_of
from crosswalk_rdf.model import Package, local_name

_SKIP: Final = frozenset({"parent", "sequenceNumber", "smartLevel", *ASSOCIATIONS})
_TELLING: Final = frozenset(
    {
        *("humanCodingScheme", "abbreviatedStatement", "conceptKeywords", "CFItemType"),
        *("smartLevel", *ASSOCIATIONS),
    }
)
"""Fields whose headers occur only in files about CASE."""
_HEAD: Final = 65_536


def recognizes_csv(data: bytes) -> bool:
    """Return whether ``data`` has a row of the headers that OpenSALT knows."""
    if is_workbook(data) or data[:1] in (b"{", b"[", b"<"):
        return False
    try:
        sheet = read_delimited(data[:_HEAD].rpartition(b"\n")[0] or data, "", Report(), 20)
    except InputFaults:
        return False
    table = table_of(sheet, ITEM_FIELDS, ("fullStatement",), Report())
    return table is not None and bool(_TELLING & table.columns.keys())


def read_csv(data: bytes, file: str) -> Reading:
    """Return the framework in ``data``; raise InputFaults where no column has statements."""
    report = Report()
    sheet = read_delimited(data, file, report)
    table = table_of(sheet, ITEM_FIELDS, ("fullStatement",), report)
    if table is None:
        raise unreadable(file, "no row has the header fullStatement: name the columns in row 1", 1)
    framework = unnamed_framework(file, title_above(table))
    items = items_of(table, framework.iri, framework.language, report, _SKIP)
    associations = Associations(framework, items, report)
    levels = order_by_smart_level(items, report) if "smartLevel" in table.columns else set()
    for item in items.all:
        if item.iri in levels:
            _add_parent(item, items, report)
        else:
            _place(item, items, associations)
    for item in items.all:
        _associate(item, items, associations)
    framework = with_items(framework, items, report)
    crosswalk = associations.crosswalk()
    report.count("associations", associations.carried, associations.carried)
    crosswalks = (crosswalk,) if crosswalk else ()
    return Reading(Package(frameworks=(framework,), crosswalks=crosswalks), report)


def _place(item: Item, items: Items, associations: Associations) -> None:
    """Put ``item`` below its parent, at its place."""
    row = item.row
    item.sequence = _number(row.get("sequenceNumber"))
    text = row.get("parent")
    if text:
        parent = items.named(text, row, "parent")
        if parent is not None:
            item.parent = parent.iri
        else:
            why = "no row is called so: it stands at the top, below something outside"
            associations.report.add(row.place("parent"), Action.KEPT, repr(text), why)
            outside = end_outside(associations.framework.iri, text)
            associations.add(row, "parent", "isChildOf", End(item.iri, item), outside)
        return
    for name in ("humanCodingScheme", "identifier"):
        above = row.get(name).rpartition(".")[0]
        parent = items.named(above, row, name) if above else None
        if parent is not None and parent is not item:
            item.parent = parent.iri
            why = f"below {above!r}, by its {local_name(name)}"
            associations.report.add(row.place("parent"), Action.REPAIRED, "no parent", why)
            return


def _add_parent(item: Item, items: Items, report: Report) -> None:
    """Keep the parent that a column names for an item whose smartLevel states another."""
    text = item.row.get("parent")
    parent = items.named(text, item.row, "parent") if text else None
    if parent is not None and parent.iri != item.parent:
        item.also.append(parent.iri)
        why = "smartLevel puts it elsewhere: a further parent"
        report.add(item.row.place("parent"), Action.KEPT, repr(text), why)
    elif text and parent is None:
        why = "no row is called so, and smartLevel says where it stands"
        report.add(item.row.place("parent"), Action.NOT_CARRIED, repr(text), why)


def _associate(item: Item, items: Items, associations: Associations) -> None:
    for type in ASSOCIATIONS:
        for text in _names(item.row.get(type), items):
            other = items.named(text, item.row, type)
            to = End(other.iri, other) if other else end_outside(associations.framework.iri, text)
            associations.add(item.row, type, type, End(item.iri, item), to)


def _names(text: str, items: Items) -> list[str]:
    """Return what a cell names: one thing with that very name, or several with commas between."""
    if not text or items.knows(text):
        return [text] if text else []
    return [part.strip() for part in text.split(",") if part.strip()]


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return LAST
