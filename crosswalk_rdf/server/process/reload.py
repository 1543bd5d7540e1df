"""New builds: the current service is replaced, on a signal or by watching, or the build refused."""

import asyncio
import gc
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
SAVE_SECONDS: Final = 30.0
"""How long to wait before a change log is saved again that could not be."""


class Reloader:
    """Keeps ``current`` on the newest build of ``source``, and its change log in ``state``."""

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
        self._is_requested = False
        self._reloading: asyncio.Task[None] | None = None
        self._saving: asyncio.Task[None] | None = None
        self._closing: set[asyncio.Task[None]] = set()

    async def begin(self) -> None:
        """Take note of the build that is served first."""
        await self._record_loaded()

    def start(self) -> None:
        """Begin a reload, as on SIGHUP; however often that comes, one follows the one that runs."""
        self._is_requested = True
        if self._reloading is None or self._reloading.done():
            self._reloading = asyncio.create_task(self._reload_as_requested())

    async def _reload_as_requested(self) -> None:
        while self._is_requested:
            self._is_requested = False
            await self.reload()

    async def reload(self) -> bool:
        """Serve the build that lies in the folder now; the old one stays where it is broken."""
        async with self._lock:
            mark, old = build_mark(self._source.folder), self._current.service
            try:
                service = await load_service(self._source, old.change_log)
            except CrosswalkError as error:
                self._metrics.builds.labels("refused").inc()
                LOGGER.error("build refused, the one before stays: %s", error)
                return False
            self._current.service, self._mark = service, mark
            await self._record_loaded()
            version = service.build.manifest.version
            LOGGER.info("build taken up", extra={"fields": {"version": version}})
            task = asyncio.create_task(self._close(old))
            self._closing.add(task)
            task.add_done_callback(self._collect)
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
        tasks = [task for task in (self._reloading, self._saving) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*self._closing, self._close(self._current.service))

    async def _record_loaded(self) -> None:
        """Count a build that was loaded, and save its change log; where it cannot be, later."""
        self._metrics.builds.labels("taken up").inc()
        self._metrics.taken_up.set(time.time())
        if not await self._save() and (self._saving is None or self._saving.done()):
            self._saving = asyncio.create_task(self._save_later())

    async def _save(self) -> bool:
        if self._state is None:
            return True
        try:
            change_log = self._current.service.change_log
            await asyncio.to_thread(save_change_log, change_log, self._state)
        except StateNotSaved as error:
            self._metrics.state_failures.inc()
            LOGGER.error("%s", error)
            return False
        return True

    async def _save_later(self) -> None:
        await asyncio.sleep(SAVE_SECONDS)
        while not await self._save():
            await asyncio.sleep(SAVE_SECONDS)

    def _collect(self, closed: asyncio.Task[None]) -> None:
        """Free what errors of requests still hold of a build, in cycles, with all of its memory."""
        self._closing.discard(closed)
        gc.collect()

    async def _close(self, service: Service) -> None:
        """Close ``service`` once no request uses it."""
        while self._current.is_in_use(service):
            await asyncio.sleep(0.05)
        await service.query_backend.close()
