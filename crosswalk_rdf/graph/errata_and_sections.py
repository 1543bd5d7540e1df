"""Errata and passages of prose to triples."""

from collections.abc import Iterator

from rdflib import DCTERMS, RDF, RDFS, Literal

from crosswalk_rdf.graph.terms import Triple, boolean, line_triples, number
from crosswalk_rdf.model import Crosswalk, Erratum, Section
from crosswalk_rdf.namespaces import SCHEMA, ontology_namespace


def erratum_triples(
    erratum: Erratum, crosswalk: Crosswalk, base: str, language: str
) -> Iterator[Triple]:
    """Yield the triples that describe ``erratum``; its comment is in ``language``."""
    iri, xw = erratum.iri, ontology_namespace(base)
    yield iri, RDF.type, xw.Erratum
    yield iri, DCTERMS.isPartOf, crosswalk.iri
    yield iri, DCTERMS.identifier, Literal(erratum.id)
    yield iri, xw.erratumKind, erratum.kind
    yield iri, xw.printedIn, erratum.part
    yield from line_triples(iri, erratum.lines, base)
    yield iri, xw.printed, Literal(erratum.printed)
    if erratum.canonical:
        yield iri, xw.canonical, Literal(erratum.canonical)
    yield iri, RDFS.comment, Literal(erratum.comment, lang=language)
    yield iri, xw.changesAlignment, boolean(erratum.changes_alignment)
    yield iri, xw.judgement, boolean(erratum.judgement)
    yield from ((iri, xw.concerns, resource) for resource in erratum.concerns)


def section_triples(
    section: Section, crosswalk: Crosswalk, base: str, language: str
) -> Iterator[Triple]:
    """Yield the triples that describe ``section``; its text is in ``language``."""
    iri, xw = section.iri, ontology_namespace(base)
    yield iri, RDF.type, xw.Section
    yield iri, DCTERMS.isPartOf, crosswalk.iri
    yield iri, DCTERMS.identifier, Literal(section.id)
    yield iri, xw.sectionKind, section.kind
    if section.title:
        yield iri, DCTERMS.title, Literal(section.title, lang=language)
    yield iri, SCHEMA.text, Literal(section.text, lang=language)
    yield iri, xw.position, number(section.position)
    yield iri, xw.printedIn, section.part
    yield from line_triples(iri, section.lines, base)
    yield from ((iri, SCHEMA.about, resource) for resource in section.about)
