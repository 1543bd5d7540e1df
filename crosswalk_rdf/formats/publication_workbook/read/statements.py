"""A sheet of statements to the statements of its framework."""

from dataclasses import dataclass, replace
from hashlib import sha256

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.publication_workbook.read.context import ReadContext
from crosswalk_rdf.formats.publication_workbook.read.kinds import Kinds
from crosswalk_rdf.formats.publication_workbook.read.metadata import Described
from crosswalk_rdf.formats.shared.hierarchy import positioned, without_cycles
from crosswalk_rdf.formats.shared.tabular import Row, Table
from crosswalk_rdf.formats.shared.tabular.values import below, is_address, is_yes, lines_of
from crosswalk_rdf.model import Framework, Origin, Statement, unnamed_iri
from crosswalk_rdf.model.lexical import NO_LANGUAGE, NONE, is_iri, is_language_tag, uuid_of

_TEXTS = ("notation", "kind", "parent", "label", "text", "uuid", "iri", "also_under")


@dataclass(slots=True)
class _Named:
    """The rows of a sheet, each with its IRI."""

    rows: list[tuple[Row, URIRef]]
    by_notation: dict[str, list[URIRef]]
    by_uuid: dict[str, URIRef]
    iris: dict[URIRef, int]
    """Each with the index of its row."""


def filled_framework(
    framework: Framework, table: Table, facts: Described, context: ReadContext
) -> Framework:
    """Return ``framework`` with the statements of ``table``, in the order of its rows."""
    context.look(table, _TEXTS)
    named = _named(framework, table, context)
    kinds = Kinds(framework, context)
    statements = []
    for number, (row, iri) in enumerate(named.rows):
        parent = _reference(row, "parent", row.get("parent"), named, context)
        statements.append(_statement(framework, row, iri, parent, number, named, context))
    statements = kinds.assign([row for row, _ in named.rows], statements)
    described = facts.about("statement")
    statements = [
        replace(s, properties=facts.properties("statement", s.iri))
        if str(s.iri) in described
        else s
        for s in statements
    ]
    mended, cut = without_cycles(statements)
    for iri in cut:
        why = "it would stand below itself; it is put at the top"
        context.report.add(str(iri), Action.REPAIRED, "a parent", why)
    context.report.count("statements", len(table.rows), len(mended))
    return replace(
        framework,
        properties=facts.properties("framework", framework.iri),
        statements=positioned(mended),
        levels=kinds.levels(mended),
    )


def _named(framework: Framework, table: Table, context: ReadContext) -> _Named:
    named = _Named([], {}, {}, {})
    iris = named.iris
    for row in table.rows:
        if not any(row.get(name) for name in ("notation", "label", "text", "iri", "uuid")):
            context.remark(row, "notation", Action.IGNORED, "a row", "it has no statement")
            continue
        iri = _iri(framework, row, context)
        if iri in iris:
            message = f"the row has the IRI of row {iris[iri] + 1}: "
            advice = "empty the IRI and the UUID of the one that is new"
            if not row.get("iri"):
                message = f"the notation makes the IRI of row {iris[iri] + 1}: "
                advice = "give it another notation"
            context.fault(row, "iri" if row.get("iri") else "notation", message + advice)
        iris.setdefault(iri, row.number)
        named.rows.append((row, iri))
        if row.get("notation"):
            named.by_notation.setdefault(row.get("notation"), []).append(iri)
        uuid = uuid_of(row.get("uuid"))
        if uuid and named.by_uuid.setdefault(uuid, iri) != iri:
            context.fault(row, "uuid", f"{uuid} is the UUID of another row too: empty the new one")
    _look_for_doubles(named, context)
    return named


def _look_for_doubles(named: _Named, context: ReadContext) -> None:
    firsts: dict[str, Row] = {}
    for row, _ in named.rows:
        notation = row.get("notation")
        if notation and firsts.setdefault(notation, row) is not row:
            other = f"{notation!r} is the notation of row {firsts[notation].number + 1} too"
            if row.get("iri") and firsts[notation].get("iri"):
                context.remark(row, "notation", Action.KEPT, other, "both rows have their own IRI")
            else:
                context.fault(row, "notation", f"{other}: give each its own")


def _iri(framework: Framework, row: Row, context: ReadContext) -> URIRef:
    stated = context.own_iri(row)
    if stated:
        return stated
    notation = row.get("notation")
    if notation and not framework.iri.startswith("urn:"):
        return below(framework.iri, notation)
    name = notation or row.get("label") or row.get("text") or row.get("uuid")
    return unnamed_iri(framework.iri, name)


