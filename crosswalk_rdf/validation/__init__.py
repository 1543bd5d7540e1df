"""A store of graphs and SHACL shapes to a report of what is wrong, and where."""

from crosswalk_rdf.validation.engine import validate, violations
from crosswalk_rdf.validation.places import Places
from crosswalk_rdf.validation.quality import quality_document
from crosswalk_rdf.validation.report import ValidationReport, ValidationResult
from crosswalk_rdf.validation.shapes import BrokenShapes
from crosswalk_rdf.validation.table_report import csv_report, json_report
from crosswalk_rdf.validation.text_report import render

__all__ = [
    "BrokenShapes",
    "Places",
    "ValidationReport",
    "ValidationResult",
    "csv_report",
    "json_report",
    "quality_document",
    "render",
    "validate",
    "violations",
]
