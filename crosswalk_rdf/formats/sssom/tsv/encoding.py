"""Bytes to text: UTF-8 without a byte order mark, lines that end in LF (or CR LF)."""

import re
from typing import Final

from crosswalk_rdf.formats.sssom.tsv.cells import Findings

_BYTE_ORDER_MARK: Final = "\ufeff"
_NOT_UTF_8: Final = re.compile("[\udc80-\udcff]")
_UNWANTED: Final = re.compile("[\udc80-\udcff]+|\r")
_REPLACEMENT: Final = "\ufffd"


def decode(data: bytes, findings: Findings) -> str:
    """Return the text of ``data`` with LF line ends; faults of the encoding go to ``findings``.

    What cannot be decoded is replaced one for one, so that later places stay right (SSSOM/TSV,
    "Encoding").
    """
    text = data.decode("utf-8", "surrogateescape")
    if text.startswith(_BYTE_ORDER_MARK):
        findings.add(1, 1, "byte order mark; save the file as UTF-8 without it")
        text = text[1:]
    text = text.replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        for match in _UNWANTED.finditer(line):
            findings.add(number, match.start() + 1, _describe(match.group()))
    return _NOT_UTF_8.sub(_REPLACEMENT, text).replace("\r", " ")


def _describe(characters: str) -> str:
    if characters == "\r":
        return "carriage return that ends no line; end lines with LF"
    shown = " ".join(f"{byte:02X}" for byte in characters.encode("utf-8", "surrogateescape")[:4])
    return f"invalid UTF-8 (bytes {shown}); save the file as UTF-8"
