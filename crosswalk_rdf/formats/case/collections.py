"""Collections and resources in the extensions of a CFDocument (1.1), and back.

CASE groups associations (CFAssociationGrouping) and has topics of items (CFSubject); neither is a
group of items in an order.
"""

from collections.abc import Iterator

from rdflib import URIRef

from crosswalk_rdf.formats.case.extensions import (
    Object,
    json_properties,
    literal_of,
    properties_json,
    term_json,
)
from crosswalk_rdf.formats.case.lexical import iri_of
from crosswalk_rdf.model import Collection, Framework, Origin, Resource


def groups_json(framework: Framework) -> Object:
    """Return the collections and the resources of ``framework``, under their keys."""
    collections = [_collection_json(collection) for collection in framework.collections]
    resources = [
        {"iri": str(resource.iri), "properties": properties_json(resource.properties)}
        for resource in framework.resources
    ]
    lists = {"collections": collections, "resources": resources}
    return {key: values for key, values in lists.items() if values}


def _collection_json(collection: Collection) -> Object:
    fields = {
        "iri": str(collection.iri),
        "ordered": collection.ordered,
        "members": [str(member) for member in collection.members],
        "label": collection.label is not None and term_json(collection.label),
        "notation": collection.notation,
        "properties": properties_json(collection.properties),
    }
    return {key: value for key, value in fields.items() if value}


def json_collections(extension: Object, origin: Origin) -> tuple[Collection, ...]:
    """Return the collections in ``extension``, without anything that is none."""
    return tuple(
        Collection(
            iri=iri,
            ordered=value.get("ordered") is True,
            members=tuple(_iris(value.get("members"))),
            label=literal_of(value.get("label")),
            notation=value["notation"] if isinstance(value.get("notation"), str) else "",
            properties=tuple(json_properties(value.get("properties"))),
            origin=origin,
        )
        for iri, value in _objects(extension.get("collections"))
    )


def json_resources(extension: Object, origin: Origin) -> tuple[Resource, ...]:
    """Return the resources in ``extension``, without anything that is none."""
    return tuple(
        Resource(iri=iri, properties=tuple(json_properties(value["properties"])), origin=origin)
        for iri, value in _objects(extension.get("resources"))
        if isinstance(value.get("properties"), list)
    )


def _objects(values: object) -> Iterator[tuple[URIRef, Object]]:
    """Yield each object of a list that has an IRI, with it."""
    for value in values if isinstance(values, list) else []:
        iris = _iris([value.get("iri")]) if isinstance(value, dict) else ()
        yield from ((iri, value) for iri in iris)


def _iris(values: object) -> Iterator[URIRef]:
    for value in values if isinstance(values, list) else []:
        if isinstance(value, str) and iri_of(value) == value:
            yield URIRef(value)
