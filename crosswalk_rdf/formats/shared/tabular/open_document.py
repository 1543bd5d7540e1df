"""OpenDocument spreadsheets (ODF 1.3 part 3, §9): bytes to sheets of the text that is shown."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree

from crosswalk_rdf.formats.shared.tabular.sheet import Area, Sheet
from crosswalk_rdf.formats.shared.tabular.workbook_parts import (
    BROKEN,
    TooLarge,
    check_size,
    check_spread,
)
from crosswalk_rdf.serialization.xml_documents import readable_xml

_ZIP: Final = b"PK\x03\x04"
_TYPE: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_CONTENT: Final = "content.xml"
_URN: Final = "urn:oasis:names:tc:opendocument:xmlns"
_TABLE, _TEXT, _OFFICE, _STYLE, _FO = (
    f"{{{_URN}:{name}:1.0}}" for name in ("table", "text", "office", "style", "xsl-fo-compatible")
)
_KINDS: Final = {
    "date": "a date",
    "time": "a duration",
    "boolean": "a truth value",
    "float": "the number",
    "percentage": "the number",
    "currency": "the number",
}
_CELLS: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def is_open_document(data: bytes) -> bool:
    """Return whether ``data`` is an OpenDocument spreadsheet."""
    if not data.startswith(_ZIP):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            named = {"mimetype", _CONTENT} <= set(archive.namelist())
            return named and archive.read("mimetype").startswith(_TYPE)
    except (TooLarge, *BROKEN):
        return False


def open_document_sheets(data: bytes, file: str, rows: int | None) -> tuple[Sheet, ...]:
    """Return the sheets of ``data``, with at most ``rows`` rows each.

    Raises InputFaults for XML that is not well-formed, TooLarge, and what zipfile raises.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_size(archive)
        xml = readable_xml(archive.read(_CONTENT), file)
    root = ElementTree.fromstring(xml)  # noqa: S314  checked above
    indents = dict(_indents(root))
    return tuple(_sheet(table, indents, rows) for table in root.iter(f"{_TABLE}table"))


def _indents(root: ElementTree.Element) -> Iterator[tuple[str, int]]:
    """Yield the styles of cells that indent, with the indent in tenths of a millimeter."""
    for style in root.iter(f"{_STYLE}style"):
        for properties in style.iter(f"{_STYLE}paragraph-properties"):
            text = properties.get(f"{_FO}margin-left", "")
            factors = {"cm": 100.0, "mm": 10.0, "in": 254.0, "pt": 3.528}
            number, unit = text[:-2], text[-2:]
            if unit in factors and number.replace(".", "", 1).isdigit() and float(number):
                yield style.get(f"{_STYLE}name", ""), round(float(number) * factors[unit])


@dataclass(slots=True)
class _Cells:
    """The cells of a sheet, while it is read."""

    rows: list[list[str]] = field(default_factory=list)
    odd: dict[tuple[int, int], str] = field(default_factory=dict)
    indents: dict[tuple[int, int], int] = field(default_factory=dict)
    merged: list[Area] = field(default_factory=list)


def _sheet(table: ElementTree.Element, indents: dict[str, int], most: int | None) -> Sheet:
    name = table.get(f"{_TABLE}name", "")
    cells = _Cells()
    empty = 0
    for row in table.iter(f"{_TABLE}table-row"):
        repeated = int(row.get(f"{_TABLE}number-rows-repeated", "1"))
        if not any(cell.find(f"{_TEXT}p") is not None for cell in row):
            empty += repeated
            continue
        check_spread(name, len(cells.rows) + empty + repeated, 1)
        cells.rows.extend([] for _ in range(empty))
        empty = 0
        for _ in range(repeated):
            _add_row(row, cells, indents, name)
        if most is not None and len(cells.rows) >= most:
            break
    return Sheet(name, cells.rows[:most], odd=cells.odd, merged=cells.merged, indents=cells.indents)


def _add_row(row: ElementTree.Element, cells: _Cells, indents: dict[str, int], name: str) -> None:
    texts: list[str] = []
    number = len(cells.rows)
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        repeated = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        text = "\n".join(_paragraph(p) for p in cell.findall(f"{_TEXT}p"))
        if text:
            check_spread(name, number + 1, len(texts) + repeated)
            for column in range(len(texts), len(texts) + repeated):
                _describe(cell, cells, (number, column), indents)
        texts.extend([text] * (repeated if text or repeated < 1000 else 1))
    while texts and not texts[-1]:
        texts.pop()
    cells.rows.append(texts)


def _describe(
    cell: ElementTree.Element, cells: _Cells, place: tuple[int, int], indents: dict[str, int]
) -> None:
    """Note what the cell at ``place`` is beside its text."""
    value = cell.get(f"{_OFFICE}value-type", "string")
    kind = _KINDS.get(value)
    if kind == "the number":
        kind = f"the number {cell.get(f'{_OFFICE}value', '')}"
    if kind or cell.get(f"{_TABLE}formula"):
        cells.odd[place] = "a formula" if cell.get(f"{_TABLE}formula") else str(kind)
    indent = indents.get(cell.get(f"{_TABLE}style-name", ""))
    if indent:
        cells.indents[place] = indent
    down = int(cell.get(f"{_TABLE}number-rows-spanned", "1"))
    right = int(cell.get(f"{_TABLE}number-columns-spanned", "1"))
    if down > 1 or right > 1:
        row, column = place
        cells.merged.append((row, column, row + down - 1, column + right - 1))


def _paragraph(element: ElementTree.Element) -> str:
    """Return the text of a paragraph; ``text:s`` stands for spaces (§6.1.3)."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}s":
            parts.append(" " * int(child.get(f"{_TEXT}c", "1")))
        elif child.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif child.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif child.tag != f"{_OFFICE}annotation":
            parts.append(_paragraph(child))
        parts.append(child.tail or "")
    return "".join(parts)
