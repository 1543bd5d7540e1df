"""SKOS in any RDF syntax to a package."""

from dataclasses import replace
from typing import Final

from rdflib import Literal

from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.shared.rdf_documents import (
    RdfDocument,
    lines_of,
    names_mapping_sets,
    read_rdf,
)
from crosswalk_rdf.formats.shared.skos_model.from_triples import read_triples
from crosswalk_rdf.model import local_name
from crosswalk_rdf.store.lexical_forms import stored_forms

_SIGNS: Final = (b"http://www.w3.org/2004/02/skos/core#", b"http://www.w3.org/2008/05/skos-xl#")
_SIGNS_OF_ASN: Final = (b"StandardDocument",)
_SIGNS_OF_OTHERS: Final = (*_SIGNS_OF_ASN, b"credreg.net/", b'"ceasn:name"')


def read(data: bytes, file: str) -> Reading:
    """Return the frameworks and crosswalks in ``data`` (SKOS Reference).

    Raises InputFaults where it is not RDF, with line and column, or where it holds nothing of SKOS.
    """
    document = read_rdf(data, file, lenient=True)
    report = Report()
    _report_document(document, report)
    _report_ill_typed(document, report)
    _report_stored(document, report)
    reading = read_triples(document.subjects, file, report)
    if not (reading.package.frameworks or reading.package.crosswalks):
        message = "it holds no skos:ConceptScheme, no skos:Concept and no mapping: give a SKOS file"
        raise unreadable(file, message)
    _add_lines(report, data, file)
    return reading


def _add_lines(report: Report, data: bytes, file: str) -> None:
    """Say of each remark about a subject on which line the document describes it."""
    if report.remarks:
        lines = lines_of(data, file)
        report.remarks[:] = [replace(r, line=lines.get(str(r.place), 0)) for r in report.remarks]


def _report_document(document: RdfDocument, report: Report) -> None:
    """Report what is odd about ``document`` as such: base, named graphs, tags and IRIs."""
    if document.assumed_base:
        what = "relative IRIs in a document that names no base"
        why = f"they are taken to be relative to {document.assumed_base}"
        report.add(document.assumed_base, Action.REPAIRED, what, why)
    for graph, count in document.graphs.items():
        why = "the model has no named graphs: their triples are put together"
        report.add(graph, Action.KEPT, f"a named graph of {count} triples", why)
    for tag, count in document.malformed_tags.items():
        why = "it is not well-formed (BCP 47 §2.2.9): kept as it is"
        report.add(f"@{tag}", Action.KEPT, f"the language of {count} texts", why)
    for tag, legal in document.replaced_tags.items():
        why = f"no literal can have it (Turtle, LANGTAG): taken for {legal or 'no language'}"
        if tag:
            report.add(f"@{tag}", Action.REPAIRED, "the language of texts", why)
    for text, iri in document.encoded_iris.items():
        why = f"it is no IRI (RFC 3987 §2.2): taken for {iri}"
        report.add(text, Action.REPAIRED, "characters that no IRI holds", why)


def _report_ill_typed(document: RdfDocument, report: Report) -> None:
    """Report each value that is none of its datatype (RDF 1.1 §3.3)."""
    for subject, property, value in document.triples():
        if isinstance(value, Literal) and value.ill_typed:
            what = f'{local_name(property)} "{value}"'
            why = f"it is no {local_name(str(value.datatype))}: kept as it is"
            report.add(str(subject), Action.KEPT, what, why)


def _report_stored(document: RdfDocument, report: Report) -> None:
    """Report, by datatype, values that are published in another form than here."""
    literals = (value for _, _, value in document.triples() if isinstance(value, Literal))
    typed = dict.fromkeys(literal for literal in literals if literal.datatype is not None)
    forms: dict[str, list[tuple[Literal, Literal]]] = {}
    for literal, form in stored_forms(typed).items():
        forms.setdefault(str(literal.datatype), []).append((literal, form))
    for datatype, pairs in forms.items():
        literal, form = pairs[0]
        what = f'{len(pairs)} values such as "{literal}"'
        kind = local_name(str(form.datatype))
        why = f'kept, and published as values: "{form}" of {kind}, which is how the store has them'
        report.add(datatype, Action.KEPT, what, why)


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` names SKOS, and is not a document of ASN or CTDL-ASN.

    Other vocabularies may be used beside SKOS; documents of theirs decide.
    """
    plain = data.replace(b"\x00", b"") if b"\x00" in data[:100] else data
    is_json = plain[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    others = _SIGNS_OF_OTHERS if is_json else _SIGNS_OF_ASN
    is_skos = any(sign in plain for sign in _SIGNS) and not names_mapping_sets(plain)
    return is_skos and not any(sign in plain for sign in others)
