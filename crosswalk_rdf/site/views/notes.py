"""Labels, notes and other resources that a statement points at, as text with its facts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import DC, DCTERMS, FOAF, RDF, RDFS, SKOS, Literal, URIRef

from crosswalk_rdf.model import Framework, Resource, local_name
from crosswalk_rdf.namespaces import SCHEMA, SKOSXL

_TEXTS: Final = (
    *(RDF.value, SKOSXL.literalForm, SKOS.prefLabel, RDFS.label, DCTERMS.title, DC.title),
    *(FOAF.name, SCHEMA.name, SCHEMA.text, RDFS.comment, DCTERMS.description),
)
"""What is the text of a resource, best first."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """A resource as its text, and what else is said of it."""

    texts: Sequence[Literal]
    """What it says, once in each language."""
    facts: Sequence[tuple[str, Sequence[Literal | URIRef]]]
    """Its source, its date, its creator …: the local name of each property, and the values."""


def note_views(frameworks: Iterable[Framework]) -> Mapping[str, NoteView]:
    """Return the resources of ``frameworks`` by IRI."""
    resources = {r.iri: r for framework in frameworks for r in framework.resources}
    return {str(iri): _view(resource, resources) for iri, resource in resources.items()}


def _view(resource: Resource, resources: Mapping[URIRef, Resource]) -> NoteView:
    property = _text_property(resource)
    texts = [v.value for v in resource.properties if v.property == property]
    facts: dict[str, list[Literal | URIRef]] = {}
    for further in resource.properties:
        if further.property not in (property, RDF.type):
            values = facts.setdefault(local_name(further.property), [])
            values.extend(_names(further.value, resources))
    return NoteView([t for t in texts if isinstance(t, Literal)], list(facts.items()))


def _text_property(resource: Resource) -> URIRef | None:
    """Return the property whose values are the text of ``resource``, if it has one."""
    literals = {v.property for v in resource.properties if isinstance(v.value, Literal)}
    return next((property for property in _TEXTS if property in literals), None)


def _names(value: Literal | URIRef, resources: Mapping[URIRef, Resource]) -> list[Literal | URIRef]:
    """Return ``value``, or the text of the resource that it is."""
    resource = resources.get(value) if isinstance(value, URIRef) else None
    property = _text_property(resource) if resource is not None else None
    if resource is None or property is None:
        return [value]
    return [v.value for v in resource.properties if v.property == property]
