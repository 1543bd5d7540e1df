"""A remote store: what it holds of a graph, and the requests that change it."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import Literal
from rdflib.term import Node

from crosswalk_rdf.store.answers import Solutions, Triples
from crosswalk_rdf.store.backend import QueryBackend, QuerySyntaxError
from crosswalk_rdf.store.endpoint_backend import EndpointBackend
from crosswalk_rdf.store.http_client import (
    EndpointError,
    EndpointRefused,
    HttpClient,
    HttpRequest,
    require_success,
)
from crosswalk_rdf.store.login import Login
from crosswalk_rdf.store.remote import sparql_templates
from crosswalk_rdf.store.remote.addresses import Addresses

DEFAULT_TIMEOUT: Final = 600.0
"""Seconds for one request as a whole: a store may take long to put large graphs in place."""

Tell = Callable[[str], None]
"""Takes a sentence about what is being done."""

_N_TRIPLES: Final = "application/n-triples"
_LINES_OF_AN_UPDATE: Final = 1_000
"""Virtuoso refuses longer ones."""
_ROLLED_BACK: Final = "40001"
"""The SQLSTATE by which Virtuoso says that it has undone a transaction because of another one."""
_SECONDS_BEFORE_A_REPETITION: Final = (0.1, 0.3, 1.0, 3.0)
_NOT_FOUND: Final = 404
_CANNOT: Final = (500, 501)
"""What a store answers to a query that it does not understand, when it is not 400."""


@dataclass(frozen=True, slots=True)
class Digest:
    """How many triples a graph has, and two sums over them that do not depend on their order."""

    triples: int
    first: int = 0
    second: int = 0


EMPTY: Final = Digest(0)


@dataclass(frozen=True, slots=True)
class RemoteStore:
    """A store at ``addresses``. Every method raises EndpointError where the store refuses."""

    addresses: Addresses
    timeout: float = DEFAULT_TIMEOUT
    login: Login | None = None

    def graphs(self, prefix: str) -> tuple[str, ...]:
        """Return the named graphs that begin with ``prefix``, sorted."""
        return tuple(sorted(str(row[0]) for row in self.rows(sparql_templates.graphs(prefix))))

    def digest(self, graph: str) -> Digest | None:
        """Return what the store says of ``graph``, or None where it cannot compute that."""
        try:
            rows = self.rows(sparql_templates.checksum(graph))
        except QuerySyntaxError:
            return None
        except EndpointRefused as error:
            if error.status not in _CANNOT:
                raise
            return None
        return digest_of(rows[0]) if rows else EMPTY

    def predicates(self, graph: str) -> dict[str, int]:
        """Return how many triples of ``graph`` each predicate has."""
        return {
            str(p): int(str(count)) for p, count in self.rows(sparql_templates.predicates(graph))
        }

    def triples(self, graph: str, predicate: str) -> set[tuple[Node, Node, Node]]:
        """Return the triples of ``graph`` with ``predicate``, in the form that answers have."""
        answer = self._backend().query(sparql_templates.triples(graph, predicate))
        return set(answer.triples) if isinstance(answer, Triples) else set()

    def add(self, graph: str, lines: Sequence[str]) -> None:
        """Add lines of N-Triples to ``graph`` (Graph Store Protocol §5.5, or SPARQL Update)."""
        if self.addresses.graph_store is not None:
            body = "".join(lines).encode()
            self._send("POST", self.addresses.graph(graph), _N_TRIPLES, body)
            return
        for start in range(0, len(lines), _LINES_OF_AN_UPDATE):
            self.update(
                sparql_templates.insert_data(graph, lines[start : start + _LINES_OF_AN_UPDATE])
            )

    def drop(self, graph: str) -> None:
        """Remove ``graph``, if it is there (Graph Store Protocol §5.4, or SPARQL Update)."""
        if self.addresses.graph_store is None:
            self.update(sparql_templates.drop(graph))
            return
        try:
            self._send("DELETE", self.addresses.graph(graph))
        except EndpointRefused as error:
            if error.status != _NOT_FOUND:
                raise

    def update(self, text: str) -> None:
        """Carry out an update (SPARQL 1.1 Protocol §2.2.2, POST of the update itself)."""
        self._send("POST", self.addresses.update, "application/sparql-update", text.encode())

    def rows(self, text: str) -> tuple[tuple[Node | None, ...], ...]:
        """Return the rows of the SELECT query ``text``."""
        answer = self._backend().query(text)
        if not isinstance(answer, Solutions):
            raise EndpointError(f"{self.addresses.query} gave no rows: check the URL")
        return answer.rows

    def _send(self, method: str, url: str, kind: str = "", body: bytes | None = None) -> None:
        """Send a request that changes something, again where the store asks for that.

        Each has the same effect when it is carried out twice.
        """
        headers = {"Accept": "*/*"} | ({"Content-Type": kind} if kind else {})
        client = HttpClient(self.timeout, login=self.login, deadline=self.timeout)
        request = HttpRequest(method, url, headers, body)
        for seconds in (*_SECONDS_BEFORE_A_REPETITION, None):
            try:
                require_success(client.send(request), url, with_login=self.login is not None)
            except EndpointRefused as error:
                if seconds is None or _ROLLED_BACK not in error.detail:
                    raise
                time.sleep(seconds)
            else:
                return

    def _backend(self) -> QueryBackend:
        return EndpointBackend(
            self.addresses.query, self.timeout, login=self.login, deadline=self.timeout
        )


def digest_of(row: Sequence[object]) -> Digest:
    """Return the row of an answer as a digest; a sum over nothing is 0."""
    values = (int(str(v)) if isinstance(v, Literal) else 0 for v in row)
    return Digest(*values)
