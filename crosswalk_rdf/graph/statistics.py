"""What a named graph holds, counted: the figures that VoID publishes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True, slots=True)
class Statistics:
    """Figures of one graph, or of several together."""

    triples: int
    classes: Counter[str]
    """Instances of each class."""
    properties: Counter[str]
    """Triples with each property."""
    subjects: int


def statistics(quads: Iterable[ox.Quad]) -> Statistics:
    """Return the figures of ``quads``; a triple that several graphs hold counts once."""
    triples = {quad.triple for quad in quads}
    return Statistics(
        triples=len(triples),
        classes=Counter(
            triple.object.value
            for triple in triples
            if triple.predicate.value == _TYPE and isinstance(triple.object, ox.NamedNode)
        ),
        properties=Counter(triple.predicate.value for triple in triples),
        subjects=len({triple.subject for triple in triples}),
    )
