"""Where each named graph came from (PROV-O): files, the build and the inference."""

from collections.abc import Iterable, Iterator

from rdflib import DCTERMS, FOAF, OWL, PROV, RDF, Literal, URIRef

from crosswalk_rdf import __version__
from crosswalk_rdf.graph.terms import Triple, date
from crosswalk_rdf.model import Crosswalk, DataFile, Framework, Publication
from crosswalk_rdf.namespaces import graph_iri, ontology_namespace

_BUILD = "activity/build"
_INFERENCE = "activity/inference"
_SOFTWARE = "agent/crosswalk-rdf"


def provenance_triples(
    publication: Publication, graphs: Iterable[str], reasoner: str
) -> Iterator[Triple]:
    """Yield what every graph was made from, by which activity and which software."""
    base = publication.base
    build, inference = URIRef(base + _BUILD), URIRef(base + _INFERENCE)
    software = URIRef(base + _SOFTWARE)
    yield software, RDF.type, PROV.SoftwareAgent
    yield software, FOAF.name, Literal("crosswalk-rdf")
    yield software, OWL.versionInfo, Literal(__version__)
    for activity in (build, inference):
        yield activity, RDF.type, PROV.Activity
        yield activity, PROV.wasAssociatedWith, software
    yield inference, DCTERMS.description, Literal(f"Inference by {reasoner}", lang="en")
    inferred = graph_iri(base, "inferred")
    for name in graphs:
        graph = graph_iri(base, name)
        yield graph, PROV.wasGeneratedBy, inference if graph == inferred else build
        if graph != inferred:
            yield inference, PROV.used, graph
            yield inferred, PROV.wasDerivedFrom, graph
    for file in publication.files:
        yield from _file_triples(file, build, base)
    for framework in publication.frameworks:
        yield from _import_triples(framework, [framework.id], base)
    for crosswalk in publication.crosswalks:
        parts = [f"{crosswalk.id}/{part.id}" for part in crosswalk.parts]
        yield from _import_triples(crosswalk, parts, base)
        yield from _printed_triples(crosswalk, publication.frameworks, base)


def _file_triples(file: DataFile, build: URIRef, base: str) -> Iterator[Triple]:
    iri = URIRef(base + file.path)
    yield iri, RDF.type, PROV.Entity
    yield iri, DCTERMS.identifier, Literal(file.path)
    yield iri, ontology_namespace(base).sha256, Literal(file.checksum)
    yield build, PROV.used, iri
    if file.graph != "dataset":
        yield graph_iri(base, file.graph), PROV.wasDerivedFrom, iri


def _import_triples(
    imported: Framework | Crosswalk, graphs: Iterable[str], base: str
) -> Iterator[Triple]:
    """Yield from which file, of which version, by which import the ``graphs`` came."""
    source = imported.imported
    if source is None:
        return
    activity = URIRef(f"{base}activity/import/{imported.id}")
    file = URIRef(f"{activity}/file")
    yield activity, RDF.type, PROV.Activity
    yield activity, PROV.used, file
    yield activity, DCTERMS.date, date(source.date)
    if source.software:
        yield activity, DCTERMS.description, Literal(f"Import by {source.software}", lang="en")
    yield file, RDF.type, PROV.Entity
    yield file, DCTERMS.title, Literal(source.file)
    yield file, DCTERMS["format"], Literal(source.format)
    if source.checksum:
        yield file, ontology_namespace(base).sha256, Literal(source.checksum)
    if source.version:
        yield file, OWL.versionInfo, Literal(source.version)
    for name in graphs:
        yield graph_iri(base, name), PROV.wasDerivedFrom, file


def _printed_triples(
    crosswalk: Crosswalk, frameworks: Iterable[Framework], base: str
) -> Iterator[Triple]:
    """Yield that graphs whose content is printed in the source of ``crosswalk`` come from it."""
    if crosswalk.source is None:
        return
    for framework in frameworks:
        locations = (statement.printed_in or "" for statement in framework.statements)
        if any(part.startswith(f"{crosswalk.iri}/") for part in locations):
            yield graph_iri(base, framework.id), PROV.wasDerivedFrom, crosswalk.source.iri
    for part in crosswalk.parts:
        name = f"{crosswalk.id}/{part.id}"
        yield graph_iri(base, name), PROV.wasDerivedFrom, crosswalk.source.iri
