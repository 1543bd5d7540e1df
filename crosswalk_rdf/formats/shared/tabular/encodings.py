"""The encoding of a delimited file: bytes to text, by marks, by validity, by plausibility."""

from typing import Final

from crosswalk_rdf.formats.format import Action, Report, unreadable

_BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"
_UTF_16: Final = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_USUAL: Final = frozenset("’‘“”–—…•©®°§½¼éèêëáàâäãåçñóòôöõúùûüíìîïßÉÈÀÁÄÖÜÑÓÚÍ¿¡«»")
"""What texts of standards have beyond ASCII in the languages of Western Europe."""
_SAMPLE: Final = 4096


def decoded(data: bytes, file: str, report: Report) -> str:
    """Return the text of ``data``; what had to be guessed is in ``report``.

    Raises InputFaults for what is not text.
    """
    wide = _utf_16(data)
    if wide:
        try:
            return data.decode(wide).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise unreadable(file, "this is no UTF-16: save the file as UTF-8") from error
    if b"\0" in data:
        raise unreadable(file, "this is no text: save the sheet as CSV, in UTF-8")
    body = data.removeprefix(_BYTE_ORDER_MARK)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        line = body[: error.start].count(b"\n") + 1
    encoding, name = _single_byte(body)
    why = f"read as {name}; save the file as UTF-8 if letters are wrong"
    report.add(f"line {line}", Action.REPAIRED, "bytes that are not UTF-8", why)
    return body.decode(encoding, "replace")


def _utf_16(data: bytes) -> str:
    """Return the kind of UTF-16 that ``data`` is, by its mark or by where its zeros are."""
    if data[:2] in _UTF_16:
        return _UTF_16[data[:2]]
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 4 < len(sample) or not sample:
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _single_byte(data: bytes) -> tuple[str, str]:
    """Return the encoding of one byte a letter that gives the more usual letters."""
    special = bytes(byte for byte in data if byte > 127)[:_SAMPLE]
    plausible = {
        encoding: sum(letter in _USUAL for letter in special.decode(encoding, "replace"))
        for encoding in ("cp1252", "mac_roman")
    }
    if plausible["mac_roman"] > plausible["cp1252"]:
        return "mac_roman", "Mac Roman"
    return "cp1252", "Windows-1252"
