"""Items, once their hierarchy is known, to a framework."""

from collections.abc import Sequence
from dataclasses import replace

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.hierarchy import levels_of, positioned, slug, without_cycles
from crosswalk_rdf.formats.shared.tabular.items import Item, Items
from crosswalk_rdf.formats.shared.tabular.table import Table
from crosswalk_rdf.model import Framework, Origin, Statement, unnamed_iri
from crosswalk_rdf.namespaces import CEASN

LAST = float("inf")
"""The place among siblings of what gives none."""


def stem(file: str) -> str:
    """Return the name of ``file`` without folders and suffixes."""
    return file.replace("\\", "/").rsplit("/", 1)[-1].split(".", 1)[0] or "framework"


def unnamed_framework(file: str, title: str, language: str = "") -> Framework:
    """Return a framework of which the document says nothing but perhaps a title.

    Its IRI is made of the name of the file, so that the same file gives the same IRIs again.
    """
    name = title or stem(file)
    return Framework(
        iri=unnamed_iri("table", stem(file)),
        id=slug(name),
        uuid="",
        title=Literal(name, lang=language or None),
        creators=(),
        publisher=None,
        issued="",
        edition="",
        language=language,
        rights=Literal(""),
        levels=(),
        statements=(),
        origin=Origin(file, 0),
    )


def with_items(framework: Framework, items: Items, report: Report) -> Framework:
    """Return ``framework`` with the statements that ``items`` are, without cycles."""
    kinds: dict[URIRef, Literal] = {}
    statements = [_statement(item, framework, kinds) for item in items.all]
    mended, cut = without_cycles(statements)
    for iri in cut:
        place = items.by_iri[iri].row.place("parent")
        why = f"{iri} would stand below itself; it is put at the top"
        report.add(place, Action.REPAIRED, "a parent", why)
    kinds.setdefault(CEASN.Competency, Literal("Competency", lang="en"))
    in_order = positioned(_sequenced(mended, items))
    levels = levels_of(framework.iri, in_order, kinds)
    return replace(framework, statements=in_order, levels=levels)


def _sequenced(statements: Sequence[Statement], items: Items) -> list[Statement]:
    """Return ``statements`` with positions that follow the sequence numbers of their items."""
    order = sorted(
        range(len(statements)), key=lambda n: (items.by_iri[statements[n].iri].sequence, n)
    )
    places = {number: place for place, number in enumerate(order, start=1)}
    return [replace(s, position=places[number]) for number, s in enumerate(statements)]


def _statement(item: Item, framework: Framework, kinds: dict[URIRef, Literal]) -> Statement:
    return Statement(
        iri=item.iri,
        uuid=item.uuid,
        kind=_kind(item.row.get("CFItemType"), framework, kinds),
        notation=item.notation,
        text=item.text,
        label=item.label,
        broader=item.parent,
        also_broader=tuple(dict.fromkeys(p for p in item.also if p != item.parent)),
        position=1,
        deprecated=item.replaced_by is not None,
        replaced_by=item.replaced_by,
        properties=tuple(item.properties),
        origin=Origin(framework.origin.file, item.row.line),
    )


def _kind(title: str, framework: Framework, kinds: dict[URIRef, Literal]) -> URIRef:
    if not title:
        return CEASN.Competency
    kind = unnamed_iri(framework.iri, f"item type {title}")
    kinds.setdefault(kind, Literal(title, lang=framework.language or None))
    return kind


def title_above(table: Table) -> str:
    """Return the title above the headers: one cell alone, or beside ``#title``."""
    for row in table.sheet.rows[: table.header]:
        cells = [cell.strip() for cell in row if cell.strip()]
        if len(cells) == 2 and cells[0].casefold() == "#title":
            return cells[1]
        if len(cells) == 1 and not cells[0].startswith("#"):
            return cells[0]
    return ""
