"""What tests of query backends share: limits, runaway queries, a pool while a test runs."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import pyoxigraph as ox
import uvloop

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.server.settings import Limits
from crosswalk_rdf.store.backend import QueryRequest, QueryResult

T = TypeVar("T")

JSON = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv"
TSV = "text/tab-separated-values"
TURTLE = "text/turtle"
EX = "https://example.org/"

LIMITS = Limits(
    query_seconds=0.6,
    query_rows=20_000,
    query_bytes=8 * 1024 * 1024,
    query_memory=160 * 1024 * 1024,
    concurrent_queries=2,
    waiting_queries=50,
    waiting_seconds=5,
)
PATIENT = replace(LIMITS, query_seconds=300)
"""Limits at which no query ends within the time that ``until`` waits."""

LONG = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
"""Runs for hours without taking memory."""
SHORT = "SELECT ?s { ?s a ?o } ORDER BY ?s LIMIT 3"


@dataclass(frozen=True)
class Data:
    """What a pool is started with."""

    dump: bytes
    base: str
    context: str = ""
    limits: Limits = field(default=LIMITS)


async def with_pool(data: Data, use: Callable[[WorkerPool], Awaitable[T]]) -> T:
    """Return what ``use`` makes of a pool that is closed afterwards."""
    pool = await WorkerPool.start(data.dump, data.base, limits=data.limits, context=data.context)
    try:
        return await use(pool)
    finally:
        await pool.close()


def run(data: Data, use: Callable[[WorkerPool], Awaitable[T]], loop: str = "asyncio") -> T:
    """Run ``use`` on a pool, on the event loop of asyncio or of uvloop."""
    if loop == "uvloop":
        return uvloop.run(with_pool(data, use))
    return asyncio.run(with_pool(data, use))


def select(text: str, media_type: str = JSON, **graphs: tuple[str, ...]) -> QueryRequest:
    return QueryRequest(text, media_type, **graphs)


async def outcome(asked: Awaitable[QueryResult]) -> QueryResult | BaseException:
    """Return the answer, or the error in its place."""
    try:
        return await asked
    except (CrosswalkError, asyncio.CancelledError) as error:
        return error


def values(reply: QueryResult) -> list[tuple[Any, ...]]:
    """Return the rows of an answer in JSON, as text."""
    solutions = ox.parse_query_results(reply.body, ox.QueryResultsFormat.JSON)
    assert isinstance(solutions, ox.QuerySolutions)
    return [tuple(None if v is None else v.value for v in row) for row in solutions]


def alive(process: int) -> bool:
    """Return whether a process runs; one that has ended and waits for its parent does not."""
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state not in "ZX"


async def until(condition: Callable[[], bool]) -> None:
    """Wait for ``condition`` as long as the slowest machine may need; fail if it never holds.

    What must happen before a query ends by itself is tested with ``PATIENT``.
    """
    for _ in range(6000):
        if condition():
            return
        await asyncio.sleep(0.01)
    raise AssertionError("the condition never held")


def resident(process: int) -> int:
    """Return how many bytes a process has in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
