"""Quads to a document about to be written: settled, grouped and in order.

Terms are kept as N-Triples text (``<iri>``, ``_:label``, ``"text"@en``), in which Oxigraph hands
out a whole quad at once; taking quads apart term by term costs several times as much.

Blank nodes are not expected in what is published (SHACL reports hold some): they are renamed by
RDF Dataset Canonicalization (RDFC-1.0), so that they too are the same in every run.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.serialization.context import Context

RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Descriptions = Mapping[str, dict[str, list[str]]]
"""Subject to property to objects, in order, ``rdf:type`` first.

Subjects are IRIs or ``_:label``, properties are IRIs, objects are N-Triples text.
"""

_LEADING: Final = ""
"""Sorts before every identifier."""
_SIGNS_OF_RDF_1_2: Final = ("<<(", "--ltr", "--rtl")
_SIGNS_OF_BLANK_NODES: Final = (" _:", "\n_:")
_MOST_KEPT: Final = 50_000
_BATCH: Final = 10_000


class Unwritable(CrosswalkError):
    """A graph that a syntax cannot carry."""


@dataclass(frozen=True)
class Document:
    """What a writer is given. Several writers may share one, and with it the work of grouping."""

    lines: tuple[str, ...]
    """Statements of N-Quads without their full stop, sorted, none twice."""
    prefixes: Mapping[str, str]
    context: Context
    root: str | None = None
    """IRI of the one resource that the document is about, or None for a whole graph."""

    @cached_property
    def descriptions(self) -> Descriptions:
        """Its triples by subject and property, graphs left aside; the root leads."""
        return Grouped(self.lines, self.root)

    @cached_property
    def graphs(self) -> Sequence[tuple[str, Descriptions]]:
        """The name and the content of each graph, sorted; the default graph is ``""``."""
        return tuple(by_graph(self.lines))


def settled(quads: Iterable[ox.Quad], *, merge: bool) -> tuple[str, ...]:
    """Return ``quads`` as sorted lines with canonical blank nodes; without graphs if ``merge``.

    ``quads`` may be gone through more than once. Raises Unwritable for what RDF 1.1 does not know:
    triple terms and base directions.
    """
    lines = _lines(quads, merge)
    if _any(lines, _SIGNS_OF_RDF_1_2):
        _refuse_rdf_1_2(quads)
    if _any(lines, _SIGNS_OF_BLANK_NODES):
        lines = _lines(_canonical(_without_graphs(quads) if merge else quads), merge)
    return tuple(lines)


def by_graph(lines: Iterable[str]) -> Iterator[tuple[str, Descriptions]]:
    """Yield the name and the content of each graph, sorted; the default graph is ``""``."""
    graphs: dict[str, list[str]] = {}
    for line in lines:
        graphs.setdefault(_parts(line)[3], []).append(line)
    for name in sorted(graphs):
        yield identifier(name), Grouped(graphs[name])


class Grouped(Mapping[str, dict[str, list[str]]]):
    """The descriptions in sorted lines, whose graphs are left aside.

    Subjects are sorted by IRI, but for ``first``, which leads. Of many lines each description is
    made when it is asked for, and not kept: they take several times the room of the lines.
    """

    def __init__(self, lines: Sequence[str], first: str | None = None) -> None:
        self._lines = lines
        self._kept: dict[str, dict[str, list[str]]] | None = {} if len(lines) < _MOST_KEPT else None
        places: dict[str, tuple[int, int]] = {}
        start, here = 0, ""
        for number, line in enumerate(lines):
            subject = line[: line.index(" ")]
            if subject != here:
                if here:
                    places[identifier(here)] = start, number
                start, here = number, subject
        if here:
            places[identifier(here)] = start, len(lines)
        self._order = sorted(places, key=lambda s: _LEADING if s == first else s)
        self._places = places

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, subject: str) -> dict[str, list[str]]:
        if self._kept is None:
            return _properties(self._lines[slice(*self._places[subject])])
        found = self._kept.get(subject)
        if found is None:
            found = _properties(self._lines[slice(*self._places[subject])])
            self._kept[subject] = found
        return found


def identifier(term: str) -> str:
    """Return the IRI of ``<iri>``, or ``_:label`` as it is."""
    return term[1:-1] if term.startswith("<") else term


def _parts(line: str) -> tuple[str, str, str, str]:
    """Split ``line`` into subject, property, object and graph (``""`` for the default graph)."""
    subject, iri, rest = line.split(" ", 2)
    end = rest.rfind('"') + 1
    tail, _, graph = rest[end:].partition(" ")
    return subject, iri, rest[:end] + tail, graph


def _properties(lines: Iterable[str]) -> dict[str, list[str]]:
    properties: dict[str, list[str]] = {}
    for _, iri, value, _ in map(_parts, lines):
        values = properties.setdefault(iri[1:-1], [])
        if not values or values[-1] != value:
            values.append(value)
    return _types_first(properties)


def _types_first(properties: dict[str, list[str]]) -> dict[str, list[str]]:
    if RDF_TYPE not in properties:
        return properties
    return {RDF_TYPE: properties[RDF_TYPE], **properties}


def _lines(quads: Iterable[ox.Quad], merge: bool) -> list[str]:
    lines = sorted([str(quad.triple) for quad in quads] if merge else map(str, quads))
    return [line for line, _ in groupby(lines)]


def _any(lines: Sequence[str], signs: Iterable[str]) -> bool:
    """Return whether one of ``signs`` is in ``lines``, each of which counts as after a line end."""
    for start in range(0, len(lines), _BATCH):
        text = "\n".join(("", *lines[start : start + _BATCH]))
        if any(sign in text for sign in signs):
            return True
    return False


def _refuse_rdf_1_2(quads: Iterable[ox.Quad]) -> None:
    for quad in quads:
        value = quad.object
        if isinstance(value, ox.Triple):
            raise Unwritable(
                f"{value} is a triple term of RDF 1.2: write it with owl:Axiom instead"
            )
        if isinstance(value, ox.Literal) and value.direction is not None:
            raise Unwritable(f"{value} has a base direction, which is RDF 1.2: leave it out")


def _without_graphs(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    return (ox.Quad(*quad.triple) for quad in quads)


def _canonical(quads: Iterable[ox.Quad]) -> Iterable[ox.Quad]:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset
