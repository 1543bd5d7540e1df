"""A sheet of alignments to a part of a crosswalk."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from rdflib import URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.publication_workbook.names import (
    justification_of,
    relation_choices,
    relation_of,
)
from crosswalk_rdf.formats.publication_workbook.read.context import ReadContext
from crosswalk_rdf.formats.publication_workbook.read.metadata import Described
from crosswalk_rdf.formats.shared.tabular import Row, Table
from crosswalk_rdf.formats.shared.tabular.values import lines_of
from crosswalk_rdf.model import (
    NOT,
    Alignment,
    Framework,
    MappingSet,
    Origin,
    local_name,
    without_modifier,
)
from crosswalk_rdf.model.lexical import is_iri, joined_names, path_segment
from crosswalk_rdf.model.mapping_predicates import DEFAULT_PREDICATE
from crosswalk_rdf.namespaces import SEMAPV

_TEXTS = (
    *("subject", "subject_label", "modifier", "relation", "object", "object_label"),
    *("printed_subject", "printed_notation", "printed_text", "comment", "iri"),
)


class Statements:
    """The statements of a framework by what names them in a cell."""

    def __init__(self, framework: Framework | None) -> None:
        self.framework = framework
        self._by_notation: dict[str, list[URIRef]] = {}
        self._iris: set[str] = set()
        for statement in framework.statements if framework else ():
            self._iris.add(str(statement.iri))
            if statement.notation:
                self._by_notation.setdefault(statement.notation, []).append(statement.iri)

    def of(self, text: str) -> list[URIRef]:
        """Return the statements that ``text`` names; an IRI names itself."""
        if text in self._by_notation:
            return self._by_notation[text]
        return [URIRef(text)] if text in self._iris or is_iri(text) else []

    def holds(self, text: str) -> bool:
        """Return whether a statement of the framework has that notation or IRI."""
        return text in self._by_notation or text in self._iris


def filled_part(
    part: MappingSet,
    table: Table,
    sources: Mapping[URIRef, Statements],
    facts: Described,
    context: ReadContext,
) -> MappingSet:
    """Return ``part`` with the alignments of ``table``, in the order of its rows."""
    context.look(table, _TEXTS)
    part = replace(
        part,
        subject_source=part.subject_source or _source(table, "subject", sources),
        object_source=part.object_source or _source(table, "object", sources),
        slots=facts.slots("part", part.iri),
    )
    if not part.subject_source or not part.object_source:
        message = "no framework of the workbook has these notations: say on the sheet Metadata"
        side = "object" if part.subject_source else "subject"
        if table.rows:
            context.fault(table.rows[0], side, f"{message} which framework the {side}s are from")
        return part
    alignments = tuple(_alignments(part, table, sources, facts, context))
    context.report.count("alignments", len(table.rows), len(alignments))
    return replace(part, alignments=alignments)


def _alignments(
    part: MappingSet,
    table: Table,
    sources: Mapping[URIRef, Statements],
    facts: Described,
    context: ReadContext,
) -> Iterator[Alignment]:
    described, first_rows = facts.about("alignment"), dict[URIRef, int]()
    for row in table.rows:
        alignment = _alignment(part, row, sources, context)
        if alignment is None:
            continue
        if alignment.iri in first_rows:
            message = (
                f"row {first_rows[alignment.iri] + 1} says the same or has the same record IRI: "
            )
            context.fault(row, "iri", message + "delete one, or empty the IRI of the new one")
        first_rows[alignment.iri] = row.number
        if str(alignment.iri) in described:
            slots, negated = without_modifier(facts.slots("alignment", alignment.iri))
            alignment = replace(alignment, slots=slots, negated=alignment.negated or negated)
        yield alignment


def _source(table: Table, side: str, sources: Mapping[URIRef, Statements]) -> URIRef:
    """Return the framework that holds most of what a column names; empty for none."""
    times = {
        iri: sum(statements.holds(row.get(side)) for row in table.rows)
        for iri, statements in sources.items()
    }
    best = max(times, key=lambda iri: times[iri], default=URIRef(""))
    return best if times.get(best) else URIRef("")


def _alignment(
    part: MappingSet, row: Row, sources: Mapping[URIRef, Statements], context: ReadContext
) -> Alignment | None:
    subject = _end(row, "subject", part.subject_source, sources, context)
    object = _end(row, "object", part.object_source, sources, context)
    if subject is None or object is None:
        return None
    predicate, negated = _predicate(row, context), _is_negated(row, context)
    return Alignment(
        iri=context.own_iri(row) or _derived_iri(part, row, predicate, negated=negated),
        subject=subject,
        predicate=predicate,
        object=object,
        justification=_justification(row, context),
        subject_label=row.get("subject_label") or None,
        object_label=row.get("object_label") or None,
        printed_notation=row.get("printed_notation") or None,
        printed_subject_notation=row.get("printed_subject") or None,
        printed_text=row.get("printed_text") or None,
        lines=_lines(row, context),
        comment=row.get("comment") or None,
        negated=negated,
        origin=Origin(context.file, row.number + 1),
    )


def _end(
    row: Row,
    side: str,
    source: URIRef,
    sources: Mapping[URIRef, Statements],
    context: ReadContext,
) -> URIRef | None:
    text = row.get(side)
    statements = sources.get(source) or Statements(None)
    matches = statements.of(text)
    if len(matches) == 1:
        return matches[0]
    if not text:
        context.fault(row, side, f"the alignment has no {side}: write its notation")
    elif matches:
        context.fault(row, side, f"{len(matches)} statements are called {text!r}: write the IRI")
    else:
        name = statements.framework.id if statements.framework else local_name(source)
        context.fault(row, side, f"{name} has no statement {text!r}: correct the notation")
    return None


def _predicate(row: Row, context: ReadContext) -> URIRef:
    text = row.get("relation")
    predicate = relation_of(text) if text else None
    if text and predicate is None:
        choices = relation_choices()
        context.fault(row, "relation", f"{text!r} is no relation: write {choices}, or an IRI")
    if predicate is None:
        why = "taken for related match, which says least"
        context.remark(row, "relation", Action.REPAIRED, "no relation", why)
    return predicate or DEFAULT_PREDICATE


def _is_negated(row: Row, context: ReadContext) -> bool:
    """Return whether the row says that the two do not match."""
    text = row.get("modifier")
    if text and text.casefold() != NOT.casefold():
        context.fault(row, "modifier", f"{text!r} is no modifier: write {NOT}, or nothing")
    return bool(text)


def _justification(row: Row, context: ReadContext) -> URIRef:
    text = row.get("justification")
    justification = justification_of(text) if text else None
    if justification is None:
        what = f"justification {text!r}" if text else "no justification"
        why = "taken for UnspecifiedMatching"
        context.remark(row, "justification", Action.REPAIRED, what, why)
    return justification or SEMAPV.UnspecifiedMatching


def _derived_iri(part: MappingSet, row: Row, predicate: URIRef, *, negated: bool) -> URIRef:
    """Return the IRI of a new record, made of what it aligns as in the data files."""
    names = [_name(row.get("subject")), _name(row.get("object"))]
    if predicate != DEFAULT_PREDICATE or negated:
        names.append(f"{NOT if negated else ''}{local_name(predicate)}")
    return URIRef(f"{part.iri}/{joined_names(names)}")


def _name(text: str) -> str:
    return path_segment(local_name(text) if is_iri(text) else text)


def _lines(row: Row, context: ReadContext) -> tuple[int, int] | None:
    text = row.get("lines")
    lines = lines_of(text)
    if text and not lines:
        why = "lines are numbers: 12 or 12-14"
        context.remark(row, "lines", Action.NOT_CARRIED, repr(text), why)
    return lines
