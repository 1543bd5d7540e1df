"""A JSON document to the node objects in it: graphs, lists, and envelopes of the Registry."""

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.json_documents import whole_characters

Object = Mapping[str, Any]

_CONTENT: Final = ("decoded_resource", "resource")
_LISTS: Final = ("data", "results", "envelopes", "resources", "items")


@dataclass(frozen=True, slots=True)
class LocatedNode:
    """A node object, its place, and the contexts that apply to it."""

    place: str
    node: Object
    contexts: tuple[object, ...]


def node_objects(value: object, report: Report, escaped: bool = True) -> Iterator[LocatedNode]:
    """Yield the node objects of the JSON document ``value`` that are not inside another.

    A document is one node object, one with ``@graph``, an envelope of the Registry
    (``decoded_resource``, or a ``resource`` that is a JSON web token), or a list of those. Only
    where characters are ``escaped`` can there be halves of them.
    """
    mended = whole_characters(value) if escaped else value
    if mended != value:
        why = "half a character (a surrogate alone): replaced by U+FFFD"
        report.add("/", Action.REPAIRED, "text that is no Unicode", why)
    yield from _objects(mended, "", (), report)


def _objects(
    value: object, place: str, contexts: tuple[object, ...], report: Report
) -> Iterator[LocatedNode]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _objects(item, f"{place}/{number}", contexts, report)
    elif isinstance(value, dict):
        inner = (*contexts, value["@context"]) if "@context" in value else contexts
        yield from _object(value, place, inner, report)
    else:
        why = "a JSON object is asked for here: passed over"
        report.add(place or "/", Action.IGNORED, json.dumps(value)[:80], why)


def _object(
    value: Object, place: str, contexts: tuple[object, ...], report: Report
) -> Iterator[LocatedNode]:
    for name in _CONTENT:
        content = _decoded(value.get(name))
        if content is not None and "@type" not in value:
            yield from _objects(content, f"{place}/{name}", contexts, report)
            return
    if "@graph" in value:
        rest = {key: item for key, item in value.items() if key not in ("@graph", "@context")}
        if "@type" in rest or "type" in rest:
            yield LocatedNode(place or "/", rest, contexts)
        yield from _objects(value["@graph"], f"{place}/@graph", contexts, report)
        return
    lists = [name for name in _LISTS if isinstance(value.get(name), list | dict)]
    if lists and not any(":" in key or key in ("@id", "@type") for key in value):
        for name in lists:
            yield from _objects(value[name], f"{place}/{name}", contexts, report)
        return
    yield LocatedNode(place or "/", value, contexts)


def _decoded(content: object) -> object:
    """Return what an envelope holds: as it is, as JSON text, or in a web token (RFC 7519)."""
    if isinstance(content, dict | list):
        return content
    if not isinstance(content, str):
        return None
    text = content
    if content.count(".") == 2:
        payload = content.split(".")[1]
        try:
            text = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)).decode()
        except (binascii.Error, ValueError):
            return None
    try:
        value = json.loads(text)
    except (json.JSONDecodeError, RecursionError):
        return None
    return whole_characters(value) if isinstance(value, dict | list) else None
