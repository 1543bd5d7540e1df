"""A workbook, as people have edited it, to a package.

Sheets are known by their headers: it does not matter where they stand, and their columns may be in
any order. What *Metadata* says completes them; without it, frameworks and parts are named after
their sheets.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action, Reading, unreadable
from crosswalk_rdf.formats.publication_workbook.headers import (
    ALIGNMENT,
    ERRATUM,
    FACT,
    SECTION,
    STATEMENT,
    fields_of,
)
from crosswalk_rdf.formats.publication_workbook.read.alignments import Statements, filled_part
from crosswalk_rdf.formats.publication_workbook.read.context import Session
from crosswalk_rdf.formats.publication_workbook.read.errata_and_sections import errata, sections
from crosswalk_rdf.formats.publication_workbook.read.metadata import Described
from crosswalk_rdf.formats.publication_workbook.read.skeletons import (
    CrosswalkShell,
    Shells,
    crosswalk_shell,
    framework_shell,
    part_shell,
    shells,
    unnamed,
)
from crosswalk_rdf.formats.publication_workbook.read.statements import filled_framework
from crosswalk_rdf.formats.publication_workbook.write.crosswalk_sheets import places_of
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.shared.tabular import (
    Sheet,
    Table,
    read_workbook,
    table_of,
    workbook_heads,
)
from crosswalk_rdf.formats.shared.tabular.values import below
from crosswalk_rdf.model import Crosswalk, Framework

_KINDS: Final = (
    ("facts", fields_of(FACT), ("thing", "about", "field", "value")),
    ("alignments", fields_of(ALIGNMENT), ("subject", "object", "relation")),
    ("errata", fields_of(ERRATUM), ("id", "printed", "canonical")),
    ("sections", fields_of(SECTION), ("id", "position", "text")),
    ("statements", fields_of(STATEMENT), ("notation", "text")),
)
_MADE: Final = ("about", "agreement")
"""Sheets that are made of the others, and say nothing of their own."""


def recognises(data: bytes) -> bool:
    """Return whether ``data`` is a workbook with a sheet that has our headers."""
    session = Session("")
    for sheet in workbook_heads(data):
        for kind, fields, required in _KINDS:
            needed = (*required, "iri") if kind == "statements" else required
            if table_of(sheet, fields, needed, session.report):
                return True
    return False


def read(data: bytes, file: str) -> Reading:
    """Return what the workbook ``data`` holds; raise InputFaults with the place of each fault."""
    session = Session(file)
    tables = _tables(read_workbook(data, file), session)
    if not tables["statements"] and not tables["alignments"]:
        message = "no sheet has the headers Notation and Text, or Subject notation, Relation and "
        raise unreadable(file, message + "Object notation: give the first row these headers")
    described = Described(tables["facts"].values(), session)
    found = shells(described, file)
    frameworks = _frameworks(found, tables["statements"], described, session)
    crosswalks = _crosswalks(found, tables, frameworks, described, session)
    session.finish()
    package = replace(found.package, frameworks=tuple(frameworks), crosswalks=tuple(crosswalks))
    return Reading(package, session.report)


def _tables(sheets: Iterable[Sheet], session: Session) -> dict[str, dict[str, Table]]:
    """Return the tables of each kind by the name of their sheet."""
    found: dict[str, dict[str, Table]] = {kind: {} for kind, _, _ in _KINDS}
    for sheet in sheets:
        for kind, fields, required in _KINDS:
            table = table_of(sheet, fields, required, session.report)
            if table:
                found[kind][sheet.name] = table
                break
        else:
            if any(any(row) for row in sheet.rows):
                made = sheet.name.casefold().startswith(_MADE)
                why = "it is made of the other sheets" if made else "it has no headers known here"
                session.report.add(f"sheet {sheet.name}", Action.IGNORED, "the sheet", why)
    return found


def _frameworks(
    found: Shells, tables: Mapping[str, Table], described: Described, session: Session
) -> list[Framework]:
    """Return the frameworks: those that are described, then those of the sheets that are left."""
    left = dict(tables)
    owned = [(shell, left.pop(sheet, None)) for shell, sheet in found.frameworks]
    frameworks = []
    for shell, table in owned:
        table = table or _of_framework(shell, left)
        if table is None:
            why = "no sheet holds its statements: it is read without any"
            session.report.add(str(shell.iri), Action.NOT_CARRIED, "the framework", why)
            frameworks.append(shell)
        else:
            frameworks.append(filled_framework(shell, table, described, session))
    for name, table in left.items():
        shell = framework_shell(_framework_iri(table, session.file), session.file, (), {})
        shell = replace(shell, id=slug(name), title=Literal(name))
        why = "Metadata says nothing of it: it is named after the sheet"
        session.report.add(f"sheet {name}", Action.REPAIRED, "a framework", why)
        frameworks.append(filled_framework(shell, table, described, session))
    return frameworks


def _of_framework(shell: Framework, left: dict[str, Table]) -> Table | None:
    """Take the sheet whose statements have IRIs below that of the framework: it was renamed."""
    for name, table in left.items():
        if any(row.get("iri").startswith(shell.iri) for row in table.rows):
            return left.pop(name)
    return None


def _framework_iri(table: Table, file: str) -> str:
    """Return the IRI that the statements of ``table`` stand below, or one of its own."""
    above: dict[str, None] = {}
    for row in table.rows:
        iri, notation = row.get("iri"), row.get("notation")
        if iri:
            ending = str(below("", notation)) if notation else ""
            above[iri.removesuffix(ending) if ending and iri.endswith(ending) else ""] = None
    found = list(above)
    return found[0] if len(found) == 1 and found[0] else unnamed(file, table.sheet.name)


def _crosswalks(
    found: Shells,
    tables: Mapping[str, Mapping[str, Table]],
    frameworks: Iterable[Framework],
    described: Described,
    session: Session,
) -> list[Crosswalk]:
    left = {kind: dict(named) for kind, named in tables.items()}
    sources = {framework.iri: Statements(framework) for framework in frameworks}
    owned = found.crosswalks
    known = {sheet for shell in owned for _, sheet in shell.parts}
    new = [name for name in left["alignments"] if name not in known]
    if new and not owned:
        iri = unnamed(session.file, "crosswalk")
        owned = [CrosswalkShell(crosswalk_shell(iri, session.file, {}), [])]
    for name in new:
        shell = owned[-1]
        iri = str(below(shell.crosswalk.iri, slug(name, "part")))
        part = replace(
            part_shell(iri, session.file, {}), id=slug(name, "part"), title=Literal(name)
        )
        shell.parts.append((part, name))
        why = "Metadata says nothing of it: it is named after the sheet"
        session.report.add(f"sheet {name}", Action.REPAIRED, "a part of a crosswalk", why)
    base = found.package.base
    return [_crosswalk(shell, left, sources, base, described, session) for shell in owned]


def _crosswalk(
    shell: CrosswalkShell,
    left: Mapping[str, dict[str, Table]],
    sources: Mapping[URIRef, Statements],
    base: str,
    described: Described,
    session: Session,
) -> Crosswalk:
    parts = []
    for part, sheet in shell.parts:
        table = left["alignments"].pop(sheet, None)
        if table is None:
            why = "no sheet holds its alignments: it is read without any"
            session.report.add(str(part.iri), Action.NOT_CARRIED, "the part", why)
            parts.append(replace(part, slots=described.slots("part", part.iri)))
        else:
            parts.append(filled_part(part, table, sources, described, session))
    crosswalk = replace(shell.crosswalk, parts=tuple(parts))
    places = {name: iri for iri, name in places_of(crosswalk).items()}
    noted = left["errata"].pop(shell.errata, None)
    prose = left["sections"].pop(shell.prose, None)
    return replace(
        crosswalk,
        errata=errata(crosswalk, noted, places, base, session) if noted else (),
        sections=sections(crosswalk, prose, places, base, session) if prose else (),
    )
