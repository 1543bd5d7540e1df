"""Statistics of named graphs, as published in VoID."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True, slots=True)
class Statistics:
    """Statistics of one graph, or of several graphs together."""

    triples: int
    classes: Counter[str]
    """Instances of each class."""
    properties: Counter[str]
    """Triples with each property."""
    subjects: int


def extend_statistics(initial: Statistics, store: ox.Store, quads: Iterable[ox.Quad]) -> Statistics:
    """Return the statistics of ``store`` (``initial``) and of ``quads`` together."""
    new = [q for q in quads if not _contains(store, q.subject, q.predicate, q.object)]
    added = statistics(new)
    subjects = {q.subject for q in new if not _contains(store, q.subject, None, None)}
    return Statistics(
        triples=initial.triples + added.triples,
        classes=initial.classes + added.classes,
        properties=initial.properties + added.properties,
        subjects=initial.subjects + len(subjects),
    )


def _contains(
    store: ox.Store,
    subject: ox.NamedNode | ox.BlankNode | ox.Triple,
    predicate: ox.NamedNode | None,
    value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None,
) -> bool:
    return next(store.quads_for_pattern(subject, predicate, value, None), None) is not None


def statistics(quads: Iterable[ox.Quad], repeats: Iterable[ox.Quad] = ()) -> Statistics:
    """Return the statistics of ``quads`` without ``repeats``, triples that other graphs have."""
    properties: Counter[str] = Counter()
    classes: Counter[str] = Counter()
    subjects: set[object] = set()
    for quad in quads:
        _count(quad, properties, classes, 1)
        subjects.add(quad.subject)
    for quad in repeats:
        _count(quad, properties, classes, -1)
    return Statistics(properties.total(), classes, properties, len(subjects))


def _count(quad: ox.Quad, properties: Counter[str], classes: Counter[str], step: int) -> None:
    name = quad.predicate.value
    properties[name] += step
    if name == _TYPE and isinstance(value := quad.object, ox.NamedNode):
        classes[value.value] += step
