"""The account of the source: the record, or part of the layout, each line belongs to."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from crosswalk_2017_extraction.records import Reading
from crosswalk_2017_extraction.text import Segment, segments_of


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One line (or column of a line) of the source and all that accounts for it."""

    segment: Segment
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The account of every line of the source that is not blank."""

    entries: tuple[Entry, ...]
    missing: tuple[int, ...]
    """Lines of which a word is accounted for by nothing."""

    @property
    def repeated(self) -> tuple[Entry, ...]:
        """Entries that more than one record claims."""
        return tuple(entry for entry in self.entries if len(entry.records) > 1)

    @property
    def complete(self) -> bool:
        """Whether each line is accounted for by exactly one record."""
        return not self.missing and not self.repeated

    def summary(self) -> str:
        """Return the figures, one a line: what kind of record how many lines belong to."""
        kinds = Counter(entry.records[0].partition(" ")[0] for entry in self.entries)
        lines = {entry.segment.line for entry in self.entries}
        shared = len(self.entries) - len(lines)
        figures = [f"{count:6,} {kind}" for kind, count in sorted(kinds.items())]
        return "\n".join(
            [
                *figures,
                f"{len(lines):6,} lines that are not blank, "
                f"{shared} of them with a record in each column",
                f"{len(self.missing):6,} not accounted for; "
                f"{len(self.repeated)} accounted for more than once",
            ]
        )


def coverage(text: str, reading: Reading) -> Coverage:
    """Return the account of ``text`` by what was read from it."""
    records: dict[Segment, list[str]] = {}
    for segment, record in _claims(reading):
        records.setdefault(segment, []).append(record)
    claimed: dict[int, list[str]] = {}
    for segment in sorted(records):
        claimed.setdefault(segment.line, []).extend(segment.text.split())
    return Coverage(
        entries=tuple(Entry(segment, tuple(names)) for segment, names in sorted(records.items())),
        missing=tuple(s.line for s in segments_of(text) if claimed.get(s.line) != s.text.split()),
    )


def _claims(reading: Reading) -> Iterator[tuple[Segment, str]]:
    for accounted in reading.accounted:
        for segment in accounted.block.segments:
            yield segment, accounted.record
    for line in reading.page_layout:
        yield line.segment, f"layout ({line.name})"
