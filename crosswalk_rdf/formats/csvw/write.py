"""A package to CSV files (RFC 4180): one for each framework and each crosswalk.

A cell that a spreadsheet would take for a formula has an apostrophe before it, which the reader
takes away.
"""

import csv
import io
from collections.abc import Iterable

from crosswalk_rdf.formats.csvw.coverage import COVERAGE
from crosswalk_rdf.formats.csvw.tables import (
    Column,
    alignment_columns,
    alignment_rows,
    statement_columns,
    statement_rows,
)
from crosswalk_rdf.formats.format import Report, Writing
from crosswalk_rdf.formats.shared.losses import report_losses
from crosswalk_rdf.model import Package
from crosswalk_rdf.serialization.spreadsheet_cells import spreadsheet_cell


def write(package: Package) -> Writing:
    """Return the CSV of each framework and crosswalk by its id."""
    return Writing(csv_files(package), losses(package))


def csv_files(package: Package) -> dict[str, bytes]:
    """Return the CSV of each framework and crosswalk by its id."""
    of_statements = statement_columns(package.base)
    files = {f.id: csv_of(of_statements, statement_rows(f)) for f in package.frameworks}
    columns = alignment_columns(package.base)
    for crosswalk in package.crosswalks:
        files[crosswalk.id] = csv_of(columns, alignment_rows(crosswalk, package.frameworks))
    return files


def losses(package: Package) -> Report:
    """Return what the files do not hold; the description holds a part of it."""
    report = Report()
    for framework in package.frameworks:
        total = len(framework.statements)
        report.count("statements", total, total)
    for crosswalk in package.crosswalks:
        total = sum(len(part.alignments) for part in crosswalk.parts)
        report.count("alignments", total, total)
    report_losses(package, COVERAGE, report)
    return report


def csv_of(columns: Iterable[Column], rows: Iterable[list[str]]) -> bytes:
    """Return the CSV of ``rows``, in UTF-8, each line with CR and LF as RFC 4180 has it."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(column.name for column in columns)
    writer.writerows([spreadsheet_cell(text) for text in row] for row in rows)
    return stream.getvalue().encode("utf-8", "replace")
