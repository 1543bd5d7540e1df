"""The reader of the crosswalk that CCSSO printed in October 2017: text to printed records."""

from collections.abc import Sequence

from crosswalk_2017_extraction import introduction, part_1, part_2, part_3
from crosswalk_2017_extraction.domains import domains
from crosswalk_2017_extraction.page_layout import without_page_layout
from crosswalk_2017_extraction.records import Reading
from crosswalk_2017_extraction.text import Segment, segments_of
from crosswalk_rdf.errors import CrosswalkError

_BEGINNINGS = (
    "Crosswalk Part 1:",
    "Crosswalk Part 2:",
    "The Professional Standards for Educational",
)


class UnknownSource(CrosswalkError):
    """A text that is not the crosswalk which this reader was written for."""


def read_crosswalk(text: str) -> Reading:
    """Return every record that is printed in ``text``.

    Raises :class:`UnknownSource` when the parts of the crosswalk cannot be found in it.
    """
    content, layout = without_page_layout(segments_of(text))
    intro, first, second, third = _parts(content)
    reading = Reading(page_layout=layout)
    blocks_1, blocks_2 = part_1.blocks(first), part_2.blocks(second)
    codes = domains(part_1.domain_names(blocks_1), part_2.headings(blocks_2))
    introduction.read(intro, reading)
    part_1.read(blocks_1, codes, reading)
    part_2.read(blocks_2, codes, reading)
    part_3.read(part_3.blocks(third), codes, reading)
    return reading


def _parts(content: Sequence[Segment]) -> list[Sequence[Segment]]:
    starts = [0]
    for beginning in _BEGINNINGS:
        later = range(starts[-1], len(content))
        matches = (i for i in later if content[i].text.strip() == beginning)
        start = next(matches, None)
        if start is None:
            raise UnknownSource(
                f"the source has no line {beginning!r}: give the text of the 2017 crosswalk"
            )
        starts.append(start)
    return [content[a:b] for a, b in zip(starts, [*starts[1:], len(content)], strict=True)]
