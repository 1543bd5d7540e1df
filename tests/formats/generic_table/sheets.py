"""Sheets of agencies, made for tests: rows with merged cells, indents and number formats."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

from crosswalk_rdf.formats.generic_table import TableOptions, TableReading, interpret
from crosswalk_rdf.formats.shared.hierarchy import in_tree_order
from crosswalk_rdf.model import Framework

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Cell:
    """A cell with a style."""

    value: Any
    indent: int = 0
    format: str = ""


def workbook(
    sheets: dict[str, Sequence[Sequence[Any]]],
    merged: dict[str, Sequence[str]] | None = None,
    hidden: Sequence[str] = (),
) -> bytes:
    """Return an .xlsx with ``sheets``, whose areas ``merged`` are merged."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        if name in hidden:
            sheet.hide()
        for area in (merged or {}).get(name, ()):
            sheet.merge_range(area, "")
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                cell = value if isinstance(value, Cell) else Cell(value)
                style = book.add_format({"indent": cell.indent})
                if cell.format:
                    style.set_num_format(cell.format)
                if cell.value not in ("", None):
                    sheet.write(number, column, cell.value, style)
    book.close()
    return stream.getvalue()


def tree(framework: Framework) -> str:
    """Return the statements of ``framework`` as lines: indent, code, text."""
    depths: dict[Any, int] = {}
    lines = []
    for statement in in_tree_order(framework.statements):
        depths[statement.iri] = depths.get(statement.broader, -1) + 1
        text = f"{statement.notation} {statement.preferred_label}".strip()
        lines.append("  " * depths[statement.iri] + text)
    return "\n".join(lines)


def kinds(framework: Framework) -> list[str]:
    """Return the names of the levels of ``framework``."""
    return [level.name for level in framework.levels]


def pairs(reading: TableReading) -> list[str]:
    """Return the alignments of ``reading``: ``1.a relatedMatch 1d``."""
    frameworks = reading.package.frameworks
    notations = {s.iri: s.notation for f in frameworks for s in f.statements}
    return [
        f"{notations.get(a.subject, a.subject.rpartition('/')[2])} "
        f"{'not ' if a.negated else ''}{a.predicate.rpartition('#')[2]} "
        f"{a.object.rpartition('/')[2]}"
        for crosswalk in reading.package.crosswalks
        for part in crosswalk.parts
        for a in part.alignments
    ]


def reading_of(
    data: bytes | str,
    file: str = "state.csv",
    options: TableOptions | None = None,
    frameworks: Sequence[Framework] = (),
) -> TableReading:
    """Return how ``data`` is read, whose rows add up whatever it is."""
    encoded = data.encode() if isinstance(data, str) else data
    reading = interpret(encoded, file, options, frameworks)
    for sheet in reading.sheets:
        if sheet.walk is not None:
            assert sum(sheet.walk.counts().values()) == len(sheet.sheet.rows)
    return reading
