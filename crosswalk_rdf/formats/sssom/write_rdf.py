"""Parts of crosswalks to SSSOM/RDF (SSSOM, "The SSSOM/RDF serialisation format").

Sets and records have their IRIs, so there are no blank nodes. Extension definitions are left out,
as the format allows for what is read as RDF.
"""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox
from rdflib import DCTERMS, OWL, RDF, SKOS, XSD, Literal, Namespace, URIRef
from rdflib.term import Node

from crosswalk_rdf.formats.format import Action, Report, Unwritable, Writing
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.formats.sssom.coverage import COVERAGE
from crosswalk_rdf.formats.sssom.curies import own_prefixes
from crosswalk_rdf.formats.sssom.fields import (
    JUSTIFICATION,
    LINES,
    MODIFIER,
    SOURCES,
    TEXTS,
    TYPES,
    VERSION,
    extension_values,
)
from crosswalk_rdf.formats.sssom.terms import property_of
from crosswalk_rdf.formats.sssom.to_document import NO_BASE
from crosswalk_rdf.model import Alignment, Crosswalk, MappingSet, Package
from crosswalk_rdf.model.published_file import PublishedFile
from crosswalk_rdf.namespaces import PREFIXES, SSSOM, ontology_namespace
from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.serialization.write import serialize
from crosswalk_rdf.store.terms import InvalidTerm, to_oxigraph

SUFFIX: Final = ".sssom.ttl"
_Triple = tuple[URIRef, URIRef, Node]


def write(package: Package) -> Writing:
    """Return each part of each crosswalk as SSSOM/RDF in Turtle.

    Raises Unwritable for a package without alignments.
    """
    if not any(crosswalk.parts for crosswalk in package.crosswalks):
        raise Unwritable("a package without alignments: SSSOM holds nothing else")
    report = Report()
    report_losses(package, COVERAGE, report)
    documents: dict[str, bytes] = {}
    for crosswalk in package.crosswalks:
        for part in crosswalk.parts:
            id = part.id if part.id not in documents else f"{crosswalk.id}-{part.id}"
            documents[id] = _turtle(part, crosswalk, package, report)
            report.count("records", len(part.alignments), len(part.alignments))
    return Writing(documents, report)


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield ``sssom/<crosswalk>/<part>.sssom.ttl``, beside the SSSOM/TSV of the same part."""
    for crosswalk in package.crosswalks:
        for part in crosswalk.parts:
            data = _turtle(part, crosswalk, package, Report())
            path = f"sssom/{crosswalk.id}/{part.id}{SUFFIX}"
            yield PublishedFile(path, data, (str(part.iri),))


def _turtle(part: MappingSet, crosswalk: Crosswalk, package: Package, report: Report) -> bytes:
    quads = []
    for triple in part_triples(part, package.base):
        try:
            quads.append(ox.Quad(*map(to_oxigraph, triple)))  # type: ignore[arg-type]
        except (InvalidTerm, ValueError) as error:
            what = f"{triple[1]} {triple[2]}"
            report.add(str(triple[0]), Action.NOT_CARRIED, what, f"RDF cannot say it: {error}")
    own = own_prefixes(package.base, package.frameworks, crosswalk)
    names = {**PREFIXES, **dict(part.prefixes), **own}
    return serialize(quads, by_name("turtle"), prefixes=names, context=Context())


def part_triples(part: MappingSet, base: str) -> Iterator[_Triple]:
    """Yield a mapping set with all its records, slots in their propagated form."""
    iri = part.iri
    yield iri, RDF.type, SSSOM.MappingSet
    yield iri, SSSOM[VERSION], SSSOM["version1.1"]
    yield iri, DCTERMS.title, Literal(str(part.title))
    if part.description is not None:
        yield iri, DCTERMS.description, Literal(str(part.description))
    yield iri, DCTERMS.license, part.license
    yield from ((iri, slot.property, value) for slot in part.slots for value in slot.values)
    for alignment in part.alignments:
        yield iri, SSSOM.mappings, alignment.iri
        yield from record_triples(alignment, part, base)


def record_triples(alignment: Alignment, part: MappingSet, base: str) -> Iterator[_Triple]:
    """Yield one record, an ``owl:Axiom``, and the statement that it is about, if not negated."""
    iri = alignment.iri
    yield iri, RDF.type, OWL.Axiom
    yield iri, OWL.annotatedSource, alignment.subject
    yield iri, OWL.annotatedProperty, alignment.predicate
    yield iri, OWL.annotatedTarget, alignment.object
    yield iri, SSSOM[JUSTIFICATION], alignment.justification
    given = {slot.name for slot in alignment.slots}
    for slot in SOURCES:
        yield iri, SSSOM[slot], getattr(part, slot)
    if given.isdisjoint(TYPES):
        yield from ((iri, SSSOM[slot], SKOS.Concept) for slot in TYPES)
    for slot, field in TEXTS.items():
        if text := getattr(alignment, field):
            yield iri, property_of(slot), Literal(text)
    own = ontology_namespace(base) if base else Namespace(NO_BASE)
    for extension, value in extension_values(alignment):
        datatype = XSD.integer if extension in LINES else None
        yield iri, own[extension.property], Literal(value, datatype=datatype)
    yield from ((iri, slot.property, value) for slot in alignment.slots for value in slot.values)
    if alignment.negated:
        yield iri, SSSOM[MODIFIER], SSSOM.NegatedPredicate
    else:
        yield alignment.subject, alignment.predicate, alignment.object
