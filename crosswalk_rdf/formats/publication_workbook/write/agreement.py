"""The pairs of two frameworks' statements that parts of a crosswalk claim, to rows of a sheet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.model import (
    Crosswalk,
    Framework,
    MappingSet,
    PairTable,
    RollUp,
    Statement,
    pair_table,
)
from crosswalk_rdf.model.pair_table import Claim

OUTRIGHT: Final = "outright"
BELOW: Final = "below"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two statements, and how each part claims the pair, by the IRI of the part."""

    row: Statement
    column: Statement
    claims: Mapping[URIRef, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """The claimed pairs of two frameworks, in the order of their statements."""

    rows: Framework
    columns: Framework
    parts: Sequence[MappingSet]
    """The parts that claim at least one pair: those that have a say."""
    pairs: Sequence[Pair]

    @property
    def totals(self) -> list[tuple[int, int]]:
        """How many pairs so many parts claim, from all parts down to one."""
        counted = Counter(len(pair.claims) for pair in self.pairs)
        return [(number, counted[number]) for number in range(len(self.parts), 0, -1)]


def agreements(crosswalk: Crosswalk, frameworks: Sequence[Framework]) -> Iterator[Agreement]:
    """Yield the agreement about each two frameworks that ``crosswalk`` aligns, if there is any.

    The framework with more statements that take roll-ups makes the rows.
    """
    by_iri = {framework.iri: framework for framework in frameworks}
    pairs: dict[frozenset[URIRef], None] = {}
    for part in crosswalk.parts:
        ends = frozenset((part.subject_source, part.object_source))
        if len(ends) > 1 and ends <= by_iri.keys():
            pairs[ends] = None
    for ends in pairs:
        both = [RollUp(framework) for framework in frameworks if framework.iri in ends]
        columns, rows = sorted(both, key=lambda side: len(side.targets))
        agreement = _agreement(pair_table(crosswalk, rows, columns))
        if agreement.pairs:
            yield agreement


def _agreement(table: PairTable) -> Agreement:
    return Agreement(
        rows=table.rows.framework,
        columns=table.columns.framework,
        parts=table.parts,
        pairs=[
            Pair(
                row=table.rows.statements[row],
                column=table.columns.statements[column],
                claims=_by_part(claims),
            )
            for (row, column), claims in table.claims.items()
        ],
    )


def _by_part(claims: Iterable[Claim]) -> dict[URIRef, str]:
    """Return how each part claims a pair: outright, if any of its alignments does."""
    by_part: dict[URIRef, str] = {}
    for claim in claims:
        if claim.outright or claim.part.iri not in by_part:
            by_part[claim.part.iri] = OUTRIGHT if claim.outright else BELOW
    return by_part
