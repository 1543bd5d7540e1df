"""The table of an SSSOM/TSV file to rows of cells (SSSOM/TSV, "Mappings block", "Quoting").

A lenient reader takes other separators than the tab.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy

Row = tuple[Cell, ...]

TAB: Final = "\t"
_AS_IT_STANDS: Final = Remedy(Action.KEPT, "taken as it stands")
_PASSED_OVER: Final = Remedy(Action.IGNORED, "passed over")


@dataclass(frozen=True, slots=True)
class _Table:
    """The text of a table, and how its cells are written."""

    text: str
    separator: str
    quoted: re.Pattern[str]
    plain: re.Pattern[str]
    findings: Findings

    @classmethod
    def of(cls, text: str, separator: str, findings: Findings) -> "_Table":
        end = re.escape(separator)
        return cls(
            text,
            separator,
            re.compile(rf'"([^"]*+(?:""[^"]*+)*+)"(?=[{end}\n]|\Z)'),
            re.compile(rf"[^{end}\n]*"),
            findings,
        )


def read_rows(text: str, line: int, findings: Findings, separator: str = TAB) -> Iterator[Row]:
    """Yield the rows of ``text``, which begins at ``line``; blank lines are faults."""
    table = _Table.of(text, separator, findings)
    position = 0
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        content = text[position:end]
        if not content.strip(" "):
            findings.repair(Cell("", line, 1), "blank line; remove it", _PASSED_OVER)
        elif findings.is_lenient and not content.strip(f" {separator}"):
            findings.repair(Cell("", line, 1), "row of empty cells; remove it", _PASSED_OVER)
        elif '"' not in content:
            yield _plain_row(content, line, separator)
        else:
            row, end = _quoted_row(table, position, line)
            yield row
        line += text.count("\n", position, end) + 1
        position = end + 1


def _plain_row(content: str, line: int, separator: str) -> Row:
    cells = []
    column = 1
    for text in content.split(separator):
        cells.append(Cell(text, line, column))
        column += len(text) + 1
    return tuple(cells)


def _quoted_row(table: _Table, position: int, line: int) -> tuple[Row, int]:
    """Return the row that begins at ``position``, which has quotes in it, and where it ends."""
    cells = []
    text = table.text
    start_of_line = position
    while True:
        cell, end = _cell(table, position, line, position - start_of_line + 1)
        cells.append(cell)
        if end >= len(text) or text[end] == "\n":
            return tuple(cells), end
        breaks = text.count("\n", position, end)
        if breaks:
            line += breaks
            start_of_line = text.rfind("\n", position, end) + 1
        position = end + 1


def _cell(table: _Table, position: int, line: int, column: int) -> tuple[Cell, int]:
    quoted = table.quoted.match(table.text, position)
    if quoted:
        return Cell(quoted[1].replace('""', '"'), line, column), quoted.end()
    plain = table.plain.match(table.text, position)
    end = plain.end() if plain else position
    content = table.text[position:end]
    if '"' in content:
        where = Cell(content, line, column + content.index('"'))
        table.findings.repair(where, _problem_of_quote(content), _AS_IT_STANDS)
        content = _without_quotes(content)
    return Cell(content, line, column), end


def _without_quotes(content: str) -> str:
    """Return ``content`` without the quotes around it, where a quote within is not doubled."""
    is_quoted = len(content) > 1 and content.startswith('"') and content.endswith('"')
    return content[1:-1].replace('""', '"') if is_quoted else content


def _problem_of_quote(content: str) -> str:
    if content.startswith('"'):
        return 'unterminated quote; close it at the end of the cell, and write "" for one within'
    return 'a double quote in a bare cell; put the cell in quotes and write "" for each quote'
