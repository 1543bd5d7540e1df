"""``xl/styles.xml`` of a workbook (ISO/IEC 29500-1 §18.8): number formats and indents of cells."""

import html
import re
import zipfile
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.formats.shared.tabular.number_formats import BUILT_IN

_PART: Final = "xl/styles.xml"
_FORMAT: Final = re.compile(rb"<(?:\w+:)?numFmt\s([^>]*)>")
_CELL_FORMATS: Final = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_CELL_FORMAT: Final = re.compile(rb"<(?:\w+:)?xf\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?xf>)", re.DOTALL)
_ATTRIBUTE: Final = re.compile(rb"""(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(frozen=True, slots=True)
class CellStyle:
    """How a cell shows its value."""

    number_format: str = BUILT_IN[0]
    indent: int = 0

    @property
    def is_plain(self) -> bool:
        """Whether it changes nothing of what the value says."""
        return self == CellStyle()


def cell_styles(archive: zipfile.ZipFile) -> list[CellStyle]:
    """Return the styles of the workbook, by the index that cells refer to."""
    if _PART not in archive.namelist():
        return []
    xml = archive.read(_PART)
    formats = dict(BUILT_IN)
    for match in _FORMAT.finditer(xml):
        values = _attributes(match[1])
        formats[int(values.get("numFmtId", "0"))] = html.unescape(values.get("formatCode", ""))
    block = _CELL_FORMATS.search(xml)
    return [
        CellStyle(
            formats.get(int(_attributes(attributes).get("numFmtId", "0")), BUILT_IN[0]),
            int(_attributes(content).get("indent", "0")),
        )
        for attributes, content in (_CELL_FORMAT.findall(block[0]) if block else ())
    ]


def _attributes(xml: bytes) -> dict[str, str]:
    return {
        name.decode(): (double or single).decode("utf-8", "replace")
        for name, double, single in _ATTRIBUTE.findall(xml)
    }
