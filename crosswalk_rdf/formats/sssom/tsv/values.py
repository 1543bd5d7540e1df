"""Is a value one of its slot's range? A sentence where it is not, None where it is."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Final

from rdflib import XSD

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.document import BUILT_IN_PREFIXES
from crosswalk_rdf.formats.sssom.tsv.justifications import FURTHER_JUSTIFICATIONS, JUSTIFICATIONS
from crosswalk_rdf.formats.sssom.tsv.predicates import problem_of_predicate
from crosswalk_rdf.formats.sssom.tsv.slots import (
    ENTITY,
    ENUMS,
    NO_PREDICATE_TYPES,
    SLOTS,
    URI,
    Slot,
)
from crosswalk_rdf.model.lexical import date_type, has_scheme, is_day, is_prefix, is_uri

_CURIE: Final = re.compile(r"(?P<prefix>[^\W\d][\w.\-\u00b7]*):(?P<reference>[^\s<>\"{}|\\^`]*)")
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_INTEGER: Final = re.compile(r"[+-]?[0-9]+")

_NO_PREFIX: Final = Remedy(Action.NOT_CARRIED, "no prefix is declared by it")

NO_TERM_FOUND: Final = "sssom:NoTermFound"
_MAY_FIND_NO_TERM: Final = ("subject_id", "object_id")

Prefixes = Mapping[str, str]


def problem_of_uri(value: str, prefixes: Prefixes) -> str | None:
    """Say what keeps ``value`` from being a URI with a scheme (``NonRelativeURI``, RFC 3986)."""
    if not is_uri(value):
        return f"'{value}' is no URI; write an absolute one, other characters percent-encoded"
    scheme, _, rest = value.partition(":")
    if scheme in prefixes and not rest.startswith("//"):
        return f"'{value}' is a CURIE where a URI is wanted; write it in full"
    return None


def problem_of_curie(value: str, prefixes: Prefixes) -> str | None:
    """Say what keeps ``value`` from being a CURIE with one of ``prefixes``; any prefix if none."""
    if is_written_out(value):
        return f"'{value}' is an IRI; write it as a CURIE and declare its prefix in curie_map"
    match = _CURIE.fullmatch(value)
    if not match:
        return f"'{value}' is no CURIE; write prefix:name"
    if prefixes and match["prefix"] not in prefixes:
        return f"undeclared prefix '{match['prefix']}' in '{value}'; declare it in curie_map"
    return None


def is_written_out(value: str) -> bool:
    """Return whether ``value`` is an IRI in full, or in angle brackets as in Turtle."""
    is_in_brackets = value.startswith("<") and value.endswith(">")
    return is_in_brackets or (has_scheme(value) and value.partition(":")[2].startswith("//"))


def problem_of_date(value: str, _: Prefixes) -> str | None:
    """Say what keeps ``value`` from being a day of the calendar."""
    return None if is_day(value) else f"'{value}' is no date; write YYYY-MM-DD"


def _problem_of_date_time(value: str, _: Prefixes) -> str | None:
    return (
        None
        if date_type(value) == XSD.dateTime
        else f"'{value}' is no time; write YYYY-MM-DDThh:mm:ssZ"
    )


def _problem_of_number(value: str, _: Prefixes) -> str | None:
    valid = _NUMBER.fullmatch(value) and isfinite(float(value))
    return None if valid else f"'{value}' is no number; write digits with a decimal point"


def _problem_of_integer(value: str, _: Prefixes) -> str | None:
    return None if _INTEGER.fullmatch(value) else f"'{value}' is no whole number; write digits only"


def _problem_of_boolean(value: str, _: Prefixes) -> str | None:
    return None if value in ("true", "false") else f"'{value}' is no boolean; write true or false"


_Check = Callable[[str, Prefixes], str | None]

_BY_RANGE: Final[Mapping[str, _Check]] = {
    ENTITY: problem_of_curie,
    URI: problem_of_uri,
    "date": problem_of_date,
    "double": _problem_of_number,
}

_BY_TYPE_HINT: Final[Mapping[str, _Check]] = {
    "xsd:integer": _problem_of_integer,
    "xsd:double": _problem_of_number,
    "xsd:boolean": _problem_of_boolean,
    "xsd:date": problem_of_date,
    "xsd:datetime": _problem_of_date_time,
    "xsd:dateTime": _problem_of_date_time,
    "linkml:Uriorcurie": problem_of_curie,
    "linkml:uriOrCurie": problem_of_curie,
}
"""Types of extension slots that are checked (SSSOM model, "Restrictions on the values")."""


@dataclass(frozen=True, slots=True)
class Checker:
    """Checks values against one document's prefixes and extension slots; remembers answers."""

    prefixes: Prefixes
    """Declared and built-in; none where they are not known."""
    type_hints: Mapping[str, str]
    """The extension slots: name to type hint."""
    _problems: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def joined(self, other: "Checker") -> "Checker":
        """Return a checker that knows what this one knows, and what only ``other`` does."""
        return Checker({**other.prefixes, **self.prefixes}, {**other.type_hints, **self.type_hints})

    def problem(self, slot: str, value: str) -> str | None:
        """Say what is wrong with ``value`` in ``slot`` and what to do; None where nothing is."""
        key = slot, value
        if key not in self._problems:
            problem = self._find(slot, value)
            self._problems[key] = problem and f"{slot}: {problem}"
        return self._problems[key]

    def _find(self, name: str, value: str) -> str | None:
        slot = SLOTS.get(name)
        check = (
            _BY_RANGE.get(slot.range) if slot else _BY_TYPE_HINT.get(self.type_hints.get(name, ""))
        )
        problem = check(value, self.prefixes) if check else None
        if problem is None and name == "predicate_id":
            problem = self._problem_of_predicate(value)
        return problem or (_problem_of_choice(slot, value) if slot else None)

    def _problem_of_predicate(self, curie: str) -> str | None:
        prefix, _, reference = curie.partition(":")
        problem = problem_of_predicate(self.prefixes.get(prefix, f"{prefix}:") + reference)
        return problem and f"'{curie}' is {problem}"


