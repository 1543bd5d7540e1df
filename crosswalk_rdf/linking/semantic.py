"""Rank candidates by words and by the meaning that a sentence model finds."""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from crosswalk_rdf.linking.comparable_text import ComparableText
from crosswalk_rdf.linking.lexical import LexicalIndex, Ranking, best_first
from crosswalk_rdf.linking.sentence_model import SentenceModel, Vectors
from crosswalk_rdf.linking.vectors import Floats, Numbers, WordVectors

POOL: Final = 50
"""How many of the best candidates by each method are compared by both."""
MEANING: Final = 2.0
"""How much meaning counts beside words."""
SEMANTIC: Final = "semantic"
"""The method that compares words, character n-grams and the vectors of a sentence model."""


class SemanticIndex:
    """Two lists of texts, ready to be ranked by words and by meaning.

    Args:
        queries: The texts that are to be aligned.
        candidates: What they may be aligned with.
        model: The sentence model.

    Raises:
        Nothing.
    """

    method = SEMANTIC

    def __init__(
        self,
        queries: Sequence[ComparableText],
        candidates: Sequence[ComparableText],
        model: SentenceModel,
    ) -> None:
        self.lexical = LexicalIndex(queries, candidates)
        self._queries = meaning_vectors(queries, model)
        self._candidates = meaning_vectors(candidates, model)

    @property
    def words(self) -> WordVectors:
        """The words of both lists."""
        return self.lexical.words

    def rankings(self, top: int) -> Iterator[Ranking]:
        """Yield the best candidates of each text, in order.

        Both scores are standardized within the union of the best ``POOL`` by each; over all
        candidates, those of words would be outliers in long lists.

        Args:
            top: How many of each at most.

        Raises:
            Nothing.
        """
        for number, lexical in enumerate(self.lexical.rankings(max(top, POOL))):
            by_meaning = self._candidates @ self._queries[number]
            pool = _union(lexical, by_meaning, max(top, POOL))
            words = np.zeros(len(by_meaning), dtype=np.float32)
            words[lexical.candidates] = lexical.scores
            order = _standardized(words[pool]) + MEANING * _standardized(by_meaning[pool])
            yield best_first(pool, order, (words[pool] + MEANING * by_meaning[pool]) / 3, top)


def meaning_vectors(texts: Sequence[ComparableText], model: SentenceModel) -> Vectors:
    """Return a vector a text: the mean of that of its own words and that of them in context.

    Args:
        texts: The texts.
        model: The sentence model.

    Returns:
        A row a text, of unit length.

    Raises:
        Nothing.
    """
    lead_ins = [f"{t.context} {t.text}" if t.continues_context else t.text for t in texts]
    in_context = [f"{t.context} {t.text}".strip() for t in texts]
    sums = np.array(list(model.vectors(lead_ins))) + np.array(list(model.vectors(in_context)))
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    vectors: Vectors = (sums / np.where(lengths == 0, 1, lengths)).astype(np.float32)
    return vectors


def _union(lexical: Ranking, by_meaning: Floats, count: int) -> Numbers:
    nearest = np.lexsort((np.arange(len(by_meaning)), -np.round(by_meaning, 6)))[:count]
    pool: Numbers = np.union1d(lexical.candidates[:count], nearest)
    return pool


def _standardized(values: Floats) -> Floats:
    spread = values.std()
    result: Floats = (values - values.mean()) / (spread if spread else 1)
    return result
