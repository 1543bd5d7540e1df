"""Shapes files to one shapes graph, or to a list of what is wrong in which line of which file."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import pyoxigraph as ox
from rdflib import OWL, RDF, RDFS, BNode, Graph, Literal, URIRef
from rdflib import SH as SHACL
from rdflib.term import Node

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.namespaces import SH
from crosswalk_rdf.store.terms import to_rdflib

_TARGETS: Final = (
    SH.targetNode,
    SH.targetClass,
    SH.targetObjectsOf,
    SH.targetSubjectsOf,
)
_BUILT_IN: Final = {"rdf": str(RDF), "rdfs": str(RDFS), "owl": str(OWL)}
_PLACE: Final = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


class BrokenShapes(InputFaults):
    """Shapes files that cannot be used as they are; holds every fault found, in file order."""


@dataclass(frozen=True, eq=False)
class Shapes:
    """The shapes graph, and which file each of its named nodes stands in. Read it only."""

    graph: Graph
    files: Mapping[URIRef, str]

    @cached_property
    def named_shapes(self) -> frozenset[URIRef]:
        """The shapes that have an IRI and a target of their own."""
        nodes = {node for target in _TARGETS for node in self.graph.subjects(target)}
        return frozenset(node for node in nodes if isinstance(node, URIRef))

    def file_of(self, shape: Node | None) -> str:
        """Return the file that ``shape`` stands in, or the folder where no file is known."""
        return self.files.get(shape, "shapes") if isinstance(shape, URIRef) else "shapes"

    def owner(self, node: Node) -> URIRef | None:
        """Return the named node that the blank node ``node`` belongs to, or ``node`` itself."""
        while isinstance(node, BNode):
            above = next(iter(self.graph.subjects(None, node)), None)
            if above is None:
                return None
            node = above
        return node if isinstance(node, URIRef) else None


def read_shapes(texts: Mapping[str, str]) -> Shapes:
    """Return the shapes in ``texts``, Turtle by file name.

    Raises BrokenShapes with every fault of every file: Turtle that cannot be read, a SHACL term
    that does not exist (pyshacl would silently ignore a misspelled one), SPARQL that cannot be
    parsed. The same texts give the same value: what is derived from it is computed once, too.
    """
    return _shapes_of(tuple(sorted(texts.items())))


@lru_cache(maxsize=8)
def _shapes_of(texts: tuple[tuple[str, str], ...]) -> Shapes:
    graph, files, faults = (
        Graph(bind_namespaces="none"),
        dict[URIRef, str](),
        list[Fault](),
    )
    for name, text in texts:
        try:
            triples = list(ox.parse(text, format=ox.RdfFormat.TURTLE, rename_blank_nodes=True))
        except SyntaxError as error:
            faults.append(_turtle_fault(name, error))
            continue
        for quad in triples:
            subject, value = to_rdflib(quad.subject), to_rdflib(quad.object)
            graph.add((subject, to_rdflib(quad.predicate), value))
            if isinstance(subject, URIRef):
                files.setdefault(subject, name)
    shapes = Shapes(graph, files)
    faults += _unknown_terms(shapes)
    if not faults:
        faults += _broken_queries(shapes, dict(texts))
    if faults:
        raise BrokenShapes(faults)
    return shapes


def _turtle_fault(name: str, error: SyntaxError) -> Fault:
    reason = error.msg.rpartition(": ")[2]
    message = f"this is not Turtle ({reason}): correct the shapes file"
    return Fault(name, error.lineno or 0, error.offset or 0, message)


def _unknown_terms(shapes: Shapes) -> Iterator[Fault]:
    for subject, predicate, value in shapes.graph:
        for term in (predicate, value):
            if isinstance(term, URIRef) and term.startswith(SH) and term[len(SH) :] not in SHACL:
                shape = shapes.owner(subject)
                yield Fault(
                    shapes.file_of(shape),
                    0,
                    0,
                    f"{shape}: SHACL has no term sh:{term[len(SH) :]}; correct the spelling",
                )


def _broken_queries(shapes: Shapes, texts: Mapping[str, str]) -> Iterator[Fault]:
    empty_store = ox.Store()
    for constraint, select in shapes.graph.subject_objects(SH.select):
        header = "".join(prefix_lines(shapes.graph, constraint))
        try:
            empty_store.query(header + str(select))
        except SyntaxError as error:
            shape = shapes.owner(constraint)
            file = shapes.file_of(shape)
            yield _query_fault(file, texts.get(file, ""), shape, select, header, error.msg)


def prefix_lines(graph: Graph, constraint: Node) -> Iterator[str]:
    """Yield the PREFIX lines of the SPARQL text of ``constraint`` (SHACL §5.2.1)."""
    namespaces = dict(_BUILT_IN)
    for prefixes in graph.objects(constraint, SH.prefixes):
        for declaration in graph.objects(prefixes, SH.declare):
            prefix = graph.value(declaration, SH.prefix)
            namespaces[str(prefix)] = str(graph.value(declaration, SH.namespace))
    for name, namespace in sorted(namespaces.items()):
        yield f"PREFIX {name}: <{namespace}>\n"


def _query_fault(
    file: str, text: str, shape: Node | None, select: Node, header: str, reason: str
) -> Fault:
    """Place what the SPARQL parser says of a query in the shapes file that holds the query."""
    line = column = 0
    start = text.find(str(select)) if isinstance(select, Literal) else -1
    if (place := _PLACE.match(reason)) is not None:
        reason = place[3]
        if start >= 0:
            line = text.count("\n", 0, start) + int(place[1]) - header.count("\n")
            column = int(place[2])
    message = f"{shape}: the SPARQL text cannot be read ({reason}): correct the sh:select"
    return Fault(file, line, column, message)


def refusals(shapes: Shapes, unusable: Iterable[URIRef], reason: str) -> BrokenShapes:
    """Return the error for the shapes ``unusable`` that the engine does not accept.

    Where it refuses none of them alone, what it refuses shows with the data only.
    """
    faults = [
        Fault(shapes.file_of(shape), 0, 0, f"{shape} cannot be used: {reason}; correct the shape")
        for shape in unusable
    ]
    general_fault = Fault("shapes", 0, 0, f"a shape cannot be used with these data: {reason}")
    return BrokenShapes(faults or [general_fault])
