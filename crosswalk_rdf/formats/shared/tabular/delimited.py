"""CSV (RFC 4180) as people's programs write it: bytes to a sheet of text.

UTF-8 and UTF-16 with and without their marks, Windows-1252 where it is no UTF-8, any of the usual
separators, and the line ``sep=;`` that Excel puts before a file.
"""

import csv
import io
from collections.abc import Iterator
from typing import Final

from crosswalk_rdf.formats.format import Action, Report, unreadable
from crosswalk_rdf.formats.shared.tabular.sheet import Sheet

SEPARATORS: Final = ",;\t|"
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


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


def decoded(data: bytes, file: str, report: Report) -> str:
    """Return the text of ``data`` and note in ``report`` what had to be guessed.

    Raises InputFaults for data that is not text.
    """
    if data.startswith(_UTF_16):
        encoding = "utf-16"
    elif b"\0" in data:
        raise unreadable(file, "this is no text: save the sheet as CSV, in UTF-8")
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise unreadable(file, "this is no UTF-16: save the file as UTF-8") from error
        line = data[: error.start].count(b"\n") + 1
        why = "read as Windows-1252; save the file as UTF-8 if letters are wrong"
        report.add(f"line {line}", Action.REPAIRED, "bytes that are not UTF-8", why)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _separator(text: str) -> tuple[str, int]:
    """Return what separates the fields, and where the first row begins."""
    if text[:4].lower() == "sep=" and text[4:5] and text[5:6] in ("\r", "\n"):
        return text[4], 7 if text[5:7] == "\r\n" else 6
    unquoted: list[str] = []
    inside = False
    for letter in text:
        if letter == '"':
            inside = not inside
        elif letter in "\r\n" and not inside and unquoted:
            break
        elif not inside:
            unquoted.append(letter)
    return max(SEPARATORS, key=unquoted.count), 0
