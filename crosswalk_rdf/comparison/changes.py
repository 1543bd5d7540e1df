"""The states of two versions to what was added, changed, deprecated and removed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pyoxigraph as ox
from rdflib import OWL, Literal, URIRef

from crosswalk_rdf.comparison.resources import (
    Resource,
    State,
    by_text,
    has_graphs,
    is_compared,
    resources,
    state,
)
from crosswalk_rdf.store.terms import to_rdflib

Value = Literal | URIRef


class Category(StrEnum):
    """What happened to a resource."""

    ADDED = "added"
    CHANGED = "changed"
    DEPRECATED = "deprecated"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a publication, and when it was made."""

    number: str
    modified: str
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One property of a resource: its removed and its added values."""

    property: URIRef
    before: tuple[Value, ...]
    after: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one resource."""

    category: Category
    resource: Resource
    """As it is now; one that was removed, as it was last."""
    edits: tuple[Edit, ...] = ()
    """Of a resource that both versions have."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs, and how the resources that are mentioned are called."""

    changes: tuple[Change, ...]
    names: Mapping[str, Resource]

    def of(self, category: Category) -> tuple[Change, ...]:
        """Return the changes of one category, by IRI."""
        return tuple(change for change in self.changes if change.category == category)


def changes(before: Iterable[ox.Quad], after: Iterable[ox.Quad], base: str) -> Changes:
    """Return what differs of the resources below ``base``, sorted by IRI.

    A dump without named graphs does not separate inferred from asserted triples. If ``before`` is
    one, a triple that is inferred now counts as unchanged.
    """
    earlier = tuple(before)
    old, new = state(earlier, base), state(after, base)
    comparable = new.triples if has_graphs(earlier) else new.triples | new.excluded
    removed, added = old.triples - comparable, new.triples - old.triples
    changed_iris = frozenset(
        t.subject.value for t in removed | added if isinstance(t.subject, ox.NamedNode)
    )
    names = _names(old, new, removed | added, changed_iris, base)
    edits = _edits(removed, added)
    change_values = (_change(iri, old, new, edits[iri], names) for iri in sorted(changed_iris))
    return Changes(tuple(change_values), names)


def _names(
    old: State,
    new: State,
    triples: Iterable[ox.Triple],
    changed_iris: frozenset[str],
    base: str,
) -> Mapping[str, Resource]:
    """Return names for all resources mentioned: current ones, or else earlier ones."""
    values = (t.object for t in triples)
    referenced = {v.value for v in values if isinstance(v, ox.NamedNode) and is_compared(v, base)}
    iris = changed_iris | referenced
    return {**resources(old.triples, iris), **resources(new.triples, iris)}


def _edits(
    removed: Iterable[ox.Triple], added: Iterable[ox.Triple]
) -> Mapping[str, Mapping[str, tuple[list[Value], list[Value]]]]:
    """Return removed and added values, by resource and property."""
    edits: dict[str, dict[str, tuple[list[Value], list[Value]]]] = {}
    for side, triples in enumerate((removed, added)):
        for triple in triples:
            value = to_rdflib(triple.object)
            if isinstance(triple.subject, ox.NamedNode) and isinstance(value, Literal | URIRef):
                properties = edits.setdefault(triple.subject.value, {})
                properties.setdefault(triple.predicate.value, ([], []))[side].append(value)
    return edits


def _change(
    iri: str,
    old: State,
    new: State,
    edits: Mapping[str, tuple[list[Value], list[Value]]],
    names: Mapping[str, Resource],
) -> Change:
    if iri not in old.subjects:
        return Change(Category.ADDED, names[iri])
    if iri not in new.subjects:
        return Change(Category.REMOVED, names[iri])
    _, deprecation = edits.get(str(OWL.deprecated), ([], []))
    return Change(
        Category.DEPRECATED if "true" in map(str, deprecation) else Category.CHANGED,
        names[iri],
        tuple(_edit(property, *values) for property, values in sorted(edits.items())),
    )


def _edit(property: str, before: Iterable[Value], after: Iterable[Value]) -> Edit:
    first, then = (tuple(sorted(values, key=by_text)) for values in (before, after))
    return Edit(URIRef(property), first, then)
