"""What a build publishes of CASE: packages, and the files that serve as its REST service."""

from collections.abc import Iterator

from crosswalk_rdf.formats.case.conformance import V1_0, V1_1
from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.case.service.discovery import discovery
from crosswalk_rdf.formats.case.service.tree import Tree
from crosswalk_rdf.formats.case.write import strict
from crosswalk_rdf.formats.case.write.packages import Document, PackageWriter
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.model import Package
from crosswalk_rdf.model.published_file import PublishedFile

_DISCOVERY = "discovery/imscasev1p1_openapi3_v1p0.json"


def publish_1_1(package: Package) -> Iterator[PublishedFile]:
    """Yield the CASE 1.1 packages, and every resource of the service (REST binding §3)."""
    tree = Tree("ims/case/v1p1/", package.base)
    for document in _documents(package):
        cf_package = strict(document, V1_1, Remarks())
        yield _package(f"case/{document.id}.case.json", cf_package)
        tree.add(cf_package)
    if tree.documents:
        yield from tree.files()
        yield from tree.resources()
        description = discovery(package.base + tree.folder, tree.kinds)
        yield PublishedFile(tree.folder + _DISCOVERY, write_json(description))


def publish_1_0(package: Package) -> Iterator[PublishedFile]:
    """Yield the CASE 1.0 packages, and what of the service is not one file for each item."""
    tree = Tree("ims/case/v1p0/", package.base)
    for document in _documents(package):
        cf_package = strict(document, V1_0, Remarks())
        yield _package(f"case/{document.id}.case-1.0.json", cf_package)
        tree.add(cf_package)
    if tree.documents:
        yield from tree.files()


def _package(path: str, package: Object) -> PublishedFile:
    return PublishedFile(path, write_json(package), (package["CFDocument"]["uri"],))


def _documents(package: Package) -> Iterator[Document]:
    return PackageWriter(package).documents()
