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
    *_, found = _kinds(name, version)
    return found


def _kinds(name: str, version: str) -> Iterator[Kind | None]:
    """Yield what each part of a dotted name holds; None, and no more, where it is no property."""
    found: Kind = _CLASS
    for part in name.split("."):
        inner = found[0] if isinstance(found, tuple) else found
        if inner != OBJECT or not part:
            known = _properties(inner, version).get(part)
            if known is None:
                yield None
                return
            found = known
        yield found


def is_temporal(name: str, version: str) -> bool:
    """Return whether the property holds a date or a moment."""
    return kind(name, version) in (DATE, DATE_TIME)


def is_list(name: str, version: str) -> bool:
    """Return whether the property may have several values."""
    return any(isinstance(found, tuple) for found in _kinds(name, version))


def texts(value: Any, name: str) -> list[str]:  # noqa: ANN401 - any JSON value
    """Return what ``value`` holds under the dotted ``name``, as text; objects as their JSON."""
    for part in name.split("."):
        values = value if isinstance(value, list) else [value]
        value = [each[part] for each in values if isinstance(each, dict) and part in each]
        value = [one for each in value for one in (each if isinstance(each, list) else [each])]
    return [each if isinstance(each, str) else _ENCODE(each) for each in value]


def caseless(text: str) -> str:
    """Return ``text`` as it is compared: without regard to case (Unicode §3.13, D145)."""
    folded = unicodedata.normalize("NFD", text).casefold()
    return unicodedata.normalize("NFC", folded)


def moment(text: str) -> datetime | None:
    """Return the moment that ``text`` is, a date as its beginning, in UTC if it does not say."""
    found = date_time_of(text) if text.isascii() else ""
    if not found:
        return None
    there = datetime.fromisoformat(found)
    return there if there.tzinfo else there.replace(tzinfo=UTC)


def collation(text: str) -> tuple[str, str]:
    """Return what ``text`` is ordered by: its letters, then their accents, in any case.

    The first two levels of the Unicode Collation Algorithm, with the order of code points.
    """
    decomposed = unicodedata.normalize("NFD", caseless(text))
    return "".join(c for c in decomposed if not unicodedata.combining(c)), decomposed


def selected(record: Object, names: tuple[str, ...]) -> Object:
    """Return ``record`` with only the properties called ``names``, in its own order."""
    found: Object = {}
    for key, value in record.items():
        below = tuple(n[len(key) + 1 :] for n in names if n.startswith(f"{key}."))
        if key in names:
            found[key] = value
        elif below and (inner := _selected(value, below)):
            found[key] = inner
    return found


def _selected(value: Any, names: tuple[str, ...]) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict):
        return selected(value, names)
    if isinstance(value, list):
        return [inner for each in value if (inner := _selected(each, names))]
    return None


def _properties(name: str, version: str) -> dict[str, Kind]:
    known = CLASSES.get(name)
    if known is None:
        return {}
    gone = known.since_1_1 if version == V1_0 else ()
    found = {key: kind for key, kind in known.properties.items() if key not in gone}
    return {**found, "CFPackageURI": LINK} if name == _CLASS else found
