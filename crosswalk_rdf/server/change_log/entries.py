"""The history as values: what happened last to each thing, in the order in which it happened."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from crosswalk_rdf.server.change_log.descriptions import Descriptions


class Change(Enum):
    """What may happen to a thing."""

    CREATE = "create"
    UPDATE = "update"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Entry:
    """What happened last to one thing."""

    iri: str
    position: int
    """The number of this change among all of its log; no other ever has it."""
    timestamp: int
    """When the service took the change up, in whole seconds since 1970 (UTC), rounded up."""
    change: Change
    digest: str
    """Of what there is now; empty once it is gone."""
    type: str
    """The IRI of what it is, or was; empty where that is not known."""
    sets: tuple[str, ...]
    """The named graphs that describe it, or did, by name, sorted."""

    @property
    def is_gone(self) -> bool:
        """Return whether it is no longer published."""
        return self.change is Change.DELETE


@dataclass(frozen=True)
class Log:
    """The last change of each thing, the earliest first.

    A position is assigned once. A resource that changes again leaves its position empty and gets
    the next one, so that a range of positions may lose entries, and never gains any.
    """

    entries: tuple[Entry, ...] = ()
    """By position, and so by timestamp."""
    next_position: int = 0
    """The position of the next entry, which is how many were assigned."""

    @cached_property
    def by_iri(self) -> Mapping[str, Entry]:
        """The entries by what they are about."""
        return {entry.iri: entry for entry in self.entries}

    def range(self, start: int, end: int) -> tuple[Entry, ...]:
        """Return the entries at the positions from ``start`` up to and without ``end``."""
        first, last = (bisect_left(self.entries, p, key=_position) for p in (start, end))
        return self.entries[first:last]

    def before(self, position: int) -> int:
        """Return how many entries stand before ``position``."""
        return bisect_left(self.entries, position, key=_position)

    def after(self, timestamp: int) -> tuple[Entry, ...]:
        """Return the entries later than ``timestamp``."""
        return self.entries[bisect_right(self.entries, timestamp, key=_timestamp) :]


@dataclass(frozen=True, kw_only=True)
class ChangeLog:
    """The history of what one service published."""

    origin: str
    """The name of this history: another that began elsewhere has other positions."""
    started: int
    """Its first timestamp."""
    latest: int
    """Its last timestamp: what is published has been so since then."""
    documents: Log = Log()
    """Resources with documents of their own, and named graphs, by IRI."""
    descriptions: Log = Log()
    """Whatever is the subject of a triple, by IRI; together they say all that is published."""
    pages: Log = Log()
    """Pages of the site, by their URL below its top."""
    text: Descriptions | None = field(default=None, repr=False, compare=False)
    """What is published now; None in a change log that was only read."""

    @property
    def next_positions(self) -> tuple[int, int, int]:
        """The next position of each log: equal ones mean that nothing changed."""
        return (
            self.documents.next_position,
            self.descriptions.next_position,
            self.pages.next_position,
        )


def _position(entry: Entry) -> int:
    return entry.position


def _timestamp(entry: Entry) -> int:
    return entry.timestamp
