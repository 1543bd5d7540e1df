"""Frameworks and crosswalks to CFPackages of CASE 1.1, not yet cut to a version."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from crosswalk_rdf.formats.case.collections import groups_json
from crosswalk_rdf.formats.case.definitions import (
    groupings,
    item_types,
    licenses,
    links_kept,
    type_links,
)
from crosswalk_rdf.formats.case.document_metadata import metadata_of
from crosswalk_rdf.formats.case.extensions import Object, objects, records, term_json
from crosswalk_rdf.formats.case.identifiers import Names, document_uuid, link
from crosswalk_rdf.formats.case.read.levels import level_json
from crosswalk_rdf.formats.case.write.alignments import AlignmentWriter
from crosswalk_rdf.formats.case.write.associations import (
    AssociationWriter,
    document_associations,
)
from crosswalk_rdf.formats.case.write.documents import document_json
from crosswalk_rdf.formats.case.write.items import ItemWriter
from crosswalk_rdf.formats.shared.hierarchy import levels_of
from crosswalk_rdf.model import Crosswalk, Framework, Package
from crosswalk_rdf.namespaces import CASE


@dataclass(frozen=True, slots=True)
class Document:
    """A CFPackage, and what it is of."""

    id: str
    uuid: str
    changed: str
    package: Object


class PackageWriter:
    """Writes each framework and each crosswalk of a package as a CFPackage."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.names = Names(package)
        statements = [s for f in package.frameworks for s in f.statements]
        self._notations = {s.iri: s.notation for s in statements}
        self._texts = {s.iri: str(s.text) for s in statements}

    def documents(self) -> Iterator[Document]:
        """Yield the documents: frameworks, then crosswalks that are written in none of them."""
        hosts = {f.uuid for f in self._package.frameworks if f.uuid}
        inside: dict[str, list[Crosswalk]] = {}
        for crosswalk in self._package.crosswalks:
            inside.setdefault(crosswalk.uuid if crosswalk.uuid in hosts else "", []).append(
                crosswalk
            )
        for framework in self._package.frameworks:
            yield self._framework(framework, inside.get(framework.uuid or "-", []))
        for crosswalk in inside.get("", []):
            yield self._crosswalk(crosswalk)

    def _framework(self, framework: Framework, inside: Sequence[Crosswalk]) -> Document:
        names, uuid = self.names, document_uuid(framework)
        when = names.changed(framework)
        types, own = item_types(framework, names), licenses(framework, names)
        links = type_links(framework, types)
        writer = ItemWriter(framework, uuid, when, links, own)
        extension = {**_levels(framework), **groups_json(framework)}
        extension |= self._sources(inside, framework)
        own_groupings = [
            each for crosswalk in inside for each in groupings(crosswalk, framework, names)
        ]
        imported = objects(framework.properties, CASE.CFAssociationGroupings)
        package = {
            "CFDocument": document_json(framework, own, names, extension),
            "CFItems": [writer.item(statement) for statement in framework.statements],
            "CFAssociations": [
                *AssociationWriter(framework, names).associations(),
                *self._alignments(framework, inside, own_groupings, when),
            ],
        }
        lists = {"CFItemTypes": types, "CFLicenses": own}
        lists["CFAssociationGroupings"] = own_groupings if inside else imported
        return Document(framework.id, uuid, when, {**package, **_others(framework, lists)})

    def _crosswalk(self, crosswalk: Crosswalk) -> Document:
        names, uuid = self.names, document_uuid(crosswalk)
        when = names.changed(crosswalk)
        own, own_groupings = licenses(crosswalk, names), groupings(crosswalk, crosswalk, names)
        extension = self._sources([crosswalk], crosswalk)
        alignments = self._alignments(crosswalk, [crosswalk], own_groupings, when)
        imported = records(crosswalk.properties, CASE.CFAssociations) or []
        properties = metadata_of(crosswalk).properties
        related = document_associations(crosswalk.iri, properties, imported, names, when)
        associations = [*alignments, *related]
        if not alignments:
            extension["crosswalk"] = True
        package = {
            "CFDocument": document_json(crosswalk, own, names, extension),
            "CFAssociations": associations,
        }
        lists = {"CFLicenses": own, "CFAssociationGroupings": own_groupings}
        return Document(crosswalk.id, uuid, when, {**package, **_others(crosswalk, lists)})

    def _alignments(
        self,
        host: Framework | Crosswalk,
        inside: Sequence[Crosswalk],
        defined: Sequence[Object],
        when: str,
    ) -> list[Object]:
        links = {
            **links_kept(host),
            **{
                each["uri"]: link(each["title"], each["identifier"], each["uri"])
                for each in defined
                if {"uri", "title", "identifier"} <= each.keys()
            },
        }
        return [
            association
            for crosswalk in inside
            for association in AlignmentWriter(
                crosswalk, self.names, when, links, self._notations, self._texts
            ).associations()
        ]

    def _sources(self, inside: Sequence[Crosswalk], host: Framework | Crosswalk) -> Object:
        """Return what a reader of this document alone has to know of the frameworks aligned."""
        titles = {f.iri: (f.id, f.title) for f in self._package.frameworks}
        titles |= {e.iri: (e.id, e.title) for c in inside for e in c.external}
        used = dict.fromkeys(
            source
            for crosswalk in inside
            for part in crosswalk.parts
            for source in (part.subject_source, part.object_source)
            if source != host.iri and not source.startswith("urn:uuid:")
        )
        sources = [
            {"iri": str(iri), "id": titles[iri][0], "title": term_json(titles[iri][1])}
            for iri in used
            if iri in titles
        ]
        return {"sources": sources} if sources else {}


def _levels(framework: Framework) -> Object:
    """Return the levels, where they are not those that the statements show."""
    labels = {level.kind: level.label for level in framework.levels}
    if levels_of(framework.iri, framework.statements, labels) == framework.levels:
        return {}
    return {"levels": [level_json(level) for level in framework.levels]}


def _others(
    document: Framework | Crosswalk, written_definitions: dict[str, list[Object]]
) -> Object:
    """Return what a package has beside its document, items and associations."""
    properties = document.properties
    lists: dict[str, Any] = {
        name: written_definitions.get(name) or objects(properties, CASE[name])
        for name in (
            "CFConcepts",
            "CFSubjects",
            "CFLicenses",
            "CFItemTypes",
            "CFAssociationGroupings",
        )
    }
    definitions = {name: values for name, values in lists.items() if values}
    extensions = objects(properties, CASE.CFDefinitionExtensions)
    definitions |= {"extensions": extensions[0]} if extensions else {}
    rubrics = objects(properties, CASE.CFRubrics)
    whole = objects(properties, CASE.CFPackageExtensions)
    return {
        **({"CFDefinitions": definitions} if definitions else {}),
        **({"CFRubrics": rubrics} if rubrics else {}),
        **({"extensions": whole[0]} if whole else {}),
    }
