"""Rank candidates by the words and the character n-grams that they share with a text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from sparse_dot_topn import sp_matmul_topn, zip_sp_matmul_topn

from crosswalk_rdf.linking.comparable_text import ComparableText, weighted_parts
from crosswalk_rdf.linking.vectors import (
    Floats,
    Matrix,
    Numbers,
    WordVectors,
    ngram_vectors,
    word_vectors,
)

EVERY_PAIR: Final = 25_000_000
"""Up to so many pairs, each is scored; beyond, those with the best ``POOL`` by words."""
POOL: Final = 50
QUERY_BLOCK: Final = 1024
CANDIDATE_BLOCK: Final = 65_536
_PAIR_BLOCK: Final = 16_384


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best candidates for one text, best first."""

    candidates: Numbers
    """Their numbers (``numpy`` array of integers)."""
    scores: Floats
    """The mean of both cosines, from 0 to 1 (``numpy`` array of floats)."""


LEXICAL: Final = "lexical"
"""The method that compares words and character n-grams."""


class LexicalIndex:
    """Two lists of texts as vectors, ready to be ranked against each other.

    Args:
        queries: The texts that are to be aligned.
        candidates: What they may be aligned with.

    Raises:
        Nothing.
    """

    method = LEXICAL

    def __init__(
        self, queries: Sequence[ComparableText], candidates: Sequence[ComparableText]
    ) -> None:
        parts = weighted_parts(queries, are_candidates=False)
        words_of = weighted_parts(candidates, are_candidates=True)
        languages = [t.language for t in queries], [t.language for t in candidates]
        self.words: WordVectors = word_vectors(parts, words_of, languages)
        self._query_ngrams, self._candidate_ngrams = ngram_vectors(
            parts, [own[:1] for own in words_of]
        )

    def rankings(self, top: int) -> Iterator[Ranking]:
        """Yield the best candidates of each text, in order.

        Candidates that share nothing with the text are left out. Those with equal scores stand in
        the order of their numbers.

        Args:
            top: How many of each at most.

        Raises:
            Nothing.
        """
        count, candidates = self.words.queries.shape[0], self.words.candidates.shape[0]
        every_pair = count * candidates <= EVERY_PAIR
        for start in range(0, count, QUERY_BLOCK):
            rows = slice(start, min(start + QUERY_BLOCK, count))
            if every_pair:
                yield from _best(self._all_scores(rows), top)
            else:
                yield from self._pooled(rows, max(top, POOL), top)

    def _all_scores(self, rows: slice) -> Floats:
        by_words = self.words.queries[rows] @ self.words.candidates.T
        by_ngrams = self._query_ngrams[rows] @ self._candidate_ngrams.T
        scores: Floats = ((by_words + by_ngrams) / 2).toarray()
        return scores

    def _pooled(self, rows: slice, pool: int, top: int) -> Iterator[Ranking]:
        matches = self._best_by_words(rows, pool)
        owners = np.repeat(np.arange(rows.start, rows.stop), np.diff(matches.indptr))
        ngrams = row_products(self._query_ngrams, owners, self._candidate_ngrams, matches.indices)
        by_words = row_products(self.words.queries, owners, self.words.candidates, matches.indices)
        matches.data = ((by_words + ngrams) / 2).astype(np.float32)
        for number in range(matches.shape[0]):
            part = slice(matches.indptr[number], matches.indptr[number + 1])
            scores = matches.data[part]
            yield best_first(matches.indices[part], scores, scores, top)

    def _best_by_words(self, rows: slice, pool: int) -> Matrix:
        queries, candidates = (
            without_common(self.words.queries[rows], self.words),
            self.words.candidates,
        )
        blocks = []
        for start in range(0, candidates.shape[0], CANDIDATE_BLOCK):
            block = candidates[start : start + CANDIDATE_BLOCK].T.tocsr()
            blocks.append(sp_matmul_topn(queries, block, top_n=pool, sort=True))
        return blocks[0] if len(blocks) == 1 else zip_sp_matmul_topn(top_n=pool, C_mats=blocks)


def without_common(rows: Matrix, vectors: WordVectors) -> Matrix:
    """Return rows of words without the common ones, which cost most and tell least."""
    telling = rows.copy()
    telling.data[vectors.is_common[telling.indices]] = 0
    telling.eliminate_zeros()
    return telling


def row_products(left: Matrix, left_rows: Numbers, right: Matrix, right_rows: Numbers) -> Floats:
    """Return the scalar products of pairs of rows of two sparse matrices.

    Args:
        left: A matrix.
        left_rows: The number of a row of it for each pair.
        right: Another, of the same width.
        right_rows: The number of a row of that for each pair.

    Returns:
        A product a pair.

    Raises:
        Nothing.
    """
    products = np.zeros(len(left_rows), dtype=np.float32)
    for start in range(0, len(left_rows), _PAIR_BLOCK):
        part = slice(start, start + _PAIR_BLOCK)
        pairs = left[left_rows[part]].multiply(right[right_rows[part]])
        products[part] = np.asarray(pairs.sum(axis=1)).ravel()
    return products


def _best(scores: Floats, top: int) -> Iterator[Ranking]:
    """Yield the best of each row of a dense matrix."""
    for row in scores:
        positive = np.flatnonzero(row > 0)
        if len(positive) > top:
            bar = np.partition(row[positive], -top)[-top]
            positive = positive[row[positive] >= bar]
        yield best_first(positive, row[positive], row[positive], top)


def best_first(candidates: Numbers, order: Floats, scores: Floats, top: int) -> Ranking:
    """Return the best candidates; those that are equally good in the order of their numbers.

    Args:
        candidates: Their numbers.
        order: What each is ranked by.
        scores: What each has for a score.
        top: How many to return at most.

    Returns:
        The ranking, with scores between 0 and 1.

    Raises:
        Nothing.
    """
    best = np.lexsort((candidates, -np.round(order, 6)))[:top]
    return Ranking(candidates[best], np.clip(scores[best], 0, 1))
