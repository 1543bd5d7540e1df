"""Set-based shapes to results: each is one SPARQL query over all data, asked of the store itself.

SHACL-SPARQL §5.2 without the detour through pyshacl, which compares each row with each (so that
ten thousand findings take minutes) and keeps no row. What pyshacl would refuse is left to it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.term import Node

from crosswalk_rdf.namespaces import SH
from crosswalk_rdf.sparql_text.form import projections
from crosswalk_rdf.sparql_text.tokens import keywords
from crosswalk_rdf.store.terms import OxTerm, to_oxigraph, to_rdflib
from crosswalk_rdf.validation.report import ValidationResult
from crosswalk_rdf.validation.shapes import Shapes, prefix_lines

_NOT_PRE_BOUND: Final = frozenset(("MINUS", "VALUES", "SERVICE"))
"""What SHACL-SPARQL §5.2.1 does not allow where variables are pre-bound."""
_DESCRIBING: Final = frozenset(
    (RDF.type, RDFS.seeAlso, SH.severity, SH.message, SH.sparql, SH.targetNode)
)
_RESERVED: Final = ("this", "value", "path")


@lru_cache(maxsize=8)
def set_based_shapes(shapes: Shapes) -> frozenset[URIRef]:
    """Return the shapes that are queries over all data, and nothing else."""
    return frozenset(shape for shape in shapes.named_shapes if _is_set_based(shape, shapes.graph))


def _is_set_based(shape: URIRef, graph: Graph) -> bool:
    terms = {p for p in graph.predicates(shape) if str(p).startswith(SH)}
    queries = [str(q) for c in graph.objects(shape, SH.sparql) for q in graph.objects(c, SH.select)]
    constraints = list(graph.objects(shape, SH.sparql))
    return (
        SH.targetNode in terms
        and terms <= _DESCRIBING
        and (shape, RDF.type, SH.NodeShape) in graph
        and len(queries) == len(constraints)
        and all(set(graph.predicates(c)) <= {SH.prefixes, SH.select} for c in constraints)
        and all(map(_is_pre_bound, queries))
    )


def _is_pre_bound(query: str) -> bool:
    nested = list(projections(query))[1:]
    return not _NOT_PRE_BOUND & keywords(query) and all("this" in names for names in nested)


def results(shape: URIRef, shapes: Shapes, store: ox.Store) -> Iterator[ValidationResult]:
    """Yield what ``shape``, a set-based one, finds in the union of the graphs of ``store``."""
    graph = shapes.graph
    messages = sorted(map(str, graph.objects(shape, SH.message)))
    severity = graph.value(shape, SH.severity) or SH.Violation
    links = tuple(sorted(URIRef(str(link)) for link in graph.objects(shape, RDFS.seeAlso)))
    for focus, row in _rows(shape, shapes, store):
        path = row.get("path")
        value = row.get("value", focus)
        named = {"this": focus, **row}
        yield ValidationResult(
            shape=shape,
            severity=URIRef(str(severity)),
            focus=row.get("this", focus),
            value=value,
            path=path if isinstance(path, URIRef) else None,
            message=" ".join(_message(message, named) for message in messages),
            component=SH.SPARQLConstraintComponent,
            see_also=links,
            bindings={name: term for name, term in row.items() if name not in _RESERVED},
        )


def _rows(
    shape: URIRef, shapes: Shapes, store: ox.Store
) -> Iterator[tuple[Node, Mapping[str, Node]]]:
    """Yield each solution of each constraint for each target, once."""
    graph = shapes.graph
    for constraint in graph.objects(shape, SH.sparql):
        for query in _queries(constraint, shapes):
            for focus in graph.objects(shape, SH.targetNode):
                for row in _solutions(store, query, focus):
                    yield focus, row


@lru_cache(maxsize=1024)
def _queries(constraint: Node, shapes: Shapes) -> tuple[str, ...]:
    """Return the queries of ``constraint``, each with its prefixes."""
    header = "".join(prefix_lines(shapes.graph, constraint))
    return tuple(header + str(select) for select in shapes.graph.objects(constraint, SH.select))


def _solutions(store: ox.Store, query: str, focus: Node) -> Iterator[Mapping[str, Node]]:
    this: dict[ox.Variable, OxTerm] = {ox.Variable("this"): to_oxigraph(focus)}
    solutions = store.query(query, use_default_graph_as_union=True, substitutions=this)
    if not isinstance(solutions, ox.QuerySolutions):
        raise AssertionError("a set-based constraint is a SELECT")
    names = [variable.value for variable in solutions.variables]
    rows: dict[tuple[OxTerm | None, ...], None] = {}
    for solution in solutions:
        rows[tuple(solution[name] for name in names)] = None
    for terms in rows:
        yield {
            name: to_rdflib(term)
            for name, term in zip(names, terms, strict=True)
            if term is not None
        }


def _message(text: str, terms: Mapping[str, Node]) -> str:
    """Return ``text`` with the terms of a solution in the place of ``{?name}`` and ``{$name}``."""

    def term(match: re.Match[str]) -> str:
        return str(terms[match[1]]) if match[1] in terms else match[0]

    return re.sub(r"\{[?$](\w+)\}", term, text)


def without_targets(shapes: Graph, removed: frozenset[URIRef]) -> Graph:
    """Return ``shapes`` in which those of ``removed`` have no target any more."""
    rest = Graph(bind_namespaces="none")
    for subject, predicate, value in shapes:
        if predicate != SH.targetNode or subject not in removed:
            rest.add((subject, predicate, value))
    return rest
