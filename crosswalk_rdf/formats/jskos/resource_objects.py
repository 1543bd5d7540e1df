"""Triples to JSKOS objects: what has a field goes there, all else into one custom field.

Custom fields (JSKOS, "Extension with custom fields") open with ``_`` and are passed over by those
who do not know them: ``_properties`` holds expanded JSON-LD by property.
"""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Final

from rdflib import DCTERMS, FOAF, OWL, RDF, SKOS, XSD, Literal, URIRef
from rdflib.term import Node

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.jskos import fields
from crosswalk_rdf.formats.jskos.fields import CONTEXT, JSKOS, UNDETERMINED
from crosswalk_rdf.formats.shared.skos_model.descriptions import json_value
from crosswalk_rdf.model.lexical import is_http_url

Object = dict[str, Any]
Grouped = Mapping[URIRef, Mapping[URIRef, list[Node]]]

_BY_PROPERTY: Final = {
    property: (kind, name)
    for kind, table in (
        ("text", fields.TEXTS),
        ("texts", fields.TEXT_LISTS),
        ("list", fields.LISTS),
        ("string", fields.STRINGS),
        ("iris", fields.IRI_LISTS),
        ("iri", fields.IRIS),
        ("date", fields.DATES),
        ("set", {**fields.SETS, **fields.CONCEPT_SETS, **fields.SCHEME_SETS}),
    )
    for name, property in table.items()
}
_OF_SCHEMES: Final = ("languages", "extent", "namespace", "license", "topConcepts")
_TRUE: Final = Literal("true", datatype=XSD.boolean)
_AGENTS: Final = (DCTERMS.creator, DCTERMS.contributor, DCTERMS.publisher)


def grouped(
    triples: Iterable[tuple[URIRef, URIRef, Node]],
) -> dict[URIRef, dict[URIRef, list[Node]]]:
    """Return ``triples`` by subject and property, in their order, none twice."""
    by_subject: dict[URIRef, dict[URIRef, dict[Node, None]]] = {}
    for subject, property, value in triples:
        by_subject.setdefault(subject, {}).setdefault(property, {})[value] = None
    return {s: {p: list(values) for p, values in ps.items()} for s, ps in by_subject.items()}


def resource(iri: URIRef, groups: Grouped, report: Report) -> Object:
    """Return all that ``groups`` say of ``iri``, a concept or a scheme, as a JSKOS object."""
    properties = groups[iri]
    is_scheme = SKOS.ConceptScheme in properties[RDF.type]
    titles = properties.get(DCTERMS.title, []) if is_scheme else None
    target: Object = {"@context": CONTEXT, "uri": str(iri)}
    rest: dict[str, list[Any]] = {}
    for property, values in properties.items():
        for value in values:
            if not _put(target, property, value, groups, titles):
                rest.setdefault(str(property), []).append(json_value(value))
    if rest:
        target["_properties"] = rest
    return normalized(target, str(iri), report)


def _put(
    target: Object, property: URIRef, value: Node, groups: Grouped, titles: list[Node] | None
) -> bool:
    """Put ``value`` into the field of ``property``; return False where it has no place there.

    ``titles`` are those of a scheme, whose labels they are; None for a concept.
    """
    if property.startswith(JSKOS):
        return _put_again(target, property.removeprefix(JSKOS), value)
    kind, name = _BY_PROPERTY.get(property, ("", ""))
    if titles is None:
        if property == OWL.deprecated and value == _TRUE:
            target["deprecated"] = True
            return True
        kind = "" if name in _OF_SCHEMES else kind
    elif property == DCTERMS.title:
        kind, name = "text", "prefLabel"
    elif property == SKOS.prefLabel:
        if value in titles:
            return True
        kind, name = ("", "") if titles else ("text", "prefLabel")
    elif property in (DCTERMS.description, SKOS.definition):
        kind, name = ("texts", "definition") if property == DCTERMS.description else ("", "")
    return bool(kind) and _PUT[kind](target, name, value, groups)


