"""Descriptions to a tree with one resource at its root, without repetition."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from crosswalk_rdf.serialization.context import Term
from crosswalk_rdf.serialization.document import RDF_TYPE, Descriptions, identifier

_DEPTH: Final = 8
"""Levels of nesting; what lies deeper is included beside the root."""


@dataclass(slots=True)
class Frame:
    """One subject with what is nested in it."""

    subject: str
    properties: dict[str, list[str]]
    subjects: dict[str, list["Frame"]] = field(default_factory=dict)
    """By property: the subjects that point here by it, without that triple."""
    objects: list["Frame"] = field(default_factory=list)
    """Subjects that are pointed at from here."""
    unconnected: list["Frame"] = field(default_factory=list)
    """At the root only: subjects that are not connected with it."""


def frame(root: str, descriptions: Descriptions, inverse: Mapping[str, Term]) -> Frame:
    """Return the tree of ``descriptions`` that has ``root`` at its root, broadest levels first.

    A subject that points at another by a property with an inverse term is nested in that other;
    after these, a subject that is pointed at is nested where it is first pointed at.
    """
    unplaced = {subject: dict(properties) for subject, properties in descriptions.items()}
    pointers = _pointers(descriptions, inverse)
    top = Frame(root, unplaced.pop(root, {}))
    level = [top]
    for _ in range(_DEPTH):
        level = [child for parent in level for child in _nest(parent, unplaced, pointers)]
    top.unconnected = [Frame(subject, properties) for subject, properties in unplaced.items()]
    return top


def _pointers(
    descriptions: Descriptions, inverse: Mapping[str, Term]
) -> dict[str, list[tuple[str, str]]]:
    """Return, for each node, the property and subject by which it is pointed at."""
    references: dict[str, list[tuple[str, str]]] = {}
    for subject, properties in descriptions.items():
        for iri in inverse.keys() & properties.keys():
            for value in properties[iri]:
                references.setdefault(identifier(value), []).append((iri, subject))
    return {node: sorted(pairs) for node, pairs in references.items()}


def _nest(
    parent: Frame,
    unplaced: dict[str, dict[str, list[str]]],
    pointers: Mapping[str, list[tuple[str, str]]],
) -> list[Frame]:
    children: list[Frame] = []
    for iri, subject in pointers.get(parent.subject, ()):
        if subject in unplaced:
            child = Frame(subject, _without(unplaced.pop(subject), iri, parent.subject))
            parent.subjects.setdefault(iri, []).append(child)
            children.append(child)
    for iri, values in parent.properties.items():
        for node in map(identifier, values):
            if node in unplaced and iri != RDF_TYPE:
                child = Frame(node, unplaced.pop(node))
                parent.objects.append(child)
                children.append(child)
    return children


def _without(properties: dict[str, list[str]], iri: str, node: str) -> dict[str, list[str]]:
    remaining = [value for value in properties[iri] if identifier(value) != node]
    return {
        key: remaining if key == iri else values
        for key, values in properties.items()
        if key != iri or remaining
    }
