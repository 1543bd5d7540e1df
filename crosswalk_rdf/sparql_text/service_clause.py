"""Whether a query asks another endpoint (SERVICE, SPARQL 1.1 Federated Query)."""

import re
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.sparql_text.tokens import Token, tokens, with_codepoints

_SERVICE: Final = re.compile("(servic)(e)", re.IGNORECASE)
_EDGE: Final = Token("mark", "", 0, 0)


def has_service(text: str) -> bool:
    """Return whether ``text`` is a query with SERVICE, as Oxigraph's own parser reads it.

    The word may as well stand in a string, an IRI or a name. So the parser is asked: with another
    word in its place a query stays one, unless it was the keyword. Syntax errors are not reported.
    """
    if not _SERVICE.search(text):
        return False
    store = ox.Store()
    try:
        store.query(_with_another_word(text))
    except SyntaxError:
        try:
            store.query(text)
        except SyntaxError:
            return False
        except (OSError, RuntimeError):  # it was evaluated: a worker opens no connection
            return True
        return True
    return False


def may_have_service(text: str) -> bool:
    """Return whether ``text`` may have SERVICE: for queries that another parser will read.

    Codepoint escapes are replaced first as well (SPARQL 1.1 §19.2). In doubt the answer is yes:
    where a name that ends in the word stands before what SERVICE could ask.
    """
    return any(_may_have_service(form) for form in {text, with_codepoints(text)})


def _may_have_service(text: str) -> bool:
    if not _SERVICE.search(text):
        return False
    before, token = _EDGE, _EDGE
    for after in (*tokens(text), _EDGE):
        if _may_be_service(before, token, after):
            return True
        before, token = token, after
    return False


def _may_be_service(before: Token, token: Token, after: Token) -> bool:
    lower = token.text.lower()
    if token.kind in ("word", "language"):
        return "service" in lower
    if token.kind != "name":
        return False
    prefix, _, local = lower.partition(":")
    if prefix.endswith("service") and after.text == "{":  # SERVICE:name { … }, the empty prefix
        return before.text.upper() != "GRAPH"
    return local.endswith(".service") or (local == "" and prefix.endswith(".service"))


def _with_another_word(text: str) -> str:
    """Return ``text`` with a word of the same length, case and place that it does not hold."""
    lower = text.lower()
    letter = next((x for x in "abcdfghijklmnopqrstuvwxyz" if f"servic{x}" not in lower), "0")
    return _SERVICE.sub(lambda m: m[1] + (letter if m[2] == "e" else letter.upper()), text)
