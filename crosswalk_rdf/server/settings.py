"""What whoever runs the service may set, with the defaults."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one request, and all together, may take."""

    query_seconds: float = 10.0
    """How long a query may run."""
    query_rows: int = 100_000
    """How many solutions or triples an answer may have."""
    query_bytes: int = 64 * 1024 * 1024
    """How long an answer may be, before it is compressed."""
    query_memory: int = 512 * 1024 * 1024
    """How many bytes a query may take, beside the data."""
    concurrent_queries: int = 2
    """How many queries run at a time; as many processes stand ready."""
    waiting_queries: int = 200
    """How many queries may wait for their turn; what comes then is told to come back later."""
    waiting_seconds: float = 5.0
    """How long a query may wait for its turn."""
    body_bytes: int = 1024 * 1024
    """How long the body of a request may be."""
    header_bytes: int = 32 * 1024
    """How long the request line and the headers may be, together."""
    header_seconds: float = 10.0
    """How long a client may take to send them, and again for the body."""
    rate: float = 0.0
    """How many requests a client may make each second, in the long run; 0 sets no limit."""
    rate_burst: int = 100
    """How many it may make at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How the service is to behave."""

    limits: Limits = field(default_factory=Limits)
    public_url: str | None = None
    """The URL of its top as clients reach it; where it is None, that of each request is taken."""
    contact: str | None = None
    """The e-mail address of whoever runs it, for those who harvest (OAI-PMH wants one)."""
    log_queries: bool = False
    """Whether logs hold the query string and the text of queries."""
    cache_bytes: int = 64 * 1024 * 1024
    """How many bytes of answers and of compressed documents are kept for the next who asks."""
