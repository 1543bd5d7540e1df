"""A build after what was served before to what changed, and when (in the time of the service)."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from crosswalk_rdf.comparison.tombstones import read_tombstones
from crosswalk_rdf.model.manifest import FILE
from crosswalk_rdf.model.published_file import Role
from crosswalk_rdf.namespaces import PARTS_OF_THE_DATASET, graph_iri
from crosswalk_rdf.serialization.syntaxes import document_syntaxes
from crosswalk_rdf.server.change_log.descriptions import Described, described
from crosswalk_rdf.server.change_log.entries import Change, ChangeLog, Entry, Log
from crosswalk_rdf.server.content.build import N_TRIPLES, ServedBuild
from crosswalk_rdf.site.paths import href


class State(NamedTuple):
    """How a thing is now."""

    digest: str
    type: str = ""
    sets: tuple[str, ...] = ()


def updated_change_log(
    change_log: ChangeLog | None, build: ServedBuild, now: datetime
) -> ChangeLog:
    """Return the history once ``build`` is served after what ``change_log`` ends with.

    What differs from it has the time ``now`` rounded up to a whole second, later than all
    before. Without a history everything is as old as the build itself, so that a service that
    forgets between two starts says the same again. What has a tombstone was deleted.
    """
    text, summaries = described(build)
    if change_log is None:
        index = build.files[FILE]
        timestamp, origin = index.modified, f"{index.modified:x}-{index.validator[:8]}"
        change_log = ChangeLog(origin=origin, started=timestamp, latest=timestamp)
    else:
        timestamp = max(math.ceil(now.timestamp()), change_log.latest + 1)
    gone = dict(_tombstones(build))
    next = replace(
        change_log,
        text=text,
        documents=_advanced(change_log.documents, _documents(build, summaries), gone, timestamp),
        descriptions=_advanced(
            change_log.descriptions, _descriptions(build, summaries), gone, timestamp
        ),
        pages=_advanced(change_log.pages, dict(_pages(build)), {}, timestamp),
    )
    return (
        replace(next, latest=timestamp)
        if next.next_positions != change_log.next_positions
        else next
    )


def _advanced(
    log: Log, states: Mapping[str, State], former_types: Mapping[str, str], timestamp: int
) -> Log:
    entries, changes = log.by_iri, list[tuple[str, Change, State]]()
    for iri, state in sorted(states.items()):
        before = entries.get(iri)
        if before is None or before.is_gone:
            changes.append((iri, Change.CREATE, state))
        elif (before.digest, before.type, before.sets) != state:
            changes.append((iri, Change.UPDATE, state))
    gone = {e.iri: State("", e.type, e.sets) for e in log.entries if not e.is_gone}
    gone |= {iri: State("", kind) for iri, kind in former_types.items() if iri not in entries}
    changes.extend((iri, Change.DELETE, gone[iri]) for iri in sorted(gone.keys() - states.keys()))
    if not changes:
        return log
    changed = {iri for iri, _, _ in changes}
    unchanged = (entry for entry in log.entries if entry.iri not in changed)
    new = (
        Entry(iri, position, timestamp, change, *state)
        for position, (iri, change, state) in enumerate(changes, log.next_position)
    )
    return Log((*unchanged, *new), log.next_position + len(changes))


def _descriptions(build: ServedBuild, summaries: tuple[Described, ...]) -> dict[str, State]:
    prefix, names = graph_iri(build.manifest.base, ""), dict[tuple[str, ...], tuple[str, ...]]()
    for one in summaries:
        if one.graphs not in names:
            names[one.graphs] = tuple(iri.removeprefix(prefix) for iri in one.graphs)
    return {one.iri: State(one.digest, one.type, names[one.graphs]) for one in summaries}


def _documents(build: ServedBuild, summaries: tuple[Described, ...]) -> dict[str, State]:
    """Return what has N-Triples documents of its own, and each named graph."""
    states = dict[str, State]()
    types = {one.iri: one.type for one in summaries}
    graphs = {graph for one in summaries for graph in one.graphs}
    for iri in (*types, *graphs):
        path = documents(iri, build).get(N_TRIPLES.media_type)
        if path is not None and iri not in states:
            states[iri] = State(build.files[path].validator, types.get(iri, ""))
    return states


def documents(iri: str, build: ServedBuild) -> Mapping[str, str]:
    """Return the paths of the documents of a resource or of a named graph, by media type.

    Nothing for what has none of its own, or no N-Triples.
    """
    if iri in build.graphs:
        return build.graphs[iri]
    base = build.manifest.base
    local = iri.removeprefix(base)
    if not iri.startswith(base) or "#" in local or local.startswith(PARTS_OF_THE_DATASET):
        return {}
    path = build.document(local)
    if path is None:
        return {}
    paths = ((syntax.media_type, path + syntax.suffix) for syntax in document_syntaxes())
    return {media_type: path for media_type, path in paths if path in build.files}


def _pages(build: ServedBuild) -> Iterator[tuple[str, State]]:
    """Yield the URL of each page below the top of the site."""
    top = build.manifest.url or build.manifest.base
    for path, file in build.files.items():
        if file.kind.role is Role.PAGE:
            yield href(path, top).removeprefix(top), State(file.validator)


def _tombstones(build: ServedBuild) -> Iterator[tuple[str, str]]:
    """Yield the IRI of each tombstone of the build, and what it was."""
    for path, file in build.files.items():
        if file.kind.role is Role.TOMBSTONE and file.kind.media_type == N_TRIPLES.media_type:
            for tombstone in read_tombstones(build.triples(path.removesuffix(N_TRIPLES.suffix))):
                yield tombstone.iri, str(min(tombstone.resource.kinds, default=""))
