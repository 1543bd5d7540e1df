"""Bytes to text: UTF-8 without a byte order mark, lines that end in LF (or CR LF)."""

import re
from typing import Final

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.shared.tabular.encodings import decoded
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy

_BYTE_ORDER_MARK: Final = "\ufeff"
_NOT_UTF_8: Final = re.compile("[\udc80-\udcff]")
_UNWANTED: Final = re.compile("[\udc80-\udcff]+|\r")
_REPLACEMENT: Final = "\ufffd"


def decode(data: bytes, findings: Findings) -> str:
    """Return the text of ``data`` with LF line ends; faults of the encoding go to ``findings``.

    What cannot be decoded is replaced one for one, so that later places stay right (SSSOM/TSV,
    "Encoding"). A lenient reader takes it for UTF-16 or Windows-1252.
    """
    text = _text(data, findings)
    if text.startswith(_BYTE_ORDER_MARK):
        message = "byte order mark; save the file as UTF-8 without it"
        findings.repair(Cell("", 1, 1), message, Remedy(Action.IGNORED, "a file has none"))
        text = text[1:]
    text = text.replace("\r\n", "\n")
    if findings.is_lenient and "\r" in text and "\n" not in text:
        text = text.replace("\r", "\n")
    if _UNWANTED.search(text) is None:
        return text
    for number, line in enumerate(text.split("\n"), 1):
        for match in _UNWANTED.finditer(line):
            remedy = Remedy(Action.REPAIRED, "read as a space")
            findings.repair(Cell("", number, match.start() + 1), _describe(match.group()), remedy)
    return _NOT_UTF_8.sub(_REPLACEMENT, text).replace("\r", " ")


def _text(data: bytes, findings: Findings) -> str:
    text = data.decode("utf-8", "surrogateescape")
    if findings.report is not None and _NOT_UTF_8.search(text):
        return decoded(data, findings.file, findings.report)
    return text


def _describe(characters: str) -> str:
    if characters == "\r":
        return "carriage return that ends no line; end lines with LF"
    shown = " ".join(f"{byte:02X}" for byte in characters.encode("utf-8", "surrogateescape")[:4])
    return f"invalid UTF-8 (bytes {shown}); save the file as UTF-8"
