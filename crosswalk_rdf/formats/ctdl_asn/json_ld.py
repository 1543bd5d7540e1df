"""Terms of RDF to values of JSON-LD under the published contexts."""

import json
import math
from collections.abc import Iterable, Sequence
from typing import Any, Final

from rdflib import RDF, Literal, URIRef

from crosswalk_rdf.formats.ctdl_asn.terms import PREFIXES
from crosswalk_rdf.formats.shared.asn_model.node import Value

NO_LANGUAGE: Final = "@none"
"""The key of texts in no language (JSON-LD 1.1 §4.6.3)."""
_SPACES: Final = sorted(PREFIXES.items(), key=lambda pair: -len(pair[1]))
_JSON: Final = RDF.JSON


def key_of(property: URIRef) -> str:
    """Return ``property`` in the compact form that both contexts know, or else whole."""
    for prefix, space in _SPACES:
        if property.startswith(space) and len(property) > len(space):
            return f"{prefix}:{property[len(space) :]}"
    return str(property)


def reference(iri: str) -> dict[str, str]:
    """Return a reference to ``iri``, for a term that the context does not give IRIs."""
    return {"@id": str(iri)}


def value_object(value: Value) -> dict[str, str]:
    """Return ``value`` with its own type and language, whatever the context states."""
    if isinstance(value, URIRef):
        return reference(value)
    if value.language:
        return {"@value": str(value), "@language": value.language}
    if value.datatype:
        return {"@value": str(value), "@type": str(value.datatype)}
    return {"@value": str(value)}


def language_map(texts: Sequence[Literal]) -> tuple[dict[str, str], list[Literal]]:
    """Return ``texts`` by language, and those for whose language there is one already."""
    by_language: dict[str, str] = {}
    rest = []
    for text in texts:
        tag = text.language or NO_LANGUAGE
        if tag in by_language:
            rest.append(text)
        else:
            by_language[tag] = str(text)
    return by_language, rest


def first_of_each_language(texts: Sequence[Literal]) -> tuple[dict[str, str], list[Literal]]:
    """Return ``texts`` by language up to the first repeated language, and the others."""
    by_language: dict[str, str] = {}
    for number, text in enumerate(texts):
        tag = text.language or NO_LANGUAGE
        if tag in by_language:
            return by_language, list(texts[number:])
        by_language[tag] = str(text)
    return by_language, []


def json_node(value: Value) -> Any:  # noqa: ANN401 - any JSON value
    """Return the node object that ``value`` holds as JSON; None if it holds none that is valid."""
    if not isinstance(value, Literal) or value.datatype != _JSON:
        return None
    try:
        content = json.loads(str(value))
    except (json.JSONDecodeError, RecursionError):
        return None
    typed = isinstance(content, dict) and isinstance(content.get("@type"), str)
    return content if typed and _says_something(content) else None


def _says_something(value: object) -> bool:
    """Return whether no null and no number that JSON does not know is in ``value``."""
    if isinstance(value, dict | list):
        return all(map(_says_something, value.values() if isinstance(value, dict) else value))
    return value is not None and not (isinstance(value, float) and not math.isfinite(value))


def unique_strings(iris: Iterable[str]) -> list[str]:
    """Return ``iris`` as a list of strings, each once."""
    return [str(iri) for iri in dict.fromkeys(iris)]
