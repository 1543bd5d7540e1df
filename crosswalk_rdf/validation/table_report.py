"""A report as a table: CSV and JSON, a row for each result."""

import csv
import io
import json
from typing import Any

from rdflib import URIRef
from rdflib.term import Node

from crosswalk_rdf.namespaces import SH
from crosswalk_rdf.serialization.spreadsheet_cells import spreadsheet_cell
from crosswalk_rdf.validation.report import ValidationReport, ValidationResult
from crosswalk_rdf.validation.text_report import evidence_text, summary

COLUMNS = (
    *("severity", "rule", "shape", "file", "line", "subject", "property", "message"),
    *("evidence", "owners", "accepted_by", "accepted_on", "reason"),
)


def csv_report(report: ValidationReport) -> str:
    """Return ``report`` as CSV (RFC 4180) with a header of :data:`COLUMNS`, no cell a formula."""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for result in report.results:
        row = _row(result)
        lists = {name: " | ".join(row[name]) for name in ("evidence", "owners")}
        cells = {name: spreadsheet_cell(str(value)) for name, value in {**row, **lists}.items()}
        writer.writerow(cells)
    return stream.getvalue()


def json_report(report: ValidationReport) -> str:
    """Return ``report`` as JSON: whether it conforms, the summary, and a list of results."""
    content = {
        "conforms": report.conforms,
        "summary": summary(report),
        "shapes": report.shapes,
        "ignored": report.ignored,
        "results": [_row(result) for result in report.results],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _row(result: ValidationResult) -> dict[str, Any]:
    origin, acceptance = result.origin, result.acceptance
    return {
        "severity": severity_name(result),
        "rule": result.rule,
        "shape": str(result.shape),
        "file": origin.file if origin else "",
        "line": origin.line if origin else "",
        "subject": _text(result.subject),
        "property": str(result.path) if result.path else "",
        "message": result.message,
        "evidence": [evidence_text(triple) for triple in result.evidence],
        "owners": list(result.owners),
        "accepted_by": acceptance.who if acceptance else "",
        "accepted_on": acceptance.when if acceptance else "",
        "reason": acceptance.reason if acceptance else "",
    }


def severity_name(result: ValidationResult) -> str:
    """Return ``error``, ``warning``, ``info`` or ``accepted``."""
    if result.acceptance is not None:
        return "accepted"
    if result.is_violation:
        return "error"
    return "warning" if result.severity == SH.Warning else "info"


def _text(node: Node) -> str:
    return str(node) if isinstance(node, URIRef) else node.n3()
