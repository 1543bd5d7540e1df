"""``errata.csv`` and ``sections.csv`` of a crosswalk to values.

References are local names below the base IRI: ``psel-2015/9i``,
``crosswalk-2017/part-2/PSMV.2.d--9i``. The part ``introduction`` stands for the crosswalk as a
whole.
"""

from collections.abc import Sequence

from rdflib import URIRef

from crosswalk_rdf.model import Erratum, Origin, Section
from crosswalk_rdf.model.lexical import is_iri, path_segment
from crosswalk_rdf.namespaces import ontology_namespace
from crosswalk_rdf.project.data_folder import Folder, Row, rows
from crosswalk_rdf.project.values import boolean, lines

ERRATA_COLUMNS = (
    "id",
    "kind",
    "part",
    "first_line",
    "last_line",
    "printed",
    "canonical",
    "comment",
    "changes_alignment",
    "judgement",
    "concerns",
)
SECTION_COLUMNS = ("id", "kind", "part", "first_line", "last_line", "about", "title", "text")
WHOLE_CROSSWALK = "introduction"


def load_errata(folder: Folder, file: str, crosswalk: URIRef, base: str) -> tuple[Erratum, ...]:
    """Return the errata of a crosswalk; a crosswalk need not have the file."""
    table = rows(folder, file, ERRATA_COLUMNS, ()) if folder.has(file) else []
    _check_ids(folder, table)
    return tuple(_erratum(folder, row, crosswalk, base) for row in table)


def load_sections(folder: Folder, file: str, crosswalk: URIRef, base: str) -> tuple[Section, ...]:
    """Return the passages of prose of a crosswalk; a crosswalk need not have the file."""
    required = tuple(column for column in SECTION_COLUMNS if column != "title")
    table = rows(folder, file, required, ("title",)) if folder.has(file) else []
    _check_ids(folder, table)
    return tuple(
        _section(folder, row, position, crosswalk, base)
        for position, row in enumerate(table, start=1)
    )


def _erratum(folder: Folder, row: Row, crosswalk: URIRef, base: str) -> Erratum:
    return Erratum(
        iri=URIRef(f"{crosswalk}/erratum/{path_segment(row['id'])}"),
        id=row["id"],
        kind=ontology_namespace(base)[path_segment(_required_cell(folder, row, "kind"))],
        part=_part(row, crosswalk),
        lines=_lines(folder, row),
        printed=row["printed"],
        canonical=row["canonical"],
        comment=_required_cell(folder, row, "comment"),
        changes_alignment=boolean(folder, row, "changes_alignment"),
        judgement=boolean(folder, row, "judgement"),
        concerns=_references(row["concerns"], base),
        origin=Origin(row.file, row.line),
    )


def _section(folder: Folder, row: Row, position: int, crosswalk: URIRef, base: str) -> Section:
    return Section(
        iri=URIRef(f"{crosswalk}/section/{path_segment(row['id'])}"),
        id=row["id"],
        kind=ontology_namespace(base)[path_segment(_required_cell(folder, row, "kind"))],
        title=row["title"] or None,
        text=_required_cell(folder, row, "text"),
        part=_part(row, crosswalk),
        position=position,
        lines=_lines(folder, row),
        about=_references(row["about"], base),
        origin=Origin(row.file, row.line),
    )


def _part(row: Row, crosswalk: URIRef) -> URIRef:
    return (
        crosswalk
        if row["part"] == WHOLE_CROSSWALK
        else URIRef(f"{crosswalk}/{path_segment(row['part'])}")
    )


def _references(cell: str, base: str) -> tuple[URIRef, ...]:
    """Return what a cell names: local names below the base, or whole IRIs."""
    names = (name.strip() for name in cell.split("|"))
    return tuple(URIRef(name if is_iri(name) else base + name) for name in names if name)


def _lines(folder: Folder, row: Row) -> tuple[int, int]:
    first_and_last = lines(folder, row)
    if first_and_last is None:
        place = row.columns["first_line"]
        folder.fault(row.file, row.line, place, "has no source line: fill in 'first_line'")
    return first_and_last or (0, 0)


def _required_cell(folder: Folder, row: Row, column: str) -> str:
    if not row[column]:
        folder.fault(row.file, row.line, row.columns[column], f"'{column}' is empty: fill it in")
    return row[column]


def _check_ids(folder: Folder, table: Sequence[Row]) -> None:
    first: dict[str, int] = {}
    for row in table:
        _required_cell(folder, row, "id")
        if row["id"] in first:
            message = f"id {row['id']!r} is used twice: line {first[row['id']]} has it first"
            folder.fault(row.file, row.line, row.columns["id"], message)
        first.setdefault(row["id"], row.line)
