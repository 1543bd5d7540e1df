"""The sheets of errata and prose to the values of a crosswalk."""

from collections.abc import Mapping

from rdflib import URIRef

from crosswalk_rdf.formats.publication_workbook.names import own_term
from crosswalk_rdf.formats.publication_workbook.read.context import ReadContext
from crosswalk_rdf.formats.shared.tabular import Row, Table
from crosswalk_rdf.formats.shared.tabular.values import is_yes, lines_of
from crosswalk_rdf.model import Crosswalk, Erratum, Origin, Section
from crosswalk_rdf.model.lexical import is_iri, path_segment


def errata(
    crosswalk: Crosswalk,
    table: Table,
    places: Mapping[str, URIRef],
    base: str,
    context: ReadContext,
) -> tuple[Erratum, ...]:
    """Return the errata of ``table``; ``places`` are the crosswalk and its parts by id."""
    context.look(table, ("printed", "canonical", "comment"))
    context.report.count("errata", len(table.rows), len(table.rows))
    return tuple(
        Erratum(
            iri=_iri(crosswalk, row, "erratum", context),
            id=row.get("id"),
            kind=_kind(row, base, context),
            part=_place(row, places, context),
            lines=_lines(row, context),
            printed=row.get("printed"),
            canonical=row.get("canonical"),
            comment=row.get("comment"),
            changes_alignment=is_yes(row.get("changes")),
            judgement=is_yes(row.get("judgement")),
            concerns=_iris(row, "concerns", context),
            origin=Origin(context.file, row.number + 1),
        )
        for row in table.rows
    )


def sections(
    crosswalk: Crosswalk,
    table: Table,
    places: Mapping[str, URIRef],
    base: str,
    context: ReadContext,
) -> tuple[Section, ...]:
    """Return the passages of ``table``."""
    context.look(table, ("title", "text"))
    context.report.count("sections", len(table.rows), len(table.rows))
    return tuple(
        Section(
            iri=_iri(crosswalk, row, "section", context),
            id=row.get("id"),
            kind=_kind(row, base, context),
            title=row.get("title") or None,
            text=row.get("text"),
            part=_place(row, places, context),
            position=_number(row, context),
            lines=_lines(row, context),
            about=_iris(row, "about", context),
            origin=Origin(context.file, row.number + 1),
        )
        for row in table.rows
    )


def _iri(crosswalk: Crosswalk, row: Row, thing: str, context: ReadContext) -> URIRef:
    id = row.get("id")
    if not id:
        context.fault(row, "id", "the row has no id: give it one")
    return context.own_iri(row) or URIRef(f"{crosswalk.iri}/{thing}/{path_segment(id)}")


def _kind(row: Row, base: str, context: ReadContext) -> URIRef:
    kind = own_term(row.get("kind"), base)
    if kind is None:
        context.fault(row, "kind", f"{row.get('kind')!r} is no kind: write one that others have")
    return kind or URIRef("")


def _place(row: Row, places: Mapping[str, URIRef], context: ReadContext) -> URIRef:
    text = row.get("part")
    iri = places.get(text) or (URIRef(text) if is_iri(text) else None)
    if iri is None:
        choices = ", ".join(places)
        context.fault(row, "part", f"{text!r} is no part of the crosswalk: one of {choices}")
    return iri or URIRef("")


def _lines(row: Row, context: ReadContext) -> tuple[int, int]:
    lines = lines_of(row.get("lines"))
    if lines is None:
        context.fault(row, "lines", f"{row.get('lines')!r} are no lines: write 12 or 12-14")
    return lines or (0, 0)


def _number(row: Row, context: ReadContext) -> int:
    text = row.get("position")
    if not (text.isascii() and text.isdigit()):
        context.fault(row, "position", f"{text!r} is no whole number: write one")
        return 0
    return int(text)


def _iris(row: Row, name: str, context: ReadContext) -> tuple[URIRef, ...]:
    iris = []
    for text in row.get(name).split():
        if not is_iri(text):
            context.fault(row, name, f"{text!r} is no IRI: write it in full")
        iris.append(URIRef(text))
    return tuple(iris)
