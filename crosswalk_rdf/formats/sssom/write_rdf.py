"""Parts of crosswalks to SSSOM/RDF (SSSOM specification, SSSOM/RDF).

What a publication has has IRIs, so that there are no blank nodes; an imported record without a
``record_id`` is one. Extension definitions are left out,
as the format allows for what is read as RDF.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import pyoxigraph as ox
from rdflib import DCTERMS, OWL, RDF, BNode, Literal, Namespace, URIRef
from rdflib.term import Node

from crosswalk_rdf.formats.format import Action, Report, Writing
from crosswalk_rdf.formats.sssom.curies import own_prefixes
from crosswalk_rdf.formats.sssom.fields import SOURCES, VERSION
from crosswalk_rdf.formats.sssom.parts import set_of, write_parts
from crosswalk_rdf.formats.sssom.to_document import NO_BASE
from crosswalk_rdf.model import Alignment, Crosswalk, MappingSet, Package, literal_iri
from crosswalk_rdf.model.alignment_triples import alignment_triples, type_triples
from crosswalk_rdf.model.published_file import PublishedFile
from crosswalk_rdf.namespaces import PREFIXES, SSSOM, ontology_namespace
from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.serialization.syntaxes import by_name
from crosswalk_rdf.serialization.write import serialize
from crosswalk_rdf.store.terms import InvalidTerm, to_oxigraph

SUFFIX: Final = ".sssom.ttl"
_Triple = tuple[URIRef | BNode, URIRef, Node]


def write(package: Package) -> Writing:
    """Return each part of each crosswalk as SSSOM/RDF in Turtle.

    Raises Unwritable for a package without alignments.
    """

    def write_set(parts: Sequence[MappingSet], crosswalk: Crosswalk, report: Report) -> bytes:
        total = sum(len(part.alignments) for part in parts)
        report.count("records", total, total)
        return _turtle(parts, crosswalk, package, report)

    return write_parts(package, write_set)


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield ``sssom/<crosswalk>/<part>.sssom.ttl``, beside the SSSOM/TSV of the same part."""
    for crosswalk in package.crosswalks:
        for part in crosswalk.parts:
            data = _turtle((part,), crosswalk, package, Report())
            path = f"sssom/{crosswalk.id}/{part.id}{SUFFIX}"
            yield PublishedFile(path, data, (str(part.iri),))


def _turtle(
    parts: Sequence[MappingSet], crosswalk: Crosswalk, package: Package, report: Report
) -> bytes:
    quads = []
    for triple in set_triples(parts, crosswalk, package.base):
        try:
            quads.append(ox.Quad(*map(to_oxigraph, triple)))  # type: ignore[arg-type]
        except (InvalidTerm, ValueError) as error:
            what = f"{triple[1]} {triple[2]}"
            report.add(str(triple[0]), Action.NOT_CARRIED, what, f"RDF cannot say it: {error}")
    own = own_prefixes(package.base, package.frameworks, crosswalk)
    names = {**PREFIXES, **dict(parts[0].prefixes), **own}
    return serialize(quads, by_name("turtle"), prefixes=names, context=Context())


def set_triples(parts: Sequence[MappingSet], crosswalk: Crosswalk, base: str) -> Iterator[_Triple]:
    """Yield the mapping set of ``parts`` with all its records, slots in their propagated form."""
    whole = set_of(parts, crosswalk)
    iri = whole.iri
    yield iri, RDF.type, SSSOM.MappingSet
    yield iri, SSSOM[VERSION], SSSOM["version1.1"]
    if "title" not in whole.assumed:
        yield iri, DCTERMS.title, Literal(str(whole.title))
    if whole.description is not None:
        yield iri, DCTERMS.description, Literal(str(whole.description))
    yield iri, DCTERMS.license, whole.license
    yield from ((iri, slot.property, value) for slot in whole.slots for value in slot.values)
    external = {framework.iri for framework in crosswalk.external}
    own = ontology_namespace(base) if base else Namespace(NO_BASE)
    for part in parts:
        for alignment in part.alignments:
            triples = (
                *alignment_triples(alignment, part, own),
                *type_triples(alignment, part, external),
            )
            for subject, property, value in _stated(triples, alignment, part):
                node = _node(alignment) if subject == alignment.iri else subject
                yield node, property, value
            yield iri, SSSOM.mappings, _node(alignment)


def _node(alignment: Alignment) -> URIRef | BNode:
    """Return the node of a record: blank for one that has no ``record_id``."""
    return BNode(f"r{alignment.iri.rpartition(':')[2]}") if alignment.unnamed else alignment.iri


def _stated(
    triples: Iterable[_Triple], alignment: Alignment, part: MappingSet
) -> Iterator[_Triple]:
    """Yield ``triples`` of ``alignment`` without those that a foreign document does not state."""
    left_out = {(SSSOM[slot], getattr(part, slot)) for slot in SOURCES if slot in part.assumed}
    if alignment.literal:
        labels = (alignment.subject_label, alignment.object_label)
        texts = {literal_iri(label) for label in labels if label}
        left_out |= {(OWL.annotatedSource, text) for text in texts}
        left_out |= {(OWL.annotatedTarget, text) for text in texts}
    for triple in triples:
        if triple[0] != alignment.iri or triple[1:] not in left_out:
            yield triple
