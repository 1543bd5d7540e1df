"""The properties of a CFDocument by their names, dotted where objects are nested."""

import json
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, Final

from crosswalk_rdf.formats.case.classes import CLASSES, DATE, DATE_TIME, LINK, OBJECT, Kind
from crosswalk_rdf.formats.case.conformance import V1_0
from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.lexical import date_time_of

_CLASS: Final = "CFDocument"
_ENCODE: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def kind(name: str, version: str) -> Kind | None:
    """Return what the property ``name`` of ``version`` holds; None where there is no such property.

    Everything below ``extensions`` is a property.
    """
    *_, property_kind = _kinds(name, version)
    return property_kind


def _kinds(name: str, version: str) -> Iterator[Kind | None]:
    """Yield what each part of a dotted name holds; None, and no more, if it is not a property."""
    property_kind: Kind = _CLASS
    for part in name.split("."):
        inner = property_kind[0] if isinstance(property_kind, tuple) else property_kind
        if inner != OBJECT or not part:
            subproperty_kind = _properties(inner, version).get(part)
            if subproperty_kind is None:
                yield None
                return
            property_kind = subproperty_kind
        yield property_kind


def is_temporal(name: str, version: str) -> bool:
    """Return whether the property holds a date or a moment."""
    return kind(name, version) in (DATE, DATE_TIME)


def is_list(name: str, version: str) -> bool:
    """Return whether the property may have several values."""
    return any(isinstance(property_kind, tuple) for property_kind in _kinds(name, version))


def texts(value: Any, name: str) -> list[str]:  # noqa: ANN401 - any JSON value
    """Return what ``value`` holds under the dotted ``name``, as text; objects as their JSON."""
    for part in name.split("."):
        values = value if isinstance(value, list) else [value]
        value = [each[part] for each in values if isinstance(each, dict) and part in each]
        value = [one for each in value for one in (each if isinstance(each, list) else [each])]
    return [each if isinstance(each, str) else _ENCODE(each) for each in value]


def caseless(text: str) -> str:
    """Return ``text`` as it is compared: without regard to case (Unicode §3.13, D145)."""
    case_folded = unicodedata.normalize("NFD", text).casefold()
    return unicodedata.normalize("NFC", case_folded)


def moment(text: str) -> datetime | None:
    """Return the moment that ``text`` is, a date as its beginning, in UTC if it does not say."""
    date_time = date_time_of(text) if text.isascii() else ""
    if not date_time:
        return None
    there = datetime.fromisoformat(date_time)
    return there if there.tzinfo else there.replace(tzinfo=UTC)


def collation(text: str) -> tuple[str, str]:
    """Return what ``text`` is ordered by: its letters, then their accents, in any case.

    The first two levels of the Unicode Collation Algorithm, with the order of code points.
    """
    nfd = unicodedata.normalize("NFD", caseless(text))
    return "".join(c for c in nfd if not unicodedata.combining(c)), nfd


def selected(record: Object, names: tuple[str, ...]) -> Object:
    """Return ``record`` with only the properties called ``names``, in its own order."""
    selection: Object = {}
    for key, value in record.items():
        below = tuple(n[len(key) + 1 :] for n in names if n.startswith(f"{key}."))
        if key in names:
            selection[key] = value
        elif below and (inner := _selected(value, below)):
            selection[key] = inner
    return selection


def _selected(value: Any, names: tuple[str, ...]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        return selected(value, names)
    if isinstance(value, list):
        return [inner for each in value if (inner := _selected(each, names))]
    return None


def _properties(name: str, version: str) -> dict[str, Kind]:
    case_class = CLASSES.get(name)
    if case_class is None:
        return {}
    gone = case_class.since_1_1 if version == V1_0 else ()
    kinds = {key: kind for key, kind in case_class.properties.items() if key not in gone}
    return {**kinds, "CFPackageURI": LINK} if name == _CLASS else kinds
