"""A report as measurements of quality (W3C Data Quality Vocabulary), for each rule and owner.

A rule is a metric, a finding that was accepted is an annotation with its reason.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import pyoxigraph as ox
from rdflib import DC, DCTERMS, RDF, XSD, Literal, Namespace, URIRef
from rdflib.term import Node

from crosswalk_rdf.namespaces import PREFIXES, SH
from crosswalk_rdf.store.terms import to_oxigraph
from crosswalk_rdf.validation.report import ValidationReport, ValidationResult

DQV: Final = Namespace("http://www.w3.org/ns/dqv#")
OA: Final = Namespace("http://www.w3.org/ns/oa#")
_TOTALS: Final = {
    "errors": "Findings that stop a build",
    "warnings": "Findings that are reported and stop nothing",
    "remarks": "Remarks",
    "accepted": "Findings that somebody has accepted, with a reason",
    "ignored": "Findings of rules that the publication ignores",
}
"""The metrics that are not rules, by the end of their IRIs."""
_PREFIXES: Final = ("dcterms", "sh", "xsd")

Triple = tuple[URIRef, URIRef, Node]


def quality_document(report: ValidationReport, base: str, targets: Mapping[str, URIRef]) -> bytes:
    """Return the measurements of ``report`` in Turtle, the same bytes for the same report.

    ``targets`` are the frameworks and crosswalks by id; what is in none of them counts only in the
    whole, ``<base>dataset``.
    """
    triples = sorted(set(_triples(report, base, targets)), key=lambda t: [term.n3() for term in t])
    prefixes = {name: PREFIXES[name] for name in _PREFIXES} | {"dqv": str(DQV), "oa": str(OA)}
    quads = [
        ox.Triple(ox.NamedNode(s), ox.NamedNode(p), to_oxigraph(value)) for s, p, value in triples
    ]
    return bytes(ox.serialize(quads, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"")


def _triples(
    report: ValidationReport, base: str, targets: Mapping[str, URIRef]
) -> Iterator[Triple]:
    whole = URIRef(f"{base}dataset")
    for name, definition in _TOTALS.items():
        metric = URIRef(f"{base}validation/metric/{name}")
        yield from _metric_triples(metric, name, definition)
        yield from _measurement_triples("all", name, metric, whole, _total(report, name), base)
    counts = Counter(
        (owner, result.shape, result.rule)
        for result in report.results
        if result.acceptance is None
        for owner in (*result.owners, "all")
    )
    for (owner, shape, rule), count in counts.items():
        yield from _metric_triples(shape, rule, None)
        yield from _measurement_triples(owner, rule, shape, targets.get(owner, whole), count, base)
    accepted = [result for result in report.results if result.acceptance is not None]
    yield from _annotation_triples(accepted, base)


def _total(report: ValidationReport, name: str) -> int:
    counted = [result for result in report.results if result.acceptance is None]
    match name:
        case "errors":
            return sum(result.is_violation for result in counted)
        case "warnings":
            return sum(result.severity == SH.Warning for result in counted)
        case "remarks":
            return sum(result.severity == SH.Info for result in counted)
        case "accepted":
            return len(report.results) - len(counted)
    return report.ignored


def _metric_triples(metric: URIRef, id: str, definition: str | None) -> Iterator[Triple]:
    yield metric, RDF.type, DQV.Metric
    yield metric, DCTERMS.identifier, Literal(id)
    yield metric, DQV.expectedDataType, XSD.integer
    if definition is not None:
        yield metric, DCTERMS.description, Literal(definition, lang="en")


def _measurement_triples(
    owner: str, id: str, metric: URIRef, target: URIRef, count: int, base: str
) -> Iterator[Triple]:
    measurement = URIRef(f"{base}validation/measurement/{owner}/{id}")
    yield measurement, RDF.type, DQV.QualityMeasurement
    yield measurement, DQV.isMeasurementOf, metric
    yield measurement, DQV.computedOn, target
    yield measurement, DQV.value, Literal(str(count), datatype=XSD.integer)


def _annotation_triples(accepted: Iterable[ValidationResult], base: str) -> Iterator[Triple]:
    for number, result in enumerate(accepted, start=1):
        annotation = URIRef(f"{base}validation/accepted/{number}")
        if result.acceptance is not None:
            yield annotation, RDF.type, DQV.QualityAnnotation
            yield annotation, OA.motivatedBy, DQV.qualityAssessment
            yield annotation, OA.hasTarget, result.subject
            yield annotation, DCTERMS.conformsTo, result.shape
            yield annotation, DCTERMS.description, Literal(result.acceptance.reason)
            yield annotation, DC.creator, Literal(result.acceptance.who)
            yield annotation, DCTERMS.date, Literal(result.acceptance.when, datatype=XSD.date)
