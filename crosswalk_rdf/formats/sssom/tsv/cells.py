"""What the readers of one file hand to each other: pieces of text with a place, and faults."""

from dataclasses import dataclass, field
from typing import NamedTuple

from crosswalk_rdf.errors import Fault


class Cell(NamedTuple):
    """A piece of text and where it begins in the file, counted from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Findings:
    """The faults found so far in one file."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def add(self, line: int, column: int, message: str) -> None:
        """Note a fault at a place; the message says what is wrong and what to do."""
        self.faults.append(Fault(self.file, line, column, message))

    def add_at(self, cell: Cell, message: str) -> None:
        """Note a fault of ``cell``."""
        self.add(cell.line, cell.column, message)
