"""A query backend on rdflib: slow, and the reference that other backends are compared with."""

from dataclasses import dataclass

import pyoxigraph as ox
from pyparsing import ParseException
from rdflib import Dataset
from rdflib.query import Result, ResultRow
from rdflib.term import Node

from crosswalk_rdf.store.answers import Answer, Boolean, Solutions, normal, sorted_triples
from crosswalk_rdf.store.backend import QueryFailed
from crosswalk_rdf.store.embedded import graphs, triples
from crosswalk_rdf.store.syntax import check_syntax


@dataclass(frozen=True, slots=True)
class RdflibBackend:
    """Queries ``dataset``, which must be created with ``default_union=True``."""

    dataset: Dataset

    def query(self, text: str) -> Answer:
        """Return the answer to ``text``; raise QuerySyntaxError or QueryFailed."""
        variables = check_syntax(text)
        try:
            return _answer(self.dataset.query(text), variables)
        except (ParseException, NotImplementedError) as error:
            raise QueryFailed(
                f"rdflib cannot answer this query ({error}); use the embedded store"
            ) from error


def dataset_of(store: ox.Store) -> Dataset:
    """Return a copy of ``store`` as a dataset of rdflib, its default graph the union of all."""
    dataset = Dataset(default_union=True)
    for name in graphs(store):
        graph = dataset.graph(name)
        for triple in triples(store, name):
            graph.add(triple)
    return dataset


def _answer(result: Result, variables: tuple[str, ...]) -> Answer:
    if result.type == "SELECT":
        rows = (_row(row, variables) for row in result if isinstance(row, ResultRow))
        return Solutions(variables, tuple(rows))
    if result.type == "ASK":
        return Boolean(bool(result.askAnswer))
    graph = result.graph if result.graph is not None else ()
    return sorted_triples({(normal(s), normal(p), normal(o)) for s, p, o in graph})


def _row(row: ResultRow, variables: tuple[str, ...]) -> tuple[Node | None, ...]:
    values = row.asdict()
    return tuple(normal(values[name]) if name in values else None for name in variables)
