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
from crosswalk_rdf.formats.publication_workbook.read.context import ReadContext
from crosswalk_rdf.formats.publication_workbook.read.errata_and_sections import errata, sections
from crosswalk_rdf.formats.publication_workbook.read.metadata import Described
from crosswalk_rdf.formats.publication_workbook.read.skeletons import (
    CrosswalkSkeleton,
    Skeletons,
    crosswalk_skeleton,
    framework_skeleton,
    part_skeleton,
    skeletons,
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


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` is a workbook with a sheet that has our headers."""
    context = ReadContext("")
    for sheet in workbook_heads(data):
        for kind, fields, required in _KINDS:
            needed = (*required, "iri") if kind == "statements" else required
            if table_of(sheet, fields, needed, context.report):
                return True
    return False


def read(data: bytes, file: str) -> Reading:
    """Return what the workbook ``data`` holds; raise InputFaults with the place of each fault."""
    context = ReadContext(file)
    tables = _tables(read_workbook(data, file), context)
    if not tables["statements"] and not tables["alignments"]:
        message = "no sheet has the headers Notation and Text, or Subject notation, Relation and "
        raise unreadable(file, message + "Object notation: give the first row these headers")
    facts = Described(tables["facts"].values(), context)
    package_skeletons = skeletons(facts, file)
    frameworks = _frameworks(package_skeletons, tables["statements"], facts, context)
    crosswalks = _crosswalks(package_skeletons, tables, frameworks, facts, context)
    context.finish()
    package = replace(
        package_skeletons.package, frameworks=tuple(frameworks), crosswalks=tuple(crosswalks)
    )
    return Reading(package, context.report)


def _tables(sheets: Iterable[Sheet], context: ReadContext) -> dict[str, dict[str, Table]]:
    """Return the tables of each kind by the name of their sheet."""
    by_kind: dict[str, dict[str, Table]] = {kind: {} for kind, _, _ in _KINDS}
    for sheet in sheets:
        for kind, fields, required in _KINDS:
            table = table_of(sheet, fields, required, context.report)
            if table:
                by_kind[kind][sheet.name] = table
                break
        else:
            if any(any(row) for row in sheet.rows):
                is_derived = sheet.name.casefold().startswith(_MADE)
                why = (
                    "it is made of the other sheets"
                    if is_derived
                    else "it has no headers known here"
                )
                context.report.add(f"sheet {sheet.name}", Action.IGNORED, "the sheet", why)
    return by_kind


def _frameworks(
    skeletons: Skeletons, tables: Mapping[str, Table], facts: Described, context: ReadContext
) -> list[Framework]:
    """Return the frameworks: those that are described, then those of the sheets that are left."""
    unread = dict(tables)
    owned = [(skeleton, unread.pop(sheet, None)) for skeleton, sheet in skeletons.frameworks]
    frameworks = []
    for skeleton, table in owned:
        table = table or _of_framework(skeleton, unread)
        if table is None:
            why = "no sheet holds its statements: it is read without any"
            context.report.add(str(skeleton.iri), Action.NOT_CARRIED, "the framework", why)
            frameworks.append(skeleton)
        else:
            frameworks.append(filled_framework(skeleton, table, facts, context))
    for name, table in unread.items():
        skeleton = framework_skeleton(_framework_iri(table, context.file), context.file, (), {})
        skeleton = replace(skeleton, id=slug(name), title=Literal(name))
        why = "Metadata says nothing of it: it is named after the sheet"
        context.report.add(f"sheet {name}", Action.REPAIRED, "a framework", why)
        frameworks.append(filled_framework(skeleton, table, facts, context))
    return frameworks


def _of_framework(skeleton: Framework, unread: dict[str, Table]) -> Table | None:
    """Take the sheet whose statements have IRIs below that of the framework: it was renamed."""
    for name, table in unread.items():
        if any(row.get("iri").startswith(skeleton.iri) for row in table.rows):
            return unread.pop(name)
    return None


def _framework_iri(table: Table, file: str) -> str:
    """Return the IRI that those of the statements of ``table`` begin with, or a new one."""
    above: dict[str, None] = {}
    for row in table.rows:
        iri, notation = row.get("iri"), row.get("notation")
        if iri:
            ending = str(below("", notation)) if notation else ""
            above[iri.removesuffix(ending) if ending and iri.endswith(ending) else ""] = None
    iris = list(above)
    return iris[0] if len(iris) == 1 and iris[0] else unnamed(file, table.sheet.name)


def _crosswalks(
    skeletons: Skeletons,
    tables: Mapping[str, Mapping[str, Table]],
    frameworks: Iterable[Framework],
    facts: Described,
    context: ReadContext,
) -> list[Crosswalk]:
    unread = {kind: dict(named) for kind, named in tables.items()}
    sources = {framework.iri: Statements(framework) for framework in frameworks}
    owned = skeletons.crosswalks
    sheets = {sheet for skeleton in owned for _, sheet in skeleton.parts}
    new = [name for name in unread["alignments"] if name not in sheets]
    if new and not owned:
        iri = unnamed(context.file, "crosswalk")
        owned = [CrosswalkSkeleton(crosswalk_skeleton(iri, context.file, {}), [])]
    for name in new:
        skeleton = owned[-1]
        iri = str(below(skeleton.crosswalk.iri, slug(name, "part")))
        part = replace(
            part_skeleton(iri, context.file, {}), id=slug(name, "part"), title=Literal(name)
        )
        skeleton.parts.append((part, name))
        why = "Metadata says nothing of it: it is named after the sheet"
        context.report.add(f"sheet {name}", Action.REPAIRED, "a part of a crosswalk", why)
    base = skeletons.package.base
    return [_crosswalk(skeleton, unread, sources, base, facts, context) for skeleton in owned]


def _crosswalk(
    skeleton: CrosswalkSkeleton,
    unread: Mapping[str, dict[str, Table]],
    sources: Mapping[URIRef, Statements],
    base: str,
    facts: Described,
    context: ReadContext,
) -> Crosswalk:
    parts = []
    for part, sheet in skeleton.parts:
        table = unread["alignments"].pop(sheet, None)
        if table is None:
            why = "no sheet holds its alignments: it is read without any"
            context.report.add(str(part.iri), Action.NOT_CARRIED, "the part", why)
            parts.append(replace(part, slots=facts.slots("part", part.iri)))
        else:
            parts.append(filled_part(part, table, sources, facts, context))
    crosswalk = replace(skeleton.crosswalk, parts=tuple(parts))
    places = {name: iri for iri, name in places_of(crosswalk).items()}
    errata_table = unread["errata"].pop(skeleton.errata, None)
    prose = unread["sections"].pop(skeleton.prose, None)
    return replace(
        crosswalk,
        errata=errata(crosswalk, errata_table, places, base, context) if errata_table else (),
        sections=sections(crosswalk, prose, places, base, context) if prose else (),
    )
