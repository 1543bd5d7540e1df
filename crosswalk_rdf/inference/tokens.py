"""The text of a rule to what it reads and makes: just enough of SPARQL's grammar to schedule it."""

import re
from collections.abc import Iterator
from typing import Final

RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

_TOKEN: Final = re.compile(
    r"""(?P<comment>\#[^\n\r]*)
      | (?P<iri><[^<>"{}|^`\\\s]*>)
      | (?P<literal>(?s:\"{3}.*?\"{3}|'{3}.*?'{3})|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'
                   |[0-9]+(?:\.[0-9]+)?|@[A-Za-z-]+)
      | (?P<variable>[?$]\w+)
      | (?P<blank>_:[\w.-]*\w|\[)
      | (?P<name>[\w.-]*:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*(?<!\.))
      | (?P<word>[A-Za-z_]\w*)
      | (?P<other>!=|\S)""",
    re.VERBOSE,
)
_KINDS: Final = {
    **dict.fromkeys(("iri", "literal", "blank", "name"), "t"),
    "variable": "v",
    "word": "w",
}
_ANY_PREDICATE: Final = re.compile(r"[vt\])]v[vt(]|;v|!")
"""A variable between two terms or after a semicolon may be a predicate; a negated path is many."""
_UNSTEADY: Final = frozenset({"BNODE", "NOW", "RAND", "SERVICE", "STRUUID", "UUID"})

Token = tuple[str, str]


def tokens(text: str) -> Iterator[Token]:
    """Yield the kind and the text of each token of a SPARQL query, comments left out."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup and match.lastgroup != "comment":
            yield match.lastgroup, match.group()


def predicates_read(text: str) -> frozenset[str] | None:
    """Return every IRI by which the WHERE clause of a CONSTRUCT may pick triples, or None for any.

    It may return too much (a class, a datatype), never too little: a rule whose predicate may be a
    variable, or whose IRIs depend on BASE or on an undeclared prefix, reads any triple.
    """
    everything = list(tokens(text))
    prefixes = _prefixes(everything)
    body = _body(everything)
    if _ANY_PREDICATE.search("".join(_kind(token) for token in body)):
        return None
    iris = {_expanded(token, prefixes) for token in body if _names_iri(token)}
    return None if "" in iris or ("word", "BASE") in everything else frozenset(iris)


def is_closure(text: str) -> bool:
    """Tell whether a CONSTRUCT is ``{ ?s p ?o } WHERE { ?s p+ ?o }``: it feeds itself in vain."""
    everything = [value for _, value in tokens(text)]
    start = everything.index("CONSTRUCT") if "CONSTRUCT" in everything else 0
    match [value for value in everything[start + 1 :] if value not in (".", "WHERE")]:
        case ["{", subject, property, value, "}", "{", *path, "}"]:
            apart = subject != value and {subject[0], value[0]} <= {"?", "$"}
            return apart and path == [subject, property, "+", value]
    return False


def blank_in_template(text: str) -> bool:
    """Tell whether the template of a CONSTRUCT makes blank nodes, new ones at each run."""
    everything = list(tokens(text))
    template = everything[: len(everything) - len(_body(everything))]
    return any(kind == "blank" for kind, _ in template)


def unsteady_words(text: str) -> tuple[str, ...]:
    """Return what makes a query give something else each time it is asked: ``RAND``, ``NOW``."""
    words = {value.upper() for kind, value in tokens(text) if kind == "word"}
    return tuple(sorted(words & _UNSTEADY))


def _body(everything: list[Token]) -> list[Token]:
    """Return what follows the template: the first group in braces, or nothing for the short form.

    The short form ``CONSTRUCT WHERE { … }`` is all body.
    """
    words = [value.upper() if kind == "word" else value for kind, value in everything]
    start = words.index("CONSTRUCT") + 1 if "CONSTRUCT" in words else 0
    if words[start : start + 1] != ["{"]:
        return everything[start:]
    return everything[words.index("}", start) + 1 :] if "}" in words[start:] else []


def _prefixes(everything: list[Token]) -> dict[str, str]:
    return {
        everything[index + 1][1]: everything[index + 2][1][1:-1]
        for index in range(len(everything) - 2)
        if everything[index][0] == "word" and everything[index][1].upper() == "PREFIX"
    }


def _kind(token: Token) -> str:
    """Return a letter for the token: ``v``ariable, other ``t``erm, ``w``ord, or the sign itself."""
    kind, value = token
    if token in (("word", "a"), ("word", "true"), ("word", "false")):
        return "t"
    return "=" if value == "!=" else _KINDS.get(kind, value)


def _names_iri(token: Token) -> bool:
    return token[0] in ("iri", "name") or token == ("word", "a")


def _expanded(token: Token, prefixes: dict[str, str]) -> str:
    """Return the IRI of a token, or the empty string where it is not known."""
    kind, value = token
    if kind == "iri":
        return value[1:-1] if ":" in value else ""
    if kind == "word":
        return RDF_TYPE
    prefix, _, local = value.partition(":")
    return prefixes[prefix + ":"] + local if prefix + ":" in prefixes and "\\" not in local else ""
