"""An ASN document (RDF/XML, Turtle, RDF/JSON …) to a package."""

import re
from collections.abc import Mapping
from typing import Any, Final

from rdflib import RDF, BNode, URIRef

from crosswalk_rdf.formats.asn.rdf_json import is_rdf_json, subjects_of
from crosswalk_rdf.formats.format import Action, Reading, Report
from crosswalk_rdf.formats.shared.asn_model.node import Node, Value, canonical
from crosswalk_rdf.formats.shared.asn_model.package import read_nodes
from crosswalk_rdf.formats.shared.json_documents import read_json
from crosswalk_rdf.formats.shared.rdf_documents import Properties, Subject, Term, read_rdf
from crosswalk_rdf.model import unnamed_iri
from crosswalk_rdf.namespaces import ASN

_NAMESPACE: Final = re.compile(rb"https?://purl\.org/(ASN|asn)/schema/core/")
_CLASS: Final = re.compile(rb"\bStandardDocument\b|\basn:Statement\b|schema/core/Statement\b")
_OTHER: Final = re.compile(rb"credreg\.net/ctdl|purl\.org/ctdlasn/terms/")
_JSON: Final = re.compile(rb"(\xef\xbb\xbf)?\s*\{")
_SPACES: Final = ("https://purl.org/ASN/schema/core/", "http://purl.org/asn/schema/core/")


def read(data: bytes, file: str) -> Reading:
    """Return the standards documents that ``data`` describes, in whichever syntax of RDF it is.

    Raises InputFaults for what cannot be parsed, and for what describes no standards.
    """
    report = Report()
    subjects = _subjects(data, file, report)
    owner = next((str(s) for s in subjects if isinstance(s, URIRef)), "")
    nodes = [_node(subject, properties, owner) for subject, properties in subjects.items()]
    reading = read_nodes(nodes, file, report)
    _count_triples(nodes, report)
    return reading


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` uses the classes of ASN, and is not CTDL-ASN."""
    return bool(_NAMESPACE.search(data) and _CLASS.search(data) and not _OTHER.search(data))


def _subjects(data: bytes, file: str, report: Report) -> Mapping[Subject, Properties]:
    if _JSON.match(data):
        value: Any = read_json(data, file)
        if is_rdf_json(value):
            return subjects_of(value, report)
    return read_rdf(data, file).subjects


def _node(subject: Subject, by_property: Properties, owner: str) -> Node:
    iri = _iri(subject, owner)
    properties: dict[URIRef, list[Value]] = {}
    types: list[URIRef] = []
    for property, values in by_property.items():
        terms = [_value(value, owner) for value in values]
        if property == RDF.type:
            types = [_meant(term) for term in terms if isinstance(term, URIRef)]
        else:
            properties.setdefault(_meant(property), []).extend(terms)
    return Node(iri, str(iri), tuple(types), canonical(properties))


def _meant(iri: URIRef) -> URIRef:
    """Return the term of ASN where ``iri`` has its namespace in another spelling."""
    for space in _SPACES:
        if iri.startswith(space):
            return ASN[iri[len(space) :]]
    return iri


def _iri(subject: Subject, owner: str) -> URIRef:
    return unnamed_iri(owner, f"_:{subject}") if isinstance(subject, BNode) else subject


def _value(term: Term, owner: str) -> Value:
    return _iri(term, owner) if isinstance(term, BNode) else term


def _count_triples(nodes: list[Node], report: Report) -> None:
    """Count the triples, those of things that have no place in the model as not carried."""
    lost = {r.place for r in report.remarks if r.action is Action.NOT_CARRIED}
    for node in nodes:
        size = len(node.types) + sum(len(values) for values in node.properties.values())
        report.count("triples", size, 0 if node.place in lost else size)
