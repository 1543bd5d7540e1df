"""A flat CSV file of this product to a framework, or to a crosswalk."""

from dataclasses import replace
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.formats.csvw.read_alignments import crosswalks_of
from crosswalk_rdf.formats.csvw.tables import alignment_columns, statement_columns
from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.shared.hierarchy import levels_of, positioned, slug, without_cycles
from crosswalk_rdf.formats.shared.tabular import (
    Row,
    Table,
    is_workbook,
    read_delimited,
    simplified,
    table_of,
)
from crosswalk_rdf.formats.shared.tabular.frameworks import stem, unnamed_framework
from crosswalk_rdf.formats.shared.tabular.values import is_yes
from crosswalk_rdf.model import (
    Origin,
    Package,
    Statement,
    local_name,
)
from crosswalk_rdf.model.lexical import is_iri, is_language_tag
from crosswalk_rdf.namespaces import CEASN
from crosswalk_rdf.serialization.spreadsheet_cells import cell_text

_STATEMENT: Final = {simplified(column.name): column.name for column in statement_columns("")}
_ALIGNMENT: Final = {simplified(column.name): column.name for column in alignment_columns("")}
_IRIS_OF_ALIGNMENT: Final = (
    *("record", "crosswalk", "part", "subject", "predicate", "object"),
    *("subject_source", "object_source", "justification"),
)
_HEAD: Final = 65_536


def recognizes(data: bytes) -> bool:
    """Return whether the first row of ``data`` has our headers."""
    if is_workbook(data) or data[:1] in (b"{", b"[", b"<"):
        return False
    try:
        sheet = read_delimited(data[:_HEAD].partition(b"\n")[0], "", Report(), 1)
    except InputFaults:
        return False
    return any(
        table_of(sheet, fields, required, Report())
        for fields, required in (
            (_STATEMENT, ("iri", "in_scheme", "kind_iri", "text")),
            (_ALIGNMENT, ("record", "part", "subject", "predicate", "object")),
        )
    )


def read(data: bytes, file: str) -> Reading:
    """Return what ``data`` holds; raise InputFaults with line and column of each fault."""
    report = Report()
    sheet = read_delimited(data, file, report)
    sheet = replace(sheet, rows=[[cell_text(cell) for cell in row] for row in sheet.rows])
    alignments = table_of(sheet, _ALIGNMENT, ("subject", "predicate", "object"), report)
    if alignments:
        _look(alignments, file, report, _IRIS_OF_ALIGNMENT)
        return Reading(Package(crosswalks=tuple(crosswalks_of(alignments, file, report))), report)
    statements = table_of(sheet, _STATEMENT, ("iri", "text"), report)
    if statements is None:
        message = "the first row has neither iri and text, nor subject, predicate and object: "
        raise unreadable(file, message + "name the columns so", 1)
    return Reading(_frameworks(statements, file, report), report)


def _look(table: Table, file: str, report: Report, iris: tuple[str, ...]) -> None:
    """Report columns of no field; raise InputFaults for what must be an IRI and is none."""
    for header in table.others:
        ignored_cells = sum(header in row.others for row in table.rows)
        if ignored_cells:
            place = table.sheet.place(table.header, table.others[header])
            what = f"column {header!r}, {ignored_cells} cells"
            report.add(place, Action.NOT_CARRIED, what, "no column of the format")
    faults: list[Fault] = []
    for row in table.rows:
        for name in iris:
            text = row.get(name)
            if text and not is_iri(text):
                faults.append(row.fault(file, name, f"{text!r} is no IRI: write it in full"))
        language = row.get("language")
        if language and not is_language_tag(language):
            message = f"{language!r} is no language tag: write one such as en"
            faults.append(row.fault(file, "language", message))
    if faults:
        raise InputFaults(faults)


def _frameworks(table: Table, file: str, report: Report) -> Package:
    _look(table, file, report, ("iri", "kind_iri", "broader", "in_scheme", "replaced_by"))
    rows = _by_scheme(table, file)
    frameworks = []
    for scheme, members in rows.items() or {"": []}.items():
        shell = unnamed_framework(file, "")
        if scheme:
            id = stem(file) if len(rows) == 1 else local_name(scheme.rstrip("/#"))
            shell = replace(shell, iri=URIRef(scheme), id=slug(id))
        languages = {row.get("language") for row in members}
        if len(languages) == 1:
            shell = replace(shell, language=languages.pop())
        kinds: dict[URIRef, Literal] = {CEASN.Competency: Literal("Competency", lang="en")}
        statements, cut = without_cycles([_statement(row, kinds, file) for row in members])
        for iri in cut:
            report.add(str(iri), Action.REPAIRED, "broader", "a circle: it is put at the top")
        levels = levels_of(shell.iri, statements, kinds)
        frameworks.append(replace(shell, statements=positioned(statements), levels=levels))
        report.count("statements", len(members), len(statements))
    return Package(frameworks=tuple(frameworks))


def _by_scheme(table: Table, file: str) -> dict[str, list[Row]]:
    """Return the rows by their framework; raise InputFaults for missing or doubled IRIs."""
    rows: dict[str, list[Row]] = {}
    first_lines: dict[str, int] = {}
    faults = []
    for row in table.rows:
        iri = row.get("iri")
        if not iri:
            faults.append(row.fault(file, "iri", "the row has no IRI: give it one"))
        elif first_lines.setdefault(iri, row.line) != row.line:
            message = f"line {first_lines[iri]} has this IRI too: give each its own"
            faults.append(row.fault(file, "iri", message))
        rows.setdefault(row.get("in_scheme"), []).append(row)
    if faults:
        raise InputFaults(faults)
    return rows


def _statement(row: Row, kinds: dict[URIRef, Literal], file: str) -> Statement:
    language = row.get("language") or None
    kind = URIRef(row.get("kind_iri")) if row.get("kind_iri") else CEASN.Competency
    if row.get("kind"):
        kinds.setdefault(kind, Literal(row.get("kind")))
    position = row.get("position")
    return Statement(
        iri=URIRef(row.get("iri")),
        uuid=row.get("uuid"),
        kind=kind,
        notation=row.get("notation"),
        text=Literal(row.get("text"), lang=language),
        label=Literal(row.get("label"), lang=language) if row.get("label") else None,
        broader=URIRef(row.get("broader")) if row.get("broader") else None,
        position=int(position) if position.isascii() and position.isdigit() else row.number,
        deprecated=is_yes(row.get("deprecated")),
        replaced_by=URIRef(row.get("replaced_by")) if row.get("replaced_by") else None,
        origin=Origin(file, row.line),
    )
