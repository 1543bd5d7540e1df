"""``collections.csv`` to the collections of a framework."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.sssom.tsv.multi_valued import split_values
from crosswalk_rdf.model import Collection, Origin, Statement
from crosswalk_rdf.model.lexical import is_iri, path_segment
from crosswalk_rdf.project.data_folder import Folder, Row, first_lines, rows
from crosswalk_rdf.project.properties import is_heading
from crosswalk_rdf.project.property_columns import property_columns, row_properties
from crosswalk_rdf.project.statements import Owner
from crosswalk_rdf.project.values import boolean, language

FILE: Final = "collections.csv"
_REQUIRED_COLUMNS: Final = ("id", "members")
_OPTIONAL_COLUMNS: Final = ("ordered", "notation", "label", "language")
COLUMNS: Final = ("id", "ordered", "notation", "label", "language", "members")


def load_collections(
    folder: Folder, file: str, owner: Owner, statements: Sequence[Statement]
) -> tuple[Collection, ...]:
    """Return the collections in ``file``, none without it; every fault is noted in ``folder``.

    Labels are in the language of ``owner``, the framework, where a row names no other. A member is
    named by the notation of one of ``statements``, the id of a collection of the file, or an IRI.
    """
    if not folder.has(file):
        return ()
    table = rows(folder, file, _REQUIRED_COLUMNS, _OPTIONAL_COLUMNS, further=is_heading)
    columns = property_columns(folder, table, lenient=owner.is_as_stated)
    ids = {row["id"]: collection_iri(owner.iri, row["id"]) for row in table}
    _check_ids(folder, table)
    names = {**ids, **{s.notation: s.iri for s in statements}}
    return tuple(
        Collection(
            iri=ids[row["id"]],
            ordered=bool(row["ordered"]) and boolean(folder, row, "ordered"),
            members=tuple(_members(folder, row, names)),
            label=_label(folder, row, owner),
            notation=row["notation"],
            properties=row_properties(folder, row, columns),
            origin=Origin(row.file, row.line),
        )
        for row in table
    )


def _label(folder: Folder, row: Row, owner: Owner) -> Literal | None:
    tag = language(folder, row, owner.language, lenient=owner.is_as_stated)
    return Literal(row["label"], lang=tag or None) if row["label"] else None


def collection_iri(framework: URIRef, id: str) -> URIRef:
    """Return the IRI of the collection ``id``: itself, or one below that of the framework."""
    return URIRef(id if is_iri(id) else f"{framework}/collection/{path_segment(id)}")


def _check_ids(folder: Folder, table: Sequence[Row]) -> None:
    first = first_lines(table, "id")
    for row in table:
        id, column = row["id"], row.columns["id"]
        if not id:
            folder.fault(row.file, row.line, column, "'id' is empty: give a name or an IRI")
        elif first[id] != row.line:
            message = f"the id {id!r} is used twice: line {first[id]} has it first"
            folder.fault(row.file, row.line, column, message)


def _members(folder: Folder, row: Row, names: Mapping[str, URIRef]) -> Iterator[URIRef]:
    """Yield the members that a row names; each that is nothing, or is repeated, is a fault."""
    ordered = row["ordered"] == "true"
    previous: set[URIRef] = set()
    for name in filter(None, map(str.strip, split_values(row["members"]))):
        iri = _member(name, names)
        if iri is None:
            message = f"the member {name!r} does not exist: give a notation of statements.csv, an "
            message += "id of this file, or an IRI"
            folder.fault(row.file, row.line, row.columns["members"], message)
            continue
        if iri in previous and not ordered:
            message = f"the member {name!r} is named twice: keep one, or set 'ordered' to true"
            folder.fault(row.file, row.line, row.columns["members"], message)
        previous.add(iri)
        yield iri


def _member(name: str, names: Mapping[str, URIRef]) -> URIRef | None:
    if name in names:
        return names[name]
    text = name[1:-1] if name.startswith("<") and name.endswith(">") else name
    return URIRef(text) if is_iri(text) else None
