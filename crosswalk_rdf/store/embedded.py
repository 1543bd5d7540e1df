"""Triples to an embedded Oxigraph store, a named graph at a time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.term import Node

from crosswalk_rdf.store.dataset import shared_triples
from crosswalk_rdf.store.terms import InvalidTerm, to_oxigraph, to_rdflib

Triple = tuple[Node, Node, Node]


def new_store() -> ox.Store:
    """Return an empty store in memory."""
    return ox.Store()


def add(store: ox.Store, graph: URIRef, triples: Iterable[Triple]) -> None:
    """Add ``triples`` to the named graph ``graph`` of ``store``.

    Oxigraph gives typed numbers, booleans and dates their canonical lexical form (``007`` becomes
    ``7``): a notation must be a plain string. Raises InvalidTerm; what came before the term at
    fault may have been added by then.
    """
    store.bulk_extend(_quads(graph, triples))


def graphs(store: ox.Store) -> tuple[URIRef, ...]:
    """Return the named graphs of ``store``, sorted by IRI."""
    names = (node.value for node in store.named_graphs() if isinstance(node, ox.NamedNode))
    return tuple(URIRef(name) for name in sorted(names))


def triples(store: ox.Store, graph: URIRef | None = None) -> Iterator[Triple]:
    """Yield the triples of the named graph ``graph``, or of all graphs together, each once.

    The order is the store's: sort what is to be written.
    """
    if graph is not None:
        for quad in store.quads_for_pattern(None, None, None, ox.NamedNode(graph)):
            yield to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)
        return
    for triple in {quad.triple for quad in store}:
        yield to_rdflib(triple.subject), to_rdflib(triple.predicate), to_rdflib(triple.object)


@dataclass(frozen=True, slots=True)
class Only:
    """The named graph ``graph`` of ``store``, as quads of a default graph; nothing is copied."""

    store: ox.Store
    graph: URIRef

    def __iter__(self) -> Iterator[ox.Quad]:
        quads = self.store.quads_for_pattern(None, None, None, ox.NamedNode(self.graph))
        return (ox.Quad(q.subject, q.predicate, q.object) for q in quads)


def repeats(store: ox.Store) -> tuple[ox.Quad, ...]:
    """Return the quads whose triple a larger graph of ``store`` holds as well.

    Without them each triple stands in one graph.
    """
    return tuple(quad for quads in shared_triples(store) for quad in quads[1:])


def _quads(graph: URIRef, triples: Iterable[Triple]) -> Iterator[ox.Quad]:
    name = to_oxigraph(graph)
    if not isinstance(name, ox.NamedNode):
        raise InvalidTerm(f"{graph!r} cannot name a graph: give an IRI")
    cache: dict[Node, ox.NamedNode | ox.BlankNode | ox.Literal] = {}
    convert = _caching_converter(cache)
    for subject, predicate, value in triples:
        yield _quad(convert(subject), convert(predicate), convert(value), name)


def _caching_converter(
    cache: dict[Node, ox.NamedNode | ox.BlankNode | ox.Literal],
) -> Callable[[Node], ox.NamedNode | ox.BlankNode | ox.Literal]:
    """Return ``to_oxigraph`` with a memory for IRIs, of which a graph repeats most."""

    def convert(term: Node) -> ox.NamedNode | ox.BlankNode | ox.Literal:
        if not isinstance(term, URIRef):
            return to_oxigraph(term)
        if (converted := cache.get(term)) is None:
            converted = cache[term] = to_oxigraph(term)
        return converted

    return convert


def _quad(
    subject: ox.NamedNode | ox.BlankNode | ox.Literal,
    predicate: ox.NamedNode | ox.BlankNode | ox.Literal,
    value: ox.NamedNode | ox.BlankNode | ox.Literal,
    graph: ox.NamedNode,
) -> ox.Quad:
    if isinstance(subject, ox.Literal):
        raise InvalidTerm(f"{subject} is a literal: a subject is an IRI or a blank node")
    if not isinstance(predicate, ox.NamedNode):
        raise InvalidTerm(f"{predicate} is no IRI: a predicate is an IRI")
    return ox.Quad(subject, predicate, value, graph)
