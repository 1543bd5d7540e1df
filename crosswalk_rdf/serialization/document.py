"""Quads to a document ready for serialization: canonical, grouped and sorted.

Terms are N-Triples text (``<iri>``, ``_:label``, ``"text"@en``), in which Oxigraph hands
out a whole quad at once; taking quads apart term by term costs several times as much.

Blank nodes are not expected in what is published (SHACL reports hold some): they are renamed by
RDF Dataset Canonicalization (RDFC-1.0), so that they too are the same in every run.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import merge as merged
from itertools import groupby
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.serialization.canonicalization import TooManyLikeNodes, canonicalized
from crosswalk_rdf.serialization.naming import Naming

RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Descriptions = Mapping[str, dict[str, list[str]]]
"""Subject to property to objects, in order, ``rdf:type`` first.

Subjects are IRIs or ``_:label``, properties are IRIs, objects are N-Triples text.
"""

Parts = Mapping[str, Sequence[str]]
"""Graphs by their term as N-Triples text, ``""`` for the default graph.

For each graph its statements in N-Triples without the final period, sorted and unique.
"""

_FIRST_KEY: Final = ""
"""Sorts before every identifier."""
_RDF_1_2_MARKERS: Final = ("<<(", "--ltr", "--rtl")
_BLANK_NODE_MARKERS: Final = (" _:", "\n_:")
_MAX_CACHED_LINES: Final = 50_000
_BATCH: Final = 10_000
_DEFAULT: Final = str(ox.DefaultGraph())


class UnwritableGraph(CrosswalkError):
    """A graph that a syntax cannot carry."""


@dataclass(frozen=True)
class Document:
    """The input of a writer; several writers can share one, and with it the grouping."""

    parts: Parts
    naming: Naming
    root: str | None = None
    """IRI of the one resource that the document is about, or None for a whole graph."""

    @property
    def lines(self) -> Iterator[str]:
        """Its statements in N-Quads without the final period, sorted and unique."""
        named_lines = (_in_graph(lines, name) for name, lines in self.parts.items() if name)
        return merged(self.parts.get("", ()), *named_lines)

    @property
    def properties(self) -> list[str]:
        """The IRI of each of its properties, sorted."""
        terms = {line.split(" ", 2)[1] for lines in self.parts.values() for line in lines}
        return sorted(iri[1:-1] for iri in terms)

    @cached_property
    def descriptions(self) -> Descriptions:
        """The triples of a merged document by subject and property; the root leads."""
        return GroupedDescriptions(self.parts.get("", ()), self.root)

    @cached_property
    def graphs(self) -> Sequence[tuple[str, Descriptions]]:
        """The name and the content of each graph, sorted; the default graph is ``""``."""
        return tuple(
            (identifier(name), GroupedDescriptions(lines))
            for name, lines in sorted(self.parts.items())
        )


def canonical(quads: Iterable[ox.Quad], *, merge: bool) -> Parts:
    """Return ``quads`` as sorted lines with canonical blank nodes; in one part if ``merge``.

    ``quads`` may be gone through more than once. Raises UnwritableGraph for what RDF 1.1 does not
    know, triple terms and base directions, and for blank nodes that are too much alike.
    """
    parts = _parts(quads, merge)
    if _any(parts, _RDF_1_2_MARKERS):
        _refuse_rdf_1_2(quads)
    if not _any(parts, _BLANK_NODE_MARKERS):
        return parts
    try:
        return _parts(canonicalized(_without_graphs(quads) if merge else quads), merge)
    except TooManyLikeNodes as error:
        raise UnwritableGraph(str(error)) from error


def _in_graph(lines: Iterable[str], name: str) -> Iterator[str]:
    """Yield ``lines`` with the name of their graph, still in order: a space sorts first."""
    return (f"{line} {name}" for line in lines)


class GroupedDescriptions(Mapping[str, dict[str, list[str]]]):
    """The descriptions in sorted lines.

    Subjects are sorted by IRI, but for ``first``, which leads. Of many lines each description is
    made when it is asked for, and not cached: they take several times the room of the lines.
    """

    def __init__(self, lines: Sequence[str], first: str | None = None) -> None:
        self._lines = lines
        self._cache: dict[str, dict[str, list[str]]] | None = (
            {} if len(lines) < _MAX_CACHED_LINES else None
        )
        positions: dict[str, tuple[int, int]] = {}
        start, current = 0, ""
        for number, line in enumerate(lines):
            subject = line[: line.index(" ")]
            if subject != current:
                if current:
                    positions[identifier(current)] = start, number
                start, current = number, subject
        if current:
            positions[identifier(current)] = start, len(lines)
        self._order = sorted(positions, key=lambda s: _FIRST_KEY if s == first else s)
        self._places = positions

    def __iter__(self) -> Iterator[str]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def __getitem__(self, subject: str) -> dict[str, list[str]]:
        if self._cache is None:
            return _properties(self._lines[slice(*self._places[subject])])
        description = self._cache.get(subject)
        if description is None:
            description = _properties(self._lines[slice(*self._places[subject])])
            self._cache[subject] = description
        return description


def identifier(term: str) -> str:
    """Return the IRI of ``<iri>``, or ``_:label`` as it is."""
    return term[1:-1] if term.startswith("<") else term


def _properties(lines: Iterable[str]) -> dict[str, list[str]]:
    """Return what sorted ``lines`` with one subject say of it."""
    properties: dict[str, list[str]] = {}
    values: list[str] = []
    current = ""
    for line in lines:
        _, iri, value = line.split(" ", 2)
        if iri != current:
            current = iri
            values = properties[iri[1:-1]] = []
        values.append(value)
    return _types_first(properties)


def _types_first(properties: dict[str, list[str]]) -> dict[str, list[str]]:
    if RDF_TYPE not in properties:
        return properties
    return {RDF_TYPE: properties[RDF_TYPE], **properties}


def _parts(quads: Iterable[ox.Quad], merge: bool) -> Parts:
    graphs: dict[str, list[str]] = {}
    if merge:
        graphs[""] = [str(quad.triple) for quad in quads]
    else:
        for quad in quads:
            graphs.setdefault(str(quad.graph_name), []).append(str(quad.triple))
    for lines in graphs.values():
        lines.sort()
    return {
        "" if name == _DEFAULT else name: [line for line, _ in groupby(lines)]
        for name, lines in graphs.items()
    }


def _any(parts: Parts, markers: Iterable[str]) -> bool:
    """Return whether one of ``markers`` is in a line or a name; each counts as after a line end."""
    for lines in (tuple(parts), *parts.values()):
        for start in range(0, len(lines), _BATCH):
            text = "\n".join(("", *lines[start : start + _BATCH]))
            if any(marker in text for marker in markers):
                return True
    return False


def _refuse_rdf_1_2(quads: Iterable[ox.Quad]) -> None:
    for quad in quads:
        value = quad.object
        if isinstance(value, ox.Triple):
            raise UnwritableGraph(
                f"{value} is a triple term of RDF 1.2: write it with owl:Axiom instead"
            )
        if isinstance(value, ox.Literal) and value.direction is not None:
            raise UnwritableGraph(f"{value} has a base direction, which is RDF 1.2: leave it out")


def _without_graphs(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    return (ox.Quad(*quad.triple) for quad in quads)
