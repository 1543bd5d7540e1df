"""A CTDL-ASN document (JSON-LD, or another syntax of RDF) to a package."""

import re
from typing import Final

from crosswalk_rdf.formats.ctdl_asn.envelopes import node_objects
from crosswalk_rdf.formats.ctdl_asn.nodes import nodes_of
from crosswalk_rdf.formats.format import Reading, Report, unreadable
from crosswalk_rdf.formats.shared.asn_model.package import read_nodes
from crosswalk_rdf.formats.shared.asn_model.rdf_nodes import nodes_of_subjects
from crosswalk_rdf.formats.shared.json_documents import may_be_json, read_json
from crosswalk_rdf.formats.shared.rdf_documents import read_rdf

_ESCAPED_HALF: Final = re.compile(rb"\\u[dD][89a-fA-F]")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_CONTEXT: Final = re.compile(rb"credreg\.net/ctdl(asn)?/schema/context")
_TERMS: Final = re.compile(
    rb"(ceasn:|https?://purl\.org/ctdlasn/terms/)(competencyText|name|isPartOf|hasTopChild)\b"
    rb"|ceterms:AlignmentMap|https?://purl\.org/ctdl/terms/AlignmentMap"
)
_RDF: Final = re.compile(
    rb"https?://purl\.org/ctdlasn/terms/(?s:.*?)\b(Competency(Framework)?|competencyText)\b"
)
_ASN: Final = re.compile(rb"\basn:StandardDocument\b|schema/core/StandardDocument\b")
_SKOS: Final = re.compile(rb"(skos:|core#)inScheme|(skos:|core#)hasTopConcept")


def read(data: bytes, file: str) -> Reading:
    """Return the frameworks and alignment maps of the CTDL-ASN document ``data``.

    Raises InputFaults for what is neither JSON nor RDF, and for what describes neither.
    """
    report = Report()
    if not (may_be_json(data) or data.startswith(_UTF_16)):
        return read_nodes(nodes_of_subjects(read_rdf(data, file).subjects), file, report)
    try:
        value = read_json(data, file)
        objects = list(node_objects(value, report, bool(_ESCAPED_HALF.search(data))))
        nodes = nodes_of(objects, report)
    except RecursionError as error:
        raise unreadable(file, "JSON nested too deep: flatten it") from error
    return read_nodes(nodes, file, report)


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` looks like CTDL-ASN: by its context, or else by its terms.

    What has the hierarchy of SKOS and not the context is left to the reader of SKOS.
    """
    if not may_be_json(data):
        return bool(_RDF.search(data) and not (_ASN.search(data) or _SKOS.search(data)))
    return bool(_CONTEXT.search(data) or (_TERMS.search(data) and not _SKOS.search(data)))
