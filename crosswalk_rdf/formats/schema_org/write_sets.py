"""A framework to a ``DefinedTermSet``, its statements to ``DefinedTerm``s."""

from collections.abc import Iterable, Sequence
from typing import Final

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.formats.schema_org.vocabulary import (
    CODES,
    OF_TERM_SETS,
    Json,
    agent,
    context,
    text,
    value_of,
    without_empty,
)
from crosswalk_rdf.formats.shared.hierarchy import in_tree_order
from crosswalk_rdf.model import Framework, PropertyValue, Statement, local_name
from crosswalk_rdf.namespaces import CEASN, SCHEMA

MORE: Final = {
    SKOS.prefLabel: "name",
    SKOS.definition: "description",
    SKOS.altLabel: "alternateName",
}
"""What a statement may have more of, and the property that takes it."""


def term_set(framework: Framework) -> dict[str, Json]:
    """Return the document of ``framework``."""
    language = framework.language
    document = {
        "@context": context(language, OF_TERM_SETS),
        "@id": str(framework.iri),
        "@type": "DefinedTermSet",
        **without_empty(_metadata(framework, language)),
    }
    about = framework.description or Literal("")
    extended = _with_more(document, framework.properties, about, language)
    terms = [_term(statement, framework) for statement in _in_order(framework.statements)]
    return {**extended, "hasDefinedTerm": terms}


def _metadata(framework: Framework, language: str) -> dict[str, Json]:
    return {
        "name": text(framework.title, language),
        "description": framework.description and text(framework.description, language),
        "identifier": framework.uuid,
        "inLanguage": language,
        "version": framework.edition,
        "datePublished": framework.issued,
        "creator": [agent(creator) for creator in framework.creators],
        "publisher": framework.publisher and agent(framework.publisher),
        "copyrightHolder": framework.rights_holder and agent(framework.rights_holder),
        "copyrightNotice": text(framework.rights, language) if framework.rights else "",
        "license": framework.license and str(framework.license),
        "creditText": framework.attribution,
        "isBasedOn": [str(source) for source in framework.sources],
    }


def _in_order(statements: Sequence[Statement]) -> Sequence[Statement]:
    """Return ``statements`` in the order that says their positions; as they are in a cycle.

    schema.org has ``position`` for creative works and list items, and a term is neither.
    """
    ordered = in_tree_order(statements)
    return ordered if len(ordered) == len(statements) else statements


def is_carried(pair: PropertyValue) -> bool:
    """Return whether a further value of a framework or a statement has a place."""
    return _key(pair.property) is not None


def _key(property: URIRef) -> str | None:
    """Return the property of schema.org that takes values of ``property``, if one does."""
    if property in MORE:
        return MORE[property]
    name = local_name(property)
    return name if property == SCHEMA[name] and name not in _OWN else None


_OWN: Final = frozenset(
    {"hasDefinedTerm", "hasCategoryCode", "inDefinedTermSet", "inCodeSet", "position", "codeValue"}
)
"""What says how a term stands in its set, and so is written from the model alone."""


def _term(statement: Statement, framework: Framework) -> dict[str, Json]:
    language = framework.language
    parents = [p for p in (statement.broader, *statement.also_broader) if p]
    kind = "" if statement.kind == CEASN.Competency else str(statement.kind)
    document = {
        "@id": str(statement.iri),
        "@type": "DefinedTerm",
        **without_empty({"termCode": statement.notation}),
        "name": text(statement.preferred_label, language),
        **({"description": text(statement.text, language)} if statement.label else {}),
        **without_empty({"identifier": statement.uuid, "additionalType": kind}),
        **without_empty({"skos:broader": [str(parent) for parent in parents]}),
        "inDefinedTermSet": str(framework.iri),
    }
    return _with_more(document, statement.properties, statement.text, language)


def _with_more(
    document: dict[str, Json],
    properties: Iterable[PropertyValue],
    description: Literal,
    language: str,
) -> dict[str, Json]:
    """Return ``document`` with those of ``properties`` that have a place, after what it has."""
    for pair in properties:
        key = _key(pair.property)
        if key is None:
            continue
        if key == "description" and key not in document and description:
            document[key] = text(description, language)
        value = value_of(pair.value, "" if key in CODES else language)
        if key in OF_TERM_SETS and isinstance(value, str):
            value = {"@value": value}  # or else it would be an IRI
        before = document.get(key, [])
        document[key] = [*(before if isinstance(before, list) else [before]), value]
    return document
