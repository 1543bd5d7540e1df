"""Queries by how hard they are: by how much the right texts resemble theirs."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from difflib import SequenceMatcher
from typing import Final

from crosswalk_rdf.linking.evaluation import Gold
from crosswalk_rdf.linking.words import words

NEAR_VERBATIM: Final = 0.8
REWORDED: Final = 0.6
WORDING: Final = ("near-verbatim", "reworded", "hard")
"""The names of the strata by wording, the easy ones first."""


def similarity(one: str, other: str) -> float:
    """Return how alike the words of two texts are, whatever their order: from 0 to 1."""
    left, right = (" ".join(sorted(words(text))) for text in (one, other))
    return SequenceMatcher(None, left, right, autojunk=False).ratio()


def wording(gold: Gold, texts: Mapping[str, str]) -> Callable[[str], str]:
    """Return what gives the stratum of a query: by the right text that is most like its own.

    Args:
        gold: The right candidates.
        texts: The text of each query and candidate.
    """

    def stratum(query: str) -> str:
        own = texts.get(query, "")
        best = max((similarity(own, texts.get(right, "")) for right in gold[query]), default=0.0)
        if best >= NEAR_VERBATIM:
            return WORDING[0]
        return WORDING[1] if best >= REWORDED else WORDING[2]

    return stratum


def strata(gold: Gold, stratum: Callable[[str], str]) -> dict[str, Gold]:
    """Return the queries of each stratum, with their right candidates.

    Args:
        gold: The right candidates.
        stratum: Gives the name of the stratum of a query.

    Returns:
        By name, in the order of the queries.

    Raises:
        Nothing.
    """
    parts: dict[str, dict[str, frozenset[str]]] = defaultdict(dict)
    for query, right in gold.items():
        if right:
            parts[stratum(query)][query] = right
    return dict(parts)
