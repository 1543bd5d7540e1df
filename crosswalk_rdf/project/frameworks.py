"""``data/frameworks/<id>/``: ``framework.toml`` and ``statements.csv`` to a framework."""

import re
from collections.abc import Mapping, Sequence

from rdflib import Literal, URIRef

from crosswalk_rdf.model import Framework, Level, Origin, Statement, local_name
from crosswalk_rdf.namespaces import ontology_namespace
from crosswalk_rdf.project.reading import Folder, Row, rows
from crosswalk_rdf.project.toml_table import Table
from crosswalk_rdf.project.values import boolean, is_iri, lines, local, row_uuid

FOLDER = "data/frameworks"
COLUMNS = ("notation", "kind", "broader", "label", "text", "printed_in", "first_line", "last_line")
COLUMNS_AT_THE_END = ("uuid", "sha256")
COLUMNS_OF_DEPRECATION = ("deprecated", "replaced_by")
_REQUIRED = ("notation", "kind", "broader", "text", "uuid")


def load_framework(folder: Folder, id: str, base: str) -> Framework:
    """Return the framework in ``data/frameworks/<id>``; every fault is noted in ``folder``."""
    file = f"{FOLDER}/{id}/framework.toml"
    table = Table.read(folder, file, base)
    language = table.language("language")
    iri = table.iri("iri") if table.has("iri") else URIRef(base + id)
    levels = _levels(table, id, base, language)
    verbatim = bool(table.value("verbatim", bool, False))
    framework = Framework(
        iri=iri,
        id=id,
        uuid=table.uuid("uuid"),
        title=table.literal("title", language),
        description=table.optional_literal("description", language),
        creators=table.agents("creators"),
        publisher=table.agent("publisher"),
        rights_holder=table.agent("rights_holder") if table.has("rights_holder") else None,
        issued=table.date("issued"),
        edition=table.text("edition"),
        language=language,
        rights=table.literal("rights", language),
        license=table.iri("license") if table.has("license") else None,
        sources=table.iris("sources"),
        notation_note=table.optional_literal("notation_note", language),
        verbatim=verbatim,
        levels=levels,
        statements=_statements(folder, id, iri, base, language, levels),
        origin=Origin(file, 1),
    )
    table.refuse_unknown()
    return framework


def _levels(table: Table, id: str, base: str, language: str) -> tuple[Level, ...]:
    levels: list[Level] = []
    for number in range(len(table.value("levels", list))):
        levels.append(_level(table.table("levels", number), levels, id, base, language))
    return tuple(levels)


def _level(table: Table, above: Sequence[Level], id: str, base: str, language: str) -> Level:
    name = table.text("kind")
    kind = URIRef(name) if is_iri(name) else ontology_namespace(base)[local(name)]
    pattern = table.text("notation")
    try:
        re.compile(pattern)
    except re.error as error:
        table.fault(f"level {name}: 'notation' is no regular expression: {error}", "notation")
    broader = tuple(str(item) for item in table.value("broader", list, []))
    depths = {level.name: level.depth for level in above}
    for parent in broader:
        if parent not in depths and parent != name:
            table.fault(
                f"level {name}: 'broader' names {parent!r}, which is no level above it", "broader"
            )
    level = Level(
        iri=URIRef(f"{base}{id}/level/{local(local_name(name).lower())}"),
        kind=kind,
        label=Literal(table.text("label", name), lang=language),
        depth=1 + max((depths.get(parent, 0) for parent in broader), default=0),
        notation_pattern=pattern,
        broader=broader,
        roll_up=bool(table.value("roll_up", bool, False)),
    )
    table.refuse_unknown()
    return level


def _statements(
    folder: Folder, id: str, iri: URIRef, base: str, language: str, levels: Sequence[Level]
) -> tuple[Statement, ...]:
    file = f"{FOLDER}/{id}/statements.csv"
    optional = (*COLUMNS, *COLUMNS_AT_THE_END, *COLUMNS_OF_DEPRECATION, "iri")
    table = rows(folder, file, _REQUIRED, tuple(c for c in optional if c not in _REQUIRED))
    iris = {row["notation"]: _iri(folder, row, iri) for row in table}
    _check_notations(folder, table)
    _check_ancestors(folder, table)
    _check_uuids(folder, table)
    kinds = {level.name: level.kind for level in levels}
    positions: dict[str, int] = {}
    statements = []
    for row in table:
        positions[row["broader"]] = positions.get(row["broader"], 0) + 1
        position = positions[row["broader"]]
        statements.append(_statement(folder, row, iris, kinds, base, language, position))
    return tuple(statements)


