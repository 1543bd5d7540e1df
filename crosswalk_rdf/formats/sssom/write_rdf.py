"""Parts of crosswalks to SSSOM/RDF (SSSOM specification, SSSOM/RDF).

Sets and records have their IRIs, so there are no blank nodes. Extension definitions are left out,
as the format allows for what is read as RDF.
"""

from collections.abc import Iterator
from typing import Final

import pyoxigraph as ox
from rdflib import DCTERMS, RDF, SKOS, Literal, Namespace, URIRef
from rdflib.term import Node

from crosswalk_rdf.formats.format import Action, Report, Writing
from crosswalk_rdf.formats.sssom.curies import own_prefixes
from crosswalk_rdf.formats.sssom.fields import TYPES, VERSION
from crosswalk_rdf.formats.sssom.parts import write_parts
from crosswalk_rdf.formats.sssom.to_document import NO_BASE
from crosswalk_rdf.model import Alignment, Crosswalk, MappingSet, Package
from crosswalk_rdf.model.alignment_triples import alignment_triples
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

    def write_part(part: MappingSet, crosswalk: Crosswalk, report: Report) -> bytes:
        report.count("records", len(part.alignments), len(part.alignments))
        return _turtle(part, crosswalk, package, report)

    return write_parts(package, write_part)


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
    own = ontology_namespace(base) if base else Namespace(NO_BASE)
    yield from alignment_triples(alignment, part, own)
    if {slot.name for slot in alignment.slots}.isdisjoint(TYPES):
        yield from ((alignment.iri, SSSOM[slot], SKOS.Concept) for slot in TYPES)
