"""Agreement of two parts of a crosswalk: coefficients from the results of ``contingency``.

Each part counts as a rater that decides for every pair (competency, standard) whether it aligns.
The population is all competencies times all standards; of it, ``both`` are claimed by both parts,
``only_first`` and ``only_second`` by one, ``neither`` by none: the 2x2 table of two raters.

Cohen's kappa (Cohen 1960) is ``(observed - expected) / (1 - expected)``, where ``observed`` is the
share of the population on which both say the same, and ``expected`` the share on which they would
by chance, each keeping to its own rate of claims. 1 is full agreement, 0 what chance would give.
Most pairs are claimed by neither, which makes ``observed`` high whatever the parts say: read kappa
and :attr:`Contingency.overlap`, which leaves those pairs out, beside it.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from rdflib import Literal
from rdflib.term import Node

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.store.answers import Answer, Solutions

CONTINGENCY_COLUMNS: Final = ("first", "second", "both", "onlyFirst", "onlySecond", "neither")
"""The variables that an answer must have; others are ignored."""


class NotAContingency(CrosswalkError):
    """An answer that is not a contingency table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contingency:
    """The 2x2 table of two parts, which are named by their IRIs."""

    first: str
    second: str
    both: int
    only_first: int
    only_second: int
    neither: int

    @property
    def population(self) -> int:
        """The number of pairs that could have been claimed."""
        return self.both + self.only_first + self.only_second + self.neither

    @property
    def observed(self) -> Fraction | None:
        """The share of pairs of which both say the same; None for no pairs."""
        return _share(self.both + self.neither, self.population)

    @property
    def expected(self) -> Fraction | None:
        """The share of pairs of which both would say the same by chance; None for no pairs."""
        first, second = self.both + self.only_first, self.both + self.only_second
        yes = first * second
        no = (self.population - first) * (self.population - second)
        return _share(yes + no, self.population**2)

    @property
    def kappa(self) -> Fraction | None:
        """Cohen's kappa; None where chance alone gives full agreement, or for no pairs."""
        observed, expected = self.observed, self.expected
        if observed is None or expected is None or expected == 1:
            return None
        return (observed - expected) / (1 - expected)

    @property
    def overlap(self) -> Fraction | None:
        """The share of both in the pairs that either claims (Jaccard); None where none does."""
        return _share(self.both, self.both + self.only_first + self.only_second)


def contingencies(answer: Answer) -> tuple[Contingency, ...]:
    """Return the tables in the answer to ``contingency``, in its order; raise NotAContingency."""
    if not isinstance(answer, Solutions) or not set(CONTINGENCY_COLUMNS) <= set(answer.variables):
        columns = ", ".join(f"?{name}" for name in CONTINGENCY_COLUMNS)
        raise NotAContingency(f"the answer is no contingency table: select {columns}")
    places = [answer.variables.index(name) for name in CONTINGENCY_COLUMNS]
    return tuple(_contingency([row[place] for place in places]) for row in answer.rows)


def _contingency(row: list[Node | None]) -> Contingency:
    first, second, *counts = row
    both, only_first, only_second, neither = (_count(value) for value in counts)
    return Contingency(
        first=str(first),
        second=str(second),
        both=both,
        only_first=only_first,
        only_second=only_second,
        neither=neither,
    )


def _count(value: Node | None) -> int:
    number = value.toPython() if isinstance(value, Literal) else None
    if not isinstance(number, int) or number < 0:
        raise NotAContingency(f"{value} is no count: a count is a whole number from 0")
    return number


def _share(part: int, total: int) -> Fraction | None:
    return Fraction(part, total) if total else None
