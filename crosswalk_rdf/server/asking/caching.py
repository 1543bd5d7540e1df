"""Answers kept for the next who asks the same, and equal questions asked once."""

import asyncio
import re
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.server.asking.question import Asker, Question, Reply

_CHANGING: Final = re.compile(r"(?:NOW|RAND|UUID|BNODE|TZ|TIMEZONE)\s*+[(\#]", re.IGNORECASE)
"""What gives another value each time, before its bracket or a comment; TZ and TIMEZONE stand with
NOW as a rule."""
_OVERHEAD: Final = 500
"""What keeping an answer takes beside its text and its body, in bytes, roughly."""


@dataclass(slots=True)
class _Flight:
    """A question that is being asked, and how many want its answer."""

    task: asyncio.Task[Reply]
    wanted: int = 0


class CachingAsker:
    """An Asker that keeps the answers of another, ``most_bytes`` of them; with 0 it keeps none.

    The data never change under an asker, so an answer stays right. Errors are not kept.
    """

    def __init__(self, asker: Asker, most_bytes: int) -> None:
        self._asker, self._most = asker, most_bytes
        self._kept: OrderedDict[Question, Reply] = OrderedDict()
        self._flights: dict[Question, _Flight] = {}
        self.bytes = self.hits = self.misses = 0

    async def ask(self, question: Question) -> Reply:
        """Return the answer; errors are those of every Asker."""
        if not self._most or _CHANGING.search(question.text):
            return await self._asker.ask(question)
        if reply := self._kept.get(question):
            self._kept.move_to_end(question)
            self.hits += 1
            return reply
        return await self._shared(question)

    async def close(self) -> None:
        """Close the other asker, and keep nothing."""
        await self._asker.close()
        self._kept.clear()
        self.bytes = 0

    async def _shared(self, question: Question) -> Reply:
        """Ask, together with all who want the same; who goes away does not take it from others."""
        flight = self._flights.get(question)
        if flight is None:
            self.misses += 1
            flight = _Flight(asyncio.create_task(self._fetched(question)))
            self._flights[question] = flight
        else:
            self.hits += 1
        flight.wanted += 1
        try:
            return await asyncio.shield(flight.task)
        finally:
            flight.wanted -= 1
            if not flight.wanted and self._flights.get(question) is flight:
                del self._flights[question]
                flight.task.cancel()

    async def _fetched(self, question: Question) -> Reply:
        reply = await self._asker.ask(question)
        size = _size(question, reply)
        if size <= self._most // 8:  # one answer is not to drive out all others
            self._kept[question] = reply
            self.bytes += size
        while self.bytes > self._most:
            oldest, gone = self._kept.popitem(last=False)
            self.bytes -= _size(oldest, gone)
        return reply


def _size(question: Question, reply: Reply) -> int:
    return len(question.text) * 2 + len(reply.body) + _OVERHEAD
