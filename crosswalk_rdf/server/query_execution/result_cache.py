"""Answers kept for the next who asks the same, and equal requests asked once."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.sparql_text.volatile import volatile_functions
from crosswalk_rdf.store.backend import AsyncQueryBackend, QueryRequest, QueryResult

_OVERHEAD: Final = 500
"""What keeping an answer takes beside its text and its body, in bytes, roughly."""


@dataclass(slots=True)
class _Flight:
    """A request that is being asked, and how many want its answer."""

    task: asyncio.Task[QueryResult]
    wanted: int = 0


class CachingBackend:
    """An AsyncQueryBackend that caches results of another, up to ``most_bytes``; with 0 none.

    The data never change under a backend, so an answer stays right. Errors are not kept.
    """

    def __init__(self, backend: AsyncQueryBackend, most_bytes: int) -> None:
        self._backend, self._most = backend, most_bytes
        self._kept: OrderedDict[QueryRequest, QueryResult] = OrderedDict()
        self._flights: dict[QueryRequest, _Flight] = {}
        self.bytes = self.hits = self.misses = 0

    async def execute(self, request: QueryRequest) -> QueryResult:
        """Return the answer; errors are those of every AsyncQueryBackend."""
        if not self._most or volatile_functions(request.text):
            return await self._backend.execute(request)
        if result := self._kept.get(request):
            self._kept.move_to_end(request)
            self.hits += 1
            return result
        return await self._shared(request)

    async def close(self) -> None:
        """Close the other backend, and keep nothing."""
        await self._backend.close()
        self._kept.clear()
        self.bytes = 0

    async def _shared(self, request: QueryRequest) -> QueryResult:
        """Ask, together with all who want the same; who goes away does not take it from others."""
        flight = self._flights.get(request)
        if flight is None:
            self.misses += 1
            flight = _Flight(asyncio.create_task(self._fetched(request)))
            self._flights[request] = flight
        else:
            self.hits += 1
        flight.wanted += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.wanted -= 1
            if not flight.wanted and self._flights.get(request) is flight:
                del self._flights[request]
                flight.task.cancel()

    async def _fetched(self, request: QueryRequest) -> QueryResult:
        result = await self._backend.execute(request)
        size = _size(request, result)
        if size <= self._most // 8:  # one answer is not to drive out all others
            self._kept[request] = result
            self.bytes += size
        while self.bytes > self._most:
            oldest, gone = self._kept.popitem(last=False)
            self.bytes -= _size(oldest, gone)
        return result


def _size(request: QueryRequest, result: QueryResult) -> int:
    return len(request.text) * 2 + len(result.body) + _OVERHEAD
