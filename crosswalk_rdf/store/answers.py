"""The answers to queries, the same from every backend.

Each backend passes its terms through :func:`normal`, which fixes what SPARQL 1.1 leaves open:
numbers and booleans get the canonical lexical form of XML Schema 1.1 part 2 (``1``, ``1.5``,
``true``), plain literals no datatype, language tags lower case. Doubles, floats and dates stay as
given.
"""

import re
from dataclasses import dataclass
from typing import Final

from rdflib import XSD, Literal, URIRef
from rdflib.term import Node

_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
_DECIMAL: Final = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)")
_BOOLEANS: Final = {"1": "true", "0": "false"}


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to SELECT: a row for each solution, in the order of the query."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Node | None, ...], ...]
    """One value for each variable; None where it is unbound."""


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to CONSTRUCT and DESCRIBE: triples without repetition, sorted by N-Triples."""

    triples: tuple[tuple[Node, Node, Node], ...]


@dataclass(frozen=True, slots=True)
class Boolean:
    """The answer to ASK."""

    value: bool


Answer = Solutions | Triples | Boolean


def normal(term: Node) -> Node:
    """Return ``term`` in the one form that every engine's answers have."""
    if not isinstance(term, Literal):
        return term
    if term.language:
        return Literal(str(term), lang=term.language.lower())
    if term.datatype is None or term.datatype == XSD.string:
        return Literal(str(term))
    return Literal(_lexical(str(term), term.datatype), datatype=term.datatype, normalize=False)


def sorted_triples(triples: set[tuple[Node, Node, Node]]) -> Triples:
    """Return ``triples`` in order of their N-Triples form."""
    return Triples(tuple(sorted(triples, key=_order)))


def _order(triple: tuple[Node, Node, Node]) -> tuple[str, ...]:
    return tuple(term.n3() for term in triple)


def _lexical(form: str, datatype: URIRef) -> str:
    if datatype == XSD.integer and _INTEGER.fullmatch(form):
        return str(int(form))
    if datatype == XSD.decimal and _DECIMAL.fullmatch(form):
        return _canonical_decimal(form)
    if datatype == XSD.boolean:
        return _BOOLEANS.get(form, form)
    return form


def _canonical_decimal(form: str) -> str:
    """Return ``form`` without needless sign, zeros and point (XML Schema 1.1 part 2 §E.1)."""
    integer, _, fraction = form.lstrip("+-").partition(".")
    digits = (integer.lstrip("0") or "0") + "." + fraction.rstrip("0")
    number = digits.rstrip(".")
    return f"-{number}" if form.startswith("-") and number != "0" else number
