"""What a build publishes of CASE: packages, and the files that serve as its REST service."""

from collections.abc import Iterator

from crosswalk_rdf.formats.case.conformance import V1_0, V1_1
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.case.service.discovery import discovery
from crosswalk_rdf.formats.case.service.tree import Tree
from crosswalk_rdf.formats.case.write import strict
from crosswalk_rdf.formats.case.write.packages import Document, PackageWriter
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.model import Package

_DISCOVERY = "discovery/imscasev1p1_openapi3_v1p0.json"


def publish_1_1(package: Package) -> Iterator[tuple[str, bytes]]:
    """Yield the CASE 1.1 packages, and every resource of the service (REST binding §3)."""
    tree = Tree("ims/case/v1p1/", package.base)
    for document in _documents(package):
        case_package = strict(document, V1_1, Remarks())
        yield f"case/{document.id}.case.json", write_json(case_package)
        tree.add(case_package)
    if tree.documents:
        yield from tree.files()
        yield from tree.resources()
        yield (
            tree.folder + _DISCOVERY,
            write_json(discovery(package.base + tree.folder, tree.kinds)),
        )


def publish_1_0(package: Package) -> Iterator[tuple[str, bytes]]:
    """Yield the CASE 1.0 packages, and what of the service is not one file for each item."""
    tree = Tree("ims/case/v1p0/", package.base)
    for document in _documents(package):
        case_package = strict(document, V1_0, Remarks())
        yield f"case/{document.id}.case-1.0.json", write_json(case_package)
        tree.add(case_package)
    if tree.documents:
        yield from tree.files()


def _documents(package: Package) -> Iterator[Document]:
    return PackageWriter(package).documents()
