"""SPARQL text to the form of the query, which decides what its result may be written in."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from crosswalk_rdf.sparql_text.tokens import Token, tokens

FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_SHORT: Final = 2_000
"""Characters of a text whose form is remembered: the same queries are asked again and again."""
_PROLOGUE: Final = {"BASE": ("iri",), "PREFIX": ("name", "iri"), "VERSION": ("string",)}
"""What follows each word of the prologue (SPARQL 1.1 Query §19.8, [4] to [6])."""


def query_form(text: str) -> str:
    """Return SELECT, ASK, CONSTRUCT or DESCRIBE; the empty string if ``text`` is not a query.

    It is the word after the prologue; no more of the text is read.
    """
    return _form_of_short(text) if len(text) <= _SHORT else _form(text)


@lru_cache(maxsize=1024)
def _form_of_short(text: str) -> str:
    return _form(text)


def _form(text: str) -> str:
    remaining = tokens(text)
    for token in remaining:
        keyword = token.text.upper()
        if token.kind != "word" or keyword not in _PROLOGUE:
            return keyword if token.kind == "word" and keyword in FORMS else ""
        if not _follows(remaining, _PROLOGUE[keyword]):
            return ""
    return ""


def prefixes(stream: Iterator[Token]) -> dict[str, str]:
    """Return the declarations ``PREFIX name: <iri>`` among tokens: the prefix to the IRI."""
    namespaces: dict[str, str] = {}
    for token in stream:
        if token.kind == "word" and token.text.upper() == "PREFIX":
            name, iri = next(stream, token), next(stream, token)
            if name.kind == "name" and iri.kind == "iri":
                namespaces[name.text.removesuffix(":")] = iri.text[1:-1]
    return namespaces


def _follows(remaining: Iterator[Token], kinds: tuple[str, ...]) -> bool:
    for kind in kinds:
        token = next(remaining, None)
        if token is None or token.kind != kind or (kind == "name" and token.text[-1] != ":"):
            return False
    return True


def projections(text: str) -> Iterator[frozenset[str]]:
    """Yield the names of the variables between each ``SELECT`` and its pattern, outermost first.

    (SPARQL 1.1 §12 and §16.1; the names are without ``?`` or ``$``.)
    """
    names: list[str] | None = None
    for token in tokens(text):
        if token.kind == "word" and token.text.upper() == "SELECT":
            names = []
        elif names is not None and token.text == "{":
            yield frozenset(names)
            names = None
        elif names is not None and token.kind == "variable":
            names.append(token.text[1:])
