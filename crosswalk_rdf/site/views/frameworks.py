"""Views of frameworks and statements: a tree, with alignments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from rdflib import Literal

from crosswalk_rdf.model import NO_TERM_FOUND, Framework, Level, Statement
from crosswalk_rdf.site.views.further import Further, further_values


class HasPage(Protocol):
    """An erratum, a passage of prose or a collection, as what it is about knows it."""

    path: str


class Link(Protocol):
    """An alignment, as a statement at one end of it knows it."""

    @property
    def inferred(self) -> bool:
        """Whether it was concluded, and not printed."""

    def other(self, statement: StatementView) -> StatementView:
        """Return the end that is not ``statement``."""


_FOLDED: Final = 2
"""Levels that the page of a very large framework shows."""


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class StatementView:
    """A statement in its place."""

    statement: Statement
    framework: FrameworkView
    level: Level
    path: str
    """Path of its documents below the top of the site, without suffix."""
    broader: StatementView | None = None
    narrower: list[StatementView] = field(default_factory=list)
    alignments: list[Link] = field(default_factory=list)
    """Those that it is an end of, asserted before inferred, in the order of the parts."""
    denials: list[Link] = field(default_factory=list)
    """Those that it is an end of and that say what does not match it, or that nothing does."""
    errata: list[HasPage] = field(default_factory=list)
    sections: list[HasPage] = field(default_factory=list)
    collections: list[HasPage] = field(default_factory=list)
    """Those that it is a member of."""

    @property
    def iri(self) -> str:
        """Its IRI."""
        return str(self.statement.iri)

    @property
    def nothing(self) -> bool:
        """Whether it stands for no statement of its framework (``sssom:NoTermFound``)."""
        return self.statement.iri == NO_TERM_FOUND

    @property
    def notation(self) -> str:
        """Its notation."""
        return self.statement.notation

    @property
    def external(self) -> bool:
        """Whether it is published elsewhere."""
        return self.framework.external

    @property
    def further(self) -> Further:
        """What else is said of it, by the local name of the property."""
        return further_values(self.statement.properties)

    @property
    def text(self) -> Literal:
        """Its full text."""
        return self.statement.text

    @property
    def label(self) -> Literal:
        """What names it to people."""
        return self.statement.preferred_label

    @property
    def ancestors(self) -> list[StatementView]:
        """What it stands under, from the top down."""
        ancestors: list[StatementView] = []
        place = self.broader
        while place is not None:
            ancestors.append(place)
            place = place.broader
        return ancestors[::-1]

    @property
    def siblings(self) -> Sequence[StatementView]:
        """It and its siblings, in order."""
        return self.framework.top if self.broader is None else self.broader.narrower

    @property
    def previous(self) -> StatementView | None:
        """The sibling before it."""
        return self._neighbor(-1)

    @property
    def next(self) -> StatementView | None:
        """The sibling after it."""
        return self._neighbor(1)

    def _neighbor(self, step: int) -> StatementView | None:
        place = self.statement.position - 1 + step
        siblings = self.siblings
        candidate = siblings[place] if 0 <= place < len(siblings) else None
        if candidate is None or abs(candidate.statement.position - self.statement.position) == 1:
            return candidate
        place = siblings.index(self) + step
        return siblings[place] if 0 <= place < len(siblings) else None

    @property
    def asserted(self) -> list[Link]:
        """Its alignments that a part prints."""
        return [a for a in self.alignments if not a.inferred]

    @property
    def inferred(self) -> list[Link]:
        """Its alignments that were rolled up from what stands below."""
        return [a for a in self.alignments if a.inferred]

    @property
    def branch(self) -> Iterator[StatementView]:
        """It and everything that stands below it, in order."""
        stack = [self]
        while stack:
            statement = stack.pop()
            yield statement
            stack.extend(reversed(statement.narrower))

    @property
    def top(self) -> StatementView:
        """The top concept that it stands under, or itself."""
        return self if self.broader is None else self.broader.top

    @property
    def near(self) -> list[tuple[StatementView, list[StatementView]]]:
        """Statements of the same framework that align with the same ones, and with which.

        The ones that share the most come first, four at most.
        """
        common_ends: dict[StatementView, dict[StatementView, None]] = {}
        for alignment in self.asserted:
            other = alignment.other(self)
            for further in other.asserted:
                near = further.other(other)
                if near is not self and near.framework is self.framework:
                    common_ends.setdefault(near, {})[other] = None
        by_count = sorted(common_ends.items(), key=lambda item: -len(item[1]))
        return [(statement, list(ends)) for statement, ends in by_count[:4]]


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class FrameworkView:
    """A framework as a tree."""

    framework: Framework
    path: str
    statements: list[StatementView] = field(default_factory=list)
    """All of them, in the order of the source."""
    top: list[StatementView] = field(default_factory=list)
    collections: list[HasPage] = field(default_factory=list)
    """In the order of the source."""
    guests: list[StatementView] = field(default_factory=list)
    """Statements of other frameworks that are stated to be in it as well (``skos:inScheme``)."""
    external: bool = False
    """It is published elsewhere: what links to it, or to its statements, names their IRIs."""

    @property
    def id(self) -> str:
        """Its id: ``psel-2015``."""
        return self.framework.id

    @property
    def iri(self) -> str:
        """Its IRI."""
        return str(self.framework.iri)

    @property
    def title(self) -> Literal:
        """Its title."""
        return self.framework.title

    @property
    def counts(self) -> list[tuple[Level, int]]:
        """The number of statements on each level."""
        by_level = Counter(statement.level.iri for statement in self.statements)
        return [(level, by_level[level.iri]) for level in self.framework.levels]

    @property
    def aligned(self) -> int:
        """The number of statements that a part aligns."""
        return sum(1 for statement in self.statements if statement.asserted)

    def tree(self, whole: bool) -> Iterator[tuple[StatementView, bool, int]]:
        """Yield each statement, whether what is below it follows, and how many lists end after it.

        Unless ``whole``, what is below the second level is left out.
        """
        rows: list[tuple[StatementView, int, bool]] = []
        stack = [(statement, 0) for statement in reversed(self.top)]
        while stack:
            statement, depth = stack.pop()
            folds = bool(statement.narrower) and (whole or depth < _FOLDED)
            rows.append((statement, depth, folds))
            if folds:
                stack.extend((child, depth + 1) for child in reversed(statement.narrower))
        depths = [*(depth for _, depth, _ in rows[1:]), 0]
        for (statement, depth, folds), next_depth in zip(rows, depths, strict=False):
            yield statement, folds, max(depth - next_depth, 0)

    @property
    def roll_up(self) -> list[StatementView]:
        """The statements that alignments are rolled up to, in order."""
        return [s for s in self.statements if s.level.roll_up]
