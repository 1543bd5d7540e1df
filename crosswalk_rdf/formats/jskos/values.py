"""JSON values as found to those that JSKOS specifies, with a remark for each change."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.jskos.fields import UNDETERMINED
from crosswalk_rdf.model import unnamed_iri
from crosswalk_rdf.model.lexical import (
    has_scheme,
    is_language_tag,
    percent_encoded,
)

Json = Any
_OF_ONE: Final = 20
"""Remarks of one kind that are listed; of more only the number is."""


@dataclass(slots=True)
class Notes:
    """Remarks of one document: of each kind the first few in full, then their number."""

    report: Report
    _kinds: dict[tuple[Action, str, str], int] = field(default_factory=dict)

    def add(self, place: str, action: Action, what: str, why: str) -> None:
        """Note one thing."""
        kind = action, re.sub(r'"[^"]*"', "", what), why
        self._kinds[kind] = self._kinds.get(kind, 0) + 1
        if self._kinds[kind] <= _OF_ONE:
            self.report.add(place, action, what, why)

    def close(self) -> None:
        """Note how many more there were of each kind."""
        for (action, what, why), count in self._kinds.items():
            if count > _OF_ONE:
                self.report.add("", action, f"{what} ({count - _OF_ONE} more)", why)


def members(value: Json, place: str, notes: Notes) -> Iterator[tuple[Json, str]]:
    """Yield the members of a list or set and their places; a single value counts as a list."""
    if not isinstance(value, list):
        notes.add(place, Action.REPAIRED, "a single value", "a list is asked for: taken for one")
        value = [value]
    for number, item in enumerate(value):
        if item is None:
            why = "it says that there is more, not what: passed over"
            notes.add(f"{place}/{number}", Action.IGNORED, "null in a list", why)
        else:
            yield item, f"{place}/{number}"


def text(value: Json) -> str | None:
    """Return a string, or a number as one; None for what is neither, or empty."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value) or None


def literals(value: Json, place: str, notes: Notes) -> Iterator[Literal]:
    """Yield the literals of a language map, of strings or lists (JSKOS, "language map").

    A string without a map has no language, and neither has what is in ``und``.
    """
    if not isinstance(value, dict):
        why = "a language map is asked for: taken for text without language"
        notes.add(place, Action.REPAIRED, "text without a language map", why)
        value = {UNDETERMINED: value}
    for tag, texts in value.items():
        here = f"{place}/{tag}"
        if tag.endswith("-"):
            why = "a language range says that there is more, not what: passed over"
            notes.add(here, Action.IGNORED, "a language range", why)
            continue
        for item, where in members(texts if isinstance(texts, list) else [texts], here, notes):
            string = text(item)
            if string is None:
                notes.add(where, Action.IGNORED, "no text in a language map", "it says nothing")
                continue
            if tag != UNDETERMINED and not is_language_tag(tag):
                why = "it is no language: the text is kept without"
                notes.add(where, Action.REPAIRED, f'the language "{tag}"', why)
                tag = UNDETERMINED
            yield Literal(string, lang=None if tag == UNDETERMINED else tag.lower())


def iri(value: Json, place: str, notes: Notes) -> URIRef | None:
    """Return an IRI; what IRIs must not hold is percent-encoded, a name alone gets a URN."""
    string = text(value)
    if string is None:
        return None
    if not has_scheme(string):
        substitute = unnamed_iri("jskos", string)
        why = f"it is no IRI: {substitute} stands for it"
        notes.add(place, Action.REPAIRED, f'uri "{string}"', why)
        return substitute
    if percent_encoded(string) != string:
        why = "an IRI must not hold such characters: they are percent-encoded"
        notes.add(place, Action.REPAIRED, f'uri "{string}"', why)
        string = percent_encoded(string)
    return URIRef(string)


def uri_of(value: Json, place: str, notes: Notes) -> URIRef | None:
    """Return the IRI of a resource: its ``uri``, or itself where it is a string."""
    if isinstance(value, dict):
        return iri(value.get("uri"), f"{place}/uri", notes)
    return iri(value, place, notes) if isinstance(value, str) else None


def rdf_value(value: Json) -> URIRef | Literal | None:
    """Return what a value of expanded JSON-LD is in RDF, or None where it is none."""
    if not isinstance(value, dict):
        return None
    if isinstance(value.get("@id"), str):
        return URIRef(value["@id"])
    string, tag, datatype = value.get("@value"), value.get("@language"), value.get("@type")
    if not isinstance(string, str):
        return None
    if isinstance(tag, str) and is_language_tag(tag):
        return Literal(string, lang=tag)
    kind = URIRef(datatype) if isinstance(datatype, str) else None
    return Literal(string, datatype=kind, normalize=False)
