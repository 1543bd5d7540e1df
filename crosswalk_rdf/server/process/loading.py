"""A folder to a service, and a newer build to the next one: without a gap, or not at all."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model.manifest import FILE
from crosswalk_rdf.server.change_log import Journal, advanced
from crosswalk_rdf.server.content.build import BrokenBuild, ServedBuild, load_build
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import PROBE, AsyncQueryBackend

SHORTEST_MARGIN: Final = timedelta(seconds=1)
"""How long it takes at least to work out what changed, and to serve it."""

_UNREADABLE: Final = (SyntaxError, ValueError, LookupError, OSError)
"""What readers raise for files that no build of ours wrote, whole as they may be."""

StartAsker = Callable[[ServedBuild], Awaitable[AsyncQueryBackend]]
"""Starts what answers queries on a build."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where services are made from."""

    folder: Path
    settings: Settings
    start_asker: StartAsker
    now: Callable[[], datetime]


async def service_of(source: Source, journal: Journal | None) -> Service:
    """Return a service for the build that lies in the folder now.

    Raises :class:`CrosswalkError` where it cannot be served; nothing is left running then.
    """
    try:
        build = await asyncio.to_thread(load_build, source.folder)
        asker = await source.start_asker(build)
    except _UNREADABLE as error:
        raise _unreadable(error, source.folder) from error
    try:
        await asker.execute(PROBE)
        history = await _history(source, build, journal)
    except _UNREADABLE as error:
        await asker.close()
        raise _unreadable(error, source.folder) from error
    except (CrosswalkError, asyncio.CancelledError):
        await asker.close()
        raise
    return Service(
        build=build, asker=asker, settings=source.settings, now=source.now, journal=history
    )


def _unreadable(error: Exception, folder: Path) -> BrokenBuild:
    return BrokenBuild(f"{folder} has a file that cannot be read ({error!r}): build again")


async def _history(source: Source, build: ServedBuild, journal: Journal | None) -> Journal:
    """Return the history with ``build`` at its end, stamped no earlier than it can be seen.

    Who asks before that is told the time of then, and asks for what came after it the next time.
    """
    margin = SHORTEST_MARGIN
    while True:
        stamp = source.now() + margin
        history = await asyncio.to_thread(advanced, journal, build, stamp)
        if journal is None or source.now() < stamp:
            return history
        margin *= 2


def mark_of(folder: Path) -> tuple[int, ...]:
    """Return what tells one build in ``folder`` from another, without reading them."""
    try:
        found = (folder / FILE).stat()
    except OSError:
        return ()
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size
