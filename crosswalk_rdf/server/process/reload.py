"""The application on the newest build: taken up on a signal or by watching, or refused."""

import asyncio
import os
import tempfile
import time
from pathlib import Path
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.server.app import Application
from crosswalk_rdf.server.change_log import Journal, read_journal, write_journal
from crosswalk_rdf.server.metrics import Figures
from crosswalk_rdf.server.process.loading import Source, mark_of, service_of
from crosswalk_rdf.server.process.logs import LOGGER
from crosswalk_rdf.server.service import Service

SECONDS_BETWEEN_LOOKS: Final = 1.0
SECONDS_AFTER_REFUSAL: Final = 5.0
JOURNAL: Final = "journal.jsonl"


class StateNotKept(CrosswalkError):
    """A folder that the journal cannot be read from, or written to."""


class Builds:
    """Keeps ``application`` on the newest build of ``source``."""

    def __init__(
        self,
        source: Source,
        application: Application,
        figures: Figures,
        state: Path | None,
        served: tuple[int, ...],
    ) -> None:
        self._source, self._application = source, application
        self._figures, self._state = figures, state
        self._served = served
        self._turn = asyncio.Lock()
        self._retiring: set[asyncio.Task[None]] = set()
        self.note("taken up")

    def note(self, outcome: str) -> None:
        """Count a build that was taken up or refused."""
        self._figures.builds.labels(outcome).inc()
        if outcome == "taken up":
            self._figures.taken_up.set(time.time())
            if self._state is not None:
                save_journal(self._application.service.journal, self._state)

    async def renew(self) -> bool:
        """Take up the build that lies in the folder now; the old one stays where it is broken."""
        async with self._turn:
            mark, old = mark_of(self._source.folder), self._application.service
            try:
                service = await service_of(self._source, old.journal)
            except CrosswalkError as error:
                self.note("refused")
                LOGGER.error("build refused, the one before stays: %s", error)
                return False
            self._application.service, self._served = service, mark
            try:
                self.note("taken up")
            except StateNotKept as error:  # it is served, and kept with the next one
                LOGGER.error("%s", error)
            version = service.build.manifest.version
            LOGGER.info("build taken up", extra={"fields": {"version": version}})
            task = asyncio.create_task(self._retire(old))
            self._retiring.add(task)
            task.add_done_callback(self._retiring.discard)
            return True

    async def watch(self) -> None:
        """Look for a new build for ever."""
        while True:
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
            mark = mark_of(self._source.folder)
            if mark and mark != self._served and not await self.renew():
                await asyncio.sleep(SECONDS_AFTER_REFUSAL)

    async def close(self) -> None:
        """Give back what answers queries."""
        await asyncio.gather(*self._retiring, self._retire(self._application.service))

    async def _retire(self, service: Service) -> None:
        """Let the requests that use ``service`` come to their end, and close it."""
        while self._application.is_in_use(service):
            await asyncio.sleep(0.05)
        await service.asker.close()


def load_journal(state: Path | None) -> Journal | None:
    """Return the journal that is kept in the folder ``state``; None where there is none yet."""
    if state is None:
        return None
    try:
        content = (state / JOURNAL).read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _not_kept(error, state) from error
    return read_journal(content)


def save_journal(journal: Journal, state: Path) -> None:
    """Write the journal to the folder ``state``, whole or not at all.

    Raises :class:`StateNotKept`.
    """
    try:
        _write(write_journal(journal), state)
    except OSError as error:
        raise _not_kept(error, state) from error


def _not_kept(error: OSError, state: Path) -> StateNotKept:
    reason = error.strerror or error
    return StateNotKept(f"--state {state}: the journal cannot be kept there: {reason}")


def _write(content: bytes, state: Path) -> None:
    state.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{JOURNAL}-", dir=state)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(state / JOURNAL)
    finally:
        temporary.unlink(missing_ok=True)
