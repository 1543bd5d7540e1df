"""``statements.csv`` to the statements of a framework."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.sssom.tsv.multi_valued import split_values
from crosswalk_rdf.model import Level, Origin, Statement
from crosswalk_rdf.model.lexical import NONE, is_iri, path_segment
from crosswalk_rdf.project.data_folder import Folder, Row, first_lines, rows
from crosswalk_rdf.project.properties import Heading, is_heading
from crosswalk_rdf.project.property_columns import property_columns, row_properties
from crosswalk_rdf.project.values import boolean, language, lines, row_uuid

COLUMNS = ("notation", "kind", "broader", "label", "text", "printed_in", "first_line", "last_line")
COLUMNS_AT_THE_END = ("uuid", "sha256")
COLUMNS_OF_DEPRECATION = ("deprecated", "replaced_by")
COLUMNS_OF_IMPORTS = (
    *("iri", "coined_notation", "coined_label", "language"),
    *("in_schemes", "top_concept_of"),
)
"""What only statements have that were published elsewhere, or before."""
_REQUIRED_COLUMNS = ("notation", "kind", "broader", "text", "uuid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """What ``framework.toml`` says of the framework whose statements are read."""

    iri: URIRef
    base: str
    language: str
    levels: Sequence[Level]
    polyhierarchical: bool
    is_as_stated: bool = False
    """Described by others: language tags may be malformed."""


def load_statements(folder: Folder, file: str, owner: Owner) -> tuple[Statement, ...]:
    """Return the statements in ``file``; every fault is noted in ``folder``."""
    optional = (*COLUMNS, *COLUMNS_AT_THE_END, *COLUMNS_OF_DEPRECATION, *COLUMNS_OF_IMPORTS)
    allowed = tuple(column for column in optional if column not in _REQUIRED_COLUMNS)
    table = rows(folder, file, _REQUIRED_COLUMNS, allowed, further=is_heading)
    iris = {row["notation"]: _iri(folder, row, owner.iri) for row in table}
    columns = property_columns(folder, table, lenient=owner.is_as_stated)
    _check_notations(folder, table)
    _check_ancestors(folder, table, owner)
    _check_uuids(folder, table)
    positions: dict[str, int] = {}
    statements = []
    for row in table:
        first = parents(row)[:1]
        place = first[0] if first else ""
        positions[place] = positions.get(place, 0) + 1
        statements.append(_statement(folder, row, iris, owner, columns, positions[place]))
    return tuple(statements)


def parents(row: Row) -> tuple[str, ...]:
    """Return the notations of the parents of a row; the one under which it is read comes first."""
    return tuple(name.strip() for name in split_values(row["broader"])) if row["broader"] else ()


def _iri(folder: Folder, row: Row, framework: URIRef) -> URIRef:
    iri = row["iri"]
    if iri and not is_iri(iri):
        folder.fault(row.file, row.line, row.columns["iri"], f"'iri' is no IRI: {iri!r}")
    return URIRef(iri or f"{framework}/{path_segment(row['notation'])}")


def _statement(
    folder: Folder,
    row: Row,
    iris: Mapping[str, URIRef],
    owner: Owner,
    columns: Mapping[str, Heading],
    position: int,
) -> Statement:
    broader = [iris[name] for name in parents(row) if name in iris]
    iri = iris[row["notation"]]
    tag = language(folder, row, owner.language, lenient=owner.is_as_stated)
    return Statement(
        iri=iri,
        uuid=row_uuid(folder, row, own=iri.startswith(owner.base)),
        kind=_kind(folder, row, owner),
        notation=row["notation"],
        coined_notation=bool(row["coined_notation"]) and boolean(folder, row, "coined_notation"),
        text=_text(folder, row, tag),
        coined_label=bool(row["coined_label"]) and boolean(folder, row, "coined_label"),
        label=Literal(row["label"], lang=tag or None) if row["label"] else None,
        broader=broader[0] if broader else None,
        also_broader=tuple(broader[1:]),
        position=position,
        printed_in=URIRef(owner.base + row["printed_in"]) if row["printed_in"] else None,
        lines=lines(folder, row),
        checksum=row["sha256"] or None,
        deprecated=bool(row["deprecated"]) and boolean(folder, row, "deprecated"),
        replaced_by=_replacement(folder, row, iris),
        in_schemes=_schemes(folder, row, "in_schemes"),
        top_concept_of=_schemes(folder, row, "top_concept_of"),
        properties=row_properties(folder, row, columns),
        origin=Origin(row.file, row.line),
    )


def _text(folder: Folder, row: Row, tag: str) -> Literal:
    if not row["text"]:
        folder.fault(row.file, row.line, row.columns["text"], "'text' is empty: fill it in")
    return Literal(row["text"], lang=tag or None)


def _kind(folder: Folder, row: Row, owner: Owner) -> URIRef:
    kinds = {level.name: level.kind for level in owner.levels}
    if row["kind"] not in kinds:
        message = f"unknown kind {row['kind']!r}: the levels in framework.toml are {list(kinds)}"
        folder.fault(row.file, row.line, row.columns["kind"], message)
    return kinds.get(row["kind"], URIRef(""))


def _schemes(folder: Folder, row: Row, column: str) -> tuple[URIRef, ...] | None:
    """Return the IRIs of schemes in a cell; None where it is empty."""
    if row[column] in ("", NONE):
        return () if row[column] else None
    iris = [name.strip() for name in split_values(row[column])]
    for iri in iris:
        if not is_iri(iri):
            message = f"'{column}' holds what is no IRI: {iri!r}; write IRIs, or {NONE} for none"
            folder.fault(row.file, row.line, row.columns[column], message)
    return tuple(URIRef(iri) for iri in iris if is_iri(iri))


def _replacement(folder: Folder, row: Row, iris: Mapping[str, URIRef]) -> URIRef | None:
    """Return what replaces a statement: named by a notation of the file, or by an IRI."""
    name = row["replaced_by"]
    if name and name not in iris and not is_iri(name):
        message = f"'replaced_by' names {name!r}: give a notation of this file, or an IRI"
        folder.fault(row.file, row.line, row.columns["replaced_by"], message)
    return iris.get(name, URIRef(name)) if name else None


def _check_notations(folder: Folder, table: Sequence[Row]) -> None:
    first = first_lines(table, "notation")
    for row in table:
        notation, column = row["notation"], row.columns["notation"]
        if not notation:
            folder.fault(row.file, row.line, column, "'notation' is empty: fill it in")
        elif first[notation] != row.line:
            message = f"notation {notation!r} is used twice: line {first[notation]} has it first"
            folder.fault(row.file, row.line, column, message)


def _check_uuids(folder: Folder, table: Sequence[Row]) -> None:
    first = first_lines(table, "uuid")
    for row in table:
        if row["uuid"] and first[row["uuid"]] != row.line:
            message = f"this UUID is used twice: line {first[row['uuid']]} has it first"
            folder.fault(row.file, row.line, row.columns["uuid"], message)


def _check_ancestors(folder: Folder, table: Sequence[Row], owner: Owner) -> None:
    """Note each parent that does not exist and each statement that is its own ancestor."""
    parents_by_notation = {row["notation"]: parents(row) for row in table}
    acyclic: set[str] = set()
    for row in table:
        column = row.columns["broader"]
        names = parents(row)
        for name in names:
            if name not in parents_by_notation:
                message = f"the parent {name!r} does not exist: give a notation of this file"
                folder.fault(row.file, row.line, column, message)
        if len(names) > 1 and not owner.polyhierarchical:
            message = "two parents: keep one, or write polyhierarchical = true in framework.toml"
            folder.fault(row.file, row.line, column, message)
        if _is_own_ancestor(row["notation"], parents_by_notation, acyclic):
            message = f"{row['notation']!r} is its own ancestor: mend 'broader'"
            folder.fault(row.file, row.line, column, message)


def _is_own_ancestor(
    notation: str, parents_by_notation: Mapping[str, tuple[str, ...]], acyclic: set[str]
) -> bool:
    """Return whether ``notation`` is among its own ancestors; those of ``acyclic`` are not."""
    visited: set[str] = set()
    stack = list(parents_by_notation.get(notation, ()))
    while stack:
        name = stack.pop()
        if name == notation:
            return True
        if name not in visited and name not in acyclic:
            visited.add(name)
            stack.extend(parents_by_notation.get(name, ()))
    acyclic.add(notation)
    return False
