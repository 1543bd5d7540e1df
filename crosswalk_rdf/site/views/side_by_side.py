"""A part of a crosswalk as two columns to read: what it aligns, and with what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from crosswalk_rdf.site.views.crosswalks import AlignmentView, ErratumView, PartView, SectionView
from crosswalk_rdf.site.views.frameworks import StatementView

MAX_ROWS: Final = 1_500
"""Up to so many statements, those that a part leaves unaligned are rows of their own."""


@dataclass(slots=True, eq=False, kw_only=True)
class Row:
    """A statement of the left column and what stands beside it."""

    statement: StatementView
    alignments: list[AlignmentView] = field(default_factory=list)
    denials: list[AlignmentView] = field(default_factory=list)
    """What the part says it does not match."""
    sections: list[SectionView] = field(default_factory=list)
    """Prose of the part about the statement."""
    opens: bool
    """It is there as the heading of what stands below, and the part does not align its kind."""
    listed: bool = False
    """The source prints what it aligns with as a list in one line, not one by one."""

    @property
    def depth(self) -> int:
        """How many statements it stands under."""
        return len(self.statement.ancestors)

    @property
    def errata(self) -> list[ErratumView]:
        """What is odd about its alignments, each once."""
        return list(dict.fromkeys(e for alignment in self.alignments for e in alignment.errata))

    @property
    def printed(self) -> str | None:
        """What the source prints for all its alignments together, where it prints a list."""
        return self.alignments[0].printed_text if self.listed and self.alignments else None


@dataclass(slots=True, eq=False, kw_only=True)
class Group:
    """The rows under one top concept, which is the first of them."""

    top: StatementView
    rows: list[Row] = field(default_factory=list)
    left_out: dict[StatementView, None] = field(default_factory=dict)
    """Statements of kinds that the part aligns, unaligned, and too many to be rows."""

    @property
    def unaligned(self) -> list[StatementView]:
        """Statements of kinds that the part aligns, which it leaves alone."""
        bare = (row.statement for row in self.rows if not row.alignments and not row.opens)
        return [*bare, *self.left_out]


def side_by_side(part: PartView, max_rows: int = MAX_ROWS) -> list[Group]:
    """Return ``part`` in the order of its left framework; alignments in the order of the source."""
    framework = part.subject_framework
    alignments_of, denials_of = _by_subject(part.alignments), _by_subject(part.denials)
    ends = alignments_of.keys() | denials_of.keys()
    kinds = set(part.part.subject_kinds) or {end.statement.kind for end in ends}
    candidates = {s for s in framework.statements if s.statement.kind in kinds or s in ends}
    visible = candidates if len(candidates) <= max_rows else set(ends)
    headings = {above for statement in visible for above in (*statement.ancestors, statement.top)}
    prose = _prose(part)
    listed = any(map(_is_list, alignments_of.values()))
    groups: dict[StatementView, Group] = {}
    for statement in framework.statements:
        if statement in visible or statement in headings:
            group = groups.setdefault(statement.top, Group(top=statement.top))
            group.rows.append(
                Row(
                    statement=statement,
                    alignments=alignments_of.get(statement, []),
                    denials=denials_of.get(statement, []),
                    sections=prose.get(statement, []),
                    opens=statement not in candidates,
                    listed=listed,
                )
            )
    for statement in framework.statements:
        if statement in candidates and statement not in visible and statement not in headings:
            groups.setdefault(statement.top, Group(top=statement.top)).left_out[statement] = None
    return list(groups.values())


def _by_subject(alignments: Iterable[AlignmentView]) -> Mapping[StatementView, list[AlignmentView]]:
    by_subject: dict[StatementView, list[AlignmentView]] = {}
    for alignment in alignments:
        by_subject.setdefault(alignment.subject, []).append(alignment)
    for of_subject in by_subject.values():
        of_subject.sort(key=lambda a: (a.lines or (0, 0), place(a.object)))
    return by_subject


def _is_list(alignments: Sequence[AlignmentView]) -> bool:
    """Return whether the source prints the same words, once, for all of several alignments."""
    locations = {(alignment.printed_text, alignment.lines) for alignment in alignments}
    return len(alignments) > 1 and len(locations) == 1 and next(iter(locations)) != (None, None)


def _prose(part: PartView) -> Mapping[StatementView, list[SectionView]]:
    sections_of: dict[StatementView, list[SectionView]] = {}
    for section in part.sections:
        for statement in section.statements:
            sections_of.setdefault(statement, []).append(section)
    return sections_of


def place(statement: StatementView) -> tuple[int, ...]:
    """Return what sorts ``statement`` into the order of its framework."""
    return tuple(s.statement.position for s in (*statement.ancestors, statement))


def remaining_sections(part: PartView, groups: Iterable[Group]) -> list[SectionView]:
    """Return the prose of ``part`` that stands beside none of the rows."""
    placed = {section for group in groups for row in group.rows for section in row.sections}
    return [section for section in part.sections if section not in placed]
