"""The form of a query, which decides what its answer may be written in.

The text is of a stranger and may be long: it is gone through once, and nothing of it is run.
"""

import re
from typing import Final

FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")

_BLANK: Final = re.compile(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_WORD: Final = re.compile(r"[A-Za-z]++")
_PREFIX_NAME: Final = re.compile(r"[^\s:<>#]*+:")
_IRI: Final = re.compile(r"<[^<>]*+>")
_VERSION: Final = re.compile(r"\"[^\"\r\n]*+\"|'[^'\r\n]*+'")
_PROLOGUE: Final = {"BASE": (_IRI,), "PREFIX": (_PREFIX_NAME, _IRI), "VERSION": (_VERSION,)}
"""What follows each word of the prologue (SPARQL 1.1 Query §19.8, [4] to [6])."""


def form_of(text: str) -> str:
    """Return SELECT, ASK, CONSTRUCT or DESCRIBE; the empty string if ``text`` is no query.

    It is the word after the prologue: what stands in comments, IRIs or strings is none.
    """
    place = 0
    while word := _WORD.match(text, _after(_BLANK, text, place)):
        name, place = word.group().upper(), word.end()
        if name not in _PROLOGUE:
            return name if name in FORMS else ""
        for part in _PROLOGUE[name]:
            found = part.match(text, _after(_BLANK, text, place))
            if found is None:
                return ""
            place = found.end()
    return ""


def _after(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place
