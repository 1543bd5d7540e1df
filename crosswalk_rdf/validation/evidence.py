"""The asserted triples that lead to a finding on the closure, such as a clash of SKOS.

A shape says between which variables of its query there are paths, in ``xws:evidence``: each a
SHACL property path (SHACL §2.3.1) of alternatives, inverse steps and one-or-more. The shortest
path of asserted triples is the evidence.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from crosswalk_rdf.model import local_name
from crosswalk_rdf.namespaces import SH
from crosswalk_rdf.validation.shapes import Shapes

Triple = tuple[URIRef, URIRef, URIRef]


@dataclass(frozen=True, slots=True)
class Leg:
    """One path that a finding is made of, from one variable of the query to another."""

    start: str
    end: str
    forward: tuple[URIRef, ...]
    """Properties that are followed from subject to object."""
    inverse: tuple[URIRef, ...]
    """Those that are followed from object to subject."""
    repeated: bool


def legs_of(shape: URIRef, shapes: Shapes) -> tuple[Leg, ...]:
    """Return what ``xws:evidence`` of ``shape`` says, in the order of variables and properties."""
    graph = shapes.graph
    entries = [v for p, v in graph.predicate_objects(shape) if local_name(str(p)) == "evidence"]
    legs = (_leg({local_name(str(p)): v for p, v in graph.predicate_objects(entry)}, graph)
            for entry in entries)  # fmt: skip
    return tuple(sorted(legs, key=lambda leg: (leg.repeated, leg.start, leg.end, leg.forward)))


def _leg(terms: Mapping[str, Node], graph: Graph) -> Leg:
    path = terms["path"]
    repeated = graph.value(path, SH.oneOrMorePath)
    forward, inverse = _steps(path if repeated is None else repeated, graph)
    return Leg(str(terms["start"]), str(terms["end"]), forward, inverse, repeated is not None)


def _steps(path: Node, graph: Graph) -> tuple[tuple[URIRef, ...], tuple[URIRef, ...]]:
    alternatives = graph.value(path, SH.alternativePath)
    steps = [path] if alternatives is None else list(Collection(graph, alternatives))
    inverse = [graph.value(step, SH.inversePath) for step in steps]
    forward = [step for step, backward in zip(steps, inverse, strict=True) if backward is None]
    return (
        tuple(sorted(URIRef(str(step)) for step in forward)),
        tuple(sorted(URIRef(str(step)) for step in inverse if step is not None)),
    )


def evidence_of(
    legs: Sequence[Leg], terms: Mapping[str, Node], store: ox.Store, inferred: URIRef
) -> tuple[Triple, ...]:
    """Return the triples of the shortest path of each leg, outside the graph ``inferred``."""
    triples: dict[Triple, None] = {}
    for leg in legs:
        start, end = terms.get(leg.start), terms.get(leg.end)
        if isinstance(start, URIRef) and isinstance(end, URIRef):
            triples |= dict.fromkeys(_shortest_path(leg, start, end, store, inferred))
    return tuple(triples)


def _shortest_path(
    leg: Leg, start: URIRef, end: URIRef, store: ox.Store, inferred: URIRef
) -> tuple[Triple, ...]:
    """Return the triples from ``start`` to ``end``; none where no path is asserted."""
    reached: dict[URIRef, tuple[URIRef, Triple]] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for neighbor, triple in _neighbors(node, leg, store, inferred):
            if neighbor == end:
                return (*_way_back(node, start, reached), triple)
            if leg.repeated and neighbor != start and neighbor not in reached:
                reached[neighbor] = (node, triple)
                queue.append(neighbor)
    return ()


def _way_back(
    node: URIRef, start: URIRef, reached: Mapping[URIRef, tuple[URIRef, Triple]]
) -> list[Triple]:
    triples: list[Triple] = []
    while node != start:
        node, triple = reached[node]
        triples.insert(0, triple)
    return triples


def _neighbors(
    node: URIRef, leg: Leg, store: ox.Store, inferred: URIRef
) -> Iterator[tuple[URIRef, Triple]]:
    """Yield each node that is one step away, with the triple of the step; in a stable order."""
    term = ox.NamedNode(node)
    steps = [(False, each) for each in leg.forward] + [(True, each) for each in leg.inverse]
    for is_inverse, predicate in steps:
        ends = (None, term) if is_inverse else (term, None)
        quads = store.quads_for_pattern(ends[0], ox.NamedNode(predicate), ends[1])
        neighbors = {
            quad.subject if is_inverse else quad.object
            for quad in quads
            if getattr(quad.graph_name, "value", "") != str(inferred)
        }
        for value in sorted(n.value for n in neighbors if isinstance(n, ox.NamedNode)):
            other = URIRef(value)
            yield other, (other, predicate, node) if is_inverse else (node, predicate, other)
