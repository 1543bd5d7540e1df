"""The levels of a framework: those that the writer recorded, or those that the items show."""

from collections.abc import Mapping, Sequence
from typing import Any

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.case.extensions import Object, literal_of, term_json
from crosswalk_rdf.formats.case.lexical import iri_of
from crosswalk_rdf.formats.shared.hierarchy import levels_of
from crosswalk_rdf.model import Level, Statement


def levels(
    framework: URIRef,
    statements: Sequence[Statement],
    labels: Mapping[URIRef, Literal],
    extension: object,
) -> tuple[Level, ...]:
    """Return the levels of ``framework``; ``extension`` are those that the writer recorded."""
    own = [
        level for level in map(_level, extension if isinstance(extension, list) else []) if level
    ]
    observed_levels = levels_of(framework, statements, labels)
    own_kinds = {level.kind for level in own}
    if not own or any(level.kind not in own_kinds for level in observed_levels):
        return observed_levels
    return tuple(own)


def level_json(level: Level) -> Object:
    """Return ``level`` as the writer notes it."""
    level_object: Object = {
        "iri": str(level.iri),
        "kind": str(level.kind),
        "label": term_json(level.label),
        "depth": level.depth,
        "notationPattern": level.notation_pattern,
        "broader": list(level.broader),
    }
    if level.roll_up:
        level_object["rollUp"] = True
    return {**level_object, "id": level.id} if level.id else level_object


def _level(value: Any) -> Level | None:  # noqa: ANN401 - any JSON value
    match value:
        case {
            "iri": str(iri),
            "kind": str(kind),
            "label": label,
            "depth": int(depth),
            "notationPattern": str(pattern),
            "broader": list(broader),
        } if iri_of(iri) and iri_of(kind) and literal_of(label) is not None:
            return Level(
                iri=URIRef(iri),
                kind=URIRef(kind),
                label=literal_of(label) or Literal(""),
                depth=depth,
                notation_pattern=pattern,
                broader=tuple(str(name) for name in broader),
                roll_up=value.get("rollUp") is True,
                id=str(value.get("id", "")),
            )
    return None
