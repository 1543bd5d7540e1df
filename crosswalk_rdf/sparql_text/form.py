"""SPARQL text to the form of the query, which decides what its result may be written in."""

from collections.abc import Iterator
from typing import Final

from crosswalk_rdf.sparql_text.tokens import Token, tokens

FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_PROLOGUE: Final = {"BASE": ("iri",), "PREFIX": ("name", "iri"), "VERSION": ("string",)}
"""What follows each word of the prologue (SPARQL 1.1 Query §19.8, [4] to [6])."""


def query_form(text: str) -> str:
    """Return SELECT, ASK, CONSTRUCT or DESCRIBE; the empty string if ``text`` is no query.

    It is the word after the prologue; no more of the text is read.
    """
    rest = tokens(text)
    for token in rest:
        word = token.text.upper()
        if token.kind != "word" or word not in _PROLOGUE:
            return word if token.kind == "word" and word in FORMS else ""
        if not _follows(rest, _PROLOGUE[word]):
            return ""
    return ""


def prefixes(of: Iterator[Token]) -> dict[str, str]:
    """Return the declarations ``PREFIX name: <iri>`` among tokens: the prefix to the IRI."""
    declared: dict[str, str] = {}
    for token in of:
        if token.kind == "word" and token.text.upper() == "PREFIX":
            name, iri = next(of, token), next(of, token)
            if name.kind == "name" and iri.kind == "iri":
                declared[name.text.removesuffix(":")] = iri.text[1:-1]
    return declared


def _follows(rest: Iterator[Token], kinds: tuple[str, ...]) -> bool:
    for kind in kinds:
        token = next(rest, None)
        if token is None or token.kind != kind or (kind == "name" and token.text[-1] != ":"):
            return False
    return True
