"""Ranked candidates against alignments that people made: how good a method of ranking is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

SAMPLES: Final = 2000
"""How many bootstrap samples an interval is made from."""
_SEED: Final = 20170401
"""The bootstrap draws the same samples each time."""

Values = NDArray[np.float64]
"""The value of a measure for each query, or its mean in each sample."""
Rankings = Mapping[str, Sequence[str]]
"""The candidates of each query, best first."""
Gold = Mapping[str, frozenset[str]]
"""The right candidates of each query."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean, and the interval in which 95 % of the bootstrap samples have it."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How a method ranks a set of queries."""

    queries: int
    measures: Mapping[str, Interval]
    """By name: ``R@1``, ``R@5``, ``R@10``, ``MRR``, ``MAP``."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How much better one method is than another, on the same queries."""

    interval: Interval
    p_value: float
    """The share of bootstrap samples in which the difference has the other sign, twice."""


def recall_at(count: int) -> Callable[[Sequence[str], frozenset[str]], float]:
    """Return a measure: the share of the right candidates that are among the first ``count``."""
    return lambda ranking, right: len(right.intersection(ranking[:count])) / len(right)


def reciprocal_rank(ranking: Sequence[str], right: frozenset[str]) -> float:
    """Return 1 by the rank of the first right candidate; 0 where there is none."""
    return next((1 / rank for rank, c in enumerate(ranking, start=1) if c in right), 0.0)


def average_precision(ranking: Sequence[str], right: frozenset[str]) -> float:
    """Return the mean of the precision at each right candidate; 0 for one that is missing."""
    hits = [rank for rank, candidate in enumerate(ranking, start=1) if candidate in right]
    return sum(number / rank for number, rank in enumerate(hits, start=1)) / len(right)


MEASURES: Final[Mapping[str, Callable[[Sequence[str], frozenset[str]], float]]] = {
    "R@1": recall_at(1),
    "R@5": recall_at(5),
    "R@10": recall_at(10),
    "MRR": reciprocal_rank,
    "MAP": average_precision,
}


def evaluate(rankings: Rankings, gold: Gold) -> Evaluation:
    """Return how well a method ranks.

    Args:
        rankings: Its candidates for each query. A query without any counts as not found.
        gold: The right candidates; queries without any do not count.

    Returns:
        Each measure as the mean over queries, with its bootstrap interval; all 0 without queries.

    Raises:
        Nothing.
    """
    queries = sorted(query for query, right in gold.items() if right)
    measures = {
        name: _interval(_values(measure, rankings, gold, queries))
        for name, measure in MEASURES.items()
    }
    return Evaluation(len(queries), measures)


def compare(one: Rankings, other: Rankings, gold: Gold, measure: str = "MRR") -> Difference:
    """Return the difference of two methods on the same queries (paired bootstrap).

    Args:
        one: The candidates of the first method.
        other: Those of the second.
        gold: The right candidates.
        measure: The name of a measure.

    Returns:
        The mean of the first less that of the second.

    Raises:
        KeyError: There is no such measure.
    """
    queries = sorted(query for query, right in gold.items() if right)
    values = [_values(MEASURES[measure], each, gold, queries) for each in (one, other)]
    differences = values[0] - values[1]
    samples = _bootstrap_means(differences)
    smaller = min((samples <= 0).mean(), (samples >= 0).mean()) if len(samples) else 0.5
    return Difference(_interval(differences), min(1.0, 2 * float(smaller)))


def _values(
    measure: Callable[[Sequence[str], frozenset[str]], float],
    rankings: Rankings,
    gold: Gold,
    queries: Sequence[str],
) -> Values:
    return np.array([measure(rankings.get(query, ()), gold[query]) for query in queries])


def _interval(values: Values) -> Interval:
    if not len(values):
        return Interval(0.0, 0.0, 0.0)
    low, high = np.quantile(_bootstrap_means(values), (0.025, 0.975))
    return Interval(float(values.mean()), float(low), float(high))


def _bootstrap_means(values: Values) -> Values:
    if not len(values):
        return np.array([])
    draws = np.random.default_rng(_SEED).integers(0, len(values), (SAMPLES, len(values)))
    means: Values = values[draws].mean(axis=1)
    return means
