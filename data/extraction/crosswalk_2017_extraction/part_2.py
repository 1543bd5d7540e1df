"""Part 2: domains, competencies, indicators and sub-indicators, each with its PSEL rows.

The right column (``Element 1b: …``, ``Standard 8: …``) belongs to the item of the left column
after which it stands.
"""

import re
from collections.abc import Iterator, Sequence

from crosswalk_2017_extraction.domains import Domains, heading_name
from crosswalk_2017_extraction.records import LCPE, Reading
from crosswalk_2017_extraction.text import Block, Segment, blocks_of

PART = "part-2"

_STARTS = re.compile(
    r"((FOUNDATIONAL|SUPPORTING) DOMAIN|Successful leaders|(Standard|Element) \d+[a-z]?:"
    r"|\d+\.\s|[a-z]\.\s|[ivx]+\.\s)"
)
_TWO_COLUMNS = re.compile(r"(?P<left>.*\S)\s+(?P<right>(Standard|Element) \d+[a-z]?:.*)")
_TARGET = re.compile(r"(?:Standard|Element) (\d+[a-z]?): ?(.+)")
_ITEM = re.compile(r"(\d+|[a-z]|[ivx]+)\. (.+)")


def blocks(segments: Sequence[Segment]) -> list[Block]:
    """Return the blocks of Part 2, its title first."""
    columns = [column for segment in segments for column in _columns(segment)]
    return list(blocks_of(columns, _STARTS))


def headings(part: Sequence[Block]) -> list[str]:
    """Return the domain headings in order."""
    return [block.text for block in part if " DOMAIN" in block.text]


def read(part: Sequence[Block], domains: Domains, into: Reading) -> None:
    """Add the statements and alignments of Part 2 to ``into``."""
    into.add_prose(
        PART, "Heading", "part-2-title", Block(part[0].segments + part[1].segments), None
    )
    path: list[str] = []
    for block in part[2:]:
        if match := _TARGET.fullmatch(block.text):
            _add_alignment(".".join(path), match[1], match[2], block, into)
        elif match := _ITEM.fullmatch(block.text):
            path = _path(path, match[1], into)
            _add_item(".".join(path), match[2], block, into)
        elif block.text.startswith("Successful leaders"):
            domain = path[0]
            into.add_prose(PART, "LeadIn", f"lead-in-{domain}", block, f"{LCPE}:{domain}")
        else:
            path = [domains.code(heading_name(block.text))]
            _add_domain(path[0], block, into)


def _columns(segment: Segment) -> Iterator[Segment]:
    match = _TWO_COLUMNS.fullmatch(segment.text.strip())
    if match is None:
        yield segment
    else:
        yield Segment(segment.line, "left", match["left"])
        yield Segment(segment.line, "right", match["right"])


def _path(path: list[str], label: str, into: Reading) -> list[str]:
    """Return the place of the item that is labeled ``label``, after the item at ``path``.

    Only ``i`` is both a letter and a Roman number: it is the ninth letter after an indicator
    ``h`` whose text is complete, and a Roman number everywhere else.
    """
    if label.isdigit():
        return [path[0], label]
    if label == "i" and path[2:3] == ["h"] and len(path) == 3:
        return [*path[:2], label] if _is_complete(into) else [*path[:3], label]
    if set(label) <= set("ivx") and len(path) > 2:
        return [*path[:3], label]
    return [*path[:2], label]


def _is_complete(into: Reading) -> bool:
    return into.printings[-1].text.endswith(".")


def _add_domain(code: str, block: Block, into: Reading) -> None:
    into.add_printing(PART, LCPE, code, heading_name(block.text), block, "label")
    into.add_prose(PART, "Heading", f"heading-{code}-{PART}", block, f"{LCPE}:{code}")


def _add_item(notation: str, text: str, block: Block, into: Reading) -> None:
    printing = into.add_printing(PART, LCPE, notation, text, block)
    again = " (printed again)" if printing.repeated else ""
    into.account(f"statement {LCPE}:{notation}{again}", block)


def _add_alignment(subject: str, object: str, text: str, block: Block, into: Reading) -> None:
    into.add_alignment(PART, subject, object, text, block)
    into.account(f"alignment {PART}/{subject}--{object} (as printed)", block)
