"""A signal to exit, in whichever state the process is: the build loads, or the server runs."""

import asyncio

import uvicorn

from crosswalk_rdf.server.service import Service


class Shutdown:
    """Cancels ``loading`` when a signal comes, or stops the server that is handed over.

    The event loop calls :meth:`request`. An exception raised in a signal handler would come up in
    whatever code runs at that moment, and could get lost there or be changed into another.
    """

    def __init__(self, loading: asyncio.Task[Service]) -> None:
        self._loading: asyncio.Task[Service] | None = loading
        self._server: uvicorn.Server | None = None
        self._is_requested = False

    def request(self) -> None:
        """Begin to shut down."""
        self._is_requested = True
        if self._loading is not None:
            self._loading.cancel()
        if self._server is not None:
            self._server.should_exit = True

    async def loaded(self) -> Service | None:
        """Return the service once it is loaded; None where a signal came first.

        Raises what loading raises. It is not kept: another build will replace it.
        """
        loading = self._loading
        if loading is None:
            return None
        await asyncio.wait([loading])
        self._loading = None
        return None if loading.cancelled() else loading.result()

    def hand_over(self, server: uvicorn.Server) -> None:
        """Stop ``server`` from now on; at once where a signal came already."""
        self._server = server
        server.should_exit = self._is_requested
