"""Graphs to the SPARQL that asks for them or changes them; IRIs are escaped here.

Queries stand in ``.rq`` files beside this module. Updates are put together, because they name as
many graphs as there are to change (SPARQL 1.1 Update §3.1, §3.2).
"""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import pyoxigraph as ox

from crosswalk_rdf.store.terms import InvalidTerm


def checksum(graph: str) -> str:
    """Return the query for the number of triples in ``graph`` and their sums."""
    return _text("checksum").replace("?graph", iri(graph))


def graphs(prefix: str) -> str:
    """Return the query for the graphs whose IRI begins with ``prefix``."""
    return _text("graphs").replace('"prefix"', str(ox.Literal(prefix)))


def predicates(graph: str) -> str:
    """Return the query for the predicates of ``graph``, and how many triples have each."""
    return _text("predicates").replace("?graph", iri(graph))


def triples(graph: str, predicate: str) -> str:
    """Return the query for the triples of ``graph`` that have ``predicate``."""
    return _text("triples").replace("?graph", iri(graph)).replace("?predicate", iri(predicate))


def insert_data(graph: str, lines: Iterable[str]) -> str:
    """Return the update that adds triples, lines of N-Triples, to ``graph`` (§3.1.1)."""
    return f"INSERT DATA {{ GRAPH {iri(graph)} {{\n{''.join(lines)}}} }}"


def drop(graph: str) -> str:
    """Return the update that removes ``graph``, if it is there (§3.2.2)."""
    return f"DROP SILENT GRAPH {iri(graph)}"


def switch(fresh: Iterable[tuple[str, str]], changed: Iterable[tuple[str, str]]) -> str:
    """Return one update that puts staged graphs in place (§3.1.3); pairs of staged and graph.

    What is new is added to all graphs before anything is taken from any: where a store does not
    carry out a request as a whole and stops in the middle, no graph lacks a triple that was there
    before it has all that are to be there.
    """
    changed = list(changed)
    steps = [_add(staged, graph, known=False) for staged, graph in fresh]
    steps += [_add(staged, graph, known=True) for staged, graph in changed]
    steps += [_take(staged, graph) for staged, graph in changed]
    return " ;\n".join(steps)


def iri(text: str) -> str:
    """Return ``text`` as an IRI of SPARQL; raise InvalidTerm where it is none."""
    try:
        return str(ox.NamedNode(text))
    except ValueError as error:
        raise InvalidTerm(f"{text!r} cannot name a graph: {error}; correct the data") from error


def _add(staged: str, graph: str, *, known: bool) -> str:
    unless = f" FILTER NOT EXISTS {{ GRAPH {iri(graph)} {{ ?s ?p ?o }} }}" if known else ""
    where = f"GRAPH {iri(staged)} {{ ?s ?p ?o }}{unless}"
    return f"INSERT {{ GRAPH {iri(graph)} {{ ?s ?p ?o }} }} WHERE {{ {where} }}"


def _take(staged: str, graph: str) -> str:
    unless = f"FILTER NOT EXISTS {{ GRAPH {iri(staged)} {{ ?s ?p ?o }} }}"
    where = f"GRAPH {iri(graph)} {{ ?s ?p ?o }} {unless}"
    return f"DELETE {{ GRAPH {iri(graph)} {{ ?s ?p ?o }} }} WHERE {{ {where} }}"


@cache
def _text(name: str) -> str:
    text = files(__package__).joinpath(f"{name}.rq").read_text(encoding="utf-8")
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
