"""What every format is: a reader, a writer or both, and a report of what it could not carry.

A reader is lenient and a writer is strict. Whatever a reader repairs or passes over, and whatever
a writer cannot carry, is a :class:`Remark`; what a document holds and what was carried over is
counted, so that the figures add up.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from crosswalk_rdf.display import MOST_ROWS, count_phrase, to_html
from crosswalk_rdf.errors import CrosswalkError, Fault, InputFaults
from crosswalk_rdf.formats.coverage import Coverage
from crosswalk_rdf.model import Package
from crosswalk_rdf.model.published_file import PublishedFile


class Action(StrEnum):
    """What was done with something that does not fit."""

    REPAIRED = "repaired"
    """Taken over, but not as it stood."""
    KEPT = "kept"
    """Taken over as it stood, though the format's specification does not allow it."""
    IGNORED = "ignored"
    """Not taken over: it says nothing that could be taken over."""
    NOT_CARRIED = "not carried"
    """Not taken over: the model, or the format that is written, has no place for it."""


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """One thing that did not go through as it stood."""

    place: str
    """Where: a JSON pointer (``/CFItems/3/educationLevel``), ``line 7``, ``sheet Items, B4``, or
    the IRI of what it is about."""
    action: Action
    what: str
    """What stood there: ``educationLevel "06"``."""
    why: str
    """Why, and what was made of it, as the end of a sentence: ``a list is asked for: [06]``."""
    line: int = 0
    """The first line that describes what ``place`` names by its IRI; 0 where there is none."""

    def __str__(self) -> str:
        line = f"line {self.line}, " if self.line else ""
        return f"{line}{self.place}: {self.action}: {self.what}: {self.why}"


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of a kind a document holds, and how many of them were carried over."""

    total: int
    carried: int


@dataclass(slots=True)
class Report:
    """What a reader or a writer has to say: remarks, and counts by kind of thing."""

    remarks: list[Remark] = field(default_factory=list)
    counts: dict[str, Count] = field(default_factory=dict)
    """By what is counted, in the format's own word: ``CFItems``, ``CFAssociations``, ``rows``."""

    def add(self, place: str, action: Action, what: str, why: str) -> None:
        """Note one remark.

        Args:
            place: Where, as in :class:`Remark`.
            action: What was done.
            what: What stood there.
            why: Why, and what was made of it.

        Raises:
            Nothing.
        """
        self.remarks.append(Remark(place, action, what, why))

    def count(self, kind: str, total: int, carried: int) -> None:
        """Count things of one kind; counts of the same kind add up.

        Args:
            kind: What is counted, in the format's own word.
            total: How many there are.
            carried: How many of them were carried over.

        Raises:
            Nothing.
        """
        before = self.counts.get(kind, Count(0, 0))
        self.counts[kind] = Count(before.total + total, before.carried + carried)

    def __repr__(self) -> str:
        return f"<Report: {count_phrase(self.remarks, 'remark')}>"

    def _repr_html_(self) -> str:
        counts = [(kind, c.total, c.carried) for kind, c in sorted(self.counts.items())]
        remarks = [(r.place, str(r.action), r.what, r.why) for r in self.remarks[:MOST_ROWS]]
        return to_html("report", counts=counts, remarks=remarks, total=len(self.remarks))


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document holds."""

    package: Package
    report: Report


@dataclass(frozen=True, slots=True)
class Writing:
    """What a package was made into: one document, or one for each framework and crosswalk."""

    documents: Mapping[str, bytes]
    """By the id of the framework or crosswalk that it is about; ``""`` where it is about all."""
    report: Report


Reader = Callable[[bytes, str], Reading]
"""Bytes and the name of the file, for faults, to what they hold.

Raises :class:`~crosswalk_rdf.errors.InputFaults` with file, line and column for what cannot be
read at all, and for nothing else.
"""
Writer = Callable[[Package], Writing]
"""Raises :class:`Unwritable` for a package of which the format can hold nothing."""
Publisher = Callable[[Package], Iterator[PublishedFile]]
"""Yields what a build publishes, with the IRIs that it is about."""


class Unwritable(CrosswalkError):
    """A package of which a format can hold nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataFile:
    """Where a format has the metadata of a document that are in a second file."""

    names: Callable[[str], tuple[str, ...]]
    """Returns the names that the file beside the document may have, the usual one first."""
    is_missing: Callable[[bytes], bool]
    """Returns whether a document has no metadata of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplement:
    """What is said of a document outside it."""

    prefixes: Mapping[str, str] = field(default_factory=dict)
    """Prefixes of CURIEs for those that the document does not declare."""
    metadata: bytes | None = None
    """The content of a file of metadata."""
    metadata_file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A foreign format: a value of the registry."""

    name: str
    """What ``--from`` and ``--to`` call it: ``case-1.1``."""
    title: str
    """What people call it: ``CASE 1.1 package``."""
    suffixes: tuple[str, ...]
    """Ends of file names, the one that is written first: ``.case.json``."""
    media_type: str
    specification: str
    """URL of what it is defined by."""
    read: Reader | None = None
    read_supplemented: Callable[[bytes, str, Supplement], Reading] | None = None
    """Reads a document that has CURIEs with what is said of it elsewhere; otherwise as ``read``."""
    write: Writer | None = None
    recognizes: Callable[[bytes], bool] | None = None
    """Tells a document of this format from others with the same suffix, by its content; cheap, and
    never raises. Only for formats with ``read``."""
    publish: Publisher | None = None
    """What a build writes in this format; None where the format is only converted to."""
    folder: str = ""
    """The folder below ``dist/`` that it publishes into; formats may share one."""
    always: bool = False
    """Published whatever a publication asks for: pages and the dataset's description name it."""
    coverage: Coverage | None = None
    """What it carries of the model; None only for a format without ``write``."""
    metadata: MetadataFile | None = None
    """None for a format whose documents hold everything."""
    concatenates: bool = False
    """Documents of this format one after another are a document of it (Turtle, NDJSON)."""


def unreadable(file: str, message: str, line: int = 0, column: int = 0) -> InputFaults:
    """Return the error for a document that cannot be read: one fault, a whole sentence."""
    return InputFaults([Fault(file, line, column, message)])
