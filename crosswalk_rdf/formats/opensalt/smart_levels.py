"""The ``smartLevel`` of each item (``1.2.1``) to its parent and its place among its siblings."""

from rdflib import URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.tabular.frameworks import LAST
from crosswalk_rdf.formats.shared.tabular.items import Item, Items


def order_by_smart_level(items: Items, report: Report) -> set[URIRef]:
    """Put items below each other by ``smartLevel``; return those that have one."""
    by_level: dict[str, Item] = {}
    for item in items.all:
        level = item.row.get("smartLevel").strip(".")
        if level and by_level.setdefault(level, item) is not item:
            other = by_level[level].row.place("smartLevel")
            report.add(item.row.place("smartLevel"), Action.REPAIRED, level, f"{other} has it too")
    for item in items.all:
        level = item.row.get("smartLevel").strip(".")
        above, _, last = level.rpartition(".")
        item.sequence = int(last) if last.isascii() and last.isdigit() else LAST
        odd = item.row.odd("smartLevel")
        if odd and "." in level:
            why = f"taken as {level}; 1.1 and 1.10 are the same number: format it as text"
            report.add(item.row.place("smartLevel"), Action.REPAIRED, odd, why)
        if above in by_level and by_level[above] is not item:
            item.parent = by_level[above].iri
        elif above:
            why = f"no item has the level {above}: it stands at the top"
            report.add(item.row.place("smartLevel"), Action.REPAIRED, level, why)
    return {item.iri for item in items.all if item.row.get("smartLevel")}
