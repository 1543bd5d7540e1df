"""Who claims what: each pair of statements of two frameworks that the parts of a crosswalk align.

A part claims a pair outright, or by what stands below the two: an alignment is rolled up at each
end to the nearest statements at or above it whose level takes roll-ups. A negated one claims
nothing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.model import (
    Crosswalk,
    Framework,
    MappingSet,
    RollUp,
    Statement,
    claimed_pairs,
)

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
    known = {framework.iri: framework for framework in frameworks}
    pairs: dict[frozenset[URIRef], None] = {}
    for part in crosswalk.parts:
        ends = frozenset((part.subject_source, part.object_source))
        if len(ends) > 1 and ends <= known.keys():
            pairs[ends] = None
    for ends in pairs:
        both = [RollUp(framework) for framework in frameworks if framework.iri in ends]
        columns, rows = sorted(both, key=lambda side: len(side.targets))
        agreement = _agreement(crosswalk, rows, columns)
        if agreement.pairs:
            yield agreement


def _agreement(crosswalk: Crosswalk, rows: RollUp, columns: RollUp) -> Agreement:
    claims: dict[tuple[URIRef, URIRef], dict[URIRef, str]] = {}
    for part in crosswalk.parts:
        if {part.subject_source, part.object_source} != {rows.framework.iri, columns.framework.iri}:
            continue
        swapped = part.subject_source == columns.framework.iri
        sides = (columns, rows) if swapped else (rows, columns)
        for alignment in part.claims:
            for subject, object in claimed_pairs(alignment, *sides):
                ends = (subject.iri, object.iri)
                claim = OUTRIGHT if ends == (alignment.subject, alignment.object) else BELOW
                parts = claims.setdefault(ends[::-1] if swapped else ends, {})
                parts[part.iri] = OUTRIGHT if parts.get(part.iri) == OUTRIGHT else claim
    ordered = sorted(claims, key=lambda pair: (rows.places[pair[0]], columns.places[pair[1]]))
    return Agreement(
        rows=rows.framework,
        columns=columns.framework,
        parts=_with_a_say(crosswalk, claims.values()),
        pairs=[
            Pair(
                row=rows.statements[row],
                column=columns.statements[column],
                claims=claims[row, column],
            )
            for row, column in ordered
        ],
    )


def _with_a_say(crosswalk: Crosswalk, claims: Iterable[Mapping[URIRef, str]]) -> list[MappingSet]:
    """Return the parts that claim any pair."""
    claiming = {part for parts in claims for part in parts}
    return [part for part in crosswalk.parts if part.iri in claiming]