def _iri(folder: Folder, row: Row, framework: URIRef) -> URIRef:
    given = row["iri"]
    if given and not is_iri(given):
        folder.fault(row.file, row.line, row.columns["iri"], f"'iri' is no IRI: {given!r}")
    return URIRef(given or f"{framework}/{local(row['notation'])}")


def _statement(
    folder: Folder,
    row: Row,
    iris: Mapping[str, URIRef],
    kinds: Mapping[str, URIRef],
    base: str,
    language: str,
    position: int,
) -> Statement:
    if row["kind"] not in kinds:
        message = f"unknown kind {row['kind']!r}: the levels in framework.toml are {list(kinds)}"
        folder.fault(row.file, row.line, row.columns["kind"], message)
    if not row["text"]:
        folder.fault(row.file, row.line, row.columns["text"], "'text' is empty: fill it in")
    return Statement(
        iri=iris[row["notation"]],
        uuid=row_uuid(folder, row),
        kind=kinds.get(row["kind"], URIRef("")),
        notation=row["notation"],
        text=Literal(row["text"], lang=language),
        label=Literal(row["label"], lang=language) if row["label"] else None,
        broader=iris.get(row["broader"]) if row["broader"] else None,
        position=position,
        printed_in=URIRef(base + row["printed_in"]) if row["printed_in"] else None,
        lines=lines(folder, row),
        checksum=row["sha256"] or None,
        deprecated=bool(row["deprecated"]) and boolean(folder, row, "deprecated"),
        replaced_by=_replacement(folder, row, iris),
        origin=Origin(row.file, row.line),
    )


def _replacement(folder: Folder, row: Row, iris: Mapping[str, URIRef]) -> URIRef | None:
    """Return what replaces a statement: named by a notation of the file, or by an IRI."""
    name = row["replaced_by"]
    if name and name not in iris and not is_iri(name):
        message = f"'replaced_by' names {name!r}: give a notation of this file, or an IRI"
        folder.fault(row.file, row.line, row.columns["replaced_by"], message)
    return iris.get(name, URIRef(name)) if name else None


def _check_notations(folder: Folder, table: Sequence[Row]) -> None:
    first: dict[str, int] = {}
    for row in table:
        notation, column = row["notation"], row.columns["notation"]
        if not notation:
            folder.fault(row.file, row.line, column, "'notation' is empty: fill it in")
        elif notation in first:
            message = f"notation {notation!r} is used twice: line {first[notation]} has it first"
            folder.fault(row.file, row.line, column, message)
        first.setdefault(notation, row.line)


def _check_uuids(folder: Folder, table: Sequence[Row]) -> None:
    first: dict[str, int] = {}
    for row in table:
        if row["uuid"] and row["uuid"] in first:
            message = f"this UUID is used twice: line {first[row['uuid']]} has it first"
            folder.fault(row.file, row.line, row.columns["uuid"], message)
        first.setdefault(row["uuid"], row.line)


def _check_ancestors(folder: Folder, table: Sequence[Row]) -> None:
    """Note each parent that does not exist and each statement that is its own ancestor."""
    parents = {row["notation"]: row["broader"] for row in table}
    rooted: set[str] = {""}
    for row in table:
        column = row.columns["broader"]
        if row["broader"] and row["broader"] not in parents:
            message = f"the parent {row['broader']!r} does not exist: give a notation of this file"
            folder.fault(row.file, row.line, column, message)
        elif _is_own_ancestor(row["notation"], parents, rooted):
            message = f"{row['notation']!r} is its own ancestor: mend 'broader'"
            folder.fault(row.file, row.line, column, message)


def _is_own_ancestor(notation: str, parents: Mapping[str, str], rooted: set[str]) -> bool:
    """Return whether the parents of ``notation`` lead back to it; ``rooted`` are known not to."""
    seen: list[str] = []
    above = notation
    while above in parents and above not in rooted and above not in seen:
        seen.append(above)
        above = parents[above]
    if above not in seen:
        rooted.update(seen)
        return False
    return above == notation or notation in seen[seen.index(above) :]
