"""The build in a folder to a service, or an error that says what is wrong with it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model.manifest import FILE
from crosswalk_rdf.server.change_log import ChangeLog, updated_change_log
from crosswalk_rdf.server.content.build import BrokenBuild, ServedBuild, load_build
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import PROBE, AsyncQueryBackend, Unavailable

MIN_MARGIN: Final = timedelta(seconds=1)
"""How long it takes at least to work out what changed, and to serve it."""

_UNREADABLE: Final = (SyntaxError, ValueError, LookupError, OSError)
"""What readers raise for files that no build of ours wrote, whole as they may be."""

StartBackend = Callable[[ServedBuild], Awaitable[AsyncQueryBackend]]
"""Starts what answers queries on a build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where services are made from."""

    folder: Path
    settings: Settings
    start_backend: StartBackend
    now: Callable[[], datetime]


async def load_service(source: Source, change_log: ChangeLog | None) -> Service:
    """Return a service for the build that lies in the folder now.

    Raises :class:`CrosswalkError` where it cannot be served; nothing is left running then.
    """
    try:
        build = await asyncio.to_thread(load_build, source.folder)
        backend = await source.start_backend(build)
    except _UNREADABLE as error:
        raise _unreadable(error, source.folder) from error
    try:
        await backend.execute(PROBE)
        history = await _history(source, build, change_log)
    except _UNREADABLE as error:
        await backend.close()
        raise _unreadable(error, source.folder) from error
    except Unavailable as error:  # whoever starts the service may know all of it
        await backend.close()
        raise Unavailable(str(error.__cause__ or error)) from error
    except (CrosswalkError, asyncio.CancelledError):
        await backend.close()
        raise
    return Service(
        build=build,
        query_backend=backend,
        settings=source.settings,
        now=source.now,
        change_log=history,
    )


def _unreadable(error: Exception, folder: Path) -> BrokenBuild:
    return BrokenBuild(f"{folder} has a file that cannot be read ({error!r}): build again")


async def _history(source: Source, build: ServedBuild, change_log: ChangeLog | None) -> ChangeLog:
    """Return the history with ``build`` at its end, stamped no earlier than it can be seen.

    Who asks before that is told the time of then, and asks for what came after it the next time.
    """
    margin = MIN_MARGIN
    while True:
        stamp = source.now() + margin
        history = await asyncio.to_thread(updated_change_log, change_log, build, stamp)
        if change_log is None or source.now() < stamp:
            return history
        margin *= 2


def build_mark(folder: Path) -> tuple[int, ...]:
    """Return what tells one build in ``folder`` from another, without reading them."""
    try:
        status = (folder / FILE).stat()
    except OSError:
        return ()
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size
