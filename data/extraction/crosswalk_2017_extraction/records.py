"""What was printed, record by record, before anything is compared or corrected."""

from dataclasses import dataclass, field
from typing import Literal

from crosswalk_2017_extraction.page_layout import LayoutLine
from crosswalk_2017_extraction.text import Block

PSEL = "psel-2015"
LCPE = "lcpe-2017"

Aspect = Literal["text", "label"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """One printing of a statement, or of its title: where, under which notation, which words."""

    part: str
    framework: str
    notation: str
    """The notation of the place where it stands, as printed or (for LCPE) as assigned here."""
    text: str
    aspect: Aspect = "text"
    lines: tuple[int, int]
    repeated: tuple[int, int] | None = None
    """Lines of an earlier printing of the same row in the same part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedAlignment:
    """One alignment as printed: the notations of both places, and the words of its target."""

    part: str
    subject: str
    object: str
    text: str
    """The printed words of the object; they decide what is meant."""
    printed: str
    """The whole of what was printed for the object."""
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """A passage of the source that is neither a statement nor an alignment."""

    part: str
    kind: str
    id: str
    block: Block
    about: str | None = None
    """``framework:notation``."""

    @property
    def text(self) -> str:
        """The running text."""
        return self.block.text

    @property
    def lines(self) -> tuple[int, int]:
        """First and last line of the source."""
        return self.block.lines

    def line_at(self, offset: int) -> int:
        """Return the line of the source on which the character at ``offset`` was printed."""
        segments = self.block.segments
        beginnings = (Block(segments[: count + 1]) for count in range(len(segments)))
        return next(block.lines[1] for block in beginnings if len(block.text) > offset)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounted:
    """A block of the source and the one record that accounts for it."""

    record: str
    block: Block


@dataclass(slots=True)
class Reading:
    """Everything printed in the crosswalk, in the order of the source."""

    printings: list[Printing] = field(default_factory=list)
    alignments: list[PrintedAlignment] = field(default_factory=list)
    prose: list[Prose] = field(default_factory=list)
    accounted: list[Accounted] = field(default_factory=list)
    page_layout: list[LayoutLine] = field(default_factory=list)

    def account(self, record: str, block: Block) -> None:
        """Note that ``record`` accounts for every segment of ``block``."""
        self.accounted.append(Accounted(record=record, block=block))

    def add_prose(self, part: str, kind: str, id: str, block: Block, about: str | None) -> None:
        """Add ``block`` as a passage of prose and account for it."""
        self.prose.append(Prose(part=part, kind=kind, id=id, block=block, about=about))
        self.account(f"section {id}", block)

    def add_printing(
        self,
        part: str,
        framework: str,
        notation: str,
        text: str,
        block: Block,
        aspect: Aspect = "text",
    ) -> Printing:
        """Add a printing of a statement; where its row was printed before, it says so.

        Only Part 2 prints each text once; elsewhere a competency recurs with each standard.
        """
        earlier = (p for p in self.printings if (p.part, p.notation) == (part, notation))
        again = next((p.lines for p in earlier if p.aspect == aspect), None)
        printing = Printing(
            part=part,
            framework=framework,
            notation=notation,
            text=text,
            aspect=aspect,
            lines=block.lines,
            repeated=again if part == "part-2" else None,
        )
        self.printings.append(printing)
        return printing

    def add_alignment(
        self, part: str, subject: str, object: str, text: str, block: Block, printed: str = ""
    ) -> None:
        """Add an alignment; ``printed`` is what stands for the object, if that is not ``text``."""
        self.alignments.append(
            PrintedAlignment(
                part=part,
                subject=subject,
                object=object,
                text=text,
                printed=printed or text,
                lines=block.lines,
            )
        )
