"""The subjects of an RDF document to nodes, in whichever spelling it has the namespaces."""

from collections.abc import Mapping
from typing import Final

from rdflib import RDF, BNode, URIRef

from crosswalk_rdf.formats.shared.asn_model.node import Node, Value, canonical
from crosswalk_rdf.formats.shared.rdf_documents import Properties, Subject, Term
from crosswalk_rdf.model import unnamed_iri
from crosswalk_rdf.namespaces import ASN, CEASN, CETERMS, SCHEMA

SPELLINGS: Final[Mapping[str, str]] = {
    "http://purl.org/ctdlasn/terms/": str(CEASN),
    "http://purl.org/ctdl/terms/": str(CETERMS),
    "https://purl.org/ASN/schema/core/": str(ASN),
    "http://purl.org/asn/schema/core/": str(ASN),
    "https://purl.org/asn/schema/core/": str(ASN),
    "http://schema.org/": str(SCHEMA),
    "https://purl.org/dc/terms/": "http://purl.org/dc/terms/",
    "https://www.w3.org/2004/02/skos/core#": "http://www.w3.org/2004/02/skos/core#",
}
"""Namespaces as producers write them, and as they are meant."""


def meant(iri: str) -> str:
    """Return the term that ``iri`` means, where it has a namespace in another spelling."""
    for spelling, space in SPELLINGS.items():
        if iri.startswith(spelling):
            return space + iri[len(spelling) :]
    return iri


def nodes_of_subjects(subjects: Mapping[Subject, Properties]) -> list[Node]:
    """Return a node for each subject; a blank node is named after the first that has an IRI."""
    owner = next((str(s) for s in subjects if isinstance(s, URIRef)), "")
    return [_node(subject, properties, owner) for subject, properties in subjects.items()]


def _node(subject: Subject, by_property: Properties, owner: str) -> Node:
    iri = _iri(subject, owner)
    properties: dict[URIRef, list[Value]] = {}
    types: list[URIRef] = []
    for property, values in by_property.items():
        terms = [_value(value, owner) for value in values]
        if property == RDF.type:
            types = [URIRef(meant(term)) for term in terms if isinstance(term, URIRef)]
        else:
            properties.setdefault(URIRef(meant(property)), []).extend(terms)
    return Node(iri, str(iri), tuple(types), canonical(properties))


def _iri(subject: Subject, owner: str) -> URIRef:
    return unnamed_iri(owner, f"_:{subject}") if isinstance(subject, BNode) else subject


def _value(term: Term, owner: str) -> Value:
    return _iri(term, owner) if isinstance(term, BNode) else term
