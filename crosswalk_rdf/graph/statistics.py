"""Statistics of named graphs, as published in VoID."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files

import pyoxigraph as ox

from crosswalk_rdf.store.dataset import predicate_counts

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


def statistics_by_graph(store: ox.Store) -> dict[str, Statistics]:
    """Return the statistics of each named graph of ``store``, by its IRI."""
    classes: dict[str, Counter[str]] = {}
    for graph, class_iri, count in _rows(store, "class-counts.rq"):
        classes.setdefault(graph, Counter())[class_iri] = int(count)
    subjects = {graph: int(count) for graph, count in _rows(store, "subject-counts.rq")}
    properties = {
        graph.value: Counter({predicate.value: n for predicate, n in counts.items()})
        for graph, counts in predicate_counts(store).items()
        if isinstance(graph, ox.NamedNode)
    }
    return {
        graph: Statistics(counts.total(), classes.get(graph, Counter()), counts, subjects[graph])
        for graph, counts in properties.items()
    }


def merged_statistics(
    store: ox.Store, by_graph: Iterable[Statistics], repeats: Iterable[ox.Quad]
) -> Statistics:
    """Return the statistics of the named graphs of ``store`` together, given those of each.

    ``repeats`` are the quads whose triple another graph has as well, but for one of each.
    """
    properties: Counter[str] = Counter()
    classes: Counter[str] = Counter()
    for graph in by_graph:
        properties.update(graph.properties)
        classes.update(graph.classes)
    for quad in repeats:
        _count(quad, properties, classes, -1)
    ((subjects,),) = _rows(store, "subject-count.rq")
    return Statistics(properties.total(), classes, properties, int(subjects))


def _rows(store: ox.Store, file: str) -> Iterator[tuple[str, ...]]:
    """Yield the values of each solution of a query beside this module."""
    query = files(__package__).joinpath(file).read_text(encoding="utf-8")
    solutions = store.query(query, use_default_graph_as_union=True)
    if not isinstance(solutions, ox.QuerySolutions):
        raise AssertionError(f"{file} is a SELECT")
    return (tuple(term.value for term in solution) for solution in solutions)


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


def statistics(quads: Iterable[ox.Quad]) -> Statistics:
    """Return the statistics of ``quads``."""
    properties: Counter[str] = Counter()
    classes: Counter[str] = Counter()
    subjects: set[object] = set()
    for quad in quads:
        _count(quad, properties, classes, 1)
        subjects.add(quad.subject)
    return Statistics(properties.total(), classes, properties, len(subjects))


def _count(quad: ox.Quad, properties: Counter[str], classes: Counter[str], step: int) -> None:
    name = quad.predicate.value
    properties[name] += step
    if name == _TYPE and isinstance(value := quad.object, ox.NamedNode):
        classes[value.value] += step
