"""Packages to SKOS as Turtle: one document for each framework and each crosswalk."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.term import Node

from crosswalk_rdf.formats.format import Action, Report, Unwritable, Writing
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.formats.shared.skos_model.to_triples import (
    Triple,
    framework_triples,
    in_written_order,
    mapping_triples,
)
from crosswalk_rdf.formats.skos.coverage import COVERAGE
from crosswalk_rdf.model import Crosswalk, Framework, Package
from crosswalk_rdf.model.published_file import PublishedFile
from crosswalk_rdf.namespaces import PREFIXES, ontology_namespace
from crosswalk_rdf.serialization.document import Descriptions, Document, canonical
from crosswalk_rdf.serialization.naming import Naming
from crosswalk_rdf.serialization.turtle import write_turtle
from crosswalk_rdf.store.terms import InvalidTerm, to_oxigraph

SUFFIX = ".skos.ttl"


@dataclass(frozen=True)
class _InOrder(Document):
    """A document whose subjects come in an order of their own, the others after them."""

    order: tuple[str, ...] = ()

    @cached_property
    def descriptions(self) -> Descriptions:
        by_subject = Document(self.parts, self.naming).descriptions
        ordered = dict.fromkeys((*self.order, *by_subject))
        return {subject: by_subject[subject] for subject in ordered if subject in by_subject}


def write(package: Package) -> Writing:
    """Return each framework and each crosswalk as SKOS in Turtle.

    Raises Unwritable for a package without either.
    """
    if not (package.frameworks or package.crosswalks):
        raise Unwritable("a package without frameworks and crosswalks: there is nothing to write")
    report = Report()
    _count(package, report)
    report_losses(package, COVERAGE, report)
    return Writing(dict(documents(package, report)), report)


def _count(package: Package, report: Report) -> None:
    statements = sum(len(f.statements) for f in package.frameworks)
    report.count("concept schemes", len(package.frameworks), len(package.frameworks))
    report.count("concepts", statements, statements)
    for crosswalk in package.crosswalks:
        total = sum(1 for _ in mapping_triples(crosswalk))
        number = sum(len(part.alignments) for part in crosswalk.parts)
        report.count("mapping relations", number, total)


def publish(package: Package) -> Iterator[PublishedFile]:
    """Yield ``skos/<id>.skos.ttl`` for each framework and each crosswalk."""
    iris = package.iris
    for id, data in documents(package, Report()):
        yield PublishedFile(f"skos/{id}{SUFFIX}", data, (iris[id],))


def documents(package: Package, report: Report) -> Iterator[tuple[str, bytes]]:
    """Yield each document by the id of its framework or crosswalk; note what RDF cannot say."""
    own = str(ontology_namespace(package.base)) if package.base else ""
    for framework in package.frameworks:
        yield framework.id, _framework_document(framework, own, report)
    for crosswalk in package.crosswalks:
        yield crosswalk.id, _crosswalk_document(crosswalk, package.frameworks, report)


def _framework_document(framework: Framework, own: str, report: Report) -> bytes:
    order = [framework.iri, *(s.iri for s in in_written_order(framework))]
    return _turtle(framework_triples(framework, own), order, [framework], report)


def _crosswalk_document(
    crosswalk: Crosswalk, frameworks: Sequence[Framework], report: Report
) -> bytes:
    triples = list(mapping_triples(crosswalk))
    return _turtle(triples, [subject for subject, _, _ in triples], frameworks, report)


def _turtle(
    triples: Iterable[Triple],
    order: Iterable[URIRef],
    frameworks: Iterable[Framework],
    report: Report,
) -> bytes:
    """Return ``triples`` as Turtle, subjects in ``order``, the triples of each sorted."""
    quads = list(_quads(triples, report))
    prefixes = {
        **PREFIXES,
        **{framework.id: _namespace(framework.iri) for framework in frameworks},
    }
    document = _InOrder(
        canonical(quads, merge=True),
        Naming(prefixes),
        order=tuple(dict.fromkeys(str(iri) for iri in order)),
    )
    return "".join(write_turtle(document)).encode()


def _quads(triples: Iterable[Triple], report: Report) -> Iterator[ox.Quad]:
    terms: dict[URIRef, ox.NamedNode] = {}

    def term(value: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
        if not isinstance(value, URIRef):
            return to_oxigraph(value)
        if value not in terms:
            terms[value] = ox.NamedNode(str(value))
        return terms[value]

    for triple in triples:
        try:
            yield ox.Quad(*map(term, triple))  # type: ignore[arg-type]
        except (InvalidTerm, ValueError) as error:
            why = f"RDF cannot say it: {error}"
            report.add(str(triple[0]), Action.NOT_CARRIED, f"{triple[1]} {triple[2]}", why)


def _namespace(iri: str) -> str:
    return iri if iri.endswith(("/", "#")) else f"{iri}/"
