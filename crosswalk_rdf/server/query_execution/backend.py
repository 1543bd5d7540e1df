"""A query as the protocol brings it, its answer, and the ways in which there is none."""

from dataclasses import dataclass
from typing import Final, Protocol

from crosswalk_rdf.errors import CrosswalkError


@dataclass(frozen=True, slots=True)
class QueryRequest:
    """A query and the dataset that it is asked on (SPARQL 1.1 Protocol §2.1)."""

    text: str
    media_type: str
    """What the answer is to be written in, without parameters."""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    """With either given, they are the whole dataset (§2.1.4), in place of FROM in the text."""


PROBE: Final = QueryRequest("ASK {}", "application/sparql-results+json")
"""Asks whether queries are answered at all."""


@dataclass(frozen=True, slots=True)
class QueryResult:
    """A whole answer, in the media type of the request."""

    body: bytes
    rows: int
    """How many solutions or triples it has."""


class LimitReached(CrosswalkError):
    """A query that asks for more than the service gives: ``limit`` names what it used up."""

    def __init__(self, limit: str, message: str) -> None:
        self.limit = limit
        super().__init__(message)


class Busy(CrosswalkError):
    """As many queries run and wait as may; ``retry_after`` is in seconds."""

    def __init__(self, retry_after: int) -> None:
        self.retry_after = retry_after
        super().__init__(f"too many queries at a time: try again in {retry_after} s")


class Refused(CrosswalkError):
    """A query that the service does not answer, such as one with SERVICE."""


class Unavailable(CrosswalkError):
    """What answers queries is not there: a remote store that cannot be reached."""


class QueryBackend(Protocol):
    """Answers SPARQL 1.1 queries; the default graph is the merge of all named graphs."""

    async def execute(self, request: QueryRequest) -> QueryResult:
        """Return the answer.

        Raises :class:`~crosswalk_rdf.store.engine.QuerySyntaxError`,
        :class:`~crosswalk_rdf.store.engine.QueryFailed`, :class:`LimitReached`, :class:`Busy`,
        :class:`Refused`, :class:`Unavailable`.
        """
        ...

    async def close(self) -> None:
        """Let the queries that run come to their end, and give back what it holds."""
        ...
