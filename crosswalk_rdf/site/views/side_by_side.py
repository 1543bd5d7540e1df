"""A part of a crosswalk as two columns to read: what it aligns, and with what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from crosswalk_rdf.site.views.crosswalks import AlignmentView, ErratumView, PartView, SectionView
from crosswalk_rdf.site.views.frameworks import StatementView

WHOLE: Final = 1_500
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


def side_by_side(part: PartView, whole: int = WHOLE) -> list[Group]:
    """Return ``part`` in the order of its left framework; alignments in the order of the source."""
    framework = part.subject_framework
    beside, denied = _beside(part.alignments), _beside(part.denials)
    ends = beside.keys() | denied.keys()
    kinds = set(part.part.subject_kinds) or {end.statement.kind for end in ends}
    meant = {s for s in framework.statements if s.statement.kind in kinds or s in ends}
    shown = meant if len(meant) <= whole else set(ends)
    headings = {above for statement in shown for above in (*statement.ancestors, statement.top)}
    prose = _prose(part)
    listed = any(map(_is_list, beside.values()))
    groups: dict[StatementView, Group] = {}
    for statement in framework.statements:
        if statement in shown or statement in headings:
            group = groups.setdefault(statement.top, Group(top=statement.top))
            group.rows.append(
                Row(
                    statement=statement,
                    alignments=beside.get(statement, []),
                    denials=denied.get(statement, []),
                    sections=prose.get(statement, []),
                    opens=statement not in meant,
                    listed=listed,
                )
            )
    for statement in framework.statements:
        if statement in meant and statement not in shown and statement not in headings:
            groups.setdefault(statement.top, Group(top=statement.top)).left_out[statement] = None
    return list(groups.values())


def _beside(alignments: Iterable[AlignmentView]) -> Mapping[StatementView, list[AlignmentView]]:
    beside: dict[StatementView, list[AlignmentView]] = {}
    for alignment in alignments:
        beside.setdefault(alignment.subject, []).append(alignment)
    for of_subject in beside.values():
        of_subject.sort(key=lambda a: (a.lines or (0, 0), place(a.object)))
    return beside


def _is_list(alignments: Sequence[AlignmentView]) -> bool:
    """Return whether the source prints the same words, once, for all of several alignments."""
    printed = {(alignment.printed_text, alignment.lines) for alignment in alignments}
    return len(alignments) > 1 and len(printed) == 1 and next(iter(printed)) != (None, None)


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
    shown = {section for group in groups for row in group.rows for section in row.sections}
    return [section for section in part.sections if section not in shown]
