"""Part 1: each PSEL standard with its narrative, its elements and the aligned competencies."""

import re
from collections.abc import Iterable, Sequence

from crosswalk_2017_extraction.domains import Domains
from crosswalk_2017_extraction.records import LCPE, PSEL, Aspect, Reading
from crosswalk_2017_extraction.text import Block, Segment, blocks_of

PART = "part-1"

_STARTS = re.compile(r"(Standard \d+\. |Effective educational leaders |[a-z]\.\s|\d+\.\s)")
_STANDARD = re.compile(r"Standard (\d+)\. (.+)")
_ELEMENT = re.compile(r"([a-z])\. (.+)")
_COMPETENCY = re.compile(r"(\d+)\. (.+)")


def blocks(segments: Sequence[Segment]) -> list[Block]:
    """Return the blocks of Part 1, its title first."""
    return list(blocks_of(segments, _STARTS))


def domain_names(part: Iterable[Block]) -> list[str]:
    """Return the domain headings over the lists of competencies, as often as they are printed."""
    return [block.text for block in part if _is_domain_heading(block)]


def read(part: Sequence[Block], domains: Domains, into: Reading) -> None:
    """Add the printings, alignments and narratives of Part 1 to ``into``."""
    title, body = _title(part)
    into.add_prose(PART, "Heading", "part-1-title", title, None)
    standard, domain = 0, ""
    for block in body:
        text = block.text
        if match := _STANDARD.fullmatch(text):
            standard = int(match[1])
            _add_standard(str(standard), match[2], "label", block, into)
        elif text.startswith("Effective educational leaders "):
            _add_standard(str(standard), text, "text", block, into)
        elif match := _ELEMENT.fullmatch(text):
            _add_element(f"{standard}{match[1]}", match[2], block, into)
        elif match := _COMPETENCY.fullmatch(text):
            _add_alignment(str(standard), f"{domain}.{match[1]}", match[2], block, into)
        elif _is_domain_heading(block):
            domain = domains.code(text)
            _add_heading(domain, block, into)
        else:
            _add_narrative(standard + 1, block, into)


def _title(part: Sequence[Block]) -> tuple[Block, Sequence[Block]]:
    """Return the title, which is broken over two blocks, and the rest."""
    return Block(part[0].segments + part[1].segments), part[2:]


def _is_domain_heading(block: Block) -> bool:
    """Tell the headings over competencies from titles, narratives and numbered rows."""
    if _STARTS.match(block.text) or "Crosswalk" in block.text or "Alignment" in block.text:
        return False
    return not block.text.endswith(".") and len(block.segments) <= 3


def _add_standard(number: str, text: str, aspect: Aspect, block: Block, into: Reading) -> None:
    into.add_printing(PART, PSEL, number, text, block, aspect)
    into.account(f"statement {PSEL}:{number} ({aspect})", block)


def _add_element(notation: str, text: str, block: Block, into: Reading) -> None:
    into.add_printing(PART, PSEL, notation, text, block)
    into.account(f"statement {PSEL}:{notation}", block)


def _add_heading(domain: str, block: Block, into: Reading) -> None:
    into.add_printing(PART, LCPE, domain, block.text, block, "label")
    into.account(f"statement {LCPE}:{domain} (heading)", block)


def _add_alignment(standard: str, place: str, text: str, block: Block, into: Reading) -> None:
    into.add_printing(PART, LCPE, place, text, block)
    into.add_alignment(PART, standard, place, text, block)
    into.account(f"alignment {PART}/{standard}--{place} (as printed)", block)


def _add_narrative(standard: int, block: Block, into: Reading) -> None:
    into.add_prose(PART, "Narrative", f"narrative-{standard}", block, f"{PSEL}:{standard}")
