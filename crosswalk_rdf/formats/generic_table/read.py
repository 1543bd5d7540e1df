"""A spreadsheet to frameworks and crosswalks, by what its headers and its cells look like."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action, Reading, Report, unreadable
from crosswalk_rdf.formats.generic_table.degrees import Degrees
from crosswalk_rdf.formats.generic_table.frame import frame_of
from crosswalk_rdf.formats.generic_table.headers import meaning_of
from crosswalk_rdf.formats.generic_table.interpretation import Interpretation, TableReading
from crosswalk_rdf.formats.generic_table.known_codes import KnownCodes
from crosswalk_rdf.formats.generic_table.options import TableOptions
from crosswalk_rdf.formats.generic_table.sheet_readings import sheet_reading
from crosswalk_rdf.formats.shared.tabular import (
    Sheet,
    is_workbook,
    read_delimited,
    read_workbook,
    simplified,
    workbook_heads,
)
from crosswalk_rdf.model import Framework

_HEAD: Final = 65_536
_HEAD_ROWS: Final = 40
_OTHERS: Final = ({"notation", "text", "iri"}, {"subjectnotation", "relation", "objectnotation"})
"""Headers that only a sheet of the format ``xlsx`` has together."""


def recognizes(data: bytes) -> bool:
    """Return whether ``data`` has a row of headers with a column of statements and one more."""
    if is_workbook(data):
        sheets = workbook_heads(data)
        return not any(map(_is_anothers, sheets)) and any(map(_is_ours, sheets))
    if data.lstrip()[:1] in (b"{", b"[", b"<", b"@", b"#", b""):
        return False
    try:
        head = data[:_HEAD].rpartition(b"\n")[0] or data
        sheet = read_delimited(head, "", Report(), _HEAD_ROWS)
    except InputFaults:
        return False
    return _is_ours(sheet)


def _is_ours(sheet: Sheet) -> bool:
    frame = frame_of(sheet, None)
    return frame is not None and sum(bool(meaning_of(h).role) for h in frame.headers) > 1


def _is_anothers(sheet: Sheet) -> bool:
    """Return whether a sheet is one of the workbooks that have a format of their own."""
    headers = [{simplified(cell) for cell in row} for row in sheet.rows]
    has_headers_of_another = any(names >= others for names in headers for others in _OTHERS)
    return has_headers_of_another or simplified(sheet.name) == "cfitem"


def read(data: bytes, file: str) -> Reading:
    """Return a framework for each sheet of ``data``; raise InputFaults for what is not clear."""
    return interpret(data, file).reading()


def interpret(
    data: bytes,
    file: str,
    options: TableOptions | None = None,
    frameworks: Sequence[Framework] = (),
    beside: Mapping[str, bytes] = MappingProxyType({}),
) -> TableReading:
    """Return how ``data`` is read, as ``options`` say or as it seems.

    ``frameworks`` are those whose codes may stand in a crosswalk; ``beside`` are further files, by
    name, which make one framework together with this one. Raises InputFaults for what is
    not a spreadsheet, and for sheets and columns that the options name and it does not have.
    """
    options, report = options or TableOptions(), Report()
    sheets = _sheets(data, file, options, report)
    for name, content in beside.items():
        options = replace(options, together=True)
        sheets.extend(
            replace(s, name=s.name or name) for s in _sheets(content, name, options, report)
        )
    other_frameworks = [KnownCodes(framework) for framework in frameworks]
    degrees = Degrees(options.degrees)
    readings = tuple(
        sheet_reading(
            s, options.of(s.name, alone=len(sheets) == 1), other_frameworks, degrees, file
        )
        for s in sheets
    )
    return Interpretation(file, options, other_frameworks, degrees, report, readings).result()


def _sheets(data: bytes, file: str, options: TableOptions, report: Report) -> list[Sheet]:
    """Return the sheets to read: those that are named, or those that are not hidden."""
    if not is_workbook(data):
        return [read_delimited(data, file, report)]
    sheets = read_workbook(data, file)
    names = [sheet.name for sheet in sheets]
    only = [name for name in options.only if name in names]
    missing = [name for name in options.only if name not in names]
    if missing and not (len(names) == 1 and options.file):
        raise unreadable(file, f"no sheet is called {missing[0]!r}: it has {', '.join(names)}")
    for sheet in sheets:
        if sheet.hidden and sheet.name not in only:
            why = "it is hidden: name it with --sheet to read it"
            report.add(f"sheet {sheet.name}", Action.IGNORED, "the sheet", why)
        elif only and sheet.name not in only:
            report.add(f"sheet {sheet.name}", Action.IGNORED, "the sheet", "others are named")
    return [s for s in sheets if (s.name in only if only else not s.hidden)]
