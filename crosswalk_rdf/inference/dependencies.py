"""The predicates that a rule reads and writes, as needed for scheduling."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from crosswalk_rdf.sparql_text.form import prefixes
from crosswalk_rdf.sparql_text.tokens import Token, tokens

RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

_LETTERS: Final = {
    **dict.fromkeys(("iri", "string", "number", "language", "blank", "name"), "t"),
    "variable": "v",
    "word": "w",
}
_TERM_KEYWORDS: Final = ("a", "true", "false")
_ANY_PREDICATE: Final = re.compile(r"[vt\[\])]v[vt\[(]|;v|!(?!=)")
"""A variable between two terms or after a semicolon may be a predicate; a negated path is many."""


def predicates_read(text: str) -> frozenset[str] | None:
    """Return every IRI by which the WHERE clause of a CONSTRUCT may pick triples, or None for any.

    It may return too much (a class, a datatype), never too little: a rule whose predicate may be a
    variable, or whose IRIs depend on BASE or on an undeclared prefix, reads any triple.
    """
    all_tokens = tuple(tokens(text))
    body = _body(all_tokens)
    if _ANY_PREDICATE.search("".join(map(_letter, body))):
        return None
    if any(token.kind == "word" and token.text.upper() == "BASE" for token in all_tokens):
        return None
    namespaces = prefixes(iter(all_tokens))
    iris = {_iri_of(token, namespaces) for token in body if _is_iri(token)}
    return None if "" in iris else frozenset(iris)


def is_closure(text: str) -> bool:
    """Return whether a CONSTRUCT computes a closure: ``{ ?s p ?o } WHERE { ?s p+ ?o }``."""
    all_tokens = [token.text for token in tokens(text)]
    start = all_tokens.index("CONSTRUCT") if "CONSTRUCT" in all_tokens else 0
    match [value for value in all_tokens[start + 1 :] if value not in (".", "WHERE")]:
        case ["{", subject, property, value, "}", "{", *path, "}"]:
            distinct = subject != value and {subject[0], value[0]} <= {"?", "$"}
            return distinct and path == [subject, property, "+", value]
    return False


def blank_in_template(text: str) -> bool:
    """Return whether the template of a CONSTRUCT creates blank nodes, new ones at each run."""
    all_tokens = tuple(tokens(text))
    template = all_tokens[: len(all_tokens) - len(_body(all_tokens))]
    return any(token.kind == "blank" or token.text == "[" for token in template)


def _body(all_tokens: Sequence[Token]) -> Sequence[Token]:
    """Return what follows the template: the first group in braces, or nothing for the short form.

    The short form ``CONSTRUCT WHERE { … }`` is all body.
    """
    texts = [token.text.upper() if token.kind == "word" else token.text for token in all_tokens]
    start = texts.index("CONSTRUCT") + 1 if "CONSTRUCT" in texts else 0
    if texts[start : start + 1] != ["{"]:
        return all_tokens[start:]
    return all_tokens[texts.index("}", start) + 1 :] if "}" in texts[start:] else ()


def _letter(token: Token) -> str:
    """Return a letter for the token: ``v``ariable, other ``t``erm, ``w``ord, or the mark itself."""
    if token.kind == "word" and token.text in _TERM_KEYWORDS:
        return "t"
    return _LETTERS.get(token.kind, token.text)


def _is_iri(token: Token) -> bool:
    return token.kind in ("iri", "name") or (token.kind == "word" and token.text == "a")


def _iri_of(token: Token, namespaces: Mapping[str, str]) -> str:
    """Return the IRI of a token, or the empty string where it is not known."""
    if token.kind == "iri":
        return token.text[1:-1] if ":" in token.text else ""
    if token.kind == "word":
        return RDF_TYPE
    prefix, _, local = token.text.partition(":")
    return namespaces[prefix] + local if prefix in namespaces and "\\" not in local else ""
