"""A cache of query results, in which equal requests that run at the same time share one run."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.sparql_text.volatile import volatile_functions
from crosswalk_rdf.store.backend import PROBE, AsyncQueryBackend, QueryRequest, QueryResult

_OVERHEAD: Final = 500
"""Bytes that an entry takes besides its text and body, roughly."""


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
        self._entries: OrderedDict[QueryRequest, QueryResult] = OrderedDict()
        self._flights: dict[QueryRequest, _Flight] = {}
        self.bytes = self.hits = self.misses = 0

    async def execute(self, request: QueryRequest) -> QueryResult:
        """Return the answer; errors are those of every AsyncQueryBackend."""
        if request is PROBE or not self._most or volatile_functions(request.text):
            return await self._backend.execute(request)
        if result := self._entries.get(request):
            self._entries.move_to_end(request)
            self.hits += 1
            return result
        return await self._shared(request)

    async def close(self) -> None:
        """Close the other backend, and drop all entries."""
        await self._backend.close()
        self._entries.clear()
        self.bytes = 0

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
        size = _size(request, result)
        if size <= self._most // 8:  # one result is not to evict all others
            self._entries[request] = result
            self.bytes += size
        while self.bytes > self._most:
            oldest, evicted = self._entries.popitem(last=False)
            self.bytes -= _size(oldest, evicted)
        return result


def _size(request: QueryRequest, result: QueryResult) -> int:
    return len(request.text) * 2 + len(result.body) + _OVERHEAD
