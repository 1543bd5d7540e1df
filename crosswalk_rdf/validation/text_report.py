"""A report to text that an editor works through, each result with the row that it came from."""

from collections.abc import Iterator
from typing import Final

from rdflib import URIRef
from rdflib.term import Node

from crosswalk_rdf.model import Origin
from crosswalk_rdf.namespaces import PREFIXES, SH
from crosswalk_rdf.validation.report import (
    Evidence,
    ValidationReport,
    ValidationResult,
    acceptance_text,
)

_NOWHERE: Final = Origin("", 0)


def render(report: ValidationReport) -> str:
    """Return ``report`` as text: the results by file and line, then a line that sums them up.

    Violations come first, then warnings and remarks, then what was accepted.
    """
    results = sorted(report.results, key=lambda result: (_group(result), *_place(result)))
    return "\n".join([*map(_block, results), summary(report)]) + "\n"


def _group(result: ValidationResult) -> int:
    if result.acceptance is not None:
        return 3
    return 0 if result.is_violation else 1 + (result.severity != SH.Warning)


def _place(result: ValidationResult) -> tuple[object, ...]:
    origin = result.origin or _NOWHERE
    return (not origin.file, origin.file, origin.line, result.rank)


def summary(report: ValidationReport) -> str:
    """Return one line: whether the data conform, to how many shapes, and what was found."""
    verdict = "conforms" if report.conforms else "does not conform"
    violations = sum(result.is_violation for result in report.results)
    accepted = sum(result.acceptance is not None for result in report.results)
    warnings = sum(_group(result) == 1 for result in report.results)
    remarks = len(report.results) - violations - warnings - accepted
    counts = [_count_phrase(report.shapes, "shape"), _count_phrase(violations, "violation")]
    counts += [_count_phrase(warnings, "warning")] if warnings else []
    counts += [_count_phrase(remarks, "remark")] if remarks else []
    counts += [f"{accepted} accepted"] if accepted else []
    counts += [f"{report.ignored} ignored"] if report.ignored else []
    return f"{verdict}: {', '.join(counts)}"


def _count_phrase(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def _block(result: ValidationResult) -> str:
    place = f"{place_text(result.origin)}: " if result.origin else ""
    return "\n  ".join([f"{place}{result.message}", *_details(result)]) + "\n"


def _details(result: ValidationResult) -> Iterator[str]:
    node = result.focus if result.value is None else result.value
    path = f", {_short(str(result.path))}" if result.path is not None else ""
    yield f"at {_term_text(node)}{path}"
    if result.value is not None and result.subject == result.focus:
        yield f"of {_term_text(result.focus)}"
    yield from (f"because {evidence_text(triple)}" for triple in result.evidence)
    name = str(result.shape).rpartition("#")[2]
    id = f" ({result.rule})" if result.rule not in ("", name) else ""
    severity = "" if result.is_violation else f" ({_short(str(result.severity))})"
    yield f"required by {name}{id}{severity}"
    if result.acceptance is not None:
        yield acceptance_text(result.acceptance)
    for link in result.see_also:
        yield f"see {link}"


def evidence_text(triple: Evidence) -> str:
    """Return a triple and where it stands, for people."""
    place = f" ({place_text(triple.origin)})" if triple.origin is not None else ""
    return f"{triple.subject} {_short(str(triple.predicate))} {triple.object}{place}"


def place_text(origin: Origin | None) -> str:
    """Return the file and the line of ``origin``, "" for none."""
    if origin is None:
        return ""
    return f"{origin.file}:{origin.line}" if origin.line else origin.file


def _term_text(node: Node) -> str:
    return str(node) if isinstance(node, URIRef) else node.n3()


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri
