"""What is drawn on the sheets of a workbook, as plain values."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Style(StrEnum):
    """How the cells of a column look."""

    NOTATION = "notation"
    """Short: bold, never wrapped."""
    TEXT = "text"
    """Read by people: wrapped."""
    PLAIN = "plain"
    """Short, never wrapped."""
    MACHINE = "machine"
    """Read by machines: small and grey."""
    CLAIM = "claim"
    """Centered, and filled where it is not empty."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its header, its width in characters, its look."""

    header: str
    width: int
    style: Style = Style.TEXT
    choices: tuple[str, ...] = ()
    """What is offered in a list; anything else may be typed all the same."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row below the headers."""

    cells: tuple[str, ...]
    about: str = ""
    """The IRI of what it is about, for remarks."""
    depth: int = 0
    """0 for what stands at the top."""
    heading: bool = False
    """Whether something is below it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A sheet with one table."""

    name: str
    columns: tuple[Column, ...]
    lines: Sequence[Line]
    intro: tuple[str, ...] = ()
    """What is above the headers."""
    tab: str = "#1F4E79"
    indented: tuple[int, ...] = ()
    """The columns that are indented by depth."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One line of a page: a title, a heading, text, or a link to another sheet."""

    text: str
    style: str = "text"
    detail: str = ""
    """The content of the second column."""
    sheet: str = ""
    """The sheet that the text leads to."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet to be read, without a table."""

    name: str
    passages: tuple[Passage, ...]
