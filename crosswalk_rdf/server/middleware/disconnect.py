"""Work for a client that may disconnect: it is canceled once nobody waits for the response."""

import asyncio
from typing import Final

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECONDS: Final = 0.1
"""How long work may take before the connection is watched: most takes less."""
CLIENT_CLOSED_REQUEST: Final = 499
"""What nginx logs where a client has disconnected; no client receives it."""


class DisconnectMiddleware:
    """Cancels what an endpoint awaits once the client has gone, until its response starts."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        watch = _Watch(receive)

        async def unwatched_send(message: Message) -> None:
            watch.stop()
            await send(message)

        try:
            await self.app(scope, watch.receive, unwatched_send)
        except asyncio.CancelledError:
            if not watch.is_disconnected or watch.task is None:
                raise
            watch.task.uncancel()
            await Response(status_code=CLIENT_CLOSED_REQUEST)(scope, receive, send)
        finally:
            watch.stop()


class _Watch:
    """Waits for the end of a connection; what else comes meanwhile is kept for the endpoint."""

    def __init__(self, receive: Receive) -> None:
        self._receive = receive
        self._messages: list[Message] = []
        self._watching: asyncio.Task[None] | None = None
        self.task, self.is_disconnected = asyncio.current_task(), False
        self._timer = asyncio.get_running_loop().call_later(SECONDS, self._start)

    async def receive(self) -> Message:
        """Return the next message, as the application receives it."""
        return self._messages.pop(0) if self._messages else await self._receive()

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.cancel()
        if self._watching is not None:
            self._watching.cancel()

    def _start(self) -> None:
        self._watching = asyncio.get_running_loop().create_task(self._watch())

    async def _watch(self) -> None:
        while (message := await self._receive())["type"] != "http.disconnect":
            self._messages.append(message)
        self.is_disconnected = True
        if self.task is not None:
            self.task.cancel()
