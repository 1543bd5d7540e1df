"""Comparison of printed words: what is the same text, and how two printings differ."""

import re
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

_SAME_TEXT = 0.75
"""Share of words in common from which two printings are taken for the same text.

In the source the least alike pair of printings of one statement shares 0.86 of its words, the
most alike pair of two statements 0.70; see ``docs/decisions/text-wins.md``.
"""

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


def words(text: str) -> list[str]:
    """Return the words of ``text`` without case and punctuation."""
    return _WORD.findall(text.casefold())


def same_words(first: str, second: str) -> bool:
    """Return whether two texts differ at most in punctuation, case and spacing."""
    return words(first) == words(second)


def without_final_period(text: str) -> str:
    """Return ``text`` without the period that only some printings put at its end."""
    return text.strip().removesuffix(".")


def likeness(first: str, second: str) -> float:
    """Return the share of words that two texts have in common, in order: 0 to 1."""
    return SequenceMatcher(None, words(first), words(second), autojunk=False).ratio()


def closest(text: str, candidates: Mapping[str, str]) -> str | None:
    """Return the key of the candidate whose text is that of ``text``, or None.

    The candidate must share at least three quarters of its words; the first of equals wins.
    """
    if not candidates:
        return None
    best = max(candidates, key=lambda key: likeness(text, candidates[key]))
    return best if likeness(text, candidates[best]) >= _SAME_TEXT else None


def most_printed(texts: Iterable[str]) -> str:
    """Return the wording that is printed most often, as it was printed first.

    Printings that differ only in punctuation or case count as one wording.
    """
    printed = list(texts)
    return max(printed, key=lambda text: sum(same_words(text, other) for other in printed))
