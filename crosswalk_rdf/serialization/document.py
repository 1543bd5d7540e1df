"""Quads to a document about to be written: settled, grouped and in order.

Terms are kept as N-Triples text (``<iri>``, ``_:label``, ``"text"@en``), in which Oxigraph hands
out a whole quad at once; taking quads apart term by term costs several times as much.

Blank nodes are not expected in what is published (SHACL reports hold some): they are renamed by
RDF Dataset Canonicalization (RDFC-1.0), so that they too are the same in every run.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pyoxigraph as ox

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.serialization.context import Context

RDF_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Descriptions = dict[str, dict[str, list[str]]]
"""Subject to property to objects, in order, ``rdf:type`` first.

Subjects are IRIs or ``_:label``, properties are IRIs, objects are N-Triples text.
"""

_LEADING: Final = ""
"""Sorts before every identifier."""
_SIGNS_OF_RDF_1_2: Final = ("<<(", "--ltr", "--rtl")
_SIGNS_OF_BLANK_NODES: Final = (" _:", "\n_:")


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
        return described(self.lines, self.root)

    @cached_property
    def graphs(self) -> Sequence[tuple[str, Descriptions]]:
        """The name and the content of each graph, sorted; the default graph is ``""``."""
        return tuple(by_graph(self.lines))


def settled(quads: Iterable[ox.Quad], *, merge: bool) -> tuple[str, ...]:
    """Return ``quads`` as sorted lines with canonical blank nodes; without graphs if ``merge``.

    Raises Unwritable for what RDF 1.1 does not know: triple terms and base directions.
    """
    found = tuple(quads)
    lines = _lines(found, merge)
    text = "\n".join(("", *lines))
    if any(sign in text for sign in _SIGNS_OF_RDF_1_2):
        _refuse_rdf_1_2(found)
    if any(sign in text for sign in _SIGNS_OF_BLANK_NODES):
        lines = _lines(_canonical(_without_graphs(found) if merge else found), merge)
    return tuple(lines)


def described(lines: Iterable[str], first: str | None = None) -> Descriptions:
    """Group the triples in ``lines``, whose graphs are left aside, by subject and property.

    Subjects are sorted by IRI, but for ``first``, which leads.
    """
    return _in_order(
        ((subject, iri, value) for subject, iri, value, _ in map(_parts, lines)), first
    )


def by_graph(lines: Iterable[str]) -> Iterator[tuple[str, Descriptions]]:
    """Yield the name and the content of each graph, sorted; the default graph is ``""``."""
    graphs: dict[str, list[tuple[str, str, str]]] = {}
    for subject, iri, value, graph in map(_parts, lines):
        graphs.setdefault(graph, []).append((subject, iri, value))
    for name in sorted(graphs):
        yield identifier(name), _in_order(graphs[name])


def identifier(term: str) -> str:
    """Return the IRI of ``<iri>``, or ``_:label`` as it is."""
    return term[1:-1] if term.startswith("<") else term


def _parts(line: str) -> tuple[str, str, str, str]:
    """Split ``line`` into subject, property, object and graph (``""`` for the default graph)."""
    subject, iri, rest = line.split(" ", 2)
    end = rest.rfind('"') + 1
    tail, _, graph = rest[end:].partition(" ")
    return subject, iri, rest[:end] + tail, graph


def _in_order(triples: Iterable[tuple[str, str, str]], first: str | None = None) -> Descriptions:
    subjects: Descriptions = {}
    place, properties = "", subjects.setdefault("", {})
    for subject, iri, value in triples:
        if subject != place:  # the lines are sorted: a subject's triples mostly stand together
            place, properties = subject, subjects.setdefault(identifier(subject), {})
        values = properties.setdefault(iri[1:-1], [])
        if not values or values[-1] != value:
            values.append(value)
    del subjects[""]
    order = sorted(subjects, key=lambda subject: _LEADING if subject == first else subject)
    return {subject: _types_first(subjects[subject]) for subject in order}


def _types_first(properties: dict[str, list[str]]) -> dict[str, list[str]]:
    if RDF_TYPE not in properties:
        return properties
    return {RDF_TYPE: properties[RDF_TYPE], **properties}


def _lines(quads: Iterable[ox.Quad], merge: bool) -> list[str]:
    lines = sorted([str(quad.triple) for quad in quads] if merge else map(str, quads))
    return list(dict.fromkeys(lines))


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
