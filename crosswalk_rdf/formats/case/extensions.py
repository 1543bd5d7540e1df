"""What has no field in the other model: JSON in a property, properties in JSON.

What CASE says and RDF has no term for is kept as an ``rdf:JSON`` literal under a property of
``case:``. What the model holds and CASE has no property for goes, in 1.1, into ``extensions``
under the one key :data:`EXTENSION`.
"""

import json
import math
from collections.abc import Iterable
from typing import Any, Final

from rdflib import RDF, Literal, URIRef

from crosswalk_rdf.formats.case.lexical import iri_of
from crosswalk_rdf.model import Agent, PropertyValue, Slot, agent_iri
from crosswalk_rdf.model.lexical import is_language_tag, without_surrogates
from crosswalk_rdf.serialization.context import Json

EXTENSION: Final = "crosswalk-rdf"
"""The key of ``extensions`` under which the rest of the model goes."""
_DEEPEST: Final = 60
_OF_A_RECORD: Final = ("to", "associationType")

_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False)

Object = dict[str, Any]
"""A JSON object."""


def json_literal(value: Json) -> Literal:
    """Return ``value`` as an ``rdf:JSON`` literal on one line, its keys in their order."""
    try:
        text = _ENCODER.encode(value)
    except ValueError:
        text = _ENCODER.encode(plain(value))
    return Literal(text, datatype=RDF.JSON, normalize=False)


def plain(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return ``value`` without what JSON and UTF-8 do not have: NaN, infinities, lone surrogates.

    The numbers become text; a lone surrogate becomes U+FFFD.
    """
    if isinstance(value, str):
        return without_surrogates(value)
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {plain(key): plain(each) for key, each in value.items()}
    return value


def extension_property(property: URIRef, value: Json) -> PropertyValue:
    """Return ``value`` as the value of a property."""
    return PropertyValue(property, json_literal(value))


def objects(properties: Iterable[PropertyValue], property: URIRef) -> list[Object]:
    """Return the JSON objects that :func:`extension_property` put under ``property``."""
    return [each for each in _values(properties, property) if isinstance(each, dict)]


def records(properties: Iterable[PropertyValue], property: URIRef) -> list[Object] | None:
    """Return the associations that are kept; None where none were, not even that there are none."""
    lists = [each for each in _values(properties, property) if isinstance(each, list)]
    if not lists:
        return None
    return [
        each
        for one in lists
        for each in one
        if isinstance(each, dict) and all(isinstance(each.get(key), str) for key in _OF_A_RECORD)
    ]


def _values(properties: Iterable[PropertyValue], property: URIRef) -> list[Any]:
    return [
        json.loads(value.value)
        for value in properties
        if value.property == property and is_json(value.value)
    ]


def is_json(term: URIRef | Literal) -> bool:
    """Return whether ``term`` is a literal that holds JSON."""
    if not isinstance(term, Literal) or term.datatype != RDF.JSON:
        return False
    try:
        json.loads(term)
    except (ValueError, RecursionError):
        return False
    return True


def too_deep(value: object) -> bool:
    """Return whether ``value`` is nested deeper than any JSON that is kept."""
    layer, depth = [value], 0
    while layer and depth <= _DEEPEST:
        layer = [
            inner
            for outer in layer
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        depth += 1
    return bool(layer)


def extension_of(clean: Object) -> Object:
    """Return what the writer put into the extensions of ``clean`` for the reader."""
    extensions = clean.get("extensions")
    extension = extensions.get(EXTENSION) if isinstance(extensions, dict) else None
    return extension if isinstance(extension, dict) else {}


def term_json(term: URIRef | Literal) -> Object:
    """Return ``term`` as an expanded JSON-LD value."""
    if isinstance(term, URIRef):
        return {"@id": str(term)}
    value: Object = {"@value": str(term)}
    if term.language:
        value["@language"] = term.language
    elif term.datatype:
        value["@type"] = str(term.datatype)
    return value


def json_term(value: object) -> URIRef | Literal | None:
    """Return the inverse of :func:`term_json`; None for anything else."""
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("@id"), str):
        iri = iri_of(value["@id"])
        return URIRef(iri) if iri else None
    text, language, datatype = (value.get(key) for key in ("@value", "@language", "@type"))
    if not isinstance(text, str):
        return None
    if isinstance(language, str) and is_language_tag(language):
        return Literal(text, lang=language)
    if isinstance(datatype, str) and iri_of(datatype) == datatype:
        return Literal(text, datatype=URIRef(datatype), normalize=False)
    return Literal(text)


def literal_of(value: object) -> Literal | None:
    """Return the literal that ``value`` is as JSON-LD, if it is one."""
    term = json_term(value)
    return term if isinstance(term, Literal) else None


def properties_json(properties: Iterable[PropertyValue]) -> list[Json]:
    """Return ``properties`` as pairs of property and value, in their order."""
    return [[str(value.property), term_json(value.value)] for value in properties]


def json_properties(pairs: object) -> list[PropertyValue]:
    """Return the inverse of :func:`properties_json`, without anything that is not such a pair."""
    properties = []
    for pair in pairs if isinstance(pairs, list) else []:
        match pair:
            case [str(property), value] if iri_of(property) == property:
                term = json_term(value)
                if term is not None:
                    properties.append(PropertyValue(URIRef(property), term))
    return properties


def slots_json(slots: Iterable[Slot]) -> list[Json]:
    """Return SSSOM slots as objects of name, property and values."""
    return [
        {
            "name": slot.name,
            "property": str(slot.property),
            "values": [term_json(value) for value in slot.values],
        }
        for slot in slots
    ]


def json_slots(values: object) -> list[Slot]:
    """Return the inverse of :func:`slots_json`, without anything that is not a slot."""
    slots = []
    for value in values if isinstance(values, list) else []:
        match value:
            case {"name": str(name), "property": str(property), "values": list(terms)}:
                terms = [term for term in map(json_term, terms) if term is not None]
                if iri_of(property) == property:
                    slots.append(Slot(name=name, property=URIRef(property), values=tuple(terms)))
    return slots


def agent_json(agent: Agent) -> Object:
    """Return ``agent`` as an object of IRI, name and type."""
    return {"iri": str(agent.iri), "name": agent.name, "type": agent.type}


def json_agent(value: object) -> Agent | None:
    """Return the inverse of :func:`agent_json`."""
    match value:
        case {"iri": str(iri), "name": str(name), "type": "Organization" | "Person" as type}:
            return Agent(iri=URIRef(iri), name=name, type=str(type)) if iri_of(iri) == iri else None
    return None


def named_agent(name: str) -> Agent:
    """Return someone of whom only the name is known."""
    return Agent(iri=agent_iri(name), name=name)
