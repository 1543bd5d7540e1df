"""Two frameworks to the table of their pairs of statements: which parts claim which, and by what.

A part claims a pair outright, or by what stands below the two: an alignment is rolled up at each
end to the nearest statements at or above it that take roll-ups. A negated one claims nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rdflib import URIRef

from crosswalk_rdf.model.alignments import Alignment
from crosswalk_rdf.model.crosswalks import Crosswalk, MappingSet
from crosswalk_rdf.model.roll_up import RollUp, claimed_pairs


@dataclass(frozen=True, slots=True)
class Claim:
    """An alignment of a part that claims a pair."""

    part: MappingSet
    alignment: Alignment
    outright: bool
    """Whether the pair is what it aligns, and not what its ends are rolled up to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairTable:
    """The pairs (row, column) of two frameworks' statements that some part claims."""

    rows: RollUp
    columns: RollUp
    claims: Mapping[tuple[URIRef, URIRef], Sequence[Claim]]
    """The claims of each pair, part by part; the pairs in the order of rows and columns."""
    parts: Sequence[MappingSet]
    """The parts that claim at least one pair."""
    above: Sequence[tuple[MappingSet, Alignment]]
    """Alignments of the two frameworks with an end above all that take roll-ups: of no pair."""


def pair_table(crosswalk: Crosswalk, rows: RollUp, columns: RollUp) -> PairTable:
    """Return what the parts of ``crosswalk`` claim of each pair of ``rows`` and ``columns``."""
    claims: dict[tuple[URIRef, URIRef], list[Claim]] = {}
    above = []
    for part, alignment in ((p, alignment) for p in crosswalk.parts for alignment in p.claims):
        pairs = _pairs(alignment, rows, columns)
        for pair in pairs or ():
            outright = {*pair} == {alignment.subject, alignment.object}
            claims.setdefault(pair, []).append(Claim(part, alignment, outright))
        if pairs == []:
            above.append((part, alignment))
    claiming = {claim.part.iri for of_pair in claims.values() for claim in of_pair}
    ordered = sorted(claims, key=lambda pair: (rows.places[pair[0]], columns.places[pair[1]]))
    return PairTable(
        rows=rows,
        columns=columns,
        claims={pair: claims[pair] for pair in ordered},
        parts=[part for part in crosswalk.parts if part.iri in claiming],
        above=above,
    )


def _pairs(
    alignment: Alignment, rows: RollUp, columns: RollUp
) -> list[tuple[URIRef, URIRef]] | None:
    """Return the pairs that ``alignment`` claims; None if it is not of these two frameworks."""
    if alignment.subject in rows.statements and alignment.object in columns.statements:
        pairs = claimed_pairs(alignment, rows, columns)
        return [(subject.iri, object.iri) for subject, object in pairs]
    if alignment.subject in columns.statements and alignment.object in rows.statements:
        pairs = claimed_pairs(alignment, columns, rows)
        return [(object.iri, subject.iri) for subject, object in pairs]
    return None
