"""Where each named graph came from (PROV-O): files, the build and the inference."""

from collections.abc import Iterable, Iterator

from rdflib import DCTERMS, FOAF, OWL, PROV, RDF, Literal, URIRef

from crosswalk_rdf import __version__
from crosswalk_rdf.graph.terms import Triple
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
    for crosswalk in publication.crosswalks:
        yield from _printed_triples(crosswalk, publication.frameworks, base)


def _file_triples(file: DataFile, build: URIRef, base: str) -> Iterator[Triple]:
    iri = URIRef(base + file.path)
    yield iri, RDF.type, PROV.Entity
    yield iri, DCTERMS.identifier, Literal(file.path)
    yield iri, ontology_namespace(base).sha256, Literal(file.checksum)
    yield build, PROV.used, iri
    if file.graph != "dataset":
        yield graph_iri(base, file.graph), PROV.wasDerivedFrom, iri


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
