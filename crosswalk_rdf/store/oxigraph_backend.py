"""Queries to answers on the embedded Oxigraph store: the backend of every build."""

import pyoxigraph as ox
from rdflib.term import Node

from crosswalk_rdf.store.answers import (
    Answer,
    Boolean,
    Solutions,
    normal,
    sorted_triples,
)
from crosswalk_rdf.store.backend import QueryFailed
from crosswalk_rdf.store.dataset import UnionDataset
from crosswalk_rdf.store.syntax import syntax_error
from crosswalk_rdf.store.terms import OxTerm, to_rdflib


class OxigraphBackend:
    """Queries ``store`` where it is; its default graph is the merge of all graphs.

    See :class:`~crosswalk_rdf.store.dataset.UnionDataset` for what may not be done meanwhile.
    """

    def __init__(self, store: ox.Store) -> None:
        self._dataset = UnionDataset(store)

    def query(self, text: str) -> Answer:
        """Return the answer to ``text``; raise QuerySyntaxError or QueryFailed."""
        try:
            return answer(self._dataset.query(text))
        except SyntaxError as error:
            raise syntax_error(error.msg, text) from error
        except (OSError, RuntimeError) as error:
            raise QueryFailed(f"the query could not be answered: {error}") from error


def answer(result: ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean) -> Answer:
    """Return what Oxigraph gives as an answer with terms of rdflib."""
    if isinstance(result, ox.QuerySolutions):
        variables = result.variables
        rows = (tuple(_value(row[variable]) for variable in variables) for row in result)
        return Solutions(tuple(variable.value for variable in variables), tuple(rows))
    if isinstance(result, ox.QueryTriples):
        return sorted_triples({triple_of(triple) for triple in result})
    return Boolean(bool(result))


def _value(term: OxTerm | None) -> Node | None:
    return None if term is None else normal(to_rdflib(term))


def triple_of(triple: ox.Triple) -> tuple[Node, Node, Node]:
    """Return ``triple`` with terms of rdflib, in the form that answers have."""
    subject, predicate, value = triple
    return normal(to_rdflib(subject)), normal(to_rdflib(predicate)), normal(to_rdflib(value))
