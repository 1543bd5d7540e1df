"""How much of each framework a crosswalk reaches: by branch, by kind of statement, by part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crosswalk_rdf.model import Level, RollUp
from crosswalk_rdf.site.views.crosswalks import CrosswalkView, PartView
from crosswalk_rdf.site.views.frameworks import FrameworkView, StatementView


@dataclass(slots=True, kw_only=True)
class Tally:
    """Statements counted: those that a part aligns, those that only an inference does."""

    total: int = 0
    aligned: int = 0
    inferred: int = 0

    @property
    def bare(self) -> int:
        """The number of statements that nothing aligns."""
        return self.total - self.aligned - self.inferred

    def share(self, count: int) -> float:
        """Return ``count`` as a percentage of the total, to a hundredth."""
        return round(100 * count / self.total, 2) if self.total else 0.0


@dataclass(slots=True, eq=False, kw_only=True)
class Branch:
    """A top concept with all below it."""

    top: StatementView
    kinds: Sequence[tuple[Level, Tally]]
    whole: Tally
    unaligned: Sequence[StatementView]
    """What nothing aligns, in order."""


@dataclass(slots=True, eq=False, kw_only=True)
class PartCoverage:
    """What one part reaches of a framework."""

    part: PartView
    kinds: Sequence[tuple[Level, Tally]]
    missed: Sequence[StatementView]
    """Statements of the roll-up level on or below which the part aligns nothing."""


@dataclass(slots=True, eq=False, kw_only=True)
class FrameworkCoverage:
    """What a crosswalk reaches of a framework."""

    framework: FrameworkView
    whole: Tally
    kinds: Sequence[tuple[Level, Tally]]
    branches: Sequence[Branch]
    parts: Sequence[PartCoverage]
    gaps: Sequence[StatementView] = field(default_factory=list)
    """Statements of the roll-up level on or below which no part aligns anything."""
    unmatched: Sequence[StatementView] = field(default_factory=list)
    """Statements that a part says nothing matches (``sssom:NoTermFound``)."""


def coverage(crosswalk: CrosswalkView) -> list[FrameworkCoverage]:
    """Return what ``crosswalk`` reaches of each of its frameworks."""
    return [_of_framework(crosswalk, framework) for framework in crosswalk.frameworks]


def _of_framework(crosswalk: CrosswalkView, framework: FrameworkView) -> FrameworkCoverage:
    aligned = _ends(crosswalk.parts)
    inferred = {end for a in crosswalk.rolled_up for end in (a.subject, a.object)}
    parts = [p for p in crosswalk.parts if framework in (p.subject_framework, p.object_framework)]
    return FrameworkCoverage(
        framework=framework,
        whole=_tally(framework.statements, aligned, inferred),
        kinds=_kinds(framework, framework.statements, aligned, inferred),
        branches=[_branch(top, aligned, inferred) for top in framework.top],
        parts=[_of_part(part, framework) for part in parts],
        gaps=_statements_without_alignment(framework, aligned),
        unmatched=_unmatched(crosswalk, framework),
    )


def _unmatched(crosswalk: CrosswalkView, framework: FrameworkView) -> list[StatementView]:
    """Return the statements of ``framework`` that were reviewed and have no match, in order."""
    records = [denial for denial in crosswalk.denials if denial.unmapped]
    ends = {end for record in records for end in (record.subject, record.object)}
    return [statement for statement in framework.statements if statement in ends]


def _ends(parts: Iterable[PartView]) -> set[StatementView]:
    return {end for part in parts for a in part.alignments for end in (a.subject, a.object)}


def _branch(
    top: StatementView, aligned: set[StatementView], inferred: set[StatementView]
) -> Branch:
    statements = list(top.branch)
    return Branch(
        top=top,
        kinds=_kinds(top.framework, statements, aligned, inferred),
        whole=_tally(statements, aligned, inferred),
        unaligned=[s for s in statements if s not in aligned and s not in inferred],
    )


def _of_part(part: PartView, framework: FrameworkView) -> PartCoverage:
    aligned = _ends([part])
    inferred = {end for a in part.rolled_up for end in (a.subject, a.object)}
    return PartCoverage(
        part=part,
        kinds=_kinds(framework, framework.statements, aligned, inferred),
        missed=_statements_without_alignment(framework, aligned),
    )


def _kinds(
    framework: FrameworkView,
    statements: Sequence[StatementView],
    aligned: set[StatementView],
    inferred: set[StatementView],
) -> list[tuple[Level, Tally]]:
    levels = []
    for level in framework.framework.levels:
        of_level = [statement for statement in statements if statement.level is level]
        if of_level:
            levels.append((level, _tally(of_level, aligned, inferred)))
    return levels


def _tally(
    statements: Sequence[StatementView], aligned: set[StatementView], inferred: set[StatementView]
) -> Tally:
    return Tally(
        total=len(statements),
        aligned=sum(1 for s in statements if s in aligned),
        inferred=sum(1 for s in statements if s in inferred and s not in aligned),
    )


def _statements_without_alignment(
    framework: FrameworkView, aligned: set[StatementView]
) -> list[StatementView]:
    roll_up = RollUp(framework.framework, or_top=True)
    ends = {s.statement.iri for s in aligned if s.framework is framework}
    covered = ends.union(*(roll_up.above(end) for end in ends))
    level = framework.roll_up or framework.top
    return [s for s in level if s.statement.iri not in covered]
