"""A fair queue for a few resources, such as workers, with a limit on its length and on time."""

import asyncio
from collections import deque
from typing import Generic, TypeVar

from crosswalk_rdf.store.backend import Busy

T = TypeVar("T")


class WaitQueue(Generic[T]):
    """Hands out resources in order of arrival; ``most`` may wait, for ``seconds`` at most."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._free: list[T] = []
        self._waiting: deque[asyncio.Future[T]] = deque()
        self.rejected = 0

    @property
    def waiting(self) -> int:
        """How many wait."""
        return len(self._waiting)

    async def take(self) -> T:
        """Return a free resource, waiting for one if need be; raise Busy."""
        if self._free:
            return self._free.pop()
        if len(self._waiting) >= self._most:
            raise self._busy()
        loop = asyncio.get_running_loop()
        waiter: asyncio.Future[T] = loop.create_future()
        self._waiting.append(waiter)
        timer = loop.call_later(self._seconds, self._expire, waiter)
        try:
            return await waiter
        except asyncio.CancelledError:
            if waiter.done() and not waiter.cancelled() and waiter.exception() is None:
                self.give(waiter.result())  # granted just as the waiter was canceled
            raise
        finally:
            timer.cancel()
            if waiter in self._waiting:
                self._waiting.remove(waiter)

    def give(self, thing: T) -> None:
        """Return a resource: the first that waits gets it."""
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(thing)
                return
        self._free.append(thing)

    def drop(self, thing: T) -> None:
        """Withdraw an idle resource, which is not to be handed out again."""
        if thing in self._free:
            self._free.remove(thing)

    def _expire(self, waiter: asyncio.Future[T]) -> None:
        if not waiter.done():
            waiter.set_exception(self._busy())

    def _busy(self) -> Busy:
        self.rejected += 1
        return Busy(max(1, round(self._seconds)))
