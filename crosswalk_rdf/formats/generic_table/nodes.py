"""Statements of a sheet, and what each of its rows is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from crosswalk_rdf.formats.generic_table.columns import Column
from crosswalk_rdf.formats.generic_table.frame import Frame
from crosswalk_rdf.formats.generic_table.levels import Level
from crosswalk_rdf.formats.generic_table.roles import FIELDS


@dataclass(slots=True, eq=False)
class Node:
    """A statement of a sheet, while its place in the hierarchy is being found."""

    row: int
    level: int
    """Its level among those of the columns, from 0; -1 for a heading between rows."""
    kind: str
    code: str
    text: str
    label: str = ""
    parent: "Node | None" = None
    notation: str = ""
    """Its code, after the code of the parent where it is not unique."""
    values: dict[str, dict[str, None]] = field(default_factory=dict)
    """What columns of a known role say of it, by field: each text once, in order."""
    others: dict[str, dict[str, None]] = field(default_factory=dict)
    """What columns of no known role say of it, by header."""

    def value(self, role: str) -> str:
        """Return what the column of ``role`` says, nothing where there is none."""
        return "\n".join(self.values.get(FIELDS[role], ()))


@dataclass(slots=True)
class Walk:
    """What the rows of a sheet were read as."""

    frame: Frame
    columns: Sequence[Column]
    levels: Sequence[Level]
    nodes: list[Node] = field(default_factory=list)
    node_of_row: dict[int, Node] = field(default_factory=dict)
    """The lowest statement of each row."""
    account: dict[int, str] = field(default_factory=dict)
    """What each row of the sheet is: ``header``, ``empty``, ``statement`` …"""
    orphans: list[int] = field(default_factory=list)
    """Rows with values of no statement."""
    repeated: frozenset[int] = frozenset()
    """The levels that rows repeat, rather than leave empty below the first."""
    path: list[Node | None] = field(default_factory=list)
    headings: list[Node] = field(default_factory=list)
    by_key: dict[tuple[Node | None, int, str, str], Node] = field(default_factory=dict)
    by_title: dict[tuple[Node | None, int, str, str], Node] = field(default_factory=dict)
    """The statements that have a code and a short title, by both."""

    def counts(self) -> Counter[str]:
        """Return how many rows are what; the sum is the number of rows of the sheet."""
        return Counter(self.account.values())
