"""Page layout: running titles, column heads and footers, which belong to no record."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crosswalk_2017_extraction.text import Segment

_SINGLE = {
    "running title": re.compile(
        r"CROSSWALK PART \d|The Professional Standards for Educational Leaders \(2015\)"
    ),
    "column head": re.compile(r"PSEL Standards( and Elements)?"),
    "footer": re.compile(
        r"\d+COUNCIL OF CHIEF STATE SCHOOL OFFICERS\s+\|\s+OCTOBER 2017"
        r"|CROSSWALK OF THE PROFESSIONAL STANDARDS FOR EDUCATIONAL LEADERS TO"
        r"|THE LEADERSHIP COMPETENCIES FOR LEARNER-CENTERED, PERSONALIZED EDUCATION\d+"
    ),
}
_MULTIPLE = {
    "column head": ("Leadership Competencies for Learner-", "Centered, Personalized Education"),
    "running title": (r"Crosswalk Part \d: Alignment between .*", ".*", r".* \(Continued\)"),
}


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """A line that the layout repeats: what it is, and the segment."""

    name: str
    segment: Segment


def without_page_layout(
    segments: Sequence[Segment],
) -> tuple[list[Segment], list[LayoutLine]]:
    """Return the segments that carry content, and the lines of the page layout among them."""
    content: list[Segment] = []
    layout: list[LayoutLine] = []
    position = 0
    while position < len(segments):
        name, length = _layout_at(segments, position)
        if length:
            lines_of_layout = segments[position : position + length]
            layout.extend(LayoutLine(name, segment) for segment in lines_of_layout)
        else:
            content.append(segments[position])
        position += length or 1
    return content, layout


def _layout_at(segments: Sequence[Segment], position: int) -> tuple[str, int]:
    """Return the element of the layout at ``position`` and its number of lines: 0 for none."""
    for name, pattern in _SINGLE.items():
        if pattern.fullmatch(segments[position].text.strip()):
            return name, 1
    for name, patterns in _MULTIPLE.items():
        lines = [segment.text.strip() for segment in segments[position:][: len(patterns)]]
        if len(lines) == len(patterns) and all(map(re.fullmatch, patterns, lines)):
            return name, len(patterns)
    return "", 0
