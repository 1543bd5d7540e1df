"""Literals and small groups of triples that several kinds of resource share."""

from collections.abc import Iterable, Iterator

from rdflib import DCTERMS, FOAF, PROV, RDF, XSD, Literal, URIRef
from rdflib.term import Node

from crosswalk_rdf.model import Agent
from crosswalk_rdf.model.alignment_triples import LINE_PROPERTIES
from crosswalk_rdf.namespaces import CC, ontology_namespace

Triple = tuple[Node, Node, Node]

_DATE_TYPES = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}


def date(text: str) -> Literal:
    """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD`` as a literal, as exact as it is."""
    return Literal(text, datatype=_DATE_TYPES[len(text)], normalize=False)


def number(value: int) -> Literal:
    """Return an ``xsd:integer``."""
    return Literal(str(value), datatype=XSD.integer)


def boolean(value: bool) -> Literal:
    """Return an ``xsd:boolean``."""
    return Literal(str(value).lower(), datatype=XSD.boolean)


def agent_triples(agent: Agent) -> Iterator[Triple]:
    """Yield the triples that describe a person or an organization."""
    yield agent.iri, RDF.type, FOAF[agent.type]
    yield agent.iri, RDF.type, PROV.Agent
    yield agent.iri, FOAF.name, Literal(agent.name)


def responsibility_triples(
    iri: URIRef,
    creators: Iterable[Agent],
    publisher: Agent | None,
    rights_holder: Agent | None = None,
) -> Iterator[Triple]:
    """Yield who made, published and holds the rights in ``iri``, and who they are."""
    for creator in creators:
        yield iri, DCTERMS.creator, creator.iri
        yield from agent_triples(creator)
    if publisher:
        yield iri, DCTERMS.publisher, publisher.iri
        yield from agent_triples(publisher)
    if rights_holder:
        yield iri, DCTERMS.rightsHolder, rights_holder.iri
        yield from agent_triples(rights_holder)


def rights_triples(
    iri: URIRef, rights: Literal, license: URIRef | None, attribution: str = ""
) -> Iterator[Triple]:
    """Yield the rights in ``iri``: in words, the license, whom to credit; none that is not said."""
    if rights:
        yield iri, DCTERMS.rights, rights
    if license:
        yield iri, DCTERMS.license, license
    if attribution:
        yield iri, CC.attributionName, Literal(attribution)


def line_triples(iri: URIRef, lines: tuple[int, int] | None, base: str) -> Iterator[Triple]:
    """Yield the first and last line of the source at which ``iri`` was printed."""
    if lines:
        xw = ontology_namespace(base)
        yield from ((iri, xw[p], number(n)) for p, n in zip(LINE_PROPERTIES, lines, strict=True))
