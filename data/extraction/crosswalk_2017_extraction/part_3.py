"""Part 3, the closing summary: the standards, and each competency with ``(Standards 1,5)``."""

import re
from collections.abc import Sequence

from crosswalk_2017_extraction.domains import Domains, heading_name
from crosswalk_2017_extraction.records import LCPE, PSEL, Aspect, Reading
from crosswalk_2017_extraction.text import Block, Segment, blocks_of

PART = "part-3"

_STARTS = re.compile(
    r"(Standard \d+\. |Effective educational leaders |(FOUNDATIONAL|SUPPORTING) DOMAIN"
    r"|The |\d+\.\s)"
)
_STANDARD = re.compile(r"Standard (\d+)\. (.+)")
_ROW = re.compile(r"(\d+)\. (.+?) (\(Standards? ([\d, ]+)\))")


def blocks(segments: Sequence[Segment]) -> list[Block]:
    """Return the blocks of Part 3, its title first; its pages are double-spaced."""
    return list(blocks_of(segments, _STARTS, double_spaced=True))


def read(part: Sequence[Block], domains: Domains, into: Reading) -> None:
    """Add the summary's printings, alignments and descriptions to ``into``."""
    into.add_prose(PART, "Heading", "part-3-title", part[0], None)
    standard, domain = "", ""
    for block in part[1:]:
        text = block.text
        if match := _STANDARD.fullmatch(text):
            standard = match[1]
            _add_standard(standard, match[2], "label", block, into)
        elif text.startswith("Effective educational leaders "):
            _add_standard(standard, text, "text", block, into)
        elif match := _ROW.fullmatch(text):
            _add_row(f"{domain}.{match[1]}", match, block, into)
        elif " DOMAIN" in text:
            domain = domains.code(heading_name(text))
            _add_heading(domain, block, into)
        else:
            about = f"{LCPE}:{domain}"
            into.add_prose(PART, "Description", f"description-{domain}", block, about)


def _add_standard(number: str, text: str, aspect: Aspect, block: Block, into: Reading) -> None:
    into.add_printing(PART, PSEL, number, text, block, aspect)
    into.account(f"printing of {PSEL}:{number} ({aspect})", block)


def _add_heading(domain: str, block: Block, into: Reading) -> None:
    into.add_printing(PART, LCPE, domain, heading_name(block.text), block, "label")
    into.add_prose(PART, "Heading", f"heading-{domain}-{PART}", block, f"{LCPE}:{domain}")


def _add_row(place: str, row: re.Match[str], block: Block, into: Reading) -> None:
    into.add_printing(PART, LCPE, place, row[2], block)
    for number in re.findall(r"\d+", row[4]):
        into.add_alignment(PART, place, number, row[2], block, printed=row[3])
    into.account(f"alignments {PART}/{place} (as printed)", block)
