"""What a build holds of CASE, by kind and identifier.

CASE 1.1 is there file for file. Of 1.0 there are documents, packages and definitions; items,
associations, and items with their associations are taken out of the packages.
"""

import json
from functools import cached_property
from typing import Final

from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.service.tree import Tree
from crosswalk_rdf.server.content.build import ServedBuild
from crosswalk_rdf.server.content.files import ServedFile, generated_file
from crosswalk_rdf.server.endpoints.case.version import CASE_1_0, CASE_1_1, Version
from crosswalk_rdf.server.service import Service

EXTRACTED: Final = frozenset({"CFItems", "CFItemAssociations", "CFAssociations"})
"""What CASE 1.0 has no files of."""


class Catalog:
    """The resources of one version of the service."""

    def __init__(self, version: Version, build: ServedBuild) -> None:
        self._version, self._build = version, build

    @property
    def index(self) -> ServedFile | None:
        """The list of all documents; None where the publication is not published in CASE."""
        return self._build.files.get(f"{self._version.folder}CFDocuments/index.json")

    @cached_property
    def documents(self) -> tuple[Object, ...]:
        """The CFDocuments, in the order of the publication."""
        return tuple(json.loads(bytes(self.index.content))["CFDocuments"]) if self.index else ()

    def find(self, kind: str, identifier: str) -> ServedFile | None:
        """Return the resource of ``kind``, a word of the paths, with ``identifier``."""
        path = f"{self._version.folder}{kind}/{identifier}"
        if self.is_extracted(kind):
            return self._extracted.get(path)
        return self._build.files.get(path)

    def is_extracted(self, kind: str) -> bool:
        """Return whether resources of ``kind`` are taken out of the packages."""
        return self._version.is_1_0 and kind in EXTRACTED

    @cached_property
    def _extracted(self) -> dict[str, ServedFile]:
        tree = Tree(self._version.folder, self._build.manifest.base)
        packages = [self._package(document["identifier"]) for document in self.documents]
        for package in packages:
            tree.add(json.loads(bytes(package.content)))
        modified = max((package.modified for package in packages), default=0)
        return {path: generated_file(content, modified) for path, content in tree.resources()}

    def _package(self, identifier: str) -> ServedFile:
        return self._build.files[f"{self._version.folder}CFPackages/{identifier}"]


def catalogs(service: Service) -> dict[Version, Catalog]:
    """Return what the build of ``service`` holds of each version."""
    return {version: Catalog(version, service.build) for version in (CASE_1_0, CASE_1_1)}
