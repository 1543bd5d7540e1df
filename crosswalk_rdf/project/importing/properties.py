"""Further properties of imported resources, for properties that allow only one value here.

The shapes require one publisher of a framework, and one UUID and notation of a statement. Further
values of the same property are kept under a more general one, and reported.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from rdflib import DC, DCTERMS, OWL, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.model import PropertyValue
from crosswalk_rdf.namespaces import CEASN
from crosswalk_rdf.project.importing.import_context import ImportContext

_WIDER_OF_FRAMEWORK: Final = {
    DCTERMS.publisher: DC.contributor,
    DCTERMS.creator: DC.contributor,
    DCTERMS.rightsHolder: DC.contributor,
    DCTERMS.license: DC.rights,
    DCTERMS.issued: DC.date,
    DCTERMS.identifier: DC.identifier,
    OWL.versionInfo: SKOS.historyNote,
}
_WIDER_OF_STATEMENT: Final = {
    DCTERMS.identifier: DC.identifier,
    SKOS.notation: DC.identifier,
    SKOS.broader: CEASN.isChildOf,
    SKOS.narrower: CEASN.hasChild,
}
NAME_AT_END: Final = re.compile(r"[^\W\d][\w.-]*$")
"""What a property must end in for RDF/XML: a name of XML (Namespaces in XML, NCName)."""
_NEEDS_LANGUAGE: Final = (SKOS.prefLabel, SKOS.definition)


def of_framework(
    properties: Iterable[PropertyValue],
    iri: URIRef,
    title: Literal,
    field_values: Iterable[str],
    context: ImportContext,
) -> Iterator[PropertyValue]:
    """Yield the further properties of a framework that do not repeat one of ``field_values``."""
    known_values = set(field_values)
    languages = {str(title.language)}
    for further in properties:
        wider = _WIDER_OF_FRAMEWORK.get(further.property)
        if wider is not None and str(further.value) in known_values:
            continue
        if further.property == DCTERMS.title and isinstance(further.value, Literal):
            wider = None if _is_new(further.value, languages) else DCTERMS.alternative
        yield from _under_wider_property(further, wider, iri, context)


def of_statement(
    properties: Iterable[PropertyValue],
    iri: URIRef,
    text_and_label: tuple[Literal, Literal | None],
    context: ImportContext,
) -> Iterator[PropertyValue]:
    """Yield the further properties of a statement with ``text_and_label``.

    There is one preferred label in a language (SKOS S14), and no other label says the same (S13).
    """
    text, label = text_and_label
    languages = {str((label or text).language)}
    pairs = [
        (_in_a_language(further, text), _wider(further, label, languages, text))
        for further in properties
    ]
    preferred_labels = {
        further.value for further, wider in pairs if SKOS.prefLabel in (wider, further.property)
    }
    preferred_labels -= {further.value for further, wider in pairs if wider == SKOS.altLabel}
    preferred_labels.add(label or text)
    alternative_labels = {m.value for m, wider in pairs if SKOS.altLabel in (wider, m.property)}
    conflicts = {
        SKOS.altLabel: preferred_labels,
        SKOS.hiddenLabel: preferred_labels | alternative_labels,
    }
    for further, wider in pairs:
        if further.value in conflicts.get(wider or further.property, ()):
            reason = "another kind of label says the same, and is kept (SKOS S13)"
            context.report.add(
                str(iri), Action.REPAIRED, f'the other label "{further.value}"', reason
            )
        else:
            yield from _under_wider_property(further, wider, iri, context)


def _wider(
    more: PropertyValue, label: Literal | None, languages: set[str], text: Literal
) -> URIRef | None:
    """Return the property under which ``more`` is kept, None for its own."""
    wider = _WIDER_OF_STATEMENT.get(more.property)
    if more.property == CEASN.competencyText:
        wider = SKOS.definition if label else SKOS.prefLabel
    value = _in_a_language(more, text).value
    if SKOS.prefLabel in (more.property, wider) and isinstance(value, Literal):
        return wider if _is_new(value, languages) else SKOS.altLabel
    return wider


def _is_new(text: Literal, languages: set[str]) -> bool:
    """Return whether ``text`` is the first in its language, which it must have; note it."""
    language = str(text.language)
    new = text.language is not None and language not in languages
    languages.add(language)
    return new


def _in_a_language(more: PropertyValue, text: Literal) -> PropertyValue:
    """Return ``more`` with the language of ``text``, where it is a label that needs one."""
    value = more.value
    if more.property in _NEEDS_LANGUAGE and isinstance(value, Literal) and not value.language:
        return PropertyValue(more.property, Literal(str(value), lang=text.language))
    return more


def _under_wider_property(
    more: PropertyValue, wider: URIRef | None, iri: URIRef, context: ImportContext
) -> Iterator[PropertyValue]:
    if wider is None and not NAME_AT_END.search(more.property):
        relation = DCTERMS.relation if isinstance(more.value, URIRef) else SKOS.note
        reason = f"no RDF/XML can name that property: kept as {relation}"
        context.report.add(str(iri), Action.REPAIRED, f"the property {more.property}", reason)
        yield PropertyValue(relation, more.value)
        return
    if wider is None:
        yield more
        return
    repetition = f"{more.property} a second time"
    context.report.add(
        str(iri), Action.REPAIRED, repetition, f'kept as {wider}: "{str(more.value)[:60]}"'
    )
    yield PropertyValue(wider, more.value)
