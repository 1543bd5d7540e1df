"""Work for a client that may go away: it is given up once nobody waits for it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from contextlib import contextmanager
from typing import Any, Final

from crosswalk_rdf.errors import CrosswalkError

SECONDS: Final = 0.1
"""How long work may take before it is looked whether anybody waits: most takes less."""

Message = MutableMapping[str, Any]


class Departed(CrosswalkError):
    """A client that has gone before it had its response."""


@contextmanager
def while_there(receive: Callable[[], Awaitable[Message]]) -> Iterator[None]:
    """Give up what is awaited in the block, and raise Departed, once the client has gone.

    The body of the request has been read: ``receive`` then waits for the end of the connection.
    """
    loop, here = asyncio.get_running_loop(), asyncio.current_task()
    watching: list[asyncio.Task[None]] = []
    gone = False

    async def watch() -> None:
        nonlocal gone
        while (await receive())["type"] != "http.disconnect":
            """What else comes is of no interest."""
        gone = True
        if here:
            here.cancel()

    timer = loop.call_later(SECONDS, lambda: watching.append(loop.create_task(watch())))
    try:
        yield
    except asyncio.CancelledError as error:
        if not gone:
            raise
        raise Departed("the client has gone") from error
    finally:
        timer.cancel()
        for task in watching:
            task.cancel()
