"""SKOS in any RDF syntax to a package."""

from typing import Final

from crosswalk_rdf.formats.concept_schemes.reading import read_triples
from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.rdf_documents import read_rdf

_SIGN: Final = b"http://www.w3.org/2004/02/skos/core#"
_SIGNS_OF_OTHERS: Final = (b"http://purl.org/ASN/schema/core/", b"https://purl.org/ctdlasn/terms/")


def read(data: bytes, file: str) -> Reading:
    """Return the frameworks and crosswalks in ``data`` (SKOS Reference).

    Raises InputFaults where it is no RDF, with line and column, or where it holds nothing of SKOS.
    """
    document = read_rdf(data, file)
    report = Report()
    if document.assumed_base:
        what = "relative IRIs in a document that names no base"
        why = f"they are taken to be relative to {document.assumed_base}"
        report.add(document.assumed_base, Action.REPAIRED, what, why)
    for graph, count in document.graphs.items():
        why = "the model has no named graphs: their triples are put together"
        report.add(graph, Action.KEPT, f"a named graph of {count} triples", why)
    reading = read_triples(document.subjects, file, report)
    if not (reading.package.frameworks or reading.package.crosswalks):
        message = "it holds no skos:ConceptScheme, no skos:Concept and no mapping: give a SKOS file"
        raise unreadable(file, message)
    return reading


def recognises(data: bytes) -> bool:
    """Return whether ``data`` names SKOS, and neither ASN nor CTDL-ASN, near its start."""
    start = data[:20_000].replace(b"\x00", b"")
    return _SIGN in start and not any(sign in start for sign in _SIGNS_OF_OTHERS)
