"""Frameworks and crosswalks as *Metadata* describes them, without what their sheets hold."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.publication_workbook.metadata_fields import (
    CROSSWALK,
    EXTERNAL,
    FRAMEWORK,
    LEVEL,
    PACKAGE,
    PART,
    SOURCE,
)
from crosswalk_rdf.formats.publication_workbook.read.metadata import Described, FactsOf, first
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Crosswalk,
    ExternalFramework,
    Framework,
    Level,
    MappingSet,
    Origin,
    Package,
    SourceDocument,
    unnamed_iri,
)
from crosswalk_rdf.model.lexical import is_iri
from crosswalk_rdf.namespaces import CEASN


@dataclass(slots=True)
class Skeletons:
    """Everything that is described, with the sheet that holds the rest of each thing."""

    package: Package
    frameworks: list[tuple[Framework, str]] = field(default_factory=list)
    crosswalks: list["CrosswalkSkeleton"] = field(default_factory=list)


@dataclass(slots=True)
class CrosswalkSkeleton:
    """A crosswalk, the sheets of its parts, its errata and its prose."""

    crosswalk: Crosswalk
    parts: list[tuple[MappingSet, str]]
    errata: str = ""
    prose: str = ""


def skeletons(metadata: Described, file: str) -> Skeletons:
    """Return what ``facts`` says of the workbook ``file``."""
    about = next((facts for _, facts in metadata.things("package")), {})
    package_skeletons = Skeletons(Package(**metadata.attributes(about, PACKAGE)))
    for iri, facts in metadata.things("framework"):
        if is_iri(iri):
            attributes = metadata.attributes(facts, FRAMEWORK)
            levels = tuple(_levels(metadata, iri))
            skeleton = framework_skeleton(iri, file, levels, attributes)
            package_skeletons.frameworks.append((skeleton, first(facts, "sheet")))
    for iri, facts in metadata.things("crosswalk"):
        if is_iri(iri):
            package_skeletons.crosswalks.append(_crosswalk(metadata, iri, facts, file))
    return package_skeletons


def framework_skeleton(
    iri: str, file: str, levels: tuple[Level, ...], attributes: dict[str, Any]
) -> Framework:
    """Return a framework of which only ``attributes`` are known."""
    values: dict[str, Any] = {
        "id": slug(iri.rstrip("/#").rsplit("/", 1)[-1]),
        "uuid": "",
        "title": Literal(iri.rstrip("/#").rsplit("/", 1)[-1]),
        "creators": (),
        "publisher": None,
        "issued": "",
        "edition": "",
        "language": "",
        "rights": Literal(""),
    }
    values |= attributes
    return Framework(
        iri=URIRef(iri), **values, levels=levels, statements=(), origin=Origin(file, 0)
    )


def _levels(metadata: Described, framework: str) -> Iterator[Level]:
    for iri, facts in metadata.of("level", framework):
        values: dict[str, Any] = {
            "kind": CEASN.Competency,
            "label": Literal(first(facts, "id")),
            "depth": 1,
            "notation_pattern": "^.*$",
        }
        values |= metadata.attributes(facts, LEVEL)
        yield Level(iri=URIRef(iri), **values)


def crosswalk_skeleton(iri: str, file: str, attributes: dict[str, Any]) -> Crosswalk:
    """Return a crosswalk of which only ``attributes`` are known."""
    values: dict[str, Any] = {
        "id": slug(file.rsplit("/", 1)[-1].rsplit(".", 1)[0], "crosswalk"),
        "title": Literal(file.rsplit("/", 1)[-1].rsplit(".", 1)[0]),
        "creators": (),
        "publisher": None,
        "issued": "",
        "rights": Literal(""),
    }
    values |= attributes
    return Crosswalk(iri=URIRef(iri), **values, parts=(), origin=Origin(file, 0))


def _crosswalk(metadata: Described, iri: str, facts: FactsOf, file: str) -> CrosswalkSkeleton:
    attributes = metadata.attributes(facts, CROSSWALK)
    attributes["properties"] = metadata.properties("crosswalk", iri)
    attributes["source"] = next(_sources(metadata, iri), None)
    attributes["external"] = tuple(
        ExternalFramework(
            **{"iri": URIRef(other), "id": "elsewhere", "title": Literal(other)}
            | metadata.attributes(of, EXTERNAL)
        )
        for other, of in metadata.of("external framework", iri)
    )
    parts = [
        (part_skeleton(part, file, metadata.attributes(of, PART)), first(of, "sheet"))
        for part, of in metadata.of("part", iri)
    ]
    return CrosswalkSkeleton(
        crosswalk_skeleton(iri, file, attributes),
        parts,
        first(facts, "sheet of errata"),
        first(facts, "sheet of prose"),
    )


def _sources(metadata: Described, crosswalk: str) -> Iterator[SourceDocument]:
    for iri, facts in metadata.of("source", crosswalk):
        values: dict[str, Any] = {
            "title": Literal(iri),
            "file": "",
            "checksum": "",
            "line_count": 0,
        }
        yield SourceDocument(iri=URIRef(iri), **values | metadata.attributes(facts, SOURCE))


def part_skeleton(iri: str, file: str, attributes: dict[str, Any]) -> MappingSet:
    """Return a part of which only ``attributes`` are known; its sources may be empty."""
    values: dict[str, Any] = {
        "id": slug(iri.rstrip("/#").rsplit("/", 1)[-1], "part"),
        "title": Literal(iri.rstrip("/#").rsplit("/", 1)[-1]),
        "license": UNSPECIFIED_LICENSE,
        "rights": Literal(""),
        "subject_source": URIRef(""),
        "object_source": URIRef(""),
    }
    values |= attributes
    return MappingSet(iri=URIRef(iri), **values, alignments=(), origin=Origin(file, 0))


def unnamed(file: str, name: str) -> str:
    """Return the IRI of something of ``file`` for which it gives none."""
    return str(unnamed_iri(file.rsplit("/", 1)[-1], name))
