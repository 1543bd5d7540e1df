"""What whoever runs the service may set, with the defaults.

The command line has an option for each limit, with what stands here as its help.
"""

from dataclasses import dataclass, field
from typing import TypeVar

Number = TypeVar("Number", int, float)

_MB = 1024 * 1024


def _limit(default: Number, text: str) -> Number:
    """Return a field with a default, and what it means."""
    default_field: Number = field(default=default, metadata={"text": text})
    return default_field


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one request, and all together, may take."""

    query_seconds: float = _limit(10.0, "How long a query may run.")
    query_rows: int = _limit(100_000, "How many solutions or triples an answer may have.")
    query_bytes: int = _limit(64 * _MB, "How long an answer may be, before it is compressed.")
    query_memory: int = _limit(512 * _MB, "How many bytes a query may take, beside the data.")
    concurrent_queries: int = _limit(2, "How many long queries run at a time, each in a process.")
    waiting_queries: int = _limit(200, "How many queries may wait for their turn.")
    waiting_seconds: float = _limit(15.0, "How long a query may wait for its turn.")
    body_bytes: int = _limit(_MB // 4, "How long the body of a request may be.")
    header_bytes: int = _limit(32 * 1024, "How long request line and headers may be together.")
    header_seconds: float = _limit(10.0, "How long these may take to come, and again the body.")
    keep_alive_seconds: int = _limit(15, "How long a connection may be idle.")
    write_seconds: float = _limit(30.0, "How long a client may take to read what was sent to it.")
    unread_bytes: int = _limit(
        256 * _MB, "How many bytes of results may be held until clients have read them."
    )
    connections: int = _limit(2000, "How many connections there may be.")
    shutdown_seconds: int = _limit(15, "How long requests may go on when the service ends.")
    rate: float = _limit(0.0, "Requests a second that a client may make in the long run; 0: any.")
    rate_burst: int = _limit(100, "Requests that a client may make at once, where there is a rate.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the service is to behave."""

    limits: Limits = field(default_factory=Limits)
    public_url: str | None = None
    """The URL of its top as clients reach it; where it is None, that of each request is taken."""
    contact: str | None = None
    """The e-mail address of whoever runs it, for those who harvest (OAI-PMH wants one)."""
    log_requests: bool = True
    """Whether each request is logged."""
    log_queries: bool = False
    """Whether logs hold the query string and the text of queries."""
    cache_bytes: int = 64 * _MB
    """How many bytes all caches hold together, with their keys: half of them results of queries, a
    quarter compressed documents, an eighth responses, an eighth pages for harvesters."""

    @property
    def result_cache_bytes(self) -> int:
        """How many bytes of results of queries are cached."""
        return self.cache_bytes // 2

    @property
    def compression_cache_bytes(self) -> int:
        """How many bytes of compressed documents are cached."""
        return self.cache_bytes // 4

    @property
    def response_cache_bytes(self) -> int:
        """How many bytes of responses are cached."""
        return self.cache_bytes // 8

    @property
    def rendering_cache_bytes(self) -> int:
        """How many bytes of pages for harvesters are cached."""
        return self.cache_bytes // 8
