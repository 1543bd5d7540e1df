"""Answers of the query library as text."""

import pyoxigraph as ox

from crosswalk_rdf.store.answers import Solutions
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from tests.queries.library import ask


def figures(store: ox.Store, query: str, *columns: str, **values: str) -> list[tuple[str, ...]]:
    """Return ``columns`` of the answer that ``query`` of the library gives on ``store``."""
    solutions = ask(OxigraphBackend(store), query, **values)
    assert isinstance(solutions, Solutions)
    places = [solutions.variables.index(column) for column in columns]
    return [tuple(str(row[place]) for place in places) for row in solutions.rows]
