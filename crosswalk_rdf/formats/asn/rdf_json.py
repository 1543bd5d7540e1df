"""RDF/JSON to the properties of each subject (https://www.w3.org/TR/rdf-json/).

``{subject: {property: [{"type": "uri", "value": …, "lang": …, "datatype": …}]}}``
"""

from collections.abc import Mapping
from typing import Any, Final

import pyoxigraph as ox
from rdflib import XSD, BNode, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.rdf_documents import Subject, Term

_IRI_TYPES: Final = ("uri", "iri")


def is_rdf_json(value: object) -> bool:
    """Return whether the JSON value has the form of RDF/JSON, as its first subject shows it."""
    if not isinstance(value, dict) or not value or any(key.startswith("@") for key in value):
        return False
    first = next(iter(value.values()))
    objects = next(iter(first.values()), None) if isinstance(first, dict) else None
    example = objects[0] if isinstance(objects, list) and objects else None
    return isinstance(example, dict) and "value" in example


def subjects_of(
    value: Mapping[str, Any], report: Report
) -> dict[Subject, dict[URIRef, tuple[Term, ...]]]:
    """Return the properties of each subject; anything that is not RDF is reported and skipped."""
    properties_by_subject: dict[Subject, dict[URIRef, tuple[Term, ...]]] = {}
    for name, properties in value.items():
        subject = _resource(name)
        if subject is None or not isinstance(properties, dict):
            report.add(f"/{name}", Action.IGNORED, repr(name), "no subject of RDF/JSON")
            continue
        subject_properties = properties_by_subject.setdefault(subject, {})
        for key, objects in properties.items():
            property = _resource(key)
            if not isinstance(property, URIRef):
                report.add(f"/{name}/{key}", Action.IGNORED, repr(key), "no IRI of a property")
                continue
            values = objects if isinstance(objects, list) else [objects]
            terms = (_term(each, f"/{name}/{key}", report) for each in values)
            subject_properties[property] = tuple(term for term in terms if term is not None)
    return properties_by_subject


def _resource(text: object) -> URIRef | BNode | None:
    if not isinstance(text, str):
        return None
    if text.startswith("_:"):
        return BNode(text[2:])
    try:
        return URIRef(ox.NamedNode(text).value)
    except ValueError:
        return None


def _term(value: object, place: str, report: Report) -> Term | None:
    """Return the object ``value``; text where an IRI is required and ``value`` is none."""
    if not isinstance(value, dict) or not isinstance(value.get("value"), str | int | float):
        report.add(place, Action.IGNORED, repr(value)[:80], "no object of RDF/JSON: no value")
        return None
    text, kind = str(value["value"]), value.get("type")
    if kind in (*_IRI_TYPES, "bnode"):
        resource = _resource(text)
        if resource is None:
            report.add(place, Action.KEPT, repr(text[:80]), "no IRI: kept as text")
        return resource or _literal(text, None, None, place, report)
    return _literal(text, value.get("lang"), value.get("datatype"), place, report)


def _literal(text: str, language: object, datatype: object, place: str, report: Report) -> Literal:
    try:
        clean = text.encode("utf-8", "replace").decode()
        if isinstance(language, str) and language:
            return Literal(ox.Literal(clean, language=language).value, lang=language)
        if isinstance(datatype, str) and datatype and URIRef(datatype) != XSD.string:
            datatype_iri = URIRef(ox.NamedNode(datatype).value)
            return Literal(clean, datatype=datatype_iri, normalize=False)
    except ValueError as error:
        report.add(place, Action.REPAIRED, repr(text[:80]), f"read as plain text: {error}")
    return Literal(clean)
