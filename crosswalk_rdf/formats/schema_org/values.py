"""The values of a node to literals, IRIs and agents of the model."""

import json
from collections.abc import Iterator
from typing import Final

from rdflib import RDF, XSD, Literal, URIRef

from crosswalk_rdf.formats.schema_org.nodes import Json, Node, Terms
from crosswalk_rdf.model import Agent, agent_iri, local_name
from crosswalk_rdf.model.lexical import is_iri, is_language_tag
from crosswalk_rdf.namespaces import SCHEMA

_SCHEMA: Final = str(SCHEMA)
_DATATYPES: Final = {bool: XSD.boolean, int: XSD.integer, float: XSD.double}


def texts(node: Node, name: str) -> list[Literal]:
    """Return the texts of a property, in order: strings, value objects, language maps."""
    values = node.values.get(_SCHEMA + name, ())
    return [text for value, language, _ in values for text in _texts(value, language)]


def _texts(value: Json, language: str) -> Iterator[Literal]:
    if isinstance(value, str):
        yield _tagged(value, language)
    elif isinstance(value, bool | int | float):
        yield Literal(json.dumps(value))
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, language)
    elif isinstance(value, dict) and "@value" in value:
        yield from _texts(value["@value"], str(value.get("@language") or ""))
    elif isinstance(value, dict):
        for tag, each in value.items():
            if is_language_tag(tag) and isinstance(each, str | list):
                yield from _texts(each, tag)


def _tagged(text: str, language: str) -> Literal:
    return Literal(text, lang=language) if is_language_tag(language) else Literal(text)


def is_text(value: Json) -> bool:
    """Return whether ``value`` is a text, or holds one."""
    return any(True for _ in _texts(value, ""))


def strings(node: Node, name: str) -> list[str]:
    """Return the values of a property that are codes: without language."""
    candidates: list[str] = []
    for value, language, _ in node.values.get(_SCHEMA + name, ()):
        candidates += [value] if isinstance(value, str) else map(str, _texts(value, language))
    return [text for text in candidates if text]


def references(node: Node, property: str) -> list[str]:
    """Return the IRIs that are values of ``property``, in order, each once."""
    iris: dict[str, None] = {}
    for value, _, terms in node.values.get(property, ()):
        iri = reference(value, terms)
        if iri:
            iris[iri] = None
    return list(iris)


def reference(value: Json, terms: Terms) -> str:
    """Return the IRI that ``value`` is or names; empty where it names none."""
    if isinstance(value, dict):
        named = [item for key, item in value.items() if terms.iri(key) in ("@id", _SCHEMA + "url")]
        value = next((item for item in named if isinstance(item, str)), value.get("@value", ""))
    iri = terms.reference(value) if isinstance(value, str) else ""
    return iri if is_iri(iri) else ""


def term_of(value: Json, language: str, terms: Terms) -> URIRef | Literal:
    """Return any value as the object of a triple; what is nested as JSON."""
    if isinstance(value, str):
        return _tagged(value, language)
    if isinstance(value, bool | int | float):
        return Literal(json.dumps(value), datatype=_DATATYPES[type(value)], normalize=False)
    if isinstance(value, dict):
        if "@value" in value and isinstance(value["@value"], str):
            return _typed(value, terms)
        names = {terms.iri(key) for key in value}
        iri = reference(value, terms)
        if names == {"@id"} and iri:
            return URIRef(iri)
    text = json.dumps(without_nulls(value), ensure_ascii=False)
    return Literal(text, datatype=RDF.JSON, normalize=False)


def _typed(value: dict[str, Json], terms: Terms) -> Literal:
    """Return the literal that a value object is (JSON-LD 1.1 §4.2.1)."""
    datatype = value.get("@type")
    if isinstance(datatype, str) and is_iri(terms.iri(datatype)):
        return Literal(value["@value"], datatype=URIRef(terms.iri(datatype)), normalize=False)
    return _tagged(value["@value"], str(value.get("@language") or ""))


def without_nulls(value: Json) -> Json:
    """Return ``value`` without nulls, which have no meaning in JSON-LD."""
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    if isinstance(value, list):
        return [without_nulls(item) for item in value if item is not None]
    return value


def agent(value: Json, terms: Terms, node: Node | None) -> Agent | None:
    """Return who ``value`` names: an object, an IRI or a name alone; None where it names none."""
    names = texts(node, "name") if node else []
    iri = reference(value, terms)
    if not iri and isinstance(value, str):
        names = [Literal(value)]
    name = next((str(each) for each in names if each), local_name(iri))
    if not name:
        return None
    kind = "Person" if node and _SCHEMA + "Person" in node.types else "Organization"
    return Agent(iri=URIRef(iri) if iri else agent_iri(name), name=name, type=kind)
