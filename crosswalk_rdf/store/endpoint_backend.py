"""A remote SPARQL endpoint as a backend: a client of the SPARQL 1.1 Protocol (§2.1.2)."""

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

import pyoxigraph as ox
from rdflib import Literal

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.sparql_text.form import query_form
from crosswalk_rdf.store.accept import RESULTS, accept_header
from crosswalk_rdf.store.answers import Answer, Boolean, Solutions, sorted_triples
from crosswalk_rdf.store.backend import QuerySyntaxError
from crosswalk_rdf.store.http_client import (
    DEFAULT_MOST_BYTES,
    DEFAULT_TIMEOUT,
    EndpointError,
    EndpointRefused,
    HttpClient,
    HttpRequest,
    HttpResponse,
    require_success,
)
from crosswalk_rdf.store.login import Login
from crosswalk_rdf.store.oxigraph_backend import answer, triple_of
from crosswalk_rdf.store.syntax import syntax_error

__all__ = ["DEFAULT_TIMEOUT", "EndpointBackend", "EndpointError"]

_GRAPHS: Final = ("application/n-triples", "text/turtle", "application/rdf+xml")
"""What triples are asked for in, the plainest first."""
_RESULTS: Final = accept_header(RESULTS[0], _GRAPHS)
_TRIPLES: Final = accept_header(_GRAPHS[0], _GRAPHS)
_WITH_RESULTS: Final = ("SELECT", "ASK")
"""The forms that are answered with results; others ask for triples (SPARQL 1.1 §16)."""
_BAD_REQUEST: Final = 400
_OXIGRAPH_PLACE: Final = re.compile(r"error at [0-9]+:[0-9]+:")
VIRTUOSO_ASK: Final = ("__ASK_RETVAL",)
"""The one variable with which Virtuoso answers ASK, in place of a boolean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointQuery:
    """A query as the protocol sends it; with any graphs given, they are the whole dataset."""

    text: str
    accept: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EndpointBackend:
    """Queries the SPARQL endpoint at ``url`` (http or https).

    The endpoint decides what its default graph is: it is to hold the triples of all graphs, each
    once. Where it does not, name the graphs in ``graphs``; the server of Oxigraph then repeats a
    triple for each graph that holds it, as it does with ``?union-default-graph``.
    """

    url: str
    timeout: float = DEFAULT_TIMEOUT
    graphs: tuple[str, ...] = ()
    login: Login | None = None
    most_bytes: int = DEFAULT_MOST_BYTES
    proxies: bool = True
    deadline: float | None = None
    """Seconds for a request as a whole; None: as long as it goes on."""

    def query(self, text: str) -> Answer:
        """Return the answer to ``text``; raise QuerySyntaxError or EndpointError."""
        with_results = query_form(text) in _WITH_RESULTS
        accept = f"{_RESULTS}, {_TRIPLES}" if with_results else f"{_TRIPLES}, {_RESULTS}"
        query = EndpointQuery(
            text=text, accept=accept, default_graphs=self.graphs, named_graphs=self.graphs
        )
        response = self._require_success(self._client().send(self._request(query)), text)
        media_type = response.media_type
        try:
            return _answer(response.body, media_type)
        except SyntaxError as error:
            message = f"{self.url} sent a broken or unfinished answer ({error.msg}); ask for less"
            raise EndpointError(message) from error
        except ValueError as error:
            message = (
                f"{self.url} answered with {media_type or 'no media type'}, which is no SPARQL"
            )
            raise EndpointError(f"{message} answer; check the URL") from error

    async def fetch(self, query: EndpointQuery) -> HttpResponse:
        """Return the response to ``query`` as it came; raise QuerySyntaxError or EndpointError."""
        return self._require_success(
            await self._client().send_async(self._request(query)), query.text
        )

    def _client(self) -> HttpClient:
        return HttpClient(self.timeout, self.most_bytes, self.login, self.proxies, self.deadline)

    def _request(self, query: EndpointQuery) -> HttpRequest:
        form = [("query", query.text)]
        form += [("default-graph-uri", graph) for graph in query.default_graphs]
        form += [("named-graph-uri", graph) for graph in query.named_graphs]
        headers = {"Accept": query.accept, "Content-Type": "application/x-www-form-urlencoded"}
        return HttpRequest("POST", self.url, headers, urlencode(form).encode())

    def _require_success(self, response: HttpResponse, text: str) -> HttpResponse:
        try:
            return require_success(response, self.url, with_login=self.login is not None)
        except EndpointRefused as error:
            raise self._refusal(error, text) from error

    def _refusal(self, error: EndpointRefused, text: str) -> CrosswalkError:
        """Return the error for an HTTP status of 300 or more."""
        if error.status != _BAD_REQUEST:
            return error
        if match := _OXIGRAPH_PLACE.search(error.detail):
            return syntax_error(error.detail[match.start() :], text)
        return QuerySyntaxError(f"{self.url} says {' '.join(error.detail.split())[:200]}")


def _answer(body: bytes, media_type: str) -> Answer:
    """Raise SyntaxError for a body that is not what it says, ValueError for a foreign type."""
    results = ox.QueryResultsFormat.from_media_type(media_type)
    if results is not None:
        return _normalized(answer(ox.parse_query_results(body, results)))
    graph = ox.RdfFormat.from_media_type(media_type)
    if graph is None:
        raise ValueError(media_type)
    return sorted_triples({triple_of(quad.triple) for quad in ox.parse(body, graph)})


def _normalized(result: Answer) -> Answer:
    """Return ``result``; a row that Virtuoso sends for ASK becomes a boolean."""
    if not isinstance(result, Solutions) or result.variables != VIRTUOSO_ASK:
        return result
    return Boolean(any(isinstance(row[0], Literal) and str(row[0]) == "1" for row in result.rows))
