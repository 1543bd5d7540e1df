"""The description of what is published: DCAT 3, VoID and PROV-O."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rdflib import DCTERMS, FOAF, PROV, RDF, VOID, Literal, URIRef

from crosswalk_rdf.graph.statistics import Statistics
from crosswalk_rdf.graph.terms import Triple, agent_triples, date, number, rights_triples
from crosswalk_rdf.model import Crosswalk, MappingSet, Publication
from crosswalk_rdf.model.iso_639 import three_letter_code
from crosswalk_rdf.namespaces import DCAT, PREFIXES, graph_iri, ontology_namespace

_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_LANGUAGES = "http://publications.europa.eu/resource/authority/language/"
"""Languages by code: the authority table that DCAT-AP 3.0.1 wants ``dcterms:language`` from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """A file that holds the whole dataset, or one named graph of it."""

    path: str
    """Below the base IRI."""
    media_type: str
    compressed: bool = False
    """It is compressed with gzip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphDescription:
    """One named graph: what it is about, under which rights and license, and how much it holds."""

    name: str
    title: Literal
    description: Literal
    topic: URIRef
    rights: Literal
    license: URIRef | None
    language: str
    """The tag of the language of its texts; empty for none."""
    statistics: Statistics
    dumps: tuple[Dump, ...]


def dataset_triples(
    publication: Publication, total: Statistics, dumps: tuple[Dump, ...]
) -> Iterator[Triple]:
    """Yield the catalog (DCAT 3) and the dataset as a whole (DCAT 3, VoID)."""
    catalog, iri = URIRef(f"{publication.base}catalog"), dataset_iri(publication)
    yield catalog, RDF.type, DCAT.Catalog
    yield catalog, DCTERMS.title, publication.title
    yield catalog, DCTERMS.description, publication.description
    yield catalog, DCTERMS.publisher, publication.creator.iri
    yield catalog, DCAT.dataset, iri
    for kind in (DCAT.Dataset, VOID.Dataset, PROV.Entity):
        yield iri, RDF.type, kind
    yield iri, DCTERMS.title, publication.title
    yield iri, DCTERMS.description, publication.description
    yield iri, DCTERMS.creator, publication.creator.iri
    yield iri, DCTERMS.publisher, publication.creator.iri
    yield from agent_triples(publication.creator)
    yield publication.creator.iri, RDF.type, FOAF.Agent
    yield iri, DCTERMS.identifier, Literal(publication.id)
    yield iri, DCTERMS.issued, date(publication.issued)
    yield iri, DCTERMS.modified, date(publication.modified)
    yield from _language_triples(iri, publication.language)
    yield iri, DCTERMS.rights, publication.rights
    yield iri, DCAT.version, Literal(publication.version)
    yield iri, VOID.uriSpace, Literal(publication.base)
    for framework in publication.frameworks:
        yield iri, VOID.exampleResource, framework.iri
        yield iri, VOID.rootResource, framework.iri
    yield from _dump_triples(iri, publication.base, dumps)
    yield from _vocabulary_triples(iri, total)
    yield from _count_triples(iri, total)
    yield from _partition_triples(iri, total)


def graph_triples(graph: GraphDescription, publication: Publication) -> Iterator[Triple]:
    """Yield the description of one named graph as a subset of the dataset."""
    iri = graph_iri(publication.base, graph.name)
    yield dataset_iri(publication), VOID.subset, iri
    yield dataset_iri(publication), DCTERMS.hasPart, iri
    for kind in (DCAT.Dataset, VOID.Dataset, PROV.Entity):
        yield iri, RDF.type, kind
    yield iri, DCTERMS.title, graph.title
    yield iri, DCTERMS.description, graph.description
    yield from _language_triples(iri, graph.language)
    yield iri, DCTERMS.publisher, publication.creator.iri
    yield iri, DCTERMS.isPartOf, dataset_iri(publication)
    yield iri, FOAF.primaryTopic, graph.topic
    yield from rights_triples(iri, graph.rights, graph.license)
    yield from _dump_triples(iri, publication.base, graph.dumps, graph.license)
    yield from _count_triples(iri, graph.statistics)


def linkset_triples(part: MappingSet, publication: Publication) -> Iterator[Triple]:
    """Yield one part of a crosswalk as a linkset between two frameworks (VoID, section 5).

    A framework that is published elsewhere stands for its own dataset. A part that claims no match
    links nothing.
    """
    if not part.claims:
        return
    names = {framework.iri: framework.id for framework in publication.frameworks}
    yield part.iri, RDF.type, VOID.Linkset
    yield dataset_iri(publication), VOID.subset, part.iri
    for property, source in (
        (VOID.subjectsTarget, part.subject_source),
        (VOID.objectsTarget, part.object_source),
    ):
        name = names.get(source)
        yield part.iri, property, graph_iri(publication.base, name) if name else source
    for predicate in sorted({claim.predicate for claim in part.claims}):
        yield part.iri, VOID.linkPredicate, predicate
    links = {(claim.subject, claim.predicate, claim.object) for claim in part.claims}
    yield part.iri, VOID.triples, number(len(links))


def source_triples(crosswalk: Crosswalk, base: str) -> Iterator[Triple]:
    """Yield the description of the document that ``crosswalk`` was read from."""
    source, xw = crosswalk.source, ontology_namespace(base)
    if source is None:
        return
    yield source.iri, RDF.type, PROV.Entity
    yield source.iri, RDF.type, xw.SourceDocument
    yield source.iri, DCTERMS.title, source.title
    if crosswalk.publisher:
        yield source.iri, DCTERMS.publisher, crosswalk.publisher.iri
    yield source.iri, DCTERMS.issued, date(crosswalk.issued)
    yield source.iri, xw.sha256, Literal(source.checksum)
    yield source.iri, xw.lineCount, number(source.line_count)


def dataset_iri(publication: Publication) -> URIRef:
    """Return the IRI of the whole dataset."""
    return URIRef(f"{publication.base}dataset")


def _dump_triples(
    iri: URIRef, base: str, dumps: tuple[Dump, ...], license: URIRef | None = None
) -> Iterator[Triple]:
    """Yield each file of the dataset ``iri`` as a distribution of it."""
    if license and dumps:
        yield license, RDF.type, DCTERMS.LicenseDocument
    for dump in dumps:
        file, media_type = URIRef(base + dump.path), URIRef(_MEDIA_TYPES + dump.media_type)
        yield iri, VOID.dataDump, file
        yield iri, DCAT.distribution, file
        yield file, RDF.type, DCAT.Distribution
        yield file, DCAT.accessURL, file
        yield file, DCAT.downloadURL, file
        yield from _media_type_triples(file, DCAT.mediaType, media_type)
        if license:
            yield file, DCTERMS.license, license
        if dump.compressed:
            gzip = URIRef(f"{_MEDIA_TYPES}application/gzip")
            yield from _media_type_triples(file, DCAT.compressFormat, gzip)


def _media_type_triples(file: URIRef, property: URIRef, media_type: URIRef) -> Iterator[Triple]:
    yield file, property, media_type
    yield media_type, RDF.type, DCTERMS.MediaType


def _language_triples(iri: URIRef, tag: str) -> Iterator[Triple]:
    """Yield the language of ``iri``; nothing for a tag that the authority table cannot have."""
    if code := three_letter_code(tag):
        language = URIRef(_LANGUAGES + code.upper())
        yield iri, DCTERMS.language, language
        yield language, RDF.type, DCTERMS.LinguisticSystem


def _vocabulary_triples(iri: URIRef, total: Statistics) -> Iterator[Triple]:
    terms = (*total.properties, *total.classes)
    for namespace in sorted(PREFIXES.values()):
        if any(name.startswith(namespace) for name in terms):
            yield iri, VOID.vocabulary, URIRef(namespace)


def _count_triples(iri: URIRef, statistics: Statistics) -> Iterator[Triple]:
    yield iri, VOID.triples, number(statistics.triples)
    yield iri, VOID.distinctSubjects, number(statistics.subjects)


def _partition_triples(iri: URIRef, total: Statistics) -> Iterator[Triple]:
    for name, count in sorted(total.classes.items()):
        partition = URIRef(f"{iri}/class-partition/{_path_segment(name)}")
        yield iri, VOID.classPartition, partition
        yield partition, RDF.type, VOID.Dataset
        yield partition, VOID["class"], URIRef(name)
        yield partition, VOID.entities, number(count)
    for name, count in sorted(total.properties.items()):
        partition = URIRef(f"{iri}/property-partition/{_path_segment(name)}")
        yield iri, VOID.propertyPartition, partition
        yield partition, RDF.type, VOID.Dataset
        yield partition, VOID.property, URIRef(name)
        yield partition, VOID.triples, number(count)


def _path_segment(name: str) -> str:
    """Return a term's prefix and local name as one segment of a path: ``skos.prefLabel``."""
    prefixes: Mapping[str, str] = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    cut = max(name.rfind("#"), name.rfind("/")) + 1
    return f"{prefixes.get(name[:cut], 'xw')}.{name[cut:]}"
