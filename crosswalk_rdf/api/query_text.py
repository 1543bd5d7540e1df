"""The name of a query and its parameters, or SPARQL, to the text to evaluate, and to its result."""

import re
from collections.abc import Mapping
from typing import Final

from crosswalk_rdf.api.errors import UnknownQuery
from crosswalk_rdf.api.query_result import QueryResult
from crosswalk_rdf.namespaces import rebased
from crosswalk_rdf.queries.binding import UnknownParameter, bind
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.store.backend import QueryBackend

_NAME: Final = re.compile(r"[\w.-]+")
"""The form of a name; any query in SPARQL has a brace or a space."""


def run_query(
    backend: QueryBackend,
    query: str,
    parameters: Mapping[str, object],
    library: Mapping[str, Query],
    base: str,
) -> QueryResult:
    """Return the result of a query of the ``library``, or of SPARQL, from any ``backend``.

    Raises what :func:`query_text` raises, QuerySyntaxError and QueryFailed.
    """
    return QueryResult(backend.query(query_text(query, parameters, library, base)), base)


def query_text(
    query: str, parameters: Mapping[str, object], library: Mapping[str, Query], base: str
) -> str:
    """Return the SPARQL of a query of the ``library`` with its ``parameters``, or of ``query``.

    Raises UnknownQuery, UnknownParameter, MissingParameter, BadParameterValue.
    """
    if not _NAME.fullmatch(query):
        if parameters:
            raise UnknownParameter("a query in SPARQL has no parameters: write the values into it")
        return rebased(query, base)
    if query not in library:
        advice = "Publication.queries holds those of the library, query --list prints them"
        raise UnknownQuery(f"no query is called {query!r}: {advice}")
    values = {name: _text(value) for name, value in parameters.items()}
    return bind(library[query], values, base)


def _text(value: object) -> str:
    """Return ``value`` as a user of the command line would give it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(getattr(value, "iri", value))
