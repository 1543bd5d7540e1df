"""A framework to a ``DefinedTermSet``, its statements to ``DefinedTerm``s."""

from collections.abc import Iterable
from typing import Final

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.formats.schema_org.vocabulary import (
    CODES,
    OF_TERM_SETS,
    Json,
    agent,
    context,
    filled,
    text,
    value_of,
)
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
    rights = text(framework.rights, language) if framework.rights else ""
    written = {
        "@context": context(language, OF_TERM_SETS),
        "@id": str(framework.iri),
        "@type": "DefinedTermSet",
        **filled(
            {
                "name": text(framework.title, language),
                "description": framework.description and text(framework.description, language),
                "identifier": framework.uuid,
                "inLanguage": language,
                "version": framework.edition,
                "datePublished": framework.issued,
                "creator": [agent(creator) for creator in framework.creators],
                "publisher": framework.publisher and agent(framework.publisher),
                "copyrightHolder": framework.rights_holder and agent(framework.rights_holder),
                "copyrightNotice": rights,
                "license": framework.license and str(framework.license),
                "isBasedOn": [str(source) for source in framework.sources],
            }
        ),
    }
    more = _with_more(written, framework.properties, framework.description or Literal(""), language)
    terms = [_term(statement, framework) for statement in framework.statements]
    return {**more, "hasDefinedTerm": terms}


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
    written = {
        "@id": str(statement.iri),
        "@type": "DefinedTerm",
        **filled({"termCode": statement.notation}),
        "name": text(statement.preferred_label, language),
        **({"description": text(statement.text, language)} if statement.label else {}),
        **filled({"identifier": statement.uuid, "additionalType": kind}),
        "position": statement.position,
        **filled({"skos:broader": [str(parent) for parent in parents]}),
        "inDefinedTermSet": str(framework.iri),
    }
    return _with_more(written, statement.properties, statement.text, language)


def _with_more(
    written: dict[str, Json], more: Iterable[PropertyValue], described: Literal, language: str
) -> dict[str, Json]:
    """Return ``written`` with all of ``more`` that has a place, after what it has already."""
    for pair in more:
        key = _key(pair.property)
        if key is None:
            continue
        if key == "description" and key not in written and described:
            written[key] = text(described, language)
        value = value_of(pair.value, "" if key in CODES else language)
        if key in OF_TERM_SETS and isinstance(value, str):
            value = {"@value": value}  # or else it would be an IRI
        before = written.get(key, [])
        written[key] = [*(before if isinstance(before, list) else [before]), value]
    return written
