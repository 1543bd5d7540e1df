"""The parts of a workbook (ISO/IEC 29500-2): how large they are, and which cells are not values."""

import html
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from crosswalk_rdf.formats.shared.tabular.sheet import cell_name
from crosswalk_rdf.formats.shared.tabular.workbook_styles import CellStyle, cell_styles

MOST_BYTES: Final = 800_000_000
"""To what a workbook may unpack: four sheets as full as Excel allows, of short texts."""
MOST_CELLS: Final = 30_000_000
"""Over how many cells a sheet may be spread, empty ones included."""

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_ATTRIBUTE: Final = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_SHEET: Final = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION: Final = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_STYLE: Final = re.compile(rb"""\bs=["']([0-9]+)""")
_CELL: Final = re.compile(
    rb"""<(?:\w+:)?c\s([^>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["'][^>]*[^>/]|"""
    rb"""\br=["']([A-Z]{1,3})([0-9]{1,7})["'])>\s*(<(?:\w+:)?f[\s>/])?"""
)


BROKEN: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, RuntimeError),
    *(OSError, EOFError, ValueError),
)
"""What Python raises for damaged archives, and for encrypted ones."""


class TooLarge(Exception):
    """A workbook that would fill the memory; the message is a sentence."""


def sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the part of each sheet by its name; empty for anything but a workbook."""
    members = set(archive.namelist())
    if not {_WORKBOOK, _RELATIONS} <= members:
        return {}
    targets = {}
    for match in _RELATION.finditer(_part(archive, _RELATIONS)):
        relation = _attributes(match[1])
        target = posixpath.join("/xl", relation.get("Target", ""))
        targets[relation.get("Id", "")] = posixpath.normpath(target).lstrip("/")
    names = {}
    for match in _SHEET.finditer(_part(archive, _WORKBOOK)):
        sheet = _attributes(match[1])
        id = next((value for key, value in sheet.items() if key.endswith(":id")), "")
        if targets.get(id) in members:
            names[sheet.get("name", "")] = targets[id]
    return names


@dataclass(slots=True)
class CellFacts:
    """What a sheet says of cells beside their values, by row and column."""

    odd: dict[tuple[int, int], str] = field(default_factory=dict)
    """The cells that hold formulas and errors."""
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    """Number formats, where they are more than *General*."""
    indents: dict[tuple[int, int], int] = field(default_factory=dict)


def check_size(archive: zipfile.ZipFile) -> None:
    """Raise :class:`TooLarge` for a workbook that unpacks to more than is read."""
    size = sum(member.file_size for member in archive.infolist())
    if size > MOST_BYTES:
        raise TooLarge(
            f"the workbook unpacks to {size:,} bytes, and {MOST_BYTES:,} are read at most: split it"
        )


def cell_facts(archive: zipfile.ZipFile) -> dict[str, CellFacts]:
    """Return, by sheet, what is said of cells beside their values; raise :class:`TooLarge`."""
    check_size(archive)
    for member in archive.infolist():
        # Reading to the end finds a member that is larger than it says.
        if member.file_size > MOST_BYTES // 100 and not member.filename.startswith(
            "xl/worksheets/"
        ):
            archive.read(member)
    styles = cell_styles(archive)
    return {
        name: _facts(_part(archive, part), name, styles)
        for name, part in sheet_names(archive).items()
    }


def _facts(xml: bytes, name: str, styles: Sequence[CellStyle]) -> CellFacts:
    facts = CellFacts()
    rows = columns = 0
    widths: dict[bytes, int] = {}
    for match in _CELL.finditer(xml):
        letters, digits = match[2] or match[4], match[3] or match[5]
        column = widths.get(letters)
        if column is None:
            column = widths[letters] = _number(letters)
        row = int(digits)
        rows, columns = max(rows, row), max(columns, column)
        if match[6]:
            facts.odd[row - 1, column - 1] = "a formula"
        elif b't="e"' in match[1]:
            facts.odd[row - 1, column - 1] = "an error"
        style = _STYLE.search(match[1])
        if style and int(style[1]) < len(styles):
            _add_style(facts, row - 1, column - 1, styles[int(style[1])])
    check_spread(name, rows, columns)
    return facts


def check_spread(name: str, rows: int, columns: int) -> None:
    """Raise :class:`TooLarge` for a sheet whose cells are spread over too large an area."""
    if rows * columns > MOST_CELLS:
        raise TooLarge(
            f"sheet {name}: its cells are spread as far as {cell_name(rows - 1, columns - 1)}: "
            "delete the empty rows and columns, or the one cell that stands far out"
        )


def _add_style(facts: CellFacts, row: int, column: int, style: CellStyle) -> None:
    if style.number_format != "General":
        facts.formats[row, column] = style.number_format
    if style.indent:
        facts.indents[row, column] = style.indent


def _number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.read(name)


def _attributes(text: bytes) -> dict[str, str]:
    return {
        key.decode(): html.unescape((double or single).decode("utf-8", "replace"))
        for key, double, single in _ATTRIBUTE.findall(text)
    }
