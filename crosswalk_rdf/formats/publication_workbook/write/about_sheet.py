"""The first sheet: what the workbook holds, under which rights, and how to edit it."""

from collections.abc import Iterator, Sequence
from typing import Final

from crosswalk_rdf.formats.publication_workbook.metadata_fields import SheetNames
from crosswalk_rdf.formats.publication_workbook.names import relation_choices
from crosswalk_rdf.formats.publication_workbook.write.layout import Page, Passage, Plan
from crosswalk_rdf.model import Framework, Package

_EDITING: Final = (
    ("Change a text", "Type over it. The IRI and the UUID in the last columns say what it is of."),
    (
        "Add a row",
        "Insert it where it belongs, and leave UUID and IRI empty: they are made for it.",
    ),
    ("Move a row", "Statements of one parent have the order of their rows."),
    ("Delete a row", "Delete it with the rows below it, and with the alignments that name it."),
    ("Notations", "Each is text, even 1 or 10-1. A parent is named by its notation."),
    ("Relations", f"{relation_choices()}. Broad: the object is broader."),
    ("Columns", "They may stand in any order. What is added is reported, and not taken over."),
    ("Bring it back", "Save as .xlsx, then: crosswalk-rdf import FILE.xlsx --as ID"),
    ("Metadata", "Titles, rights, levels and the like are on the last sheet. Edit with care."),
)


def title_of(package: Package) -> str:
    """Return what the workbook is called."""
    titled = package.crosswalks or package.frameworks
    return "; ".join(str(thing.title) for thing in titled) or "An empty publication"


def about_page(package: Package, plans: Sequence[Plan], names: SheetNames) -> Page:
    """Return the sheet *About*."""
    return Page("About", tuple(_passages(package, plans, names)))


def _passages(package: Package, plans: Sequence[Plan], names: SheetNames) -> Iterator[Passage]:
    yield Passage(title_of(package), "title")
    if package.creator:
        yield Passage("Published by", "term", package.creator.name)
    if package.modified:
        yield Passage("Last changed", "term", package.modified)
    if package.base:
        yield Passage("On the web", "term", package.base)
    yield from _rights(package, names)
    yield Passage("Sheets", "heading")
    for plan in plans:
        rows = f"{len(plan.lines):,} row{'s' if len(plan.lines) != 1 else ''}"
        yield Passage(plan.name, "term", rows, plan.name)
    yield Passage("To edit this workbook and bring it back", "heading")
    for term, text in _EDITING:
        yield Passage(term, "term", text)


def _rights(package: Package, names: SheetNames) -> Iterator[Passage]:
    for heading, things in (("Frameworks", package.frameworks), ("Crosswalks", package.crosswalks)):
        if things:
            yield Passage(heading, "heading")
        for thing in things:
            yield Passage(str(thing.title), "name", sheet=names.tables.get(thing.iri, ""))
            by = "; ".join(agent.name for agent in thing.creators)
            issued = ", ".join(text for text in (by, thing.issued) if text)
            if issued:
                yield Passage("By", "term", issued)
            if str(thing.rights):
                yield Passage("Rights", "term", str(thing.rights))
            if thing.license:
                yield Passage("License", "term", str(thing.license))
            if thing.attribution:
                yield Passage("Credit", "term", thing.attribution)
            if isinstance(thing, Framework):
                yield from _conditions(thing)


def _conditions(framework: Framework) -> Iterator[Passage]:
    if framework.notation_note:
        yield Passage("Notations", "term", str(framework.notation_note))
    if framework.verbatim:
        yield Passage("Verbatim", "term", "Its text must stay as published: do not change it.")
