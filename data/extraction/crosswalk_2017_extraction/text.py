"""Printed text: numbered lines to blocks, and blocks to running text with its breaks repaired."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Column = Literal["whole", "left", "right"]

_UNSPACED_DASH = re.compile(r"\S[-–—]$")


@dataclass(frozen=True, slots=True, order=True)
class Segment:
    """What one line of the source holds, or one column of it where two stand on the same line."""

    line: int
    column: Column
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Segments that were printed as one paragraph; never empty."""

    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The running text of the block."""
        return joined(segment.text for segment in self.segments)

    @property
    def lines(self) -> tuple[int, int]:
        """First and last line of the source."""
        return self.segments[0].line, self.segments[-1].line


def segments_of(text: str) -> list[Segment]:
    """Return each line of ``text`` that is not blank, as a segment numbered from 1."""
    numbered = enumerate(text.split("\n"), start=1)
    return [Segment(number, "whole", line) for number, line in numbered if line.strip()]


def joined(lines: Iterable[str]) -> str:
    """Return lines as running text; words are never changed.

    A line that ends in a hyphen or dash with no space before it runs on without a space: the
    source breaks only compounds (``high-quality``) and unspaced dashes. Runs of spaces (the
    soft spaces of the layout) become one.
    """
    text = ""
    for line in lines:
        words = " ".join(line.split())
        text += words if not text or _UNSPACED_DASH.search(text) else f" {words}"
    return text


def blocks_of(
    segments: Sequence[Segment], starts: re.Pattern[str], *, double_spaced: bool = False
) -> Iterator[Block]:
    """Yield the blocks of ``segments``.

    A block ends before a line that ``starts`` matches, where the column changes from left to
    right, and before a blank line unless the page is ``double_spaced``.
    """
    block: list[Segment] = []
    for segment in segments:
        if block and _begins(segment, block[-1], starts, double_spaced):
            yield Block(tuple(block))
            block = []
        block.append(segment)
    if block:
        yield Block(tuple(block))


def _begins(
    segment: Segment, before: Segment, starts: re.Pattern[str], double_spaced: bool
) -> bool:
    if segment.line > before.line + 1 and not double_spaced:
        return True
    if (before.column, segment.column) == ("left", "right"):
        return True
    return bool(starts.match(segment.text.strip()))
