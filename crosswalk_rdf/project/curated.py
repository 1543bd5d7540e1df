"""Frameworks and crosswalks to the plain files of a publication's folder: path to bytes.

The inverse of loading: what is written here is read back as the same values.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import tomli_w
from rdflib import URIRef

from crosswalk_rdf.formats import sssom
from crosswalk_rdf.model import (
    Agent,
    Crosswalk,
    Erratum,
    Framework,
    Level,
    MappingSet,
    Section,
    Statement,
    local_name,
)
from crosswalk_rdf.project.crosswalks import FOLDER as CROSSWALKS
from crosswalk_rdf.project.crosswalks import PART_SUFFIX
from crosswalk_rdf.project.frameworks import COLUMNS, COLUMNS_AT_THE_END, COLUMNS_OF_DEPRECATION
from crosswalk_rdf.project.frameworks import FOLDER as FRAMEWORKS
from crosswalk_rdf.project.remarks import ERRATA_COLUMNS, SECTION_COLUMNS, WHOLE
from crosswalk_rdf.project.sssom_documents import set_document


def framework_files(framework: Framework, base: str) -> dict[str, bytes]:
    """Return ``framework.toml`` and ``statements.csv`` of ``framework``."""
    folder = f"{FRAMEWORKS}/{framework.id}"
    notations = {s.iri: s.notation for s in framework.statements}
    kinds = {level.kind: level.name for level in framework.levels}
    rows = (_statement(s, notations, kinds, base) for s in framework.statements)
    return {
        f"{folder}/framework.toml": _toml(_framework(framework)),
        f"{folder}/statements.csv": _csv(_columns(framework), rows),
    }


def crosswalk_files(
    crosswalk: Crosswalk, base: str, prefixes: Mapping[str, str], reader: str
) -> dict[str, bytes]:
    """Return the files of ``crosswalk``; ``reader`` names what reads its source document."""
    folder = f"{CROSSWALKS}/{crosswalk.id}"
    files = {
        f"{folder}/{part.id}{PART_SUFFIX}": sssom.write(
            set_document(part, prefixes, record_ids=False)
        )
        for part in crosswalk.parts
    }
    errata = (_erratum(erratum, crosswalk, base) for erratum in crosswalk.errata)
    sections = (_section(section, crosswalk, base) for section in crosswalk.sections)
    return {
        f"{folder}/crosswalk.toml": _toml(_crosswalk(crosswalk, folder, reader)),
        **files,
        f"{folder}/errata.csv": _csv(ERRATA_COLUMNS, errata),
        f"{folder}/sections.csv": _csv(SECTION_COLUMNS, sections),
    }


def _toml(content: Mapping[str, Any]) -> bytes:
    present = {key: value for key, value in content.items() if value not in (None, "", [], {})}
    return tomli_w.dumps(present).encode()


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, lineterminator="\n", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def _framework(framework: Framework) -> dict[str, Any]:
    return {
        "title": str(framework.title),
        "description": framework.description and str(framework.description),
        "uuid": framework.uuid,
        "issued": framework.issued,
        "edition": framework.edition,
        "language": framework.language,
        "rights": str(framework.rights),
        "license": framework.license and str(framework.license),
        "sources": [str(source) for source in framework.sources],
        "notation_note": framework.notation_note and str(framework.notation_note),
        "verbatim": framework.verbatim or None,
        "creators": [_agent(agent) for agent in framework.creators],
        "publisher": framework.publisher and _agent(framework.publisher),
        "rights_holder": framework.rights_holder and _agent(framework.rights_holder),
        "levels": [_level(level) for level in framework.levels],
    }


def _columns(framework: Framework) -> tuple[str, ...]:
    """Return the columns of the statements; those of deprecation only where one needs them."""
    needed = any(s.deprecated or s.replaced_by for s in framework.statements)
    return (*COLUMNS, *COLUMNS_AT_THE_END, *(COLUMNS_OF_DEPRECATION if needed else ()))


def _agent(agent: Agent) -> dict[str, Any]:
    type = {} if agent.type == "Organization" else {"type": agent.type}
    return {"name": agent.name, **type}


def _level(level: Level) -> dict[str, Any]:
    items = {
        "kind": level.name,
        "label": str(level.label),
        "notation": level.notation_pattern,
        "broader": list(level.broader),
        "roll_up": level.roll_up,
    }
    return {key: value for key, value in items.items() if value}


def _statement(
    statement: Statement, notations: Mapping[URIRef, str], kinds: Mapping[URIRef, str], base: str
) -> dict[str, Any]:
    replacement = statement.replaced_by
    return {
        "notation": statement.notation,
        "kind": kinds[statement.kind],
        "broader": notations[statement.broader] if statement.broader else "",
        "label": statement.label or "",
        "text": str(statement.text),
        "printed_in": (statement.printed_in or "").removeprefix(base),
        **_lines(statement.lines),
        "uuid": statement.uuid,
        "sha256": statement.checksum or "",
        "deprecated": "true" if statement.deprecated else "",
        "replaced_by": notations.get(replacement, replacement) if replacement else "",
    }


def _crosswalk(crosswalk: Crosswalk, folder: str, reader: str) -> dict[str, Any]:
    source = crosswalk.source
    return {
        "title": str(crosswalk.title),
        "description": crosswalk.description and str(crosswalk.description),
        "language": crosswalk.title.language,
        "issued": crosswalk.issued,
        "rights": str(crosswalk.rights),
        "creators": [_agent(agent) for agent in crosswalk.creators],
        "publisher": crosswalk.publisher and _agent(crosswalk.publisher),
        "source": source
        and {
            "title": str(source.title),
            "file": source.file.removeprefix(f"{folder}/"),
            "reader": reader,
        },
        "parts": {part.id: _part(part, crosswalk) for part in crosswalk.parts},
    }


def _part(part: MappingSet, crosswalk: Crosswalk) -> dict[str, Any]:
    items = {
        "rights": None if part.rights == crosswalk.rights else str(part.rights),
        "subject_kinds": [local_name(kind) for kind in part.subject_kinds],
        "object_kinds": [local_name(kind) for kind in part.object_kinds],
    }
    return {key: value for key, value in items.items() if value}


def _erratum(erratum: Erratum, crosswalk: Crosswalk, base: str) -> dict[str, Any]:
    return {
        "id": erratum.id,
        "kind": local_name(erratum.kind),
        "part": _part_name(erratum.part, crosswalk),
        **_lines(erratum.lines),
        "printed": erratum.printed,
        "canonical": erratum.canonical,
        "comment": erratum.comment,
        "changes_alignment": str(erratum.changes_alignment).lower(),
        "judgement": str(erratum.judgement).lower(),
        "concerns": _references(erratum.concerns, base),
    }


def _section(section: Section, crosswalk: Crosswalk, base: str) -> dict[str, Any]:
    return {
        "id": section.id,
        "kind": local_name(section.kind),
        "part": _part_name(section.part, crosswalk),
        **_lines(section.lines),
        "about": _references(section.about, base),
        "title": section.title or "",
        "text": section.text,
    }


def _part_name(part: URIRef, crosswalk: Crosswalk) -> str:
    return WHOLE if part == crosswalk.iri else part.removeprefix(f"{crosswalk.iri}/")


def _references(iris: Iterable[URIRef], base: str) -> str:
    return "|".join(iri.removeprefix(base) for iri in iris)


def _lines(lines: tuple[int, int] | None) -> dict[str, Any]:
    first, last = lines or ("", "")
    return {"first_line": first, "last_line": last}
