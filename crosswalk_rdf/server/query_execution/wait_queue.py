"""A fair queue for a few resources, such as workers, with a limit on its length and on time."""

import asyncio
from bisect import insort
from dataclasses import dataclass, field
from itertools import count
from typing import Generic, TypeVar

from crosswalk_rdf.server.query_execution.client_shares import ClientShares
from crosswalk_rdf.store.backend import Busy, QueryRequest

T = TypeVar("T")


@dataclass(frozen=True, slots=True, order=True)
class _Place(Generic[T]):
    """A place in the queue: by class, then by what its client has had, then by arrival."""

    precedence: int
    turn: float
    number: int
    waiter: "asyncio.Future[T]" = field(compare=False)


class WaitQueue(Generic[T]):
    """Hands out resources; ``most`` may wait, for ``seconds`` at most.

    The next is the one of the first class, and in a class that of the client that has had least.
    Where ``most`` wait, the last of them gives way to one that is to come before it.
    """

    def __init__(self, most: int, seconds: float, shares: ClientShares | None = None) -> None:
        self._most, self._seconds = most, seconds
        self._free: list[T] = []
        self._places: list[_Place[T]] = []
        self._numbers = count()
        self._shares = shares or ClientShares()
        self.rejected = 0

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._places)

    def take_free(self) -> T | None:
        """Return a free resource, if there is one."""
        return self._free.pop() if self._free else None

    async def take(self, request: QueryRequest) -> T:
        """Return a resource for ``request``, waiting for one if need be; raise Busy."""
        turn = self._shares.ask(request.client)
        if self._free:
            self._shares.begin(turn)
            return self._free.pop()
        loop = asyncio.get_running_loop()
        place = _Place(request.precedence, turn, next(self._numbers), loop.create_future())
        self._enter(place)
        timer = loop.call_later(self._seconds, self._expire, place.waiter)
        try:
            granted: T = await place.waiter
        except asyncio.CancelledError:
            waiter = place.waiter
            if waiter.done() and not waiter.cancelled() and waiter.exception() is None:
                self.give(waiter.result())  # granted just as the waiter was canceled
            raise
        finally:
            timer.cancel()
            if place in self._places:
                self._places.remove(place)
        return granted

    def give(self, thing: T) -> None:
        """Return a resource: the first that waits gets it."""
        while self._places:
            place = self._places.pop(0)
            if not place.waiter.done():
                self._shares.begin(place.turn)
                place.waiter.set_result(thing)
                return
        self._free.append(thing)

    def drop(self, thing: T) -> None:
        """Withdraw an idle resource, which is not to be handed out again."""
        if thing in self._free:
            self._free.remove(thing)

    def _enter(self, place: _Place[T]) -> None:
        if len(self._places) >= self._most:
            if not self._places or self._places[-1] < place:
                raise self._busy()
            self._expire(self._places.pop().waiter)
        insort(self._places, place)

    def _expire(self, waiter: asyncio.Future[T]) -> None:
        if not waiter.done():
            waiter.set_exception(self._busy())

    def _busy(self) -> Busy:
        self.rejected += 1
        return Busy(max(1, round(self._seconds)))
