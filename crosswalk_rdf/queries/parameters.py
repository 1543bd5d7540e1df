"""The value of a parameter, as a user writes it, to an RDF term in the query.

========  ==========================================================  =========================
type      what a user gives                                           the term
========  ==========================================================  =========================
string    any text                                                    plain literal
notation  a notation as published, ``VVC.1.c.ii``: no white space     plain literal
iri       an IRI, ``xw:Element``, or an IRI relative to the base      IRI
integer   digits, with a sign or without                              ``xsd:integer``
boolean   ``true`` or ``false``                                       ``xsd:boolean``
========  ==========================================================  =========================
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.model.lexical import SURROGATES, has_scheme, is_iri
from crosswalk_rdf.namespaces import PREFIXES, ontology_namespace

_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_CODEPOINT_ESCAPE: Final = re.compile(r"\\([uU])")
_NO_NOTATION: Final = re.compile(r"[\s\x01-\x1f\x7f-\x9f\ufeff]")
_UNWRITABLE: Final = re.compile(f"[\x00{SURROGATES}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One thing that a user may choose; without default and not required, it means "any"."""

    name: str
    type: str
    description: str
    default: str | None = None
    """As a user would give it."""
    required: bool = False


class NotATerm(ValueError):
    """A value that is none of its type; says what is expected. Never leaves this package."""


def term(type_: str, value: str, base: str) -> str:
    """Return the SPARQL term for ``value``; raise NotATerm where it has not the type ``type_``."""
    return TYPES[type_](value, base)


def _string_literal(value: str, _base: str) -> str:
    r"""Return a quoted literal that means ``value`` to every engine.

    SPARQL 1.1 §19.2 decodes ``\uXXXX`` before anything else, so that even ``\\u0022`` is read
    as a quotation mark by some: the letter after a backslash is written as a code point itself.
    """
    if unwritable := _UNWRITABLE.search(value):
        raise NotATerm(f"text without the character U+{ord(unwritable.group()):04X}")
    escaped = "".join(_ESCAPES.get(character, character) for character in value)
    return f'"{_CODEPOINT_ESCAPE.sub(_as_codepoint, escaped)}"'


def _as_codepoint(match: re.Match[str]) -> str:
    return f"\\\\U{ord(match.group(1)):08X}"


def _notation(value: str, base: str) -> str:
    if not value or _NO_NOTATION.search(value):
        raise NotATerm("a notation such as 1a or VVC.1.c.ii, without white space or controls")
    return _string_literal(value, base)


def _iri(value: str, base: str) -> str:
    bare = value[1:-1] if value.startswith("<") and value.endswith(">") else value
    iri = _expand_curie(bare, {**PREFIXES, "xw": str(ontology_namespace(base))})
    if bare and not has_scheme(iri):
        iri = base + bare.lstrip("/")
    if not (is_iri(iri) and _is_parsed(iri)):
        raise NotATerm(f"an IRI such as {base}psel-2015, psel-2015 or skos:Concept")
    return f"<{iri}>"


def _is_parsed(iri: str) -> bool:
    """Return whether the parser of the store takes ``iri``: it wants a whole authority, too."""
    try:
        ox.NamedNode(iri)
    except ValueError:
        return False
    return True


def _expand_curie(value: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = value.partition(":")
    return prefixes[prefix] + local if colon and prefix in prefixes else value


def _integer(value: str, _base: str) -> str:
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", value):
        raise NotATerm("a whole number such as 3")
    return str(int(value))


def _boolean(value: str, _base: str) -> str:
    if value not in ("true", "false"):
        raise NotATerm("true or false")
    return value


TYPES: Final[Mapping[str, Callable[[str, str], str]]] = {
    "string": _string_literal,
    "notation": _notation,
    "iri": _iri,
    "integer": _integer,
    "boolean": _boolean,
}
"""Every type of parameter, and what makes a term of a value and the base IRI."""
