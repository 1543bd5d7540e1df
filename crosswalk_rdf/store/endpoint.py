"""Queries to answers over HTTP: a client of the SPARQL 1.1 Protocol (§2.1.2, POST of a form)."""

import re
from dataclasses import dataclass
from http.client import HTTPException
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import pyoxigraph as ox

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.store.answers import Answer, sorted_triples
from crosswalk_rdf.store.engine import QuerySyntaxError, syntax_error
from crosswalk_rdf.store.oxigraph_engine import answer, triple_of

DEFAULT_TIMEOUT: Final = 30.0
"""Seconds to wait for the endpoint to say anything."""

_ACCEPT: Final = (
    "application/sparql-results+json, application/n-triples, "
    "text/turtle;q=0.9, application/sparql-results+xml;q=0.8, application/rdf+xml;q=0.7"
)
_LARGEST: Final = 512 * 1024 * 1024
_BAD_REQUEST: Final = 400
_OXIGRAPH_PLACE: Final = re.compile(r"error at [0-9]+:[0-9]+:")


class EndpointError(CrosswalkError):
    """An endpoint that cannot be reached, refuses, or answers with what is no SPARQL answer."""


@dataclass(frozen=True, slots=True)
class EndpointEngine:
    """Asks the SPARQL endpoint at ``url`` (http or https).

    The endpoint decides what its default graph is: it is to hold the triples of all graphs, each
    once. Where it does not, name the graphs in ``graphs``; the server of Oxigraph then repeats a
    triple for each graph that holds it, as it does with ``?union-default-graph``.
    """

    url: str
    timeout: float = DEFAULT_TIMEOUT
    graphs: tuple[str, ...] = ()

    def query(self, text: str) -> Answer:
        """Return the answer to ``text``; raise QuerySyntaxError or EndpointError."""
        body, media_type = self._post(text)
        try:
            return _answer(body, media_type)
        except SyntaxError as error:
            message = f"{self.url} sent a broken or unfinished answer ({error.msg}); ask for less"
            raise EndpointError(message) from error
        except ValueError as error:
            message = (
                f"{self.url} answered with {media_type or 'no media type'}, which is no SPARQL"
            )
            raise EndpointError(f"{message} answer; check the URL") from error

    def _post(self, text: str) -> tuple[bytes, str]:
        """Return the body and the media type of the response."""
        try:
            with urlopen(self._request(text), timeout=self.timeout) as response:  # noqa: S310
                body = response.read(_LARGEST + 1)
                media_type = response.headers.get_content_type()
        except HTTPError as error:
            raise self._refusal(error, text) from error
        except TimeoutError as error:
            raise self._too_late() from error
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._too_late() from error
            message = f"{self.url} cannot be reached: {error.reason}; check the URL"
            raise EndpointError(message) from error
        except (OSError, HTTPException) as error:
            raise EndpointError(f"{self.url} broke off: {error!r}; try again") from error
        if len(body) > _LARGEST:
            raise EndpointError(f"{self.url} answered with more than 512 MiB; ask for less")
        return body, media_type

    def _request(self, text: str) -> Request:
        if urlsplit(self.url).scheme not in ("http", "https"):
            raise EndpointError(f"{self.url!r} is no endpoint: give a URL with http or https")
        form = [("query", text)]
        form += [("default-graph-uri", graph) for graph in self.graphs]
        form += [("named-graph-uri", graph) for graph in self.graphs]
        headers = {"Accept": _ACCEPT, "Content-Type": "application/x-www-form-urlencoded"}
        return Request(self.url, urlencode(form).encode(), headers, method="POST")  # noqa: S310

    def _too_late(self) -> EndpointError:
        message = f"{self.url} did not answer within {self.timeout:g} seconds"
        return EndpointError(f"{message}; ask for less or raise the timeout")

    def _refusal(self, error: HTTPError, text: str) -> CrosswalkError:
        """Return the error for an HTTP status of 400 or more, with the first line of its body."""
        detail = error.read(2000).decode(errors="replace").strip()
        reason = " ".join(detail.split())[:200] if detail else error.reason
        if error.code == _BAD_REQUEST:
            if match := _OXIGRAPH_PLACE.search(detail):
                return syntax_error(detail[match.start() :], text)
            return QuerySyntaxError(f"{self.url} says {reason}")
        return EndpointError(f"{self.url} answered with HTTP status {error.code}: {reason}")


def _answer(body: bytes, media_type: str) -> Answer:
    """Raise SyntaxError for a body that is not what it says, ValueError for a foreign type."""
    results = ox.QueryResultsFormat.from_media_type(media_type)
    if results is not None:
        return answer(ox.parse_query_results(body, results))
    graph = ox.RdfFormat.from_media_type(media_type)
    if graph is None:
        raise ValueError(media_type)
    return sorted_triples({triple_of(quad.triple) for quad in ox.parse(body, graph)})
