"""Relations of statements to statements elsewhere to the alignments of a crosswalk."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.asn_model.node import Node
from crosswalk_rdf.formats.shared.asn_model.statements import StatementReader
from crosswalk_rdf.formats.shared.asn_model.vocabulary import ALIGNING
from crosswalk_rdf.formats.shared.associations import associations_crosswalk
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    ExternalFramework,
    Framework,
    MappingSet,
    Origin,
    Statement,
    unnamed_iri,
)
from crosswalk_rdf.model.mapping_predicates import DEFAULT_PREDICATE
from crosswalk_rdf.namespaces import CEASN, SEMAPV

_UNSPECIFIED_MATCHING: Final = SEMAPV.UnspecifiedMatching
_ALIGN_FROM: Final = CEASN.alignFrom


class Documented:
    """The statements and frameworks of a document, by IRI."""

    def __init__(self, frameworks: Iterable[Framework]) -> None:
        self.frameworks = {framework.iri: framework for framework in frameworks}
        self.statements: dict[URIRef, Statement] = {}
        self.framework_of: dict[URIRef, URIRef] = {}
        for framework in self.frameworks.values():
            for statement in framework.statements:
                self.statements[statement.iri] = statement
                self.framework_of[statement.iri] = framework.iri

    def label(self, iri: URIRef) -> str | None:
        """Return what the document calls the statement ``iri``."""
        statement = self.statements.get(iri)
        return str(statement.preferred_label) if statement else None


def elsewhere_of(owner: URIRef) -> ExternalFramework:
    """Return the framework of statements of which ``owner`` does not say where they stand."""
    title = Literal("Statements of other frameworks", lang="en")
    return ExternalFramework(iri=unnamed_iri(owner, "elsewhere"), id="elsewhere", title=title)


def associations_of(
    framework: Framework, reader: StatementReader, documented: Documented, report: Report
) -> Crosswalk | None:
    """Return the crosswalk of the relations of ``framework`` to others; None if there are none."""
    if not reader.relations:
        return None
    iri = unnamed_iri(framework.iri, "associations")
    elsewhere = elsewhere_of(framework.iri)
    sorted_out = _by_sources(iri, reader, documented, elsewhere.iri, report)
    total = len(reader.relations)
    report.count("alignments", total, sum(len(part) for part in sorted_out.values()))
    ids = {elsewhere.iri: elsewhere.id, **{f.iri: f.id for f in documented.frameworks.values()}}
    parts = tuple(
        _part(iri, framework, sources, alignments, ids)
        for sources, alignments in sorted_out.items()
    )
    used = {source for sources in sorted_out for source in sources}
    return associations_crosswalk(framework, (elsewhere,) if elsewhere.iri in used else (), parts)


def _by_sources(
    crosswalk: URIRef,
    reader: StatementReader,
    documented: Documented,
    elsewhere: URIRef,
    report: Report,
) -> Mapping[tuple[URIRef, URIRef], list[Alignment]]:
    by_sources: dict[tuple[URIRef, URIRef], list[Alignment]] = {}
    triples: set[tuple[URIRef, URIRef, URIRef]] = set()
    for node, property, other in reader.relations:
        subject, predicate, object = _triple(node, property, other)
        if (subject, predicate, object) in triples:
            why = "said before, or in the other direction: taken over once"
            report.add(node.place, Action.IGNORED, f"{property} {other}", why)
            continue
        triples.add((subject, predicate, object))
        frameworks = documented.framework_of
        sources = frameworks.get(subject, elsewhere), frameworks.get(object, elsewhere)
        alignment = Alignment(
            iri=unnamed_iri(crosswalk, f"{subject} {predicate} {object}"),
            subject=subject,
            predicate=predicate,
            object=object,
            justification=_UNSPECIFIED_MATCHING,
            subject_label=documented.label(subject),
            object_label=documented.label(object),
            origin=Origin(reader.file, 0),
        )
        by_sources.setdefault(sources, []).append(alignment)
    return by_sources


def _triple(node: Node, property: URIRef, other: URIRef) -> tuple[URIRef, URIRef, URIRef]:
    """Return the alignment: ``alignFrom`` is a property of its object."""
    if property == _ALIGN_FROM:
        return other, DEFAULT_PREDICATE, node.iri
    return node.iri, ALIGNING[property], other


def _part(
    crosswalk: URIRef,
    framework: Framework,
    sources: tuple[URIRef, URIRef],
    alignments: Sequence[Alignment],
    ids: Mapping[URIRef, str],
) -> MappingSet:
    subject, object = sources
    name = f"{ids[subject]}--{ids[object]}"
    return MappingSet(
        iri=unnamed_iri(crosswalk, f"part {subject} {object}"),
        id=name,
        title=Literal(f"{ids[subject]} and {ids[object]}", lang="en"),
        license=UNSPECIFIED_LICENSE,
        rights=framework.rights,
        subject_source=subject,
        object_source=object,
        alignments=tuple(alignments),
        origin=framework.origin,
    )
