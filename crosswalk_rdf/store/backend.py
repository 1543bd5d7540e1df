"""The interface of query backends, and the errors that they raise.

There are two protocols, for two kinds of result. A :class:`QueryBackend` returns terms, for the
library, the command line and pages. An :class:`AsyncQueryBackend` returns the bytes of a finished
document, for the service: it runs queries elsewhere, in processes or at an endpoint, within limits.
"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Protocol

from crosswalk_rdf.errors import CrosswalkError

if TYPE_CHECKING:  # processes that answer queries load no rdflib
    from crosswalk_rdf.store.answers import Answer


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query and the dataset that it is asked on (SPARQL 1.1 Protocol §2.1)."""

    text: str
    media_type: str
    """What the result is to be written in, without parameters."""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    """With either given, they are the whole dataset (§2.1.4), in place of FROM in the text."""
    client: str = field(default="", compare=False)
    """Who asks: clients that have had less come first."""
    precedence: int = field(default=2, compare=False)
    """0 for a probe, 1 for a query of the library, 2 for any other."""


PROBE: Final = QueryRequest("ASK {}", "application/sparql-results+json", precedence=0)
"""A query that checks whether the backend answers."""


@dataclass(frozen=True, slots=True)
class QueryResult:
    """A whole result, in the media type of the request."""

    body: bytes
    rows: int
    """How many solutions or triples it has."""


class QuerySyntaxError(CrosswalkError):
    """A query that is not SPARQL 1.1; ``line`` and ``column`` count from 1, 0 if unknown."""

    def __init__(self, reason: str, line: int = 0, column: int = 0) -> None:
        self.reason, self.line, self.column = reason, line, column
        place = f" at line {line}, column {column}" if line else ""
        super().__init__(f"the query is not valid SPARQL 1.1{place}: {reason}")


class QueryFailed(CrosswalkError):
    """A valid query that a backend could not answer."""


class LimitReached(CrosswalkError):
    """A query that exceeds a limit of the service; ``limit`` is its name."""

    def __init__(self, limit: str, message: str) -> None:
        self.limit = limit
        super().__init__(message)


class Busy(CrosswalkError):
    """Too many queries are running and queued; ``retry_after`` is in seconds."""

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(f"too many queries at a time: try again in {retry_after} s")


class Refused(CrosswalkError):
    """A query that the service does not permit, such as one with SERVICE."""


class Unavailable(CrosswalkError):
    """The backend is not available, such as a remote store that cannot be reached."""


class QueryBackend(Protocol):
    """Answers SPARQL 1.1 queries; the default graph is the merge of all named graphs."""

    def query(self, text: str) -> "Answer":
        """Return the answer to ``text``; raise QuerySyntaxError or QueryFailed."""
        ...


class AsyncQueryBackend(Protocol):
    """Answers SPARQL 1.1 queries; the default graph is the merge of all named graphs."""

    async def execute(self, request: QueryRequest) -> QueryResult:
        """Return the result of ``request``; to cancel it stops the query.

        Raises :class:`QuerySyntaxError`, :class:`QueryFailed`, :class:`LimitReached`,
        :class:`Busy`, :class:`Refused`, :class:`Unavailable`.
        """
        ...

    async def close(self) -> None:
        """Let running queries finish, and release all resources."""
        ...
