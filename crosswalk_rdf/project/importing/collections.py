"""Foreign collections and resources to what ``data/frameworks/<id>/`` can hold."""

from collections.abc import Iterator
from dataclasses import replace

from rdflib import SKOS

from crosswalk_rdf.model import Collection, Framework, PropertyValue, Resource
from crosswalk_rdf.project.importing.import_context import ImportContext
from crosswalk_rdf.project.importing.properties import further_properties


def collections(framework: Framework, context: ImportContext) -> Iterator[Collection]:
    """Yield the collections of ``framework``; a label in no language becomes a property."""
    for collection in framework.collections:
        label, properties = collection.label, collection.properties
        if label is not None and not label.language:
            properties = (PropertyValue(SKOS.prefLabel, label), *properties)
            label = None
        named = further_properties(properties, collection.iri, context)
        yield replace(collection, label=label, properties=tuple(named))


def resources(framework: Framework, context: ImportContext) -> Iterator[Resource]:
    """Yield the resources of ``framework`` of which something is said."""
    for resource in framework.resources:
        named = further_properties(resource.properties, resource.iri, context)
        if resource.properties:
            yield replace(resource, properties=tuple(named))
