"""The rows of a table of alignments to crosswalks with their parts."""

from rdflib import Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.shared.tabular import Row, Table
from crosswalk_rdf.formats.shared.tabular.frameworks import stem
from crosswalk_rdf.model import (
    NOT,
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    ExternalFramework,
    MappingSet,
    Origin,
    local_name,
    unnamed_iri,
)
from crosswalk_rdf.model.mapping_predicates import DEFAULT_PREDICATE
from crosswalk_rdf.namespaces import SEMAPV


def crosswalks_of(table: Table, file: str, report: Report) -> list[Crosswalk]:
    """Return the crosswalks that the rows of ``table`` make; raise InputFaults with their cells."""
    faults = [
        row.fault(file, name, f"the row has no {name}: write its IRI")
        for row in table.rows
        for name in ("subject", "predicate", "object")
        if not row.get(name)
    ]
    faults += [
        row.fault(file, "predicate_modifier", f"{text!r} is no modifier: write {NOT}, or nothing")
        for row in table.rows
        if (text := row.get("predicate_modifier")) and text != NOT
    ]
    if faults:
        raise InputFaults(faults)
    own = str(unnamed_iri("table", stem(file)))
    rows: dict[str, dict[str, list[Row]]] = {}
    for row in table.rows:
        parts = rows.setdefault(row.get("crosswalk", own), {})
        parts.setdefault(row.get("part", str(unnamed_iri(own, "part"))), []).append(row)
    report.count("alignments", len(table.rows), len(table.rows))
    return [_crosswalk(iri, parts, file) for iri, parts in rows.items()]


def _crosswalk(iri: str, rows: dict[str, list[Row]], file: str) -> Crosswalk:
    parts = tuple(_part(part, members, file) for part, members in rows.items())
    sources = {source: None for p in parts for source in (p.subject_source, p.object_source)}
    return Crosswalk(
        iri=URIRef(iri),
        id=slug(local_name(iri.rstrip("/#")), "crosswalk"),
        title=Literal(stem(file)),
        creators=(),
        publisher=None,
        issued="",
        rights=Literal(""),
        external=tuple(
            ExternalFramework(iri=source, id=slug(local_name(source)), title=Literal(str(source)))
            for source in sources
        ),
        parts=parts,
        origin=Origin(file, 0),
    )


def _part(iri: str, rows: list[Row], file: str) -> MappingSet:
    id = rows[0].get("part_id") or slug(local_name(iri), "part")
    return MappingSet(
        iri=URIRef(iri),
        id=id,
        title=Literal(id),
        license=UNSPECIFIED_LICENSE,
        rights=Literal(""),
        subject_source=_source(iri, "subject_source", rows),
        object_source=_source(iri, "object_source", rows),
        alignments=tuple(_alignment(row, iri, file) for row in rows),
        origin=Origin(file, rows[0].line),
    )


def _source(part: str, name: str, rows: list[Row]) -> URIRef:
    iri = next((row.get(name) for row in rows if row.get(name)), "")
    return URIRef(iri) if iri else unnamed_iri(part, name)


def _alignment(row: Row, part: str, file: str) -> Alignment:
    first, last = row.get("first_line"), row.get("last_line")
    numbers = first.isascii() and first.isdigit() and last.isascii() and last.isdigit()
    triple = f"{row.get('subject')} {row.get('predicate')} {row.get('object')}"
    return Alignment(
        iri=URIRef(row.get("record") or unnamed_iri(part, triple)),
        subject=URIRef(row.get("subject")),
        predicate=URIRef(row.get("predicate", str(DEFAULT_PREDICATE))),
        object=URIRef(row.get("object")),
        justification=URIRef(row.get("justification", str(SEMAPV.UnspecifiedMatching))),
        subject_label=row.get("subject_text") or None,
        object_label=row.get("object_text") or None,
        printed_notation=row.get("printed_notation") or None,
        printed_subject_notation=row.get("printed_subject_notation") or None,
        printed_text=row.get("printed_text") or None,
        lines=(int(first), int(last)) if numbers else None,
        comment=row.get("comment") or None,
        negated=row.get("predicate_modifier") == NOT,
        origin=Origin(file, row.line),
    )
