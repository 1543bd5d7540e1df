"""Pairs of texts that say the same in the same words, or in all but one."""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Final

from crosswalk_rdf.linking.words import words

FEWEST_WORDS: Final = 4
"""A text of fewer words is compared as a whole only: one word makes all the difference there."""

WordIds = tuple[int, ...]


class Verbatim(IntEnum):
    """How two texts agree."""

    ONE_WORD = 1
    """All words but one are the same, in the same order."""
    IDENTICAL = 2
    """All words are the same, in the same order; case, punctuation and spaces may differ."""


def verbatim_pairs(
    queries: Sequence[str], candidates: Sequence[str]
) -> dict[int, dict[int, Verbatim]]:
    """Return the pairs of texts that agree in all words, or in all but one.

    One word more, one fewer, or another in its place.

    Args:
        queries: Texts.
        candidates: Texts.

    Returns:
        By the number of a query, how each candidate agrees with it, by its number.

    Raises:
        Nothing.
    """
    ids: dict[str, int] = {}
    left, right = ([_word_ids(text, ids) for text in texts] for texts in (queries, candidates))
    by_key = _numbers_by_key(right)
    pairs: dict[int, dict[int, Verbatim]] = {}
    for number, own in enumerate(left):
        agreements: dict[int, Verbatim] = {}
        for key in _keys(own):
            for other in by_key.get(key, ()):
                if other not in agreements and (agreement := _agreement(own, right[other])):
                    agreements[other] = agreement
        if agreements:
            pairs[number] = agreements
    return pairs


def _word_ids(text: str, ids: dict[str, int]) -> WordIds:
    return tuple(ids.setdefault(word, len(ids)) for word in words(text))


def _keys(own: WordIds) -> Iterator[int]:
    """Yield a key of the text, and one of each text that has a word less."""
    if own:
        yield hash(own)
    if len(own) >= FEWEST_WORDS:
        for position in range(len(own)):
            yield hash(own[:position] + own[position + 1 :])


def _numbers_by_key(texts: Sequence[WordIds]) -> dict[int, "array[int]"]:
    by_key: dict[int, array[int]] = defaultdict(lambda: array("i"))
    for number, own in enumerate(texts):
        for key in _keys(own):
            by_key[key].append(number)
    return by_key


def _agreement(left: WordIds, right: WordIds) -> Verbatim | None:
    if left == right:
        return Verbatim.IDENTICAL
    if abs(len(left) - len(right)) > 1 or min(len(left), len(right)) < FEWEST_WORDS - 1:
        return None
    first = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    start = min(len(left), len(right)) if first is None else first
    rest_left = left[start + (len(left) >= len(right)) :]
    rest_right = right[start + (len(right) >= len(left)) :]
    return Verbatim.ONE_WORD if rest_left == rest_right else None
