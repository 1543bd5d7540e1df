"""A crosswalk to its sheets: the alignments of each part, the errata, the prose."""

from collections.abc import Mapping, Sequence
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.formats.publication_workbook.headers import ALIGNMENT, ERRATUM, SECTION
from crosswalk_rdf.formats.publication_workbook.names import (
    RELATIONS,
    Notations,
    ids_of,
    justification_name,
    own_name,
    relation_name,
)
from crosswalk_rdf.formats.publication_workbook.write.layout import Column, Line, Plan, Style
from crosswalk_rdf.formats.shared.tabular.values import lines_text, yes
from crosswalk_rdf.model import NOT, Alignment, Crosswalk, Erratum, MappingSet, Section

_PART_TAB: Final = "#2E7D5B"
_NOTES_TAB: Final = "#8A6D1D"
_LOOKS: Final = {
    "subject": (16, Style.NOTATION),
    "subject_label": (48, Style.TEXT),
    "modifier": (9, Style.PLAIN),
    "relation": (15, Style.PLAIN),
    "object": (16, Style.NOTATION),
    "object_label": (48, Style.TEXT),
    "printed_subject": (14, Style.PLAIN),
    "printed_notation": (14, Style.PLAIN),
    "printed_text": (48, Style.TEXT),
    "lines": (12, Style.PLAIN),
    "comment": (36, Style.TEXT),
    "justification": (24, Style.MACHINE),
    "iri": (60, Style.MACHINE),
    "id": (24, Style.PLAIN),
    "kind": (18, Style.PLAIN),
    "part": (16, Style.PLAIN),
    "printed": (44, Style.TEXT),
    "canonical": (44, Style.TEXT),
    "changes": (14, Style.PLAIN),
    "judgement": (13, Style.PLAIN),
    "concerns": (60, Style.MACHINE),
    "position": (10, Style.PLAIN),
    "title": (30, Style.TEXT),
    "text": (90, Style.TEXT),
    "about": (60, Style.MACHINE),
}
_EMPTY: Final = 12
"""The width of a column in which nothing stands."""
_OPTIONAL: Final = ("modifier", "printed_subject")


def part_plan(part: MappingSet, notations: Mapping[URIRef, Notations], name: str) -> Plan:
    """Return the sheet of ``part``: one row an alignment."""
    none = Notations(())
    subjects = notations.get(part.subject_source, none)
    objects = notations.get(part.object_source, none)
    rows = [_alignment(each, subjects, objects) for each in part.alignments]
    iris = [str(alignment.iri) for alignment in part.alignments]
    return _plan(name, ALIGNMENT, rows, iris, _PART_TAB)


def _alignment(alignment: Alignment, subjects: Notations, objects: Notations) -> dict[str, str]:
    return {
        "subject": subjects.of(alignment.subject),
        "subject_label": alignment.subject_label or subjects.label(alignment.subject),
        "modifier": NOT if alignment.negated else "",
        "relation": relation_name(alignment.predicate),
        "object": objects.of(alignment.object),
        "object_label": alignment.object_label or objects.label(alignment.object),
        "printed_subject": alignment.printed_subject_notation or "",
        "printed_notation": alignment.printed_notation or "",
        "printed_text": alignment.printed_text or "",
        "lines": lines_text(alignment.lines),
        "comment": alignment.comment or "",
        "justification": justification_name(alignment.justification),
        "iri": str(alignment.iri),
    }


def places_of(crosswalk: Crosswalk) -> dict[URIRef, str]:
    """Return what names ``crosswalk`` and its parts in a cell."""
    ids = {crosswalk.iri: crosswalk.id}
    return ids_of(ids | {part.iri: part.id for part in crosswalk.parts})


def errata_plan(crosswalk: Crosswalk, base: str, name: str) -> Plan:
    """Return the sheet of the errata: what is printed, and the correction."""
    places = places_of(crosswalk)
    rows = [_erratum(each, places, base) for each in crosswalk.errata]
    iris = [str(erratum.iri) for erratum in crosswalk.errata]
    return _plan(name, ERRATUM, rows, iris, _NOTES_TAB)


def _erratum(erratum: Erratum, places: Mapping[URIRef, str], base: str) -> dict[str, str]:
    return {
        "id": erratum.id,
        "kind": own_name(erratum.kind, base),
        "part": places.get(erratum.part, str(erratum.part)),
        "lines": lines_text(erratum.lines),
        "printed": erratum.printed,
        "canonical": erratum.canonical,
        "comment": erratum.comment,
        "changes": yes(erratum.changes_alignment),
        "judgement": yes(erratum.judgement),
        "concerns": "\n".join(erratum.concerns),
        "iri": str(erratum.iri),
    }


def prose_plan(crosswalk: Crosswalk, base: str, name: str) -> Plan:
    """Return the sheet of the passages of prose."""
    places = places_of(crosswalk)
    rows = [_section(each, places, base) for each in crosswalk.sections]
    iris = [str(section.iri) for section in crosswalk.sections]
    return _plan(name, SECTION, rows, iris, _NOTES_TAB)


def _section(section: Section, places: Mapping[URIRef, str], base: str) -> dict[str, str]:
    return {
        "id": section.id,
        "kind": own_name(section.kind, base),
        "part": places.get(section.part, str(section.part)),
        "position": str(section.position),
        "title": section.title or "",
        "text": section.text,
        "lines": lines_text(section.lines),
        "about": "\n".join(section.about),
        "iri": str(section.iri),
    }


def _plan(
    name: str,
    headers: Mapping[str, str],
    rows: Sequence[Mapping[str, str]],
    iris: Sequence[str],
    tab: str,
) -> Plan:
    fields = [f for f in headers if f not in _OPTIONAL or any(row[f] for row in rows)]
    columns = tuple(
        Column(
            headers[f],
            _LOOKS[f][0] if any(row[f] for row in rows) else _EMPTY,
            _LOOKS[f][1],
            tuple(RELATIONS.values()) if f == "relation" else (),
        )
        for f in fields
    )
    lines = [
        Line(tuple(row[field] for field in fields), iri)
        for row, iri in zip(rows, iris, strict=True)
    ]
    return Plan(name, columns, lines, tab=tab)
