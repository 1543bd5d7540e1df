"""An ASN document (RDF/XML, Turtle, RDF/JSON, a manifest …) to a package."""

import re
from collections.abc import Mapping
from typing import Any, Final

from crosswalk_rdf.formats.asn.manifest import is_manifest, nodes_of
from crosswalk_rdf.formats.asn.rdf_json import is_rdf_json, subjects_of
from crosswalk_rdf.formats.format import Action, Reading, Report
from crosswalk_rdf.formats.shared.asn_model.node import Node
from crosswalk_rdf.formats.shared.asn_model.package import read_nodes
from crosswalk_rdf.formats.shared.asn_model.rdf_nodes import nodes_of_subjects
from crosswalk_rdf.formats.shared.json_documents import may_be_json, read_json
from crosswalk_rdf.formats.shared.rdf_documents import Properties, Subject, read_rdf

_NAMESPACE: Final = re.compile(rb"https?://purl\.org/(ASN|asn)/schema/core/")
_CLASS: Final = re.compile(rb"\bStandardDocument\b|\basn:Statement\b|schema/core/Statement\b")
_OTHER: Final = re.compile(rb"credreg\.net/ctdl|purl\.org/ctdlasn/terms/")
_MANIFEST: Final = re.compile(rb'"(asn|dcterms)_[A-Za-z]+"\s*:')
_CHILDREN: Final = re.compile(rb'"(children|cls|leaf)"\s*:')


def read(data: bytes, file: str) -> Reading:
    """Return the standards documents that ``data`` describes, in RDF or as a manifest.

    Raises InputFaults for what cannot be parsed, and for what describes no standards.
    """
    report = Report()
    value: Any = read_json(data, file) if may_be_json(data) else None
    if is_manifest(value):
        return read_nodes(nodes_of(value, file, report), file, report)
    nodes = nodes_of_subjects(_subjects(value, data, file, report))
    reading = read_nodes(nodes, file, report)
    _count_triples(nodes, report)
    return reading


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` uses the classes of ASN and is not CTDL-ASN, or is a manifest."""
    if may_be_json(data) and _MANIFEST.search(data) and _CHILDREN.search(data):
        return True
    return bool(_NAMESPACE.search(data) and _CLASS.search(data) and not _OTHER.search(data))


def _subjects(
    value: Any,  # noqa: ANN401 - any JSON value
    data: bytes,
    file: str,
    report: Report,
) -> Mapping[Subject, Properties]:
    if is_rdf_json(value):
        return subjects_of(value, report)
    return read_rdf(data, file).subjects


def _count_triples(nodes: list[Node], report: Report) -> None:
    """Count the triples, those of things that have no place in the model as not carried."""
    lost = {r.place for r in report.remarks if r.action is Action.NOT_CARRIED}
    for node in nodes:
        size = len(node.types) + sum(len(values) for values in node.properties.values())
        report.count("triples", size, 0 if node.place in lost else size)