def _put_again(target: Object, name: str, value: Node) -> bool:
    """Put the JSON of a field that is not an RDF property where it was read."""
    is_json = isinstance(value, Literal) and value.datatype == RDF.JSON
    if not is_json or name in target or not name.isidentifier():
        return False
    try:
        target[name] = json.loads(str(value))
    except (json.JSONDecodeError, RecursionError):
        return False
    return target[name] is not None


def _language(value: Node) -> str:
    return (value.language if isinstance(value, Literal) else None) or UNDETERMINED


def _put_text(target: Object, name: str, value: Node, _: Grouped) -> bool:
    if not isinstance(value, Literal) or value.datatype or not value:
        return False
    texts = target.setdefault(name, {})
    if _language(value) in texts:
        return False
    texts[_language(value)] = str(value)
    return True


def _put_texts(target: Object, name: str, value: Node, _: Grouped) -> bool:
    if not isinstance(value, Literal) or value.datatype or not str(value):
        return False
    target.setdefault(name, {}).setdefault(_language(value), []).append(str(value))
    return True


def _put_list(target: Object, name: str, value: Node, _: Grouped) -> bool:
    if not isinstance(value, Literal) or value.datatype or value.language or not str(value):
        return False
    target.setdefault(name, []).append(str(value))
    return True


def _put_string(target: Object, name: str, value: Node, _: Grouped) -> bool:
    if not isinstance(value, Literal) or value.datatype or value.language or name in target:
        return False
    target[name] = str(value)
    return True


def _put_iris(target: Object, name: str, value: Node, _: Grouped) -> bool:
    if not isinstance(value, URIRef) or (name == "depiction" and not is_http_url(value)):
        return False
    target.setdefault(name, []).append(str(value))
    return True


def _put_iri(target: Object, name: str, value: Node, _: Grouped) -> bool:
    is_url = isinstance(value, URIRef) and is_http_url(value)
    if not is_url or name in target:
        return False
    target[name] = str(value)
    return True


def _put_date(target: Object, name: str, value: Node, _: Grouped) -> bool:
    if not isinstance(value, Literal) or not fields.is_date(value) or name in target:
        return False
    target[name] = str(value)
    return True


def _put_set(target: Object, name: str, value: Node, groups: Grouped) -> bool:
    """Put a resource; an agent that is known by name alone is a resource without ``uri``."""
    if isinstance(value, URIRef):
        target.setdefault(name, []).append(_member(name, value, groups))
        return True
    is_name = isinstance(value, Literal) and not value.datatype and str(value)
    if not is_name or fields.SETS.get(name) not in _AGENTS:
        return False
    target.setdefault(name, []).append({"prefLabel": {_language(value): str(value)}})
    return True


def _member(name: str, iri: URIRef, groups: Grouped) -> Object:
    description = groups.get(iri, {}) if fields.SETS.get(name) in _AGENTS else {}
    member: Object = {"uri": str(iri)}
    if FOAF.Person in description.get(RDF.type, ()):
        member["type"] = [str(FOAF.Person)]
    names = description.get(FOAF.name, ())
    if names:
        member["prefLabel"] = {UNDETERMINED: str(names[0])}
    return member


_PUT: Final = {
    "text": _put_text,
    "texts": _put_texts,
    "list": _put_list,
    "string": _put_string,
    "iris": _put_iris,
    "iri": _put_iri,
    "date": _put_date,
    "set": _put_set,
}


def normalized(target: Object, place: str, report: Report) -> Object:
    """Return ``target`` in Normalization Form C, which JSKOS asks for (JSKOS §2); note a change."""
    normal: Object = _normalized(target)
    if normal != target:
        why = "JSKOS asks for Unicode Normalization Form C: it is written so"
        report.add(place, Action.REPAIRED, "text in another normalization form", why)
    return normal


def _normalized(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_normalized(item) for item in value]
    if isinstance(value, dict):
        return {key: _normalized(item) for key, item in value.items()}
    return value
