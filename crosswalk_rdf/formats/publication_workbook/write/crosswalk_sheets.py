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
    rows = [_alignment(found, subjects, objects) for found in part.alignments]
    iris = [str(alignment.iri) for alignment in part.alignments]
    return _plan(name, ALIGNMENT, rows, iris, _PART_TAB)


def _alignment(found: Alignment, subjects: Notations, objects: Notations) -> dict[str, str]:
    return {
        "subject": subjects.of(found.subject),
        "subject_label": found.subject_label or subjects.label(found.subject),
        "modifier": NOT if found.negated else "",
        "relation": relation_name(found.predicate),
        "object": objects.of(found.object),
        "object_label": found.object_label or objects.label(found.object),
        "printed_subject": found.printed_subject_notation or "",
        "printed_notation": found.printed_notation or "",
        "printed_text": found.printed_text or "",
        "lines": lines_text(found.lines),
        "comment": found.comment or "",
        "justification": justification_name(found.justification),
        "iri": str(found.iri),
    }


def places_of(crosswalk: Crosswalk) -> dict[URIRef, str]:
    """Return what names ``crosswalk`` and its parts in a cell."""
    found = {crosswalk.iri: crosswalk.id}
    return ids_of(found | {part.iri: part.id for part in crosswalk.parts})


def errata_plan(crosswalk: Crosswalk, base: str, name: str) -> Plan:
    """Return the sheet of the errata: what is printed beside what is meant."""
    places = places_of(crosswalk)
    rows = [_erratum(found, places, base) for found in crosswalk.errata]
    iris = [str(erratum.iri) for erratum in crosswalk.errata]
    return _plan(name, ERRATUM, rows, iris, _NOTES_TAB)


def _erratum(found: Erratum, places: Mapping[URIRef, str], base: str) -> dict[str, str]:
    return {
        "id": found.id,
        "kind": own_name(found.kind, base),
        "part": places.get(found.part, str(found.part)),
        "lines": lines_text(found.lines),
        "printed": found.printed,
        "canonical": found.canonical,
        "comment": found.comment,
        "changes": yes(found.changes_alignment),
        "judgement": yes(found.judgement),
        "concerns": "\n".join(found.concerns),
        "iri": str(found.iri),
    }


def prose_plan(crosswalk: Crosswalk, base: str, name: str) -> Plan:
    """Return the sheet of the passages of prose."""
    places = places_of(crosswalk)
    rows = [_section(found, places, base) for found in crosswalk.sections]
    iris = [str(section.iri) for section in crosswalk.sections]
    return _plan(name, SECTION, rows, iris, _NOTES_TAB)


def _section(found: Section, places: Mapping[URIRef, str], base: str) -> dict[str, str]:
    return {
        "id": found.id,
        "kind": own_name(found.kind, base),
        "part": places.get(found.part, str(found.part)),
        "position": str(found.position),
        "title": found.title or "",
        "text": found.text,
        "lines": lines_text(found.lines),
        "about": "\n".join(found.about),
        "iri": str(found.iri),
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
