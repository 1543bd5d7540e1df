"""The validation report as a page: each result with the row that it came from."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.model import local_name
from crosswalk_rdf.namespaces import SH
from crosswalk_rdf.site.views.references import Reference, References
from crosswalk_rdf.validation import ValidationReport
from crosswalk_rdf.validation.report import ValidationResult, acceptance_text
from crosswalk_rdf.validation.text_report import place_text

MOST: Final = 1_000
"""The results that the page lists; the files beside it have them all."""

_ACCEPTED: Final = "accepted"
_IGNORED: Final = "ignored"
_SEVERITIES: Final = (str(SH.Violation), str(SH.Warning), str(SH.Info))


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """One thing that a shape found."""

    message: str
    severity: str
    """``violation``, ``warning``, ``info`` or ``accepted``."""
    shape: str
    rule: str
    """The id of the shape, where it has one beside its name."""
    about: Reference | None
    """What is at fault, where that has an IRI."""
    property: Reference | None
    place: str
    """File and line of the data, where they are known."""
    clauses: Sequence[Reference]
    evidence: Sequence[tuple[Reference, Reference, Reference, str]]
    """The triples that lead to it, each with its file and line."""
    acceptance: str
    """Who accepted it, when and why; empty for one that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """The whole report."""

    conforms: bool
    shapes: int
    counts: Sequence[tuple[str, int]]
    """The number of results of each severity, the gravest first."""
    results: Sequence[ResultView]
    total: int


def report_view(report: ValidationReport, references: References) -> ReportView:
    """Return ``report`` with what its results link to."""
    counts = Counter(_severity(result) for result in report.results)
    counts[_IGNORED] = report.ignored
    names = [local_name(iri).lower() for iri in _SEVERITIES]
    names += [name for name in (_ACCEPTED, _IGNORED) if counts[name]]
    return ReportView(
        conforms=report.conforms,
        shapes=report.shapes,
        counts=[(name, counts[name]) for name in names],
        results=[_result(result, references) for result in report.results[:MOST]],
        total=len(report.results),
    )


def _result(result: ValidationResult, references: References) -> ResultView:
    nodes = [n for n in (result.value, result.focus) if isinstance(n, URIRef)]
    return ResultView(
        message=result.message,
        severity=_severity(result),
        shape=local_name(result.shape),
        rule="" if result.rule == local_name(result.shape) else result.rule,
        about=references.reference(str(nodes[0])) if nodes else None,
        property=references.reference(str(result.path)) if result.path else None,
        place=place_text(result.origin),
        clauses=[references.reference(str(clause)) for clause in result.see_also],
        evidence=[
            (
                references.reference(str(triple.subject)),
                references.reference(str(triple.predicate)),
                references.reference(str(triple.object)),
                place_text(triple.origin),
            )
            for triple in result.evidence
        ],
        acceptance=acceptance_text(result.acceptance) if result.acceptance else "",
    )


def _severity(result: ValidationResult) -> str:
    """Return the severity; one of a publication's own counts as a violation, as in the build."""
    if result.acceptance is not None:
        return _ACCEPTED
    return "violation" if result.is_violation else local_name(result.severity).lower()
