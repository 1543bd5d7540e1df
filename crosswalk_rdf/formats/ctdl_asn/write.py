"""A package to CTDL-ASN documents: one for each framework, and for each crosswalk a map."""

from collections.abc import Iterator
from typing import Any

from crosswalk_rdf.formats.ctdl_asn.alignment_terms import (
    Statements,
    alignments_of,
    is_embedded,
    needs_object,
    stated_of,
)
from crosswalk_rdf.formats.ctdl_asn.coverage import COVERAGE
from crosswalk_rdf.formats.ctdl_asn.framework_documents import framework_graph
from crosswalk_rdf.formats.ctdl_asn.map_documents import map_graph
from crosswalk_rdf.formats.ctdl_asn.terms import CTDL_ASN_CONTEXT, CTDL_CONTEXT
from crosswalk_rdf.formats.format import Report, Unwritable, Writing
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.model import Framework, Package
from crosswalk_rdf.model.published_file import PublishedFile


def write(package: Package) -> Writing:
    """Return the documents of ``package``, by the id of the framework or crosswalk.

    A crosswalk that came within the document of a framework goes back into it. Raises Unwritable
    for a package that holds neither.
    """
    if not package.frameworks and not package.crosswalks:
        raise Unwritable("there is no framework and no crosswalk: CTDL-ASN has nothing to describe")
    report, stated = Report(), stated_of(package)
    documents = {
        framework.id: _document(CTDL_ASN_CONTEXT, _graph(framework, package, stated, report))
        for framework in package.frameworks
    }
    for crosswalk in package.crosswalks:
        if not any(is_embedded(crosswalk, framework.iri) for framework in package.frameworks):
            graph = map_graph(crosswalk, package, report)
            documents[crosswalk.id] = _document(CTDL_CONTEXT, graph)
    report_losses(package, COVERAGE, report)
    return Writing(documents, report)


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield the documents of ``package`` by their paths below ``dist/``."""
    frameworks = {framework.id for framework in package.frameworks}
    iris = package.iris
    for name, document in write(package).documents.items():
        kind = "ctdl-asn" if name in frameworks else "alignment-map"
        about = (iris[name],) if name in iris else ()
        yield PublishedFile(f"ctdl-asn/{name}.{kind}.jsonld", document, about)


def _graph(
    framework: Framework, package: Package, stated: Statements, report: Report
) -> list[dict[str, Any]]:
    """Return the graph of ``framework``, with a map for what its own associations say beyond."""
    graph = framework_graph(framework, package, stated, report)
    statements = frozenset(statement.iri for statement in framework.statements)
    for crosswalk in package.crosswalks:
        if is_embedded(crosswalk, framework.iri) and any(
            needs_object(alignment, statements) for alignment in alignments_of(crosswalk)
        ):
            graph += map_graph(
                crosswalk, package, report, lambda one: needs_object(one, statements)
            )
    return graph


def _document(context: str, graph: list[dict[str, Any]]) -> bytes:
    return write_json({"@context": context, "@graph": graph})
