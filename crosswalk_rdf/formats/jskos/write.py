"""Packages to JSKOS: one object a line (NDJSON), one document for each framework and crosswalk."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from rdflib import DCTERMS, RDF, SKOS, VOID, Literal

from crosswalk_rdf.formats.format import Report, Unwritable, Writing
from crosswalk_rdf.formats.jskos.collection_objects import collection_objects
from crosswalk_rdf.formats.jskos.coverage import COVERAGE
from crosswalk_rdf.formats.jskos.mapping_objects import (
    UNREAD,
    concordance,
    mapping,
    registry,
    schemes_of,
)
from crosswalk_rdf.formats.jskos.resource_objects import Object, grouped, resource
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.formats.shared.skos_model.to_triples import (
    Triple,
    framework_triples,
    in_written_order,
)
from crosswalk_rdf.formats.shared.skos_model.vocabulary import LABELS
from crosswalk_rdf.model import Crosswalk, Framework, Package
from crosswalk_rdf.model.published_file import PublishedFile, Role
from crosswalk_rdf.namespaces import ontology_namespace


def write(package: Package) -> Writing:
    """Return each framework and each crosswalk as NDJSON, what is whole before its parts.

    Raises Unwritable for a package without either.
    """
    if not (package.frameworks or package.crosswalks):
        raise Unwritable("a package without frameworks and crosswalks: there is nothing to write")
    report = Report()
    count = sum(len(framework.statements) for framework in package.frameworks)
    report.count("concepts", count, count)
    report.count("schemes", len(package.frameworks), len(package.frameworks))
    report_losses(package, COVERAGE, report)
    documents: dict[str, bytes] = {}
    for framework in package.frameworks:
        objects = framework_objects(framework, package, report)
        documents[framework.id] = _lines([*objects, *collection_objects(framework, report)])
    for crosswalk in package.crosswalks:
        objects = [*set_objects(crosswalk, report), *mapping_objects(crosswalk, package, report)]
        documents[crosswalk.id] = _lines(objects)
    return Writing(documents, report)


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield scheme, concepts and collections of each framework, and what is in each crosswalk."""
    report = Report()
    for framework in package.frameworks:
        scheme, *concepts = framework_objects(framework, package, report)
        yield _published(f"{framework.id}.scheme.json", write_json(scheme), [scheme])
        yield _published(f"{framework.id}.concepts.ndjson", _lines(concepts), concepts)
        collections = collection_objects(framework, report)
        if collections:
            name = f"{framework.id}.collections.ndjson"
            yield _published(name, _lines(collections), collections)
    for crosswalk in package.crosswalks:
        sets = set_objects(crosswalk, report)
        yield _published(f"{crosswalk.id}.concordances.ndjson", _lines(sets), sets)
        mappings = mapping_objects(crosswalk, package, report)
        yield _published(f"{crosswalk.id}.mappings.ndjson", _lines(mappings), mappings)


def _published(name: str, content: bytes, objects: Iterable[Object]) -> PublishedFile:
    about = tuple(str(each.get("uri", "")) for each in objects)
    return PublishedFile(f"jskos/{name}", content, about, Role.REPRESENTATION)


def framework_objects(framework: Framework, package: Package, report: Report) -> list[Object]:
    """Return the scheme, then each of its concepts (JSKOS, "Concept Scheme", "Concept")."""
    own = str(ontology_namespace(package.base)) if package.base else ""
    groups = grouped(_triples(framework, own))
    subjects = [framework.iri, *(s.iri for s in in_written_order(framework))]
    unique = dict.fromkeys(subjects)
    return [resource(iri, groups, report) for iri in unique]


def _triples(framework: Framework, own: str) -> Iterator[Triple]:
    """Yield the triples of ``framework`` with the namespace of its concepts, if they have one."""
    yield framework.iri, RDF.type, SKOS.ConceptScheme
    yield from framework_triples(framework, own)
    if not any(value.property in LABELS for value in framework.properties):
        yield framework.iri, DCTERMS.title, framework.title
    space = f"{framework.iri}/"
    has_uri_space = any(value.property == VOID.uriSpace for value in framework.properties)
    if not has_uri_space and all(s.iri.startswith(space) for s in framework.statements):
        yield framework.iri, VOID.uriSpace, Literal(space)


def set_objects(crosswalk: Crosswalk, report: Report) -> list[Object]:
    """Return the registry and the concordances of ``crosswalk``."""
    parts = [concordance(part, crosswalk, report) for part in crosswalk.parts]
    return [registry(crosswalk, report), *parts]


def mapping_objects(crosswalk: Crosswalk, package: Package, report: Report) -> list[Object]:
    """Return the mappings of ``crosswalk``, those last that were kept as they were."""
    statements = schemes_of(package.frameworks)
    mappings = [
        mapping(alignment, part, statements, report)
        for part in crosswalk.parts
        for alignment in part.alignments
        if alignment.is_claim or (alignment.unmapped and not alignment.negated)
    ]
    resources: list[Any] = [
        json.loads(str(value.value))
        for value in crosswalk.properties
        if value.property == UNREAD
        and isinstance(value.value, Literal)
        and value.value.datatype == RDF.JSON
    ]
    total = sum(len(part.alignments) for part in crosswalk.parts)
    report.count("mappings", total + len(resources), len(mappings) + len(resources))
    return [*mappings, *resources]


def _lines(objects: Iterable[Object]) -> bytes:
    """Return one line of JSON for each of ``objects`` (NDJSON)."""
    texts = (json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in objects)
    return "".join(f"{text}\n" for text in texts).encode("utf-8", "surrogatepass")
