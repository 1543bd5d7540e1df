"""Answer the queries of the library for their default parameters."""

from collections.abc import Mapping

from crosswalk_rdf.queries.binding import bind
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.store.answers import Answer
from crosswalk_rdf.store.backend import QueryBackend


def default_answers(
    backend: QueryBackend, queries: Mapping[str, Query], base: str
) -> dict[str, Answer]:
    """Return the answer of ``backend`` to each query for its defaults, where it has them all."""
    return {
        name: backend.query(bind(query, {}, base))
        for name, query in queries.items()
        if not any(parameter.required for parameter in query.parameters)
    }
