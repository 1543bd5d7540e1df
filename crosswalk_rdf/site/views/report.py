"""The validation report as a page: each result with the row that it came from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.model import Origin, local_name
from crosswalk_rdf.namespaces import SH
from crosswalk_rdf.site.views.references import Reference, References
from crosswalk_rdf.validation import ValidationReport
from crosswalk_rdf.validation.report import ValidationResult

MOST: Final = 1_000
"""The results that the page lists; the files beside it have them all."""

_SEVERITIES: Final = (str(SH.Violation), str(SH.Warning), str(SH.Info))


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultView:
    """One thing that a shape found."""

    message: str
    severity: str
    """``violation``, ``warning`` or ``info``."""
    shape: str
    about: Reference | None
    """What is at fault, where that has an IRI."""
    property: Reference | None
    place: str
    """File and line of the data, where they are known."""
    clauses: Sequence[Reference]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """The whole report."""

    conforms: bool
    shapes: int
    counts: Sequence[tuple[str, int]]
    """The number of results of each severity, the gravest first."""
    results: Sequence[ResultView]
    total: int


def report_view(
    report: ValidationReport, origins: Mapping[str, Origin], references: References
) -> ReportView:
    """Return ``report``; ``origins`` says which row of which file each IRI was read from."""
    counts = Counter(_severity(result) for result in report.results)
    names = [local_name(iri).lower() for iri in _SEVERITIES]
    return ReportView(
        conforms=report.conforms,
        shapes=report.shapes,
        counts=[(name, counts[name]) for name in names],
        results=[_result(result, origins, references) for result in report.results[:MOST]],
        total=len(report.results),
    )


def _result(
    result: ValidationResult, origins: Mapping[str, Origin], references: References
) -> ResultView:
    nodes = [n for n in (result.value, result.focus) if isinstance(n, URIRef)]
    place = next((origins[str(node)] for node in nodes if str(node) in origins), None)
    return ResultView(
        message=result.message,
        severity=_severity(result),
        shape=local_name(result.shape),
        about=references.reference(str(nodes[0])) if nodes else None,
        property=references.reference(str(result.path)) if result.path else None,
        place=f"{place.file}:{place.line}" if place else "",
        clauses=[references.reference(str(clause)) for clause in result.see_also],
    )


def _severity(result: ValidationResult) -> str:
    """Return the severity; one of a publication's own counts as a violation, as in the build."""
    return "violation" if result.is_violation else local_name(result.severity).lower()
