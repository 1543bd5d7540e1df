"""SKOS in any RDF syntax to a package."""

from typing import Final

from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.shared.rdf_documents import read_rdf
from crosswalk_rdf.formats.shared.skos_model.from_triples import read_triples

_SIGN: Final = b"http://www.w3.org/2004/02/skos/core#"
_SIGNS_OF_ASN: Final = (b"StandardDocument",)
_SIGNS_OF_OTHERS: Final = (*_SIGNS_OF_ASN, b"credreg.net/", b'"ceasn:name"')


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


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` names SKOS, and is no document of ASN or CTDL-ASN.

    Other vocabularies may be used beside SKOS; documents of theirs decide.
    """
    plain = data.replace(b"\x00", b"") if b"\x00" in data[:100] else data
    is_json = plain[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    others = _SIGNS_OF_OTHERS if is_json else _SIGNS_OF_ASN
    return _SIGN in plain and not any(sign in plain for sign in others)
