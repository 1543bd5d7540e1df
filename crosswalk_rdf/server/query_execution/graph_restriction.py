"""A request to one that no store answers from other graphs than those that it may be asked of."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from crosswalk_rdf.sparql_text.dataset_clauses import dataset_clauses
from crosswalk_rdf.sparql_text.standard_query import NonstandardText, standard_query
from crosswalk_rdf.sparql_text.tokens import with_codepoints
from crosswalk_rdf.store.backend import QueryRequest, QuerySyntaxError

NO_GRAPH: Final = "urn:uuid:00000000-0000-0000-0000-000000000000"
"""The nil UUID (RFC 9562 §5.9), which names no graph: where the protocol names none at all, stores
take their own default graph, and some take all graphs for GRAPH."""


def restricted(request: QueryRequest, graphs: Collection[str]) -> QueryRequest:
    """Return ``request`` on those among ``graphs`` that it names; on all where it names none.

    The dataset is in the request alone (SPARQL 1.1 Protocol §2.1.4), and neither part of it is
    empty: some stores add the graphs of FROM to those of the protocol. Raises QuerySyntaxError for
    a text that is not SPARQL 1.1 Query.
    """
    default, named = request.default_graphs, request.named_graphs
    decoded = with_codepoints(request.text)
    try:
        text = standard_query(decoded)
    except NonstandardText as error:
        raise _syntax_error(error, decoded) from error
    clauses = dataset_clauses(decoded)
    if clauses is None:
        raise QuerySyntaxError("a FROM clause names no graph: give an IRI")
    if not default and not named:
        default, named = clauses.default, clauses.named
    if not default and not named:
        default = named = tuple(graphs)
    return replace(
        request,
        text=text,
        default_graphs=_among(default, graphs),
        named_graphs=_among(named, graphs),
    )


def _among(names: Iterable[str], graphs: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys(names) if name in graphs) or (NO_GRAPH,)


def _syntax_error(error: NonstandardText, text: str) -> QuerySyntaxError:
    before = text[: error.position]
    line = before.count("\n") + 1
    return QuerySyntaxError(error.reason, line, error.position - before.rfind("\n"))
