"""N-Triples text of a literal to its parts."""

import re
from typing import Final, NamedTuple

XSD: Final = "http://www.w3.org/2001/XMLSchema#"
STRING: Final = XSD + "string"
LANGUAGE_STRING: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"

_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPE_CHARACTERS: Final = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class LiteralParts(NamedTuple):
    """A literal of RDF 1.1 (§3.3)."""

    value: str
    language: str
    """``""`` if there is none."""
    datatype: str


def literal_parts(text: str) -> LiteralParts:
    """Return the parts of ``text``, a literal as Oxigraph writes it."""
    end = text.rindex('"')
    value, tail = text[1:end], text[end + 1 :]
    if "\\" in value:
        value = _ESCAPE.sub(_unescape, value)
    if not tail:
        return LiteralParts(value, "", STRING)
    if tail.startswith("@"):
        return LiteralParts(value, tail[1:], LANGUAGE_STRING)
    return LiteralParts(value, "", tail[3:-1])


def _unescape(match: re.Match[str]) -> str:
    short, long, character = match.groups()
    if character is not None:
        return _ESCAPE_CHARACTERS.get(character, character)
    return chr(int(short or long, 16))
