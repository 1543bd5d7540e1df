"""A build after what was served before to what changed, and when (in the time of the service)."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from html import unescape
from typing import Final, NamedTuple
from urllib.parse import unquote

import pyoxigraph as ox

from crosswalk_rdf.comparison.tombstones import read_tombstones
from crosswalk_rdf.model.manifest import FILE
from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET, graph_iri
from crosswalk_rdf.server.change_log.descriptions import Described, described
from crosswalk_rdf.server.change_log.entries import Change, ChangeLog, Entry, Log
from crosswalk_rdf.server.content.build import ServedBuild

_CHANGES: Final = "changes.nt"
_SITEMAPS: Final = re.compile(r"sitemap(?:-\d+)?\.xml")
_LOCATION: Final = re.compile(r"<loc>([^<]*)</loc>")


class State(NamedTuple):
    """How a thing is now."""

    digest: str
    type: str = ""
    sets: tuple[str, ...] = ()


def updated_change_log(
    change_log: ChangeLog | None, build: ServedBuild, now: datetime
) -> ChangeLog:
    """Return the history once ``build`` is served after what ``change_log`` ends with.

    What differs from it is stamped with ``now`` rounded up to a whole second, later than all
    before. Without a history everything is as old as the build itself, so that a service that
    forgets between two starts says the same again. What has a tombstone was deleted.
    """
    text, found = described(build)
    if change_log is None:
        stamp, mark = build.files[FILE].modified, build.files[FILE].etag.strip('"')
        origin = f"{stamp:x}-{mark[:8]}"
        change_log = ChangeLog(origin=origin, started=stamp, latest=stamp)
    else:
        stamp = max(math.ceil(now.timestamp()), change_log.latest + 1)
    gone = dict(_tombstones(build))
    next = replace(
        change_log,
        text=text,
        documents=_advanced(change_log.documents, _documents(build, found), gone, stamp),
        descriptions=_advanced(change_log.descriptions, _descriptions(build, found), gone, stamp),
        pages=_advanced(change_log.pages, dict(_pages(build)), {}, stamp),
    )
    return replace(next, latest=stamp) if next.places != change_log.places else next


def _advanced(log: Log, states: Mapping[str, State], stones: Mapping[str, str], stamp: int) -> Log:
    known, changes = log.by_iri, list[tuple[str, Change, State]]()
    for iri, state in sorted(states.items()):
        before = known.get(iri)
        if before is None or before.is_gone:
            changes.append((iri, Change.CREATE, state))
        elif (before.digest, before.type, before.sets) != state:
            changes.append((iri, Change.UPDATE, state))
    gone = {e.iri: State("", e.type, e.sets) for e in log.entries if not e.is_gone}
    gone |= {iri: State("", kind) for iri, kind in stones.items() if iri not in known}
    changes.extend((iri, Change.DELETE, gone[iri]) for iri in sorted(gone.keys() - states.keys()))
    if not changes:
        return log
    changed = {iri for iri, _, _ in changes}
    kept = (entry for entry in log.entries if entry.iri not in changed)
    new = (
        Entry(iri, place, stamp, change, *state)
        for place, (iri, change, state) in enumerate(changes, log.places)
    )
    return Log((*kept, *new), log.places + len(changes))


def _descriptions(build: ServedBuild, found: tuple[Described, ...]) -> dict[str, State]:
    prefix, names = graph_iri(build.manifest.base, ""), dict[tuple[str, ...], tuple[str, ...]]()
    for one in found:
        if one.graphs not in names:
            names[one.graphs] = tuple(iri.removeprefix(prefix) for iri in one.graphs)
    return {one.iri: State(one.digest, one.type, names[one.graphs]) for one in found}


def _documents(build: ServedBuild, found: tuple[Described, ...]) -> dict[str, State]:
    """Return what has N-Triples documents of its own, and each named graph."""
    states = dict[str, State]()
    types = {one.iri: one.type for one in found}
    graphs = {graph for one in found for graph in one.graphs}
    for iri in (*types, *graphs):
        path = document(iri, build)
        if path is not None and iri not in states:
            states[iri] = State(build.files[path].etag.strip('"'), types.get(iri, ""))
    return states


def document(iri: str, build: ServedBuild) -> str | None:
    """Return the path of the N-Triples document of a resource, or of a named graph (maybe packed).

    None for what has none of its own.
    """
    base = build.manifest.base
    local = iri.removeprefix(base)
    if not iri.startswith(base) or "#" in local:
        return None
    if local.startswith(PARTS_OF_THE_DATASET):
        paths = (f"{local}.nt", f"{local}.nt.gz") if local.startswith("graph/") else ()
        return next((path for path in paths if path in build.files), None)
    found = build.document(local)
    return f"{found}.nt" if found is not None and f"{found}.nt" in build.files else None


def _pages(build: ServedBuild) -> Iterator[tuple[str, State]]:
    """Yield the pages that the sitemap of the build lists, below the top of the site."""
    top = build.manifest.url or build.manifest.base
    for path, file in build.files.items():
        if _SITEMAPS.fullmatch(path):
            for location in _LOCATION.findall(bytes(file.content).decode()):
                url = unescape(location).removeprefix(top)
                if page := build.files.get(unquote(url)):
                    yield url, State(page.etag.strip('"'))


def _tombstones(build: ServedBuild) -> Iterator[tuple[str, str]]:
    """Yield the IRI of each tombstone of the build, and what it was."""
    if _CHANGES in build.files:
        content = bytes(build.files[_CHANGES].content)
        for stone in read_tombstones(ox.parse(content, format=ox.RdfFormat.N_TRIPLES)):
            yield stone.iri, str(min(stone.resource.kinds, default=""))
