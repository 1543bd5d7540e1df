"""A cache of query results, in which equal requests that run at the same time share one run."""

import asyncio
import sys
from dataclasses import dataclass

from crosswalk_rdf.server.byte_cache import ByteCache, key_weight
from crosswalk_rdf.sparql_text.volatile import volatile_functions
from crosswalk_rdf.store.backend import PROBE, AsyncQueryBackend, QueryRequest, QueryResult


@dataclass(slots=True)
class _Flight:
    """A request that is running, and how many callers wait for its result."""

    task: asyncio.Task[QueryResult]
    waiting: int = 0


class CachingBackend:
    """An AsyncQueryBackend that caches results of another, up to ``most_bytes``; with 0 none.

    The data of a backend never change, so a result stays valid. Errors are not cached.
    """

    def __init__(self, backend: AsyncQueryBackend, most_bytes: int) -> None:
        self._backend, self._most = backend, most_bytes
        self._entries: ByteCache[QueryRequest, QueryResult] = ByteCache(most_bytes)
        self._flights: dict[QueryRequest, _Flight] = {}
        self.hits = self.misses = 0

    @property
    def bytes(self) -> int:
        """How many bytes of results and requests it holds."""
        return self._entries.size

    async def execute(self, request: QueryRequest) -> QueryResult:
        """Return the answer; errors are those of every AsyncQueryBackend."""
        if request is PROBE or not self._most or volatile_functions(request.text):
            return await self._backend.execute(request)
        if result := self._entries.get(request):
            self.hits += 1
            return result
        return await self._shared(request)

    async def close(self) -> None:
        """Close the other backend, and drop all entries."""
        await self._backend.close()
        self._entries.clear()

    async def _shared(self, request: QueryRequest) -> QueryResult:
        """Run the request once for all callers that wait for it; canceled when the last one is."""
        flight = self._flights.get(request)
        if flight is None:
            self.misses += 1
            flight = _Flight(asyncio.create_task(self._run(request)))
            self._flights[request] = flight
        else:
            self.hits += 1
        flight.waiting += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.waiting -= 1
            if not flight.waiting and self._flights.get(request) is flight:
                del self._flights[request]
                flight.task.cancel()

    async def _run(self, request: QueryRequest) -> QueryResult:
        result = await self._backend.execute(request)
        weight = _weight(request) + sys.getsizeof(result.body)
        if weight <= self._most // 8:  # one result is not to evict all others
            self._entries.add(request, result, weight)
        return result


def _weight(request: QueryRequest) -> int:
    graphs = (*request.default_graphs, *request.named_graphs)
    return key_weight((request.text, request.media_type, *graphs)) + 8 * len(graphs)
