"""The introduction: headings, hyperlinks and paragraphs of prose."""

import re
from collections.abc import Iterator, Sequence

from crosswalk_2017_extraction.records import Reading
from crosswalk_2017_extraction.text import Block, Segment

PART = "introduction"

_HEADING = re.compile(r"[A-Z ]{4,}|Introduction")
_HYPERLINK = re.compile(r"https?://\S+")
_SHORT = 0.85
"""A line that ends a sentence and is shorter than this share of the longest ends a paragraph."""


def read(segments: Sequence[Segment], into: Reading) -> None:
    """Add the passages of the introduction to ``into``."""
    counts: dict[str, int] = {}
    for block in _paragraphs(segments):
        kind = _kind(block.segments[0])
        counts[kind] = counts.get(kind, 0) + 1
        into.add_prose(PART, kind, f"{_slug(kind)}-{counts[kind]}", block, None)


def _slug(kind: str) -> str:
    return f"introduction-{kind.lower()}" if kind != "Introduction" else "introduction"


def _kind(segment: Segment) -> str:
    text = segment.text.strip()
    if _HYPERLINK.fullmatch(text):
        return "Hyperlink"
    return "Heading" if _HEADING.fullmatch(text) else "Introduction"


def _paragraphs(segments: Sequence[Segment]) -> Iterator[Block]:
    block: list[Segment] = []
    for segment in segments:
        if block and _breaks(block, segment):
            yield Block(tuple(block))
            block = []
        block.append(segment)
    yield Block(tuple(block))


def _breaks(block: Sequence[Segment], segment: Segment) -> bool:
    kinds = _kind(block[-1]), _kind(segment)
    if kinds[0] != kinds[1] or kinds[1] == "Heading":
        return True
    if kinds[1] == "Hyperlink":
        return block[-1].text.strip() != segment.text.strip()
    return segment.text.strip().startswith("Example:") or _ends_paragraph(block)


def _ends_paragraph(block: Sequence[Segment]) -> bool:
    last = block[-1].text.strip()
    longest = max(len(segment.text.strip()) for segment in block)
    return last.endswith((".", ".”")) and len(last) < _SHORT * longest
