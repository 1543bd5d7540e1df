"""The terms of schema.org that are used here, and the context that they are written under.

The context stands in each document (see docs/decisions/schema-org-context.md).
"""

import json
from collections.abc import Iterable
from math import isfinite
from typing import Any, Final

from rdflib import RDF, XSD, Literal, URIRef

from crosswalk_rdf.model import AGENT_TYPES, Agent
from crosswalk_rdf.namespaces import PREFIXES, SCHEMA

Json = Any

OF_TERM_SETS: Final = ("additionalType", "inDefinedTermSet", "isBasedOn", "license", "skos:broader")
OF_CROSSWALKS: Final = ("license", "targetUrl")
OF_ALIGNMENTS: Final = ("targetUrl",)
"""The properties with IRIs for values, by kind of document."""

CODES: Final = (
    "alignmentType",
    "datePublished",
    "identifier",
    "inLanguage",
    "termCode",
    "version",
)
"""What has no language."""
_NUMBERS: Final = {XSD.integer, XSD.boolean, XSD.double}


def context(language: str, iris: Iterable[str]) -> dict[str, Json]:
    """Return the context of a document.

    Its texts are in ``language`` unless stated otherwise; strings of ``iris`` are IRIs.
    """
    terms: dict[str, Json] = {"@vocab": str(SCHEMA)}
    for name in iris:
        prefix, colon, _ = name.partition(":")
        terms |= {prefix: PREFIXES[prefix]} if colon else {}
        terms[name] = {"@type": "@id"}
    if language:
        terms["@language"] = language
        terms |= {name: {"@language": None} for name in CODES}
        nameless = {"name": {"@language": None}}
        for kind in AGENT_TYPES:
            terms[kind] = {"@id": str(SCHEMA[kind]), "@context": nameless}
    return terms


def text(literal: Literal, language: str) -> Json:
    """Return ``literal`` as it is written where ``language`` is that of the document."""
    if (literal.language or "").casefold() == language.casefold():
        return str(literal)
    tag = {"@language": literal.language} if literal.language else {}
    return {"@value": str(literal), **tag}


def value_of(value: URIRef | Literal, language: str) -> Json:
    """Return any value as it is written."""
    if isinstance(value, URIRef):
        return {"@id": str(value)}
    native = _native(value) if value.datatype else None
    if native is not None:
        return native
    if value.datatype:
        return {"@value": str(value), "@type": str(value.datatype)}
    return text(value, language)


def _native(value: Literal) -> Json:
    """Return the JSON value that ``value`` is; None where JSON has none."""
    if value.datatype == RDF.JSON:
        try:
            return json.loads(value)
        except ValueError:  # then it goes out as a string with its datatype
            return None
    number = value.toPython() if value.datatype in _NUMBERS else None
    is_number = isinstance(number, bool | int) or (isinstance(number, float) and isfinite(number))
    return number if is_number else None


def agent(model_agent: Agent) -> dict[str, Json]:
    """Return a person or an organization."""
    return {"@id": str(model_agent.iri), "@type": model_agent.type, "name": model_agent.name}


def without_empty(node: dict[str, Json]) -> dict[str, Json]:
    """Return ``node`` without what has no value."""
    return {name: value for name, value in node.items() if value not in ("", None, [])}
