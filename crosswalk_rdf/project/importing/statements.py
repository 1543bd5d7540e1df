"""Foreign statements to rows of ``statements.csv``: notations, texts, kinds, UUIDs, order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rdflib import DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.shared.circles import in_a_tree
from crosswalk_rdf.formats.shared.hierarchy import in_tree_order, positioned
from crosswalk_rdf.model import (
    Framework,
    PropertyValue,
    Statement,
    is_uuid,
    local_name,
)
from crosswalk_rdf.namespaces import CEASN, ontology_namespace
from crosswalk_rdf.project.importing.import_context import ImportContext
from crosswalk_rdf.project.importing.properties import further_properties, further_texts

_MAX_LENGTH = 40


def rows(framework: Framework, context: ImportContext) -> tuple[Statement, ...]:
    """Return the statements of ``framework`` as its data file will hold them, in order."""
    acyclic = in_a_tree(tuple(_with_known_parents(framework, context)), context.report)
    statements = in_tree_order(positioned(acyclic))
    before = {s.iri: context.statement_before(framework.iri, s.iri) for s in statements}
    notations = _notations(framework.iri, statements, before, context)
    uuids = _uuids(statements, before, context)
    return tuple(
        replace(
            _texts(_with_notation(s, notations[s.iri], context.base), context),
            uuid=uuids[s.iri],
        )
        for s in statements
    )


def _with_known_parents(framework: Framework, context: ImportContext) -> Iterator[Statement]:
    """Yield the statements; a parent that is not a statement of ``framework`` is a property."""
    iris = {statement.iri for statement in framework.statements}
    for statement in framework.statements:
        parents = [p for p in (statement.broader, *statement.also_broader) if p]
        own_parents = tuple(dict.fromkeys(parent for parent in parents if parent in iris))
        outside = (PropertyValue(SKOS.broader, p) for p in parents if p not in iris)
        yield _with_local_location(
            replace(
                statement,
                broader=own_parents[0] if own_parents else None,
                also_broader=own_parents[1:],
                properties=(*statement.properties, *outside),
            ),
            context,
        )


def _with_local_location(statement: Statement, context: ImportContext) -> Statement:
    """Return ``statement`` with what prints it as a plain reference, where that is elsewhere."""
    place = statement.printed_in
    if place is None or place.startswith(context.base):
        return statement
    why = f"it is no part of this publication: kept as {DCTERMS.isReferencedBy}"
    context.report.add(str(statement.iri), Action.REPAIRED, f"printed in {place}", why)
    return replace(
        statement,
        printed_in=None,
        properties=(*statement.properties, PropertyValue(DCTERMS.isReferencedBy, place)),
    )


def _with_notation(statement: Statement, notation: str, base: str) -> Statement:
    """Return ``statement`` with a kind of ours for none, and a notation that only it has."""
    xw = ontology_namespace(base)
    kind = xw.Statement if statement.kind == CEASN.Competency else statement.kind
    if notation == statement.notation:
        return replace(statement, kind=kind)
    original = statement.notation
    stated = {str(p.value) for p in statement.properties if p.property == SKOS.notation}
    is_missing = original and original not in stated
    own = (PropertyValue(SKOS.notation, Literal(original)),) if is_missing else ()
    return replace(
        statement,
        kind=kind,
        notation=notation,
        coined_notation=True,
        properties=(*statement.properties, *own),
    )


Before = Mapping[URIRef, Statement | None]
"""Each statement as it was in the framework that is replaced."""


def _notations(
    framework: URIRef, statements: Sequence[Statement], before: Before, context: ImportContext
) -> dict[URIRef, str]:
    """Return the notation of each statement: its own where no other before it has that one.

    One that was coined before stays. Else it is coined of the local name of the IRI where that is
    short, or of the place in the tree.
    """
    first: dict[str, URIRef] = {}
    for statement in statements:
        first.setdefault(statement.notation.strip(), statement.iri)
    notations = {iri: notation for notation, iri in first.items() if notation}
    in_use = set(first)
    places = _places(statements)
    for statement in statements:
        if statement.iri in notations:
            continue
        published, earlier = statement.notation.strip(), before.get(statement.iri)
        candidates = _candidates(statement, published, places[statement.iri], earlier)
        notation = next(name for name in candidates if name not in in_use)
        in_use.add(notation)
        notations[statement.iri] = notation
        if published and not (earlier and earlier.notation == notation):
            what = f"the notation {published} stands for {first[published]} too"
            why = f"kept, and called {notation} here"
            context.report.add(str(statement.iri), Action.KEPT, what, why)
    _report_missing(framework, statements, context)
    return notations


def _places(statements: Iterable[Statement]) -> dict[URIRef | None, str]:
    """Return the place of each statement in the tree, ``1.2``; parents come before children."""
    places: dict[URIRef | None, str] = {None: ""}
    for statement in statements:
        places[statement.iri] = f"{places[statement.broader]}.{statement.position}".lstrip(".")
    return places


def _report_missing(
    framework: URIRef, statements: Sequence[Statement], context: ImportContext
) -> None:
    """Report once how many statements have no notation."""
    count = sum(not statement.notation.strip() for statement in statements)
    if count:
        what = f"{count:,} of {len(statements):,} statements have no notation"
        why = "one was coined for each, which no foreign format shows"
        context.report.add(str(framework), Action.KEPT, what, why)


def _candidates(
    statement: Statement, published_notation: str, place: str, earlier: Statement | None
) -> Iterator[str]:
    """Yield names for ``statement``, the best first: the one that it had before, if any."""
    if earlier and earlier.coined_notation:
        yield earlier.notation
    name = local_name(statement.iri.rstrip("/#"))
    is_usable = not is_uuid(name.lower()) and ":" not in name and len(name) <= _MAX_LENGTH
    if is_usable and not published_notation and name not in ("", ".", ".."):
        yield name
    stem = published_notation or place
    if not published_notation:
        yield stem
    number = 2
    while True:
        yield f"{stem}~{number}"
        number += 1


def _texts(statement: Statement, context: ImportContext) -> Statement:
    """Return ``statement`` with texts as a row holds them: in one language, none of them blank."""
    text, label = context.text(statement.text), statement.label and context.text(statement.label)
    properties = statement.properties
    if str(text) != str(statement.text):
        why = "white space around the text was taken away"
        context.report.add(str(statement.iri), Action.REPAIRED, repr(str(statement.text))[:80], why)
    if not str(text):
        text = label or Literal(local_name(statement.iri))
        context.report.add(str(statement.iri), Action.REPAIRED, "has no text", f"{text} stands in")
    if not label:
        label = None
    elif (label.language or "").lower() != (text.language or "").lower():
        # a row has one language: the label is the text then, and the text is its definition
        properties = (*properties, PropertyValue(SKOS.definition, text))
        text, label = label, None
    texts = further_texts(properties, text, label)
    further = further_properties(texts, statement.iri, context)
    return replace(statement, text=text, label=label, properties=tuple(further))


def _uuids(
    statements: Sequence[Statement], before: Before, context: ImportContext
) -> dict[URIRef, str]:
    """Return the UUID of each statement: its own, or that which it had, or one of its IRI."""
    uuids: dict[URIRef, str] = {}
    for statement in statements:
        earlier = before.get(statement.iri)
        uuid = statement.uuid.lower() or (earlier.uuid if earlier else "")
        uuids[statement.iri] = context.uuid(statement.iri, uuid)
    return uuids
