"""Texts with characters that XML does not allow to the same without them.

Form feeds and vertical tabs come from word processors and spreadsheets; JSON and CSV carry them,
RDF/XML does not (XML 1.0 §2.2, *Char*). They are replaced where a document is read, whatever its
format, and each is reported.
"""

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action, Reading, Report
from crosswalk_rdf.model import Package
from crosswalk_rdf.serialization.naming import NOT_XML

_BREAKS: Final = re.compile("[\x0b\x0c]")
"""Vertical tab and form feed: line breaks of other programs."""
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


def with_xml_characters(reading: Reading) -> Reading:
    """Return ``reading`` with texts that XML can carry; each other one is a remark.

    A line break of another program becomes a space, any other character U+FFFD.
    """
    package = _mended(reading.package, "", "package", reading.report)
    return reading if package is reading.package else Reading(package, reading.report)


def _mended(value: Any, place: str, field: str, report: Report) -> Any:  # noqa: ANN401
    """Return ``value``, itself where nothing in it has to be replaced."""
    if isinstance(value, URIRef):
        return value
    if isinstance(value, str):
        return _text(value, place, field, report) if NOT_XML.search(value) else value
    if isinstance(value, tuple):
        if not value:
            return value
        items = [_mended(each, place, field, report) for each in value]
        return value if all(map(_is_same, items, value)) else tuple(items)
    if is_dataclass(value) and not isinstance(value, type):
        return _instance(value, place, report)
    return value


def _instance(value: Any, place: str, report: Report) -> Any:  # noqa: ANN401 - of the model
    here = place if isinstance(value, Package) else str(getattr(value, "iri", place))
    changes = {}
    for name, field in _fields(type(value)):  # type: ignore[arg-type]
        old = getattr(value, name)
        new = _mended(old, here, field, report)
        if new is not old:
            changes[name] = new
    return replace(value, **changes) if changes else value


@cache
def _fields(kind: type[Any]) -> tuple[tuple[str, str], ...]:
    """Return the name of each field of ``kind`` that counts, and its name in a remark."""
    return tuple((f.name, f"{kind.__name__}.{f.name}") for f in fields(kind) if f.compare)


def _text(value: str, place: str, field: str, report: Report) -> str:
    text = NOT_XML.sub(_REPLACEMENT, _BREAKS.sub(" ", value))
    codes = sorted({f"U+{ord(character):04X}" for character in NOT_XML.findall(value)})
    what = f"{', '.join(codes)} in {field} {value[:40]!r}"
    report.add(place, Action.REPAIRED, what, f"XML has no such character: {text[:40]!r}")
    if isinstance(value, Literal):
        return Literal(text, lang=value.language, datatype=value.datatype, normalize=False)
    return text


def _is_same(one: object, other: object) -> bool:
    return one is other
