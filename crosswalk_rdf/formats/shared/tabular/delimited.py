"""CSV (RFC 4180) as people's programs write it: bytes to a sheet of text.

Any usual encoding, any of the usual separators, and the line ``sep=;`` that Excel puts before a
file.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Final

from crosswalk_rdf.formats.format import Action, Report, unreadable
from crosswalk_rdf.formats.shared.tabular.encodings import decoded
from crosswalk_rdf.formats.shared.tabular.sheet import Sheet

SEPARATORS: Final = ",;\t|"
_SAMPLE_ROWS: Final = 50


def read_delimited(data: bytes, file: str, report: Report, rows: int | None = None) -> Sheet:
    """Return the rows of ``data``, at most ``rows``; what had to be guessed is in ``report``.

    Raises InputFaults for data that is not text, and for a quote that is never closed.
    """
    text = decoded(data, file, report)
    separator, first = _separator(text)
    if separator != ",":
        report.add("line 1", Action.KEPT, f"fields separated by {separator!r}", "RFC 4180 has ','")
    text = text[first:]
    try:
        numbered_rows = list(_rows(text, separator, strict=True, limit=rows))
    except csv.Error as error:
        numbered_rows = _leniently(text, separator, rows, file, report, error)
    offset = 1 if first else 0
    return Sheet(
        "", [row for _, row in numbered_rows], [line + offset for line, _ in numbered_rows]
    )


def _rows(
    text: str, separator: str, *, strict: bool, limit: int | None
) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=strict)
    line = 1
    for row in reader:
        if limit is not None:
            limit -= 1
            if limit < 0:
                return
        yield line, row
        line = reader.line_num + 1


def _leniently(
    text: str, separator: str, rows: int | None, file: str, report: Report, error: csv.Error
) -> list[tuple[int, list[str]]]:
    """Read once more what is not strictly CSV; raise InputFaults where that makes no sense."""
    line = _broken_line(text, separator)
    if "unexpected end of data" in str(error):
        raise unreadable(file, "a quote is opened and never closed: close it", line) from error
    try:
        numbered_rows = list(_rows(text, separator, strict=False, limit=rows))
    except csv.Error as still:
        raise unreadable(file, f"not CSV: {still}; correct it here", line) from still
    report.add(f"line {line}", Action.REPAIRED, "a quote within a field", "taken as it stands")
    return numbered_rows


def _broken_line(text: str, separator: str) -> int:
    """Return the line on which the first row begins that is not strictly CSV."""
    line = 1
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for _ in reader:
            line = reader.line_num + 1
    except csv.Error:
        pass
    return line


def _separator(text: str) -> tuple[str, int]:
    """Return what separates the fields, and where the first row begins."""
    if text[:4].lower() == "sep=" and text[4:5] and text[5:6] in ("\r", "\n"):
        return text[4], 7 if text[5:7] == "\r\n" else 6
    return max(SEPARATORS, key=lambda separator: _regularity(text, separator)), 0


def _regularity(text: str, separator: str) -> tuple[int, int]:
    """Return how many of the first rows have the same number of fields, above one, and which."""
    try:
        rows = [row for _, row in _rows(text, separator, strict=False, limit=_SAMPLE_ROWS)]
    except csv.Error:
        return 0, 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(((rows, width) for width, rows in widths.items()), default=(0, 0))
