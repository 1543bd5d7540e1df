"""A foreign framework to what ``data/frameworks/<id>/`` can hold."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from rdflib import DCTERMS, Literal, URIRef

from crosswalk_rdf.formats.shared.hierarchy import ANY_NOTATION, levels_of
from crosswalk_rdf.model import Framework, Level, Statement, is_uuid
from crosswalk_rdf.model.lexical import is_date, is_iri, is_language_tag
from crosswalk_rdf.namespaces import ontology_namespace
from crosswalk_rdf.project.importing.import_context import (
    UNKNOWN_EDITION,
    ImportContext,
    with_language,
)
from crosswalk_rdf.project.importing.properties import of_framework
from crosswalk_rdf.project.importing.statements import rows


def framework_for_data(framework: Framework, id: str, context: ImportContext) -> Framework:
    """Return ``framework`` as the publication's folder will hold it, under ``id``."""
    language = _language(framework, context)
    statements = rows(framework, language, context)
    title = _title(framework, id, language, context)
    iri = framework.iri if is_iri(framework.iri) else URIRef(context.base + id)
    creators, publisher = context.agents(iri, framework.creators, framework.publisher)
    before = context.before.get(iri)
    edition = framework.edition.strip() or (before.edition if before else "")
    if not edition:
        context.report_missing(iri, "the edition", f'"{UNKNOWN_EDITION}"')
    return replace(
        framework,
        iri=iri,
        id=id,
        uuid=_uuid(framework, iri, context),
        title=title,
        description=framework.description and with_language(framework.description, language),
        creators=creators,
        publisher=publisher,
        issued=context.date(iri, framework.issued, modification_date(framework)),
        edition=edition or UNKNOWN_EDITION,
        language=language,
        rights=context.rights(iri, framework.rights, language),
        notation_note=_notation_note(framework, statements, language),
        properties=tuple(
            of_framework(framework.properties, iri, title, _field_values(framework), context)
        ),
        levels=_levels(framework, iri, statements, language, context),
        statements=statements,
        imported=context.imported(id, framework.edition.strip()),
    )


def _language(framework: Framework, context: ImportContext) -> str:
    """Return the language as stated, else that of most statements, else ``und`` (BCP 47)."""
    language = framework.language or context.language
    if language and is_language_tag(language):
        return language
    counts = Counter(str(s.text.language) for s in framework.statements if s.text.language)
    if counts:
        return counts.most_common(1)[0][0]
    context.report_missing(framework.iri, "the language", '"und" (name it with --language)')
    return "und"


def _uuid(framework: Framework, iri: URIRef, context: ImportContext) -> str:
    before = context.before.get(iri)
    if is_uuid(framework.uuid) or before:
        return framework.uuid if is_uuid(framework.uuid) else str(before and before.uuid)
    context.report_missing(iri, "the UUID", "a new one")
    return context.mint()


def _title(framework: Framework, id: str, language: str, context: ImportContext) -> Literal:
    if str(framework.title).strip():
        return with_language(framework.title, language)
    context.report_missing(framework.iri, "the title", f'"{id}"')
    return Literal(id, lang=language)


def _field_values(framework: Framework) -> Iterator[str]:
    """Yield what fields of ``framework`` say, by which its further properties are weighed."""
    yield from (framework.uuid, framework.issued, framework.edition, str(framework.license))
    people = (framework.publisher, framework.rights_holder, *framework.creators)
    for person in filter(None, people):
        yield from (person.name, str(person.iri))


def modification_date(framework: Framework) -> str:
    """Return the day of the last change, as far as the source says; "" where it does not."""
    for further in framework.properties:
        if further.property == DCTERMS.modified and is_date(str(further.value)[:10]):
            return str(further.value)[:10]
    return ""


def _notation_note(
    framework: Framework, statements: tuple[Statement, ...], language: str
) -> Literal | None:
    count = sum(statement.coined_notation for statement in statements)
    if framework.notation_note or not count:
        return framework.notation_note and with_language(framework.notation_note, language)
    return Literal(
        f"{count} of {len(statements)} notations were coined by this publication and not by the "
        "publisher: of the local name of the IRI, or of the place in the tree.",
        lang="en",
    )


def _levels(
    framework: Framework,
    iri: URIRef,
    statements: tuple[Statement, ...],
    language: str,
    context: ImportContext,
) -> tuple[Level, ...]:
    kinds = {level.kind for level in framework.levels}
    has_own_rules = any(x.roll_up or x.notation_pattern != ANY_NOTATION for x in framework.levels)
    if has_own_rules and all(statement.kind in kinds for statement in statements):
        return framework.levels
    labels = {level.kind: with_language(level.label, language) for level in framework.levels}
    labels[ontology_namespace(context.base).Statement] = Literal("Statement", lang="en")
    return levels_of(iri, statements, labels)
