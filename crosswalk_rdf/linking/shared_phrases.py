"""The words and phrases that two texts have in common, those that count most first."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from crosswalk_rdf.linking.comparable_text import ComparableText
from crosswalk_rdf.linking.vectors import WordVectors
from crosswalk_rdf.linking.words import stemmer, words

MOST: Final = 5


def shared_phrases(text: ComparableText, vectors: WordVectors, pair: tuple[int, int]) -> list[str]:
    """Return the phrases of a text whose words a candidate has too.

    Args:
        text: The text that is to be aligned.
        vectors: The vectors of both frameworks.
        pair: The numbers of the text and of the candidate.

    Returns:
        The phrases as the text has them, normalized, without common words at their ends; at most
        ``MOST``, best first. Common words alone where the texts share no other.

    Raises:
        Nothing.
    """
    product = vectors.queries[pair[0]].multiply(vectors.candidates[pair[1]]).tocsr()
    weights = dict(zip(product.indices.tolist(), product.data.tolist(), strict=True))
    stems = [vectors.stems.get(s, -1) for s in stemmer(text.language)(words(text.text))]
    common = frozenset(s for s in stems if s >= 0 and vectors.is_common[s])
    run = _Run(words(text.text), stems, weights)
    phrases = run.phrases(common) or run.phrases(frozenset())
    ranked = sorted(phrases.items(), key=lambda item: (-item[1], item[0]))
    return [phrase for phrase, _ in ranked[:MOST]]


@dataclass(frozen=True, slots=True)
class _Run:
    """A text, word by word."""

    words: Sequence[str]
    stems: Sequence[int]
    weights: Mapping[int, float]
    """What each stem that both texts have adds to the score."""

    def phrases(self, common: Container[int]) -> dict[str, float]:
        """Return each longest run of shared words, and what it carries."""
        phrases: dict[str, float] = {}
        for is_shared, group in groupby(range(len(self.words)), self._is_shared):
            positions = self._trimmed(list(group), common) if is_shared else []
            if positions:
                phrase = " ".join(self.words[p] for p in positions)
                carried = sum(self.weights[self.stems[p]] for p in positions)
                phrases[phrase] = max(carried, phrases.get(phrase, 0.0))
        return phrases

    def _is_shared(self, position: int) -> bool:
        return self.stems[position] in self.weights

    def _trimmed(self, positions: list[int], common: Container[int]) -> list[int]:
        telling = [p for p in positions if self.stems[p] not in common]
        return list(range(telling[0], telling[-1] + 1)) if telling else []
