"""The ``[[levels]]`` of ``framework.toml`` to the levels of a framework."""

import re
from collections.abc import Mapping

from rdflib import URIRef

from crosswalk_rdf.model import Level, local_name
from crosswalk_rdf.model.lexical import is_iri, path_segment
from crosswalk_rdf.namespaces import ontology_namespace
from crosswalk_rdf.project.toml_table import Table


def load_levels(table: Table, id: str, base: str, language: str) -> tuple[Level, ...]:
    """Return the levels of the framework ``id``; every fault is noted."""
    tables = [table.table("levels", n) for n in range(len(table.value("levels", list)))]
    names = [_name(level) for level in tables]
    levels: dict[str, Level] = {}
    for level, name in zip(tables, names, strict=True):
        if name in levels:
            level.fault(f"level {name} stands twice: give one of them another 'name'", "kind")
        levels[name] = _level(level, name, names, levels, (id, base, language))
    return tuple(levels.values())


def _name(table: Table) -> str:
    """Return what data files call a level: its ``name``, or the local name of its kind."""
    return table.text("name") if table.has("name") else local_name(table.text("kind"))


def _level(
    table: Table,
    name: str,
    names: list[str],
    above: Mapping[str, Level],
    framework: tuple[str, str, str],
) -> Level:
    id, base, language = framework
    kind = table.text("kind")
    level = Level(
        iri=URIRef(f"{base}{id}/level/{path_segment(name.lower())}"),
        kind=URIRef(kind) if is_iri(kind) else ontology_namespace(base)[path_segment(kind)],
        label=table.literal("label", language, name),
        depth=_depth(table, name, names, above),
        notation_pattern=_pattern(table, name),
        broader=tuple(map(str, table.value("broader", list, []))),
        roll_up=bool(table.value("roll_up", bool, False)),
        id=name if table.has("name") else "",
    )
    table.refuse_unknown()
    return level


def _pattern(table: Table, name: str) -> str:
    pattern = table.text("notation")
    try:
        re.compile(pattern)
    except re.error as error:
        table.fault(f"level {name}: 'notation' is no regular expression: {error}", "notation")
    return pattern


def _depth(table: Table, name: str, names: list[str], above: Mapping[str, Level]) -> int:
    """Return 1 for a level at the top, else one more than that of the deepest level above it."""
    broader = [str(parent) for parent in table.value("broader", list, [])]
    for parent in broader:
        if parent not in names:
            table.fault(f"level {name}: 'broader' names {parent!r}, which is no level", "broader")
    if not broader or table.value("top", bool, False):
        return 1
    over = [above[parent].depth for parent in broader if parent in above]
    if not over:
        message = (
            f"level {name}: no level above it is among 'broader': put one first, or top = true"
        )
        table.fault(message, "broader")
    return 1 + max(over, default=0)
