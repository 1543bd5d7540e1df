"""Queries to answers on the embedded Oxigraph store: the engine of every build."""

from typing import Final

import pyoxigraph as ox
from rdflib.term import Node

from crosswalk_rdf.sparql_text.tokens import has_keyword
from crosswalk_rdf.store.answers import (
    Answer,
    Boolean,
    Solutions,
    normal,
    sorted_triples,
)
from crosswalk_rdf.store.embedded import repeats
from crosswalk_rdf.store.engine import QueryFailed, syntax_error
from crosswalk_rdf.store.terms import OxTerm, to_rdflib

_Graph = ox.NamedNode | ox.BlankNode | ox.DefaultGraph
_MERGED: Final = ox.BlankNode("merged")


class OxigraphEngine:
    """Asks ``store``; its default graph is the merge of all graphs.

    Oxigraph's own union of graphs repeats a triple for every graph that holds it, so that rows are
    repeated and counts are wrong (SPARQL 1.1 §13.1 asks for the merge). The few triples that are
    repeated are taken out while Oxigraph takes up a query, which it answers from the state that it
    then finds: a copy of a large store would take twice its memory. Nothing else may use the store
    at that moment, and no graph be added to it once the engine is made.
    """

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._repeats = repeats(store)

    def query(self, text: str) -> Answer:
        """Return the answer to ``text``; raise QuerySyntaxError or QueryFailed."""
        try:
            return answer(self._asked(text))
        except SyntaxError as error:
            raise syntax_error(error.msg, text) from error
        except (OSError, RuntimeError) as error:
            raise QueryFailed(f"the query could not be answered: {error}") from error

    def _asked(self, text: str) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        if has_keyword(text, "FROM"):
            return self._store.query(text)
        if self._repeats and has_keyword(text, "GRAPH"):
            return self._asked_beside_graphs(text)
        for quad in self._repeats:
            self._store.remove(quad)
        try:
            return self._store.query(text, use_default_graph_as_union=True)
        finally:
            self._store.extend(self._repeats)

    def _asked_beside_graphs(
        self, text: str
    ) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
        """Return the answer where named graphs must be whole: what they repeat is left out beside.

        One graph stands in for those with repeated triples while the query is taken up.
        """
        names = list(self._store.named_graphs())
        repeated = set(self._repeats)
        replaced = {quad.graph_name for quad in repeated}
        stand_in = (
            ox.Quad(quad.subject, quad.predicate, quad.object, _MERGED)
            for name in replaced
            for quad in self._store.quads_for_pattern(None, None, None, name)
            if quad not in repeated
        )
        self._store.bulk_extend(list(stand_in))
        try:
            beside: list[_Graph] = [name for name in names if name not in replaced]
            return self._store.query(text, default_graph=[_MERGED, *beside], named_graphs=names)
        finally:
            self._store.remove_graph(_MERGED)


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
