"""The text of a file to its two blocks: the lines of the metadata, and the table."""

import csv
import re
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.rows import TAB

_KEY: Final = re.compile(r"[A-Za-z_][\w.-]*:(?:\s|$)")
_COLUMNS: Final = re.compile(r"\b(?:subject_id|subject_label|predicate_id|object_id)\b")
_SEPARATORS: Final = (TAB, ",", ";")


@dataclass(frozen=True, slots=True)
class Blocks:
    """The two blocks of a file (SSSOM/TSV, "Structure")."""

    metadata: list[str]
    """Lines, blank ones among them too."""
    marker: str
    """What each of them opens with."""
    table: str
    separator: str = TAB

    @property
    def first_line(self) -> int:
        """The line on which the table begins."""
        return len(self.metadata) + 1


def names_columns(text: str) -> bool:
    """Return whether the first line of ``text`` after the metadata names columns of mappings."""
    lines, _ = _lines_before_header(text)
    return len(lines) < text.count("\n") + 1 and all(
        _KEY.match(line) or line.startswith(("#", '"#', " ", "-")) or not line.strip(" \t\ufeff")
        for line in lines
    )


def split(text: str, findings: Findings) -> Blocks:
    """Return the blocks of ``text``."""
    lines, position = _lines_that_open(text, "#")
    if not findings.is_lenient:
        return Blocks(lines, "#", text[position:])
    marker = "#"
    if not any(line.strip() for line in lines) and _KEY.match(text, position):
        lines, position = _lines_before_header(text)
        message = "metadata without '#'; write one before each line"
        remedy = Remedy(Action.REPAIRED, "read as the metadata block")
        findings.repair(Cell("", 1, 1), message, remedy)
        marker = ""
    header = text[position : text.find("\n", position) % (len(text) + 1)]
    separator = max(_SEPARATORS, key=header.count)
    if separator != TAB:
        what = f"cells separated by '{separator}'; save the file as TSV"
        remedy = Remedy(Action.REPAIRED, "read as a table")
        findings.repair(Cell("", len(lines) + 1, 1), what, remedy)
    lines = [_without_separators(line, separator) for line in lines]
    return Blocks(lines, marker, text[position:], separator)


def _lines_that_open(text: str, marker: str) -> tuple[list[str], int]:
    """Return the first lines that open with ``marker`` or are blank, and where they end."""
    lines = []
    position = 0
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        if line.strip() and not line.startswith((marker, f'"{marker}')):
            break
        if line.startswith('"') and not line.strip('",;\t '):
            break
        lines.append(line)
        position = end + 1
    return lines, position


def _lines_before_header(text: str) -> tuple[list[str], int]:
    """Return the lines before the first that names columns, and where they end."""
    lines = []
    position = 0
    for line in text.split("\n"):
        if len(_COLUMNS.findall(line)) > 1:
            break
        lines.append(line)
        position += len(line) + 1
    return lines, position


def _without_separators(line: str, separator: str) -> str:
    """Return a line of metadata without what a spreadsheet makes of one: quotes, empty cells."""
    text = line.rstrip(separator)
    if text.startswith('"#'):
        cells = next(csv.reader([text], delimiter=separator), [])
        return separator.join(cells)
    return text
