"""Answer the queries of the library for their default parameters."""

from collections.abc import Mapping

import pyoxigraph as ox

from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.store.answers import Answer
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend


def default_answers(store: ox.Store, queries: Mapping[str, Query], base: str) -> dict[str, Answer]:
    """Return the answer of each query for its defaults, where it has them all."""
    backend = OxigraphBackend(store)
    return {
        name: backend.query(bind(query, {}, base))
        for name, query in queries.items()
        if not any(parameter.required for parameter in query.parameters)
    }