def _problem_of_choice(slot: Slot, value: str) -> str | None:
    allowed = JUSTIFICATIONS if slot.name == "mapping_justification" else ENUMS.get(slot.range)
    if value in FURTHER_JUSTIFICATIONS:
        return None
    if slot.name == "predicate_type" and allowed:
        allowed = tuple(name for name in allowed if name not in NO_PREDICATE_TYPES)
    if allowed and value not in allowed:
        return f"'{value}' is not allowed; write one of: {', '.join(allowed)}"
    if slot.bounds and not slot.bounds[0] <= float(value) <= slot.bounds[1]:
        return f"{value} is out of range; write a number from {slot.bounds[0]} to {slot.bounds[1]}"
    if slot.name == "cardinality_scope" and value not in SLOTS:
        return f"'{value}' is no slot; write names of slots"
    if value == NO_TERM_FOUND and slot.range == ENTITY and slot.name not in _MAY_FIND_NO_TERM:
        return f"{NO_TERM_FOUND} may stand in subject_id and object_id only; remove it"
    return None


def all_prefixes(declared: Prefixes) -> Prefixes:
    """Return the declared prefixes with the built-in ones."""
    return {**declared, **BUILT_IN_PREFIXES}


def with_further_prefixes(
    declared: Prefixes, further: Prefixes, findings: Findings
) -> dict[str, str]:
    """Return what a set declares, with ``further`` prefixes for what it does not declare."""
    for prefix, iri in further.items():
        own = declared.get(prefix) or BUILT_IN_PREFIXES.get(prefix)
        if own not in (None, iri):
            remedy = Remedy(Action.IGNORED, f"the set reads it as {own}")
            findings.repair(Cell("", 0, 0), f"the prefix {prefix} for {iri}", remedy)
    return {**further, **declared}


def problem_of_prefix(prefix: str, iri: str) -> tuple[str | None, Remedy, str]:
    """Say what is wrong with a declared prefix, what to do, and what it stands for all the same."""
    built_in = BUILT_IN_PREFIXES.get(prefix)
    if not iri:
        return f"prefix '{prefix}' must stand for one IRI; write '{prefix}: IRI'", _NO_PREFIX, ""
    if built_in and iri != built_in:
        message = f"built-in prefix '{prefix}' must stand for {built_in}; remove the line"
        return message, Remedy(Action.REPAIRED, f"read as {built_in}"), built_in
    if (problem := problem_of_uri(iri, {})) is not None:
        return f"prefix '{prefix}': {problem}", _NO_PREFIX, ""
    if not is_prefix(prefix):
        remedy = Remedy(Action.KEPT, "its CURIEs are read all the same")
        return f"prefix '{prefix}' is no XML name without colon; rename it", remedy, iri
    return None, _NO_PREFIX, iri
