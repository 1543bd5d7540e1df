"""Foreign statements to rows of ``statements.csv``: notations, texts, kinds, UUIDs, order."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from rdflib import DCTERMS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.shared.hierarchy import in_tree_order, positioned, without_cycles
from crosswalk_rdf.model import Framework, PropertyValue, Statement, is_uuid, local_name
from crosswalk_rdf.namespaces import CEASN, ontology_namespace
from crosswalk_rdf.project.importing.import_context import ImportContext, with_language
from crosswalk_rdf.project.importing.properties import of_statement

_MAX_LENGTH = 40


def rows(framework: Framework, language: str, context: ImportContext) -> tuple[Statement, ...]:
    """Return the statements of ``framework`` as its data file will hold them, in order."""
    acyclic, cut = without_cycles(tuple(_with_known_parents(framework, context)))
    for iri in cut:
        context.report.add(
            str(iri), Action.REPAIRED, "stands below itself", "that parent is left out"
        )
    statements = in_tree_order(positioned(acyclic))
    before = {s.iri: context.statement_before(framework.iri, s.iri) for s in statements}
    notations = _notations(statements, before, context)
    uuids = _uuids(statements, before, context)
    return tuple(
        replace(
            _texts(_with_notation(s, notations[s.iri], context.base), language, context),
            uuid=uuids[s.iri],
        )
        for s in statements
    )


def _with_known_parents(framework: Framework, context: ImportContext) -> Iterator[Statement]:
    iris = {statement.iri for statement in framework.statements}
    for statement in framework.statements:
        parents = [p for p in (statement.broader, *statement.also_broader) if p]
        own_parents = tuple(dict.fromkeys(parent for parent in parents if parent in iris))
        for parent in parents:
            if parent not in iris:
                why = "it is no statement of this framework: the statement keeps it as a property"
                context.report.add(str(statement.iri), Action.REPAIRED, f"the parent {parent}", why)
        outside = (PropertyValue(CEASN.isChildOf, p) for p in parents if p not in iris)
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
    printed_notation = (PropertyValue(xw.printedNotation, Literal(original)),) if original else ()
    return replace(
        statement,
        kind=kind,
        notation=notation,
        coined_notation=True,
        properties=(*statement.properties, *printed_notation),
    )


Before = Mapping[URIRef, Statement | None]
"""Each statement as it was in the framework that is replaced."""


def _notations(
    statements: Sequence[Statement], before: Before, context: ImportContext
) -> dict[URIRef, str]:
    """Return the notation of each statement: its own where no other before it has that one.

    One that was coined before stays. Else it is coined of the local name of the IRI where that is
    short, or of the place in the tree.
    """
    published = Counter(s.notation.strip() for s in statements)
    notations_in_use = set(published)
    notations: dict[URIRef, str] = {}
    used: set[str] = set()
    places: dict[URIRef | None, str] = {None: ""}
    for statement in statements:
        published_notation = statement.notation.strip()
        places[statement.iri] = f"{places[statement.broader]}.{statement.position}".lstrip(".")
        if published_notation and published_notation not in used:
            used.add(published_notation)
            notations[statement.iri] = published_notation
            continue
        earlier = before.get(statement.iri)
        if earlier and earlier.coined_notation and earlier.notation not in notations_in_use:
            notations_in_use.add(earlier.notation)
            notations[statement.iri] = earlier.notation
            continue
        candidates = _candidates(statement, published_notation, places[statement.iri])
        assigned = next(name for name in candidates if name not in notations_in_use)
        notations_in_use.add(assigned)
        notations[statement.iri] = assigned
        _report_assigned(context, statement, assigned)
    return notations


def _report_assigned(context: ImportContext, statement: Statement, assigned: str) -> None:
    """Report why ``statement`` was given the notation ``assigned``."""
    published = statement.notation.strip()
    taken = f"the notation {published} stands for another statement too"
    problem = taken if published else "has no notation"
    context.report.add(str(statement.iri), Action.REPAIRED, problem, f"{assigned} was coined")


def _candidates(statement: Statement, published_notation: str, place: str) -> Iterator[str]:
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


def _texts(statement: Statement, language: str, context: ImportContext) -> Statement:
    """Return ``statement`` with texts that have a language and no white space around them."""
    text, label, further = (
        with_language(statement.text, language),
        statement.label,
        statement.properties,
    )
    if str(text) != str(statement.text):
        why = "white space around the text was taken away"
        context.report.add(str(statement.iri), Action.REPAIRED, repr(str(statement.text))[:80], why)
    if not str(text):
        text = Literal(str(label or local_name(statement.iri)), lang=language)
        context.report.add(str(statement.iri), Action.REPAIRED, "has no text", f"{text} stands in")
    if label is not None:
        label = with_language(label, text.language or language)
        if not str(label):
            label = None
        elif (label.language or "").lower() != (text.language or "").lower():
            further = (*further, PropertyValue(SKOS.prefLabel, label))
            label = None
    properties = of_statement(further, statement.iri, (text, label), context)
    return replace(statement, text=text, label=label, properties=tuple(properties))


def _uuids(
    statements: Sequence[Statement], before: Before, context: ImportContext
) -> dict[URIRef, str]:
    """Return the UUID of each statement: its own, or that which it had, or a new one."""
    uuids_in_use: set[str] = set()
    uuids: dict[URIRef, str] = {}
    count = 0
    for statement in statements:
        earlier = before.get(statement.iri)
        uuid = statement.uuid.lower() or (earlier.uuid if earlier else "")
        if uuid in uuids_in_use:
            reason = "another statement has the same UUID: a new one was minted"
            context.report.add(str(statement.iri), Action.REPAIRED, f"the UUID {uuid}", reason)
        if not is_uuid(uuid) or uuid in uuids_in_use:
            uuid = context.mint()
            count += 1
        uuids_in_use.add(uuid)
        uuids[statement.iri] = uuid
    if count:
        problem = f"{count} statements have no UUID of their own"
        context.report.add("uuid", Action.REPAIRED, problem, "new ones were minted")
    return uuids
