"""CFPackages to the files of the REST service: one for each resource, named by its UUID.

A resource is written once as text, and put together with what it has outside its package.
"""

import json
from collections.abc import Iterator
from typing import Final

from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.identifiers import link
from crosswalk_rdf.model.published_file import PublishedFile, Role

_SETS: Final = ("CFConcepts", "CFSubjects", "CFItemTypes")
"""Definitions that the service returns with those below them (REST binding §8.5: ``…SetDType``)."""
_SINGLE: Final = ("CFLicenses", "CFAssociationGroupings")
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Tree:
    """The files below the address of the service of one version."""

    def __init__(self, folder: str, base: str) -> None:
        self.folder, self._address = folder, base + folder
        self.kinds: dict[str, None] = {"CFDocuments": None, "CFPackages": None}
        """The resources that there are, in the words of the paths."""
        self.documents: dict[str, str] = {}
        """The CFDocuments as text, by UUID."""
        self._files: dict[str, str] = {}
        self._items: dict[str, str] = {}
        self._associations: dict[str, str] = {}
        self._of_item: dict[str, list[str]] = {}
        self._iris: dict[str, str] = {}
        """What each file describes, by its path below the folder."""

    def add(self, package: Object) -> None:
        """Take in a CFPackage that is valid in the version of the service."""
        document = package["CFDocument"]
        uuid, title = document["identifier"], document["title"]
        self._iris.setdefault(f"CFDocuments/{uuid}", document["uri"])
        to_package = link(title, uuid, f"{self._address}CFPackages/{uuid}")
        self.documents.setdefault(uuid, _with(_ENCODE(document), "CFPackageURI", to_package))
        self._file("CFPackages", uuid, _ENCODE(package))
        to_document = link(title, uuid, document["uri"])
        for item in package.get("CFItems", ()):
            text = _with(_ENCODE(item), "CFDocumentURI", to_document)
            self._items.setdefault(item["identifier"], text)
            self._iris.setdefault(f"CFItems/{item['identifier']}", item["uri"])
        for association in package.get("CFAssociations", ()):
            self._association(association, to_document)
        self._definitions(package)

    def _association(self, association: Object, document: Object) -> None:
        text = _ENCODE(association)
        standing = _with(text, "CFDocumentURI", document)
        uuid = association["identifier"]
        self._associations.setdefault(uuid, standing)
        self._iris.setdefault(f"CFAssociations/{uuid}", association["uri"])
        ends = (association[key]["identifier"] for key in ("originNodeURI", "destinationNodeURI"))
        for end in dict.fromkeys(ends):
            self._of_item.setdefault(end, []).append(text)

    def _definitions(self, package: Object) -> None:
        definitions = package.get("CFDefinitions", {})
        for name in _SETS:
            every = definitions.get(name, ())
            for each in every:
                branch = [each, *(other for other in every if _is_below(other, each))]
                self._file(name, each["identifier"], _ENCODE({name: branch}))
        for name in _SINGLE:
            for each in definitions.get(name, ()):
                self._file(name, each["identifier"], _ENCODE(each))
                self._iris.setdefault(f"{name}/{each['identifier']}", each["uri"])
        for each in package.get("CFRubrics", ()):
            self._file("CFRubrics", each["identifier"], _ENCODE(each))

    def _file(self, name: str, uuid: str, text: str) -> None:
        self.kinds[name] = None
        self._files.setdefault(f"{name}/{uuid}", text)

    def files(self) -> Iterator[PublishedFile]:
        """Yield documents, packages and definitions."""
        everything = ",".join(self.documents.values())
        index = f'{{"CFDocuments":[{everything}]}}'
        yield self._published("CFDocuments/index.json", index)
        for uuid, text in self.documents.items():
            yield self._published(f"CFDocuments/{uuid}", text)
        for path, text in self._files.items():
            yield self._published(path, text)

    def resources(self) -> Iterator[PublishedFile]:
        """Yield items, associations, and items with their associations."""
        for uuid, text in self._items.items():
            yield self._published(f"CFItems/{uuid}", text)
            if uuid in self._of_item:
                associations = ",".join(self._of_item[uuid])
                both = f'{{"CFItem":{text},"CFAssociations":[{associations}]}}'
                yield self._published(f"CFItemAssociations/{uuid}", both)
        for uuid, text in self._associations.items():
            yield self._published(f"CFAssociations/{uuid}", text)
        if self._items:
            self.kinds |= {"CFItems": None, "CFItemAssociations": None}
        if self._associations:
            self.kinds["CFAssociations"] = None

    def _published(self, path: str, text: str) -> PublishedFile:
        iri = self._iris.get(path)
        about, role = ((iri,), Role.REPRESENTATION) if iri else ((), Role.EXPORT)
        return PublishedFile(self.folder + path, text.encode(), about, role)


def _is_below(definition: Object, other: Object) -> bool:
    """Return whether the ``hierarchyCode`` of ``definition`` goes on from that of ``other``.

    ``1.2`` and ``1.2.a`` are below ``1``, ``10`` is not.
    """
    code, above = definition["hierarchyCode"], other["hierarchyCode"]
    rest = code[len(above) :]
    return bool(above and rest) and code.startswith(above) and not (above[-1] + rest[0]).isalnum()


def _with(text: str, key: str, value: Object) -> str:
    """Return the JSON object ``text`` with one property more."""
    return f'{text[:-1]},"{key}":{_ENCODE(value)}}}'
