"""New builds: the current service is replaced, on a signal or by watching, or the build refused."""

import asyncio
import time
from pathlib import Path
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.server.metrics import Metrics
from crosswalk_rdf.server.process.loading import Source, build_mark, load_service
from crosswalk_rdf.server.process.logs import LOGGER
from crosswalk_rdf.server.process.state import StateNotSaved, save_change_log
from crosswalk_rdf.server.service import CurrentService, Service

POLL_SECONDS: Final = 1.0
RETRY_SECONDS: Final = 5.0
"""How long to wait after a build that was refused."""


class Reloader:
    """Keeps ``current`` on the newest build of ``source``."""

    def __init__(
        self,
        source: Source,
        current: CurrentService,
        metrics: Metrics,
        state: Path | None,
        mark: tuple[int, ...],
    ) -> None:
        self._source, self._current = source, current
        self._metrics, self._state = metrics, state
        self._mark = mark
        self._lock = asyncio.Lock()
        self._reloads: set[asyncio.Task[bool]] = set()
        self._closing: set[asyncio.Task[None]] = set()
        self._record("taken up")

    def start(self) -> None:
        """Begin a reload, as on SIGHUP."""
        task = asyncio.create_task(self.reload())
        self._reloads.add(task)
        task.add_done_callback(self._reloads.discard)

    async def reload(self) -> bool:
        """Serve the build that lies in the folder now; the old one stays where it is broken."""
        async with self._lock:
            mark, old = build_mark(self._source.folder), self._current.service
            try:
                service = await load_service(self._source, old.change_log)
            except CrosswalkError as error:
                self._record("refused")
                LOGGER.error("build refused, the one before stays: %s", error)
                return False
            self._current.service, self._mark = service, mark
            try:
                self._record("taken up")
            except StateNotSaved as error:  # it is served, and saved with the next one
                LOGGER.error("%s", error)
            version = service.build.manifest.version
            LOGGER.info("build taken up", extra={"fields": {"version": version}})
            task = asyncio.create_task(self._close(old))
            self._closing.add(task)
            task.add_done_callback(self._closing.discard)
            return True

    async def watch(self) -> None:
        """Look for new builds until canceled."""
        while True:
            await asyncio.sleep(POLL_SECONDS)
            mark = build_mark(self._source.folder)
            if mark and mark != self._mark and not await self.reload():
                await asyncio.sleep(RETRY_SECONDS)

    async def close(self) -> None:
        """Give up reloads, and close what answers queries."""
        for reload in self._reloads:
            reload.cancel()
        await asyncio.gather(*self._reloads, return_exceptions=True)
        await asyncio.gather(*self._closing, self._close(self._current.service))

    def _record(self, outcome: str) -> None:
        """Count a build that was loaded or refused."""
        self._metrics.builds.labels(outcome).inc()
        if outcome == "taken up":
            self._metrics.taken_up.set(time.time())
            if self._state is not None:
                save_change_log(self._current.service.change_log, self._state)

    async def _close(self, service: Service) -> None:
        """Close ``service`` once no request uses it."""
        while self._current.is_in_use(service):
            await asyncio.sleep(0.05)
        await service.query_backend.close()
