"""JSON objects as servers emit them to objects of the classes of CASE.

What has the wrong type is put right, what has another spelling gets its name, ``null`` is left
out, and what the class does not have goes into ``extensions``. Identifiers and IRIs stay as they
are. Nothing is required.
"""

import math
from typing import Any, Final

from crosswalk_rdf.formats.case.classes import (
    CLASSES,
    DATE,
    DATE_TIME,
    INTEGER,
    IRI,
    LINK,
    NODE,
    NUMBER,
    OBJECT,
    TEXT,
    UUID,
    Kind,
)
from crosswalk_rdf.formats.case.extensions import Object, too_deep
from crosswalk_rdf.formats.case.lexical import date_of, date_time_of, iri_of, uuid_of
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.format import Action

_LOWER: Final = {
    name: {property.lower(): property for property in case_class.properties}
    for name, case_class in CLASSES.items()
}
_ALIASES: Final = {
    "sourcedid": "identifier",
    "educationallevel": "educationLevel",
    "targetid": "identifier",
    "@id": "uri",
}
"""Spellings of others: OneRoster's, OpenSALT's of 2017, the JSON-LD binding of CASE 1.0."""
_LINKED_DATA: Final = ("@context", "@type", "type")
OWN_DOCUMENT: Final = "CFDocumentURI"
"""What stand-alone items and associations have, and those of a package should not."""
_NULL: Final = "left out, as CASE has no nulls"


class Cleaner:
    """Puts objects right, and notes what it did."""

    def __init__(self, remarks: Remarks) -> None:
        self.remarks = remarks

    def clean(self, name: str, raw: Object, place: str) -> Object:
        """Return ``raw`` as an object of the class ``name``; ``place`` is its JSON pointer."""
        properties = CLASSES[name].properties
        clean: Object = {}
        others: Object = {}
        for key, value in raw.items():
            if value is None:
                self.remarks.add(f"{place}/{key}", Action.REPAIRED, f"{key} null", _NULL)
            elif key in properties:
                self._take(clean, others, key, properties[key], value, place, name)
            else:
                others[key] = value
        for key, value in others.items():
            self._other(clean, name, key, value, place)
        return clean

    def _take(
        self,
        clean: Object,
        others: Object,
        key: str,
        kind: Kind,
        value: Any,  # noqa: ANN401 - any JSON value
        place: str,
        name: str,
    ) -> None:
        if kind in (TEXT, UUID, IRI) and isinstance(value, str):
            clean[key] = value
            return
        if key == "extensions" and name == "CFRubricCriterionLevel":
            items: Any = value if isinstance(value, list) else [value]
        else:
            items = self._value(kind, value, f"{place}/{key}", key)
        if items is not None:
            clean[key] = items
        elif value not in ([], {}):
            others[key] = value

    def _other(self, clean: Object, name: str, key: str, value: object, place: str) -> None:
        """Take in a property that the class does not have, or whose value is of no use to it."""
        properties, place = CLASSES[name].properties, f"{place}/{key}"
        meant = _LOWER[name].get(key.lower()) or _ALIASES.get(key.lower())
        if key == "id" and isinstance(value, str):
            meant = "uri" if iri_of(value) and not uuid_of(value) else "identifier"
        if key in _LINKED_DATA:
            self.remarks.add(place, Action.IGNORED, key, "it only says that this is CASE")
        elif meant in properties and meant != key and meant not in clean:
            clean_value = self._value(properties[meant], value, place, meant)
            if clean_value is not None:
                clean[meant] = clean_value
                self.remarks.add(place, Action.REPAIRED, key, f"read as {meant}")
        elif "extensions" not in properties:
            self.remarks.add(place, Action.NOT_CARRIED, key, f"{name} has no such property")
        else:
            self._extend(clean, name, key, value, place)

    def _extend(self, clean: Object, name: str, key: str, value: object, place: str) -> None:
        if too_deep(value):
            self.remarks.add(place, Action.NOT_CARRIED, key, "it is nested too deep")
            return
        if key != OWN_DOCUMENT:
            why = f"{name} has no such property, or no such value: an extension"
            self.remarks.add(place, Action.KEPT, key, why)
        if name == "CFRubricCriterionLevel":
            clean.setdefault("extensions", []).append({key: value})
            return
        extensions = clean["extensions"] = dict(clean.get("extensions", {}))
        extensions[key if key not in extensions else f"{key} of {name}"] = value

    def _value(self, kind: Kind, value: Any, place: str, key: str) -> Any:  # noqa: ANN401
        """Return ``value`` as one of ``kind``; None where it cannot be read as one."""
        if isinstance(kind, tuple):
            return self._list(kind[0], value, place, key)
        if kind == OBJECT:
            return value if isinstance(value, dict) and not too_deep(value) else None
        if kind in CLASSES:
            return self._object(kind, value, place, key)
        simple = _simple(kind, value)
        if simple is not None and simple != value:
            self.remarks.add(place, Action.REPAIRED, f"{key} of another form", f"read as {kind}")
        return simple

    def _list(self, kind: str, value: Any, place: str, key: str) -> list[Any] | None:  # noqa: ANN401
        values = members(value) if kind in CLASSES or isinstance(value, list) else [value]
        if values is not value:
            self.remarks.add(place, Action.REPAIRED, f"{key} no list", "a list is asked for")
        items = []
        for number, each in enumerate(values):
            here = f"{place}/{number}" if values is value else place
            one = None if each is None else self._value(kind, each, here, key)
            if one is None:
                self.remarks.add(here, Action.NOT_CARRIED, f"{key}: no {kind}", "nothing to read")
            else:
                items.append(one)
        return items if items or not values else None

    def _object(self, kind: str, value: Any, place: str, key: str) -> Object | None:  # noqa: ANN401
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if isinstance(value, str) and value.strip() and kind in (LINK, NODE):
            self.remarks.add(place, Action.REPAIRED, f"{key} as text", "read as a link")
            return {"identifier" if uuid_of(value) else "uri": value}
        if not isinstance(value, dict):
            return None
        if list(value) == [kind] and isinstance(value[kind], dict):
            value = value[kind]
        return self.clean(kind, value, place)


def members(value: Any) -> list[Any]:  # noqa: ANN401 - any JSON value
    """Return what ``value`` holds in the place of a list of objects.

    Some write one object alone, and some a table of objects by their identifiers.
    """
    if isinstance(value, dict):
        is_table = all(isinstance(each, dict) and "identifier" in each for each in value.values())
        return list(value.values()) if is_table else [value]
    return value if isinstance(value, list) else [] if value is None else [value]


def _simple(kind: str, value: object) -> Any:  # noqa: ANN401 - text or a number
    """Return ``value`` as text, a number or a date; None where it is none."""
    if kind in (INTEGER, NUMBER):
        return _number(kind, value)
    text = _text(value)
    if text is None or kind in (TEXT, UUID, IRI):
        return text
    return {DATE: date_of, DATE_TIME: date_time_of}[kind](text) or None


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list) and value:
        texts = [_text(each) for each in value]
        return "; ".join(text for text in texts if text) if None not in texts else None
    return None


def _number(kind: str, value: object) -> int | float | None:
    if isinstance(value, str):
        try:
            value = float(value) if "." in value or "e" in value.lower() else int(value)
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if kind == NUMBER:
        return value if math.isfinite(value) else None
    return int(value) if math.isfinite(value) and value == int(value) else None