def _reference(
    row: Row, name: str, text: str, named: _Named, context: ReadContext
) -> URIRef | None:
    """Return the statement that ``text`` names: by notation, IRI or UUID."""
    if not text:
        return None
    matches = named.by_notation.get(text, [])
    if len(matches) == 1:
        return matches[0]
    if len(matches) > 1:
        context.fault(row, name, f"{len(matches)} rows have the notation {text!r}: write the IRI")
        return None
    uuid = uuid_of(text)
    if uuid in named.by_uuid:
        return named.by_uuid[uuid]
    if is_address(text) or (is_iri(text) and URIRef(text) in named.iris):
        return URIRef(text)
    context.fault(row, name, f"no row has the notation {text!r}: correct it, or add the row")
    return None


def _statement(
    framework: Framework,
    row: Row,
    iri: URIRef,
    parent: URIRef | None,
    number: int,
    named: _Named,
    context: ReadContext,
) -> Statement:
    """Return the statement of a row, as yet without its kind."""
    printed_in = row.get("printed_in")
    text = _text(framework, row, context)
    return Statement(
        iri=iri,
        uuid=_uuid(row, context),
        kind=URIRef(""),
        notation=row.get("notation"),
        coined_notation=is_yes(row.get("coined")),
        coined_label=is_yes(row.get("coined_label")),
        text=text,
        label=_label(framework, row),
        broader=parent,
        also_broader=_also(row, named, context),
        position=number + 1,
        printed_in=URIRef(printed_in) if is_iri(printed_in) else None,
        lines=_lines(row, context),
        checksum=_checksum(framework, row, text, context),
        deprecated=is_yes(row.get("deprecated")),
        replaced_by=_replacement(row, named, context),
        in_schemes=_schemes(row, "in_schemes", context),
        top_concept_of=_schemes(row, "top_concept_of", context),
        origin=Origin(context.file, row.number + 1),
    )


def _also(row: Row, named: _Named, context: ReadContext) -> tuple[URIRef, ...]:
    texts = row.get("also_under").split("\n")
    parents = (_reference(row, "also_under", text.strip(), named, context) for text in texts)
    return tuple(other for other in parents if other)


def _schemes(row: Row, name: str, context: ReadContext) -> tuple[URIRef, ...] | None:
    texts = row.get(name).split()
    if not texts or texts == [NONE]:
        return () if texts else None
    for text in texts:
        if not is_iri(text):
            context.remark(row, name, Action.NOT_CARRIED, repr(text), "it is no IRI of a scheme")
    return tuple(URIRef(text) for text in texts if is_iri(text))


def _text(framework: Framework, row: Row, context: ReadContext) -> Literal:
    for name in ("language", "label_language"):
        if row.get(name) and not is_language_tag(row.get(name)):
            message = f"{row.get(name)!r} is no language tag: write one such as en, or none"
            context.fault(row, name, message)
    text = row.get("text")
    if not text and row.get("label"):
        context.remark(row, "text", Action.REPAIRED, "no text", "the label is taken for it")
        text = row.get("label")
    elif not text and not row.get("iri"):
        context.fault(row, "text", "the statement has no text: write it, or delete the row")
    return Literal(text, lang=_language(framework, row.get("language")))


def _label(framework: Framework, row: Row) -> Literal | None:
    if not row.get("label") or not row.get("text"):
        return None
    return Literal(row.get("label"), lang=_language(framework, row.get("label_language")))


def _language(framework: Framework, text: str) -> str | None:
    if text.casefold() == NO_LANGUAGE or (text and not is_language_tag(text)):
        return None
    return text or framework.language or None


def _uuid(row: Row, context: ReadContext) -> str:
    text = row.get("uuid")
    uuid = uuid_of(text)
    if text and not uuid:
        context.remark(row, "uuid", Action.NOT_CARRIED, f"{text!r}", "it is no UUID")
    return uuid


def _lines(row: Row, context: ReadContext) -> tuple[int, int] | None:
    text = row.get("lines")
    lines = lines_of(text)
    if text and not lines:
        why = "lines are numbers: 12 or 12-14"
        context.remark(row, "lines", Action.NOT_CARRIED, repr(text), why)
    return lines


def _checksum(framework: Framework, row: Row, text: Literal, context: ReadContext) -> str | None:
    checksum = row.get("checksum") or None
    if checksum and framework.verbatim and sha256(text.encode()).hexdigest() != checksum:
        why = "its checksum is that of another text; the rights forbid any change"
        context.remark(row, "text", Action.KEPT, "a changed text", why)
    return checksum


def _replacement(row: Row, named: _Named, context: ReadContext) -> URIRef | None:
    text = row.get("replaced_by")
    if is_iri(text) and text not in named.by_notation:
        return URIRef(text)
    return _reference(row, "replaced_by", text, named, context)
