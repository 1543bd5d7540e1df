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
    place: int
    """The number of this change among all of its log; no other ever has it."""
    stamp: int
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

    Places are given out once. A thing that changes again leaves its place empty and gets the next,
    so what stands in a range of places may become less, but never other.
    """

    entries: tuple[Entry, ...] = ()
    """By place, and so by stamp."""
    places: int = 0
    """How many places were given out."""

    @cached_property
    def by_iri(self) -> Mapping[str, Entry]:
        """The entries by what they are about."""
        return {entry.iri: entry for entry in self.entries}

    def range(self, start: int, end: int) -> tuple[Entry, ...]:
        """Return the entries at the places from ``start`` up to and without ``end``."""
        first, last = (bisect_left(self.entries, p, key=_place) for p in (start, end))
        return self.entries[first:last]

    def before(self, place: int) -> int:
        """Return how many entries stand before ``place``."""
        return bisect_left(self.entries, place, key=_place)

    def after(self, stamp: int) -> tuple[Entry, ...]:
        """Return the entries with a later stamp than ``stamp``."""
        return self.entries[bisect_right(self.entries, stamp, key=_stamp) :]


@dataclass(frozen=True, kw_only=True)
class ChangeLog:
    """The history of what one service published."""

    origin: str
    """The name of this history: another that began elsewhere has other places."""
    started: int
    """Its first stamp."""
    latest: int
    """Its last stamp: what is published has been so since then."""
    documents: Log = Log()
    """Resources with documents of their own, and named graphs, by IRI."""
    descriptions: Log = Log()
    """Whatever is the subject of a triple, by IRI; together they say all that is published."""
    pages: Log = Log()
    """Pages of the site, by their URL below its top."""
    text: Descriptions | None = field(default=None, repr=False, compare=False)
    """What is published now; None in a change log that was only read."""

    @property
    def places(self) -> tuple[int, int, int]:
        """How many places each log gave out: what says whether anything changed."""
        return self.documents.places, self.descriptions.places, self.pages.places


def _place(entry: Entry) -> int:
    return entry.place


def _stamp(entry: Entry) -> int:
    return entry.stamp
