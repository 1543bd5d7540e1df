"""What a lenient reader makes of a value that its slot does not allow."""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.justifications import (
    FURTHER_JUSTIFICATIONS,
    JUSTIFICATIONS,
    UNSPECIFIED_JUSTIFICATION,
)
from crosswalk_rdf.formats.sssom.tsv.licenses import license_iri
from crosswalk_rdf.formats.sssom.tsv.predicates import problem_of_predicate
from crosswalk_rdf.formats.sssom.tsv.slots import ENTITY, ENUMS, SLOTS, URI
from crosswalk_rdf.formats.sssom.tsv.values import NO_TERM_FOUND, Checker, is_written_out
from crosswalk_rdf.model import NOT
from crosswalk_rdf.model.lexical import is_iri, percent_encoded

_ENDS: Final = ("subject_id", "predicate_id", "object_id")
"""Slots without which a record says nothing: a value that is not an identifier is a fault."""
_DATE: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?")
_NOT_IN_URIS: Final = "!#$%&'()*+,/:;=?@[]~"

_Repair = tuple[str, Remedy] | None


def values_and_texts(
    name: str, texts: Iterable[str], cell: Cell, checker: Checker, findings: Findings
) -> tuple[tuple[str, ...], list[str]]:
    """Return what is to be taken for the ``texts`` of a slot, and those that it cannot hold."""
    pairs = [(text, take(name, text, cell, checker, findings)) for text in texts]
    values = tuple(value for _, value in pairs if value)
    return values, [text.strip() for text, value in pairs if not value and text.strip()]


def take(name: str, value: str, cell: Cell, checker: Checker, findings: Findings) -> str:
    """Return what is to be taken for ``value`` of the slot ``name``.

    It is ``""`` for what the slot cannot hold: a text for the slot that ``text_slot`` names.

    Notes what is wrong with it, and for a lenient reader what was made of it, in ``findings``.
    """
    text = value.strip() if findings.is_lenient else value
    problem = checker.problem(name, text) if text else None
    if problem is None:
        return text
    if findings.is_lenient and (repair := _repair(name, text, checker)):
        substitute, remedy = repair
        findings.repair(cell, problem, remedy)
        return substitute
    findings.add_at(cell, problem)
    return text


def _repair(name: str, value: str, checker: Checker) -> _Repair:
    slot = SLOTS.get(name)
    kind = slot.range if slot else ""
    if kind == ENTITY:
        return _entity(name, value, checker)
    repaired = ""
    if name == "license":
        repaired = license_iri(value) or _uri(value, checker)
    elif kind == URI:
        repaired = _uri(value, checker)
    elif kind == "date":
        repaired = _date(value)
    elif kind == "double":
        repaired = value.replace(",", ".")
    elif kind in ENUMS:
        repaired = _choice(name, value, ENUMS[kind])
    if repaired and checker.problem(name, repaired) is None:
        return repaired, Remedy(Action.REPAIRED, f"read as {repaired}")
    return _as_text(name)


def text_slot(name: str) -> str:
    """Return the extension slot for the values that the slot ``name`` cannot hold."""
    return f"ext_{name}"


def _as_text(name: str) -> tuple[str, Remedy]:
    return "", Remedy(Action.REPAIRED, f"its slot cannot hold it: a text in {text_slot(name)}")


def _entity(name: str, value: str, checker: Checker) -> _Repair:
    """Return what to take for an identifier; None where it is a fault."""
    if name == "mapping_justification":
        return _justification(value, checker)
    if is_written_out(value):
        iri = value.removeprefix("<").removesuffix(">")
        return _iri(name, iri, Action.KEPT, "taken as the IRI that it is")
    prefix, colon, reference = value.partition(":")
    if colon and prefix in checker.prefixes and value != NO_TERM_FOUND:
        iri = checker.prefixes[prefix] + reference
        return _iri(name, iri, Action.REPAIRED, "read as an IRI")
    if name in _ENDS or (colon and " " not in prefix and prefix not in checker.prefixes):
        return None
    return _as_text(name)


def _iri(name: str, iri: str, action: Action, why: str) -> _Repair:
    """Return an IRI that stands in the place of a CURIE; None where it is none, or no predicate."""
    if "|" in iri:  # it separates values: they are several
        return None
    encoded = percent_encoded(iri)
    is_wrong = name == "predicate_id" and problem_of_predicate(encoded)
    return None if is_wrong or not is_iri(encoded) else (f"<{encoded}>", Remedy(action, why))


def _justification(value: str, checker: Checker) -> _Repair:
    """Return the term of SEMAPV that ``value`` names; the unspecified one for any other."""
    local = re.split("[:/#]", value.removesuffix(">"))[-1]
    term = f"semapv:{local}"
    if term in (*JUSTIFICATIONS, *FURTHER_JUSTIFICATIONS):
        return term, Remedy(Action.REPAIRED, f"read as {term}")
    prefix, colon, _ = value.partition(":")
    if colon and not is_written_out(value) and prefix not in checker.prefixes:
        return None
    why = f"SSSOM allows terms of SEMAPV only: {UNSPECIFIED_JUSTIFICATION} stands in"
    return UNSPECIFIED_JUSTIFICATION, Remedy(Action.REPAIRED, why)


def _uri(value: str, checker: Checker) -> str:
    """Return the URI that is written as a CURIE, in brackets, or with other characters."""
    text = value.removeprefix("<").removesuffix(">")
    prefix, _, reference = text.partition(":")
    if prefix in checker.prefixes and not reference.startswith("//"):
        text = checker.prefixes[prefix] + reference
    return quote(text, safe=_NOT_IN_URIS)


def _date(value: str) -> str:
    match = _DATE.fullmatch(value)
    return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}" if match else ""


def _choice(name: str, value: str, allowed: tuple[str, ...]) -> str:
    """Return the one of ``allowed`` that ``value`` spells in another way, such as ``owl:Class``.

    Any other modifier is read as ``Not``, so that it never becomes a claim.
    """
    if name == "predicate_modifier":
        return NOT
    letters = re.sub(r"[^a-z0-9]", "", value.lower())
    if name == "mapping_cardinality":
        letters = letters.replace("m", "n").replace("many", "n")
    return next((a for a in allowed if re.sub(r"[^a-z0-9]", "", a) == letters), "")
