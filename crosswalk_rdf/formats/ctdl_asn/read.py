"""A CTDL-ASN document (JSON-LD) to a package."""

import re
from typing import Final

from crosswalk_rdf.formats.ctdl_asn.envelopes import node_objects
from crosswalk_rdf.formats.ctdl_asn.nodes import nodes_of
from crosswalk_rdf.formats.format import Reading, Report, unreadable
from crosswalk_rdf.formats.shared.asn_model.package import read_nodes
from crosswalk_rdf.formats.shared.json_documents import read_json

_ESCAPED_HALF: Final = re.compile(rb"\\u[dD][89a-fA-F]")
_START: Final = re.compile(rb"(\xef\xbb\xbf)?\s*[\[{]")
_CONTEXT: Final = re.compile(rb"credreg\.net/ctdl(asn)?/schema/context")
_TERMS: Final = re.compile(
    rb"(ceasn:|https?://purl\.org/ctdlasn/terms/)(competencyText|name|isPartOf|hasTopChild)\b"
    rb"|ceterms:AlignmentMap|https?://purl\.org/ctdl/terms/AlignmentMap"
)
_SKOS: Final = re.compile(rb"(skos:|core#)inScheme|(skos:|core#)hasTopConcept")


def read(data: bytes, file: str) -> Reading:
    """Return the frameworks and alignment maps of the CTDL-ASN document ``data``.

    Raises InputFaults for what is not JSON, and for JSON that describes neither.
    """
    report = Report()
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
    if not _START.match(data):
        return False
    return bool(_CONTEXT.search(data) or (_TERMS.search(data) and not _SKOS.search(data)))
