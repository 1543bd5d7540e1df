"""The table of an SSSOM/TSV file to rows of cells (SSSOM/TSV, "Mappings block", "Quoting")."""

import re
from collections.abc import Iterator
from typing import Final

from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings

Row = tuple[Cell, ...]

_QUOTED: Final = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"(?=[\t\n]|\Z)')
_PLAIN: Final = re.compile(r"[^\t\n]*")


def read_rows(text: str, line: int, findings: Findings) -> Iterator[Row]:
    """Yield the rows of ``text``, which begins at ``line``; blank lines are faults."""
    position = 0
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        content = text[position:end]
        if not content.strip(" "):
            findings.add(line, 1, "blank line; remove it")
        elif '"' not in content:
            yield _plain_row(content, line)
        else:
            row, end = _quoted_row(text, position, line, findings)
            yield row
        line += text.count("\n", position, end) + 1
        position = end + 1


def _plain_row(content: str, line: int) -> Row:
    cells = []
    column = 1
    for text in content.split("\t"):
        cells.append(Cell(text, line, column))
        column += len(text) + 1
    return tuple(cells)


def _quoted_row(text: str, position: int, line: int, findings: Findings) -> tuple[Row, int]:
    """Return the row that begins at ``position``, which has quotes in it, and where it ends."""
    cells = []
    start_of_line = position
    while True:
        cell, end = _cell(text, position, line, position - start_of_line + 1, findings)
        cells.append(cell)
        if end >= len(text) or text[end] == "\n":
            return tuple(cells), end
        breaks = text.count("\n", position, end)
        if breaks:
            line += breaks
            start_of_line = text.rfind("\n", position, end) + 1
        position = end + 1


def _cell(text: str, position: int, line: int, column: int, findings: Findings) -> tuple[Cell, int]:
    quoted = _QUOTED.match(text, position)
    if quoted:
        return Cell(quoted[1].replace('""', '"'), line, column), quoted.end()
    end = _end_of_plain(text, position)
    content = text[position:end]
    if '"' in content:
        where = column + content.index('"')
        findings.add(line, where, _problem_of_quote(content))
    return Cell(content, line, column), end


def _end_of_plain(text: str, position: int) -> int:
    match = _PLAIN.match(text, position)
    return match.end() if match else position


def _problem_of_quote(content: str) -> str:
    if content.startswith('"'):
        return 'unterminated quote; close it at the end of the cell, and write "" for one within'
    return 'a double quote in a bare cell; put the cell in quotes and write "" for each quote'
