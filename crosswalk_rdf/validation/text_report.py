"""A report to text that an editor works through, each result with the row that it came from."""

from collections.abc import Iterator, Mapping
from typing import Final

from rdflib import URIRef
from rdflib.term import Node

from crosswalk_rdf.model import Origin
from crosswalk_rdf.namespaces import PREFIXES, SH
from crosswalk_rdf.validation.report import ValidationReport, ValidationResult

_NOWHERE: Final = Origin("", 0)


def render(report: ValidationReport, origins: Mapping[str, Origin]) -> str:
    """Return ``report`` as text: the results by file and line, then a line that sums them up.

    ``origins`` says for an IRI which row of which data file it was read from. A result is placed by
    its value, or else by its focus, or else by an IRI that its message names.
    """
    results = sorted(
        ((_origin(result, origins), result.rank, result) for result in report.results),
        key=lambda item: (not item[0].file, item[0].file, item[0].line, item[1]),
    )
    blocks = [_block(result, origin, origins) for origin, _, result in results]
    return "\n".join([*blocks, summary(report)]) + "\n"


def summary(report: ValidationReport) -> str:
    """Return one line: whether the data conform, to how many shapes, and what was found."""
    violations = sum(result.is_violation for result in report.results)
    warnings = sum(result.severity == SH.Warning for result in report.results)
    remarks = len(report.results) - violations - warnings
    verdict = "conforms" if report.conforms else "does not conform"
    counts = [_count_phrase(report.shapes, "shape"), _count_phrase(violations, "violation")]
    counts += [_count_phrase(warnings, "warning")] if warnings else []
    counts += [_count_phrase(remarks, "remark")] if remarks else []
    return f"{verdict}: {', '.join(counts)}"


def _count_phrase(count: int, name: str) -> str:
    return f"{count} {name}{'' if count == 1 else 's'}"


def _block(result: ValidationResult, origin: Origin, origins: Mapping[str, Origin]) -> str:
    place = f"{origin.file}:{origin.line}: " if origin.file else ""
    return "\n  ".join([f"{place}{result.message}", *_details(result, origins)]) + "\n"


def _details(result: ValidationResult, origins: Mapping[str, Origin]) -> Iterator[str]:
    node = result.focus if result.value is None else result.value
    path = f", {_short(str(result.path))}" if result.path is not None else ""
    yield f"at {_term_text(node)}{path}"
    if result.value is not None and str(result.focus) in origins:
        yield f"of {_term_text(result.focus)}"
    severity = "" if result.is_violation else f" ({_short(str(result.severity))})"
    yield f"required by {str(result.shape).rpartition('#')[2]}{severity}"
    for link in result.see_also:
        yield f"see {link}"


def _term_text(node: Node) -> str:
    return str(node) if isinstance(node, URIRef) else node.n3()


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def _origin(result: ValidationResult, origins: Mapping[str, Origin]) -> Origin:
    mentioned = (word.strip(",;:()") for word in result.message.split() if "://" in word)
    for iri in (str(result.value), str(result.focus), *mentioned):
        if iri in origins:
            return origins[iri]
    return _NOWHERE
