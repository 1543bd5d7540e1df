"""Collections and resources as triples of SKOS: the same in the graph and in documents of SKOS."""

from collections.abc import Iterator

from rdflib import RDF, SKOS, Literal, URIRef

from crosswalk_rdf.model.collections import Collection, Resource
from crosswalk_rdf.model.identifiers import unnamed_iri

Triple = tuple[URIRef, URIRef, URIRef | Literal]


def collection_triples(collection: Collection) -> Iterator[Triple]:
    """Yield ``collection`` and its members; an ordered one has a list (SKOS Reference S36)."""
    iri = collection.iri
    yield iri, RDF.type, SKOS.OrderedCollection if collection.ordered else SKOS.Collection
    if collection.label is not None:
        yield iri, SKOS.prefLabel, collection.label
    if collection.notation:
        yield iri, SKOS.notation, Literal(collection.notation)
    if collection.ordered:
        yield from _list_triples(collection)
    else:
        yield from ((iri, SKOS.member, member) for member in collection.members)
    yield from ((iri, further.property, further.value) for further in collection.properties)


def list_nodes(collection: Collection) -> tuple[URIRef, ...]:
    """Return the IRI of each node of the list of ``collection``, which is made of its place."""
    numbers = range(1, len(collection.members) + 1) if collection.ordered else ()
    return tuple(unnamed_iri(collection.iri, f"skos:memberList {number}") for number in numbers)


def _list_triples(collection: Collection) -> Iterator[Triple]:
    """Yield the list of the members (RDF Schema §5.2), no node of which is blank."""
    nodes = (*list_nodes(collection), RDF.nil)
    yield collection.iri, SKOS.memberList, nodes[0]
    for node, rest, member in zip(nodes, nodes[1:], collection.members, strict=False):
        yield node, RDF.first, member
        yield node, RDF.rest, rest


def resource_triples(resource: Resource) -> Iterator[Triple]:
    """Yield all that is said of ``resource``."""
    yield from ((resource.iri, value.property, value.value) for value in resource.properties)
