"""A foreign framework to what ``data/frameworks/<id>/`` can hold."""

from collections import Counter
from dataclasses import replace
from typing import Any

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.shared.hierarchy import ANY_NOTATION, levels_of
from crosswalk_rdf.model import Framework, Level, Statement, unnamed_iri
from crosswalk_rdf.model.lexical import is_iri, is_language_tag
from crosswalk_rdf.model.own_dates import own_date
from crosswalk_rdf.namespaces import ontology_namespace
from crosswalk_rdf.project.importing.collections import collections, resources
from crosswalk_rdf.project.importing.import_context import UNKNOWN_EDITION, ImportContext
from crosswalk_rdf.project.importing.properties import further_properties
from crosswalk_rdf.project.importing.statements import rows


def framework_for_data(framework: Framework, id: str, context: ImportContext) -> Framework:
    """Return ``framework`` as the publication's folder will hold it, under ``id``.

    What its publisher does not state stays unstated where it is described as stated, and is filled
    in and reported elsewhere.
    """
    statements = rows(framework, context)
    iri = framework.iri if is_iri(framework.iri) else URIRef(context.base + id)
    before = context.before.get(iri)
    return replace(
        framework,
        iri=iri,
        id=id,
        uuid=context.uuid(iri, framework.uuid or (before.uuid if before else "")),
        title=_title(framework, id, context),
        description=framework.description and context.text(framework.description),
        language=_language(framework, context),
        properties=tuple(further_properties(framework.properties, iri, context)),
        levels=_levels(framework, iri, statements, context),
        statements=statements,
        collections=tuple(collections(framework, context)),
        resources=tuple(resources(framework, context)),
        imported=context.imported(id, framework.edition.strip()),
        **({} if framework.is_as_stated else _required(framework, iri, statements, context)),
    )


def _required(
    framework: Framework, iri: URIRef, statements: tuple[Statement, ...], context: ImportContext
) -> dict[str, Any]:
    """Return the fields that a framework must have, filled in where the source lacks them."""
    creators, publisher = context.agents(iri, framework.creators, framework.publisher)
    before = context.before.get(iri)
    edition = framework.edition.strip() or (before.edition if before else "")
    if not edition:
        context.report_missing(iri, "the edition", f'"{UNKNOWN_EDITION}"')
    return {
        "creators": creators,
        "publisher": publisher,
        "issued": context.date(iri, framework.issued, own_date(framework)),
        "edition": edition or UNKNOWN_EDITION,
        "rights": context.rights(iri, framework.rights, framework.license),
        "notation_note": _notation_note(framework, statements, context),
    }


def _language(framework: Framework, context: ImportContext) -> str:
    """Return the language as stated, else that of most statements, else none."""
    language = framework.language or context.language
    if language and is_language_tag(language):
        return language
    counts = Counter(str(s.text.language) for s in framework.statements if s.text.language)
    return counts.most_common(1)[0][0] if counts else ""


def _title(framework: Framework, id: str, context: ImportContext) -> Literal:
    if str(framework.title).strip():
        return context.text(framework.title)
    context.report_missing(framework.iri, "the title", f'"{id}"')
    return Literal(id)


def _notation_note(
    framework: Framework, statements: tuple[Statement, ...], context: ImportContext
) -> Literal | None:
    count = sum(statement.coined_notation for statement in statements)
    if framework.notation_note or not count:
        return framework.notation_note and context.text(framework.notation_note)
    return Literal(
        f"{count} of {len(statements)} notations were coined by this publication and not by the "
        "publisher: of the local name of the IRI, or of the place in the tree.",
        lang="en",
    )


def _levels(
    framework: Framework,
    iri: URIRef,
    statements: tuple[Statement, ...],
    context: ImportContext,
) -> tuple[Level, ...]:
    kinds = {level.kind for level in framework.levels}
    has_own_rules = any(x.roll_up or x.notation_pattern != ANY_NOTATION for x in framework.levels)
    if has_own_rules and all(statement.kind in kinds for statement in statements):
        return framework.levels
    labels = {level.kind: context.text(level.label) for level in framework.levels}
    labels[ontology_namespace(context.base).Statement] = Literal("Statement", lang="en")
    levels = levels_of(iri, statements, labels)
    return levels or (_level_of_an_empty_scheme(iri, context.base),)


def _level_of_an_empty_scheme(iri: URIRef, base: str) -> Level:
    """Return the level that a framework without statements has, since it must have one."""
    return Level(
        iri=unnamed_iri(iri, "level Statement"),
        kind=ontology_namespace(base).Statement,
        label=Literal("Statement", lang="en"),
        depth=1,
        notation_pattern=ANY_NOTATION,
    )
