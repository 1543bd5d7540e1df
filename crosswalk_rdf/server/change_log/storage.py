"""The history as a file: a line of JSON about the whole, and one for each entry."""

import json
from collections.abc import Iterator
from typing import Any, Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.server.change_log.entries import Change, ChangeLog, Entry, Log

VERSION: Final = 1
_LOGS: Final = ("documents", "descriptions", "pages")


class BrokenChangeLog(CrosswalkError):
    """A file that is not a change log, or not all of one."""


def write_change_log(change_log: ChangeLog) -> bytes:
    """Return ``change_log`` as a file; the same change log gives the same bytes."""
    logs = [(name, getattr(change_log, name)) for name in _LOGS]
    head = {
        "journal": VERSION,
        "origin": change_log.origin,
        "started": change_log.started,
        "latest": change_log.latest,
        "places": {name: log.next_position for name, log in logs},
        "entries": {name: len(log.entries) for name, log in logs},
    }
    lines = (_line([name, *_fields(entry)]) for name, log in logs for entry in log.entries)
    return "".join((_line(head), *lines)).encode()


def read_change_log(data: bytes) -> ChangeLog:
    """Return the change log in ``data``, without the text of what is published.

    Raises :class:`BrokenChangeLog`.
    """
    try:
        head, *rows = [json.loads(line) for line in data.splitlines()]
        logs = {name: Log(tuple(_entries(name, rows)), head["places"][name]) for name in _LOGS}
        if head["journal"] != VERSION or any(
            head["entries"][name] != len(log.entries) for name, log in logs.items()
        ):
            raise ValueError("it is of another version, or not whole")
        change_log = ChangeLog(
            origin=str(head["origin"]),
            started=int(head["started"]),
            latest=int(head["latest"]),
            documents=logs["documents"],
            descriptions=logs["descriptions"],
            pages=logs["pages"],
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BrokenChangeLog(
            f"the change log cannot be read ({error}): "
            "restore it, or remove it to begin a new history"
        ) from error
    return change_log


def _entries(name: str, rows: list[Any]) -> Iterator[Entry]:
    sets, words = dict[tuple[str, ...], tuple[str, ...]](), dict[str, str]()
    for log, iri, position, timestamp, change, digest, type, named in rows:
        if log == name:
            shared = sets.setdefault(tuple(named), tuple(named))
            kind = words.setdefault(type, type)
            yield Entry(iri, int(position), int(timestamp), Change(change), digest, kind, shared)


def _fields(entry: Entry) -> list[Any]:
    return [
        entry.iri,
        entry.position,
        entry.timestamp,
        entry.change.value,
        entry.digest,
        entry.type,
        list(entry.sets),
    ]


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
