"""Validation results as values, and as a SHACL validation report in Turtle."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, RDFS, XSD, Literal, URIRef
from rdflib.term import Node

from crosswalk_rdf.display import MOST_ROWS, to_html
from crosswalk_rdf.model import AcceptedFinding, Origin, local_name
from crosswalk_rdf.namespaces import PREFIXES, SH
from crosswalk_rdf.store.terms import to_oxigraph

_SEVERITIES: Final = {str(SH.Violation): 0, str(SH.Warning): 1, str(SH.Info): 2}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A triple that leads to a finding, and where it is asserted."""

    subject: URIRef
    predicate: URIRef
    object: URIRef
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationResult:
    """One validation result (SHACL §3.6.2, ``sh:ValidationResult``)."""

    shape: URIRef
    """The named shape: the requirement that is not met."""
    severity: URIRef
    focus: Node
    value: Node | None = None
    """What is at fault; for a set-based shape the offending node, where ``focus`` is its class."""
    path: URIRef | None = None
    """The property at fault, where it is one property."""
    message: str
    component: URIRef
    see_also: tuple[URIRef, ...] = ()
    """The clauses that ask for it."""
    rule: str = ""
    """The id of the rule, by which settings and accepted findings name it: ``S27``."""
    bindings: Mapping[str, Node] = field(default_factory=dict, compare=False)
    """The other variables of a set-based shape's query, by name."""
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)
    """The asserted triples that lead to it, where it takes several."""
    origin: Origin | None = field(default=None, compare=False)
    """The row of a data file that has to be changed, where it is known."""
    owners: tuple[str, ...] = field(default=(), compare=False)
    """The ids of the frameworks and crosswalks that it is in; none where it is in none."""
    acceptance: AcceptedFinding | None = field(default=None, compare=False)
    """Who accepted it, and why; None for a finding that counts."""

    @property
    def is_violation(self) -> bool:
        """Whether the result stops a build: it is not accepted, and no warning and no remark."""
        return self.acceptance is None and self.severity not in (SH.Warning, SH.Info)

    @property
    def subject(self) -> Node:
        """What is at fault: the value where a query of SHACL-SPARQL found it, else the focus."""
        is_set_based = self.component == SH.SPARQLConstraintComponent and self.value is not None
        return self.value if is_set_based and self.value is not None else self.focus

    @property
    def rank(self) -> tuple[int, str, str, str, str, str, str]:
        """The place of the result in a report: the same whatever the engine's order was."""
        grave = _SEVERITIES.get(str(self.severity), 0)
        return (
            len(_SEVERITIES) if self.acceptance else grave,
            str(self.shape),
            _sort_key(self.value),
            _sort_key(self.focus),
            _sort_key(self.path),
            self.message,
            str(self.component),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport:
    """A validation report (SHACL §3.6.1, ``sh:ValidationReport``)."""

    results: tuple[ValidationResult, ...]
    shapes: int
    """The number of named shapes that the data were validated against."""
    ignored: int = 0
    """How many results there are besides, of rules that the publication ignores."""
    turtle: bytes
    """The SHACL report in Turtle; byte-identical for the same data and shapes."""
    text: str = field(default="", compare=False)
    """The report as people read it, each result with the row that it came from; empty where it is
    not known which rows those are."""

    @property
    def conforms(self) -> bool:
        """Whether nothing was violated; warnings and remarks do not count.

        ``sh:conforms`` in the Turtle follows SHACL §3.6.1.1: true only where there is no result.
        """
        return not any(result.is_violation for result in self.results)

    def __bool__(self) -> bool:
        return self.conforms

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"<ValidationReport: {self._summary()}>"

    def _repr_html_(self) -> str:
        rows = [
            (local_name(r.severity), _term_text(r.value or r.focus), r.message, local_name(r.shape))
            for r in self.results[:MOST_ROWS]
        ]
        return to_html(
            "validation_report", summary=self._summary(), rows=rows, total=len(self.results)
        )

    def _summary(self) -> str:
        return self.text.rstrip("\n").rpartition("\n")[2]


def report_of(
    results: Sequence[ValidationResult], shapes: int, base: str, ignored: int = 0
) -> ValidationReport:
    """Return the report of ``results``, put in order; its nodes have IRIs below ``base``."""
    sorted_results = tuple(sorted(results, key=lambda result: result.rank))
    return ValidationReport(
        results=sorted_results,
        shapes=shapes,
        ignored=ignored,
        turtle=_turtle(sorted_results, base),
    )


def _turtle(results: Sequence[ValidationResult], base: str) -> bytes:
    triples = [
        ox.Triple(ox.NamedNode(s), ox.NamedNode(p), to_oxigraph(o))
        for s, p, o in _report_triples(results, base)
    ]
    prefixes = {prefix: PREFIXES[prefix] for prefix in ("sh", "skos", "xsd")}
    return bytes(ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"")


def _report_triples(
    results: Sequence[ValidationResult], base: str
) -> Iterator[tuple[URIRef, URIRef, Node]]:
    report = URIRef(f"{base}validation/report")
    nodes = [URIRef(f"{base}validation/result/{n}") for n in range(1, len(results) + 1)]
    yield report, RDF.type, SH.ValidationReport
    yield (
        report,
        SH.conforms,
        Literal("false" if results else "true", datatype=XSD.boolean),
    )
    for node in nodes:
        yield report, SH.result, node
    for node, result in zip(nodes, results, strict=True):
        yield from _result_triples(node, result)


def _result_triples(
    node: URIRef, result: ValidationResult
) -> Iterator[tuple[URIRef, URIRef, Node]]:
    yield node, RDF.type, SH.ValidationResult
    yield node, SH.resultSeverity, result.severity
    yield node, SH.sourceShape, result.shape
    yield node, SH.sourceConstraintComponent, result.component
    yield node, SH.focusNode, result.focus
    if result.value is not None:
        yield node, SH.value, result.value
    if result.path is not None:
        yield node, SH.resultPath, result.path
    yield node, SH.resultMessage, Literal(result.message)
    if result.acceptance is not None:
        yield node, RDFS.comment, Literal(acceptance_text(result.acceptance), lang="en")


def acceptance_text(acceptance: AcceptedFinding) -> str:
    """Return who accepted a finding, when and why, as a sentence."""
    reason = acceptance.reason.rstrip(".")
    return f"Accepted by {acceptance.who} on {acceptance.when}: {reason}."


def _sort_key(term: Node | None) -> str:
    return "" if term is None else term.n3()


def _term_text(node: Node) -> str:
    return str(node) if isinstance(node, URIRef) else node.n3()
