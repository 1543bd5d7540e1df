"""Texts to sparse vectors of unit length: TF-IDF of stems, and of character n-grams."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from crosswalk_rdf.linking.words import stemmer, words

WeightedParts = Sequence[tuple[str, float]]
"""A text in parts, each with the weight of its words."""
Floats = NDArray[np.float32]
Numbers = NDArray[np.integer[Any]]
Matrix = Any
"""A ``scipy.sparse.csr_matrix`` of 32-bit floats; scipy has no types."""

NGRAM_SIZES: Final = (3, 4, 5)
_LEAST_WEIGHT: Final = 0.5
"""The weight of what every text has: little, since it tells nothing apart."""
COMMON: Final = 0.1
"""The share of the texts from which on a word says little."""
_TEXTS: Final = 4096
"""How many texts are looked at together: blocks of them keep memory flat."""
NGRAM_BUCKETS: Final = 1 << 22
"""Columns for n-grams. Two n-grams may share one; no vocabulary need be kept."""


@dataclass(frozen=True, slots=True)
class WordVectors:
    """The vectors of two lists of texts over the same stems."""

    queries: Matrix
    candidates: Matrix
    stems: dict[str, int]
    """The column of each stem."""
    is_common: NDArray[np.bool_]
    """Of each column, whether more than one text in ten has the stem (array of booleans)."""


def word_vectors(
    queries: Sequence[WeightedParts],
    candidates: Sequence[WeightedParts],
    languages: tuple[Sequence[str], Sequence[str]],
) -> WordVectors:
    """Return TF-IDF vectors of the stems of texts.

    Args:
        queries: What is to be aligned.
        candidates: What it may be aligned with.
        languages: The language tag of each query, and of each candidate.

    Returns:
        A row a text, of unit length; a row of zeros for a text without words.

    Raises:
        Nothing.
    """
    columns: dict[str, int] = {}
    rows = _Rows(), _Rows()
    for texts, tags, sides in zip((queries, candidates), languages, rows, strict=True):
        for parts, tag in zip(texts, tags, strict=True):
            sides.add(_stem_counts(parts, tag, columns))
    matrices = tuple(side.matrix(len(columns)) for side in rows)
    frequency = _apply_tf_idf(matrices)
    is_common = frequency > COMMON * (len(queries) + len(candidates))
    return WordVectors(matrices[0], matrices[1], columns, is_common)


def _stem_counts(parts: WeightedParts, language: str, columns: dict[str, int]) -> dict[int, float]:
    counts: Counter[int] = Counter()
    stems = stemmer(language)
    for text, weight in parts:
        for stem in stems(words(text)) if weight and text else ():
            counts[columns.setdefault(stem, len(columns))] += weight  # type: ignore[assignment]
    return counts  # type: ignore[return-value]


class _Rows:
    """The rows of a sparse matrix, one after the other."""

    def __init__(self) -> None:
        self._columns = array("i")
        self._values = array("f")
        self._ends = array("q", [0])

    def add(self, row: dict[int, float]) -> None:
        self._columns.extend(row)
        self._values.extend(row.values())
        self._ends.append(len(self._columns))

    def matrix(self, width: int) -> Matrix:
        shape = (len(self._ends) - 1, max(width, 1))
        values = np.frombuffer(self._values, dtype=np.float32).copy()
        columns = np.frombuffer(self._columns, dtype=np.int32).copy()
        result = sparse.csr_matrix((values, columns, np.array(self._ends)), shape=shape)
        result.sort_indices()
        return result


def ngram_vectors(
    queries: Sequence[WeightedParts], candidates: Sequence[WeightedParts]
) -> tuple[Matrix, Matrix]:
    """Return TF-IDF vectors of the character n-grams of texts, within words.

    Args:
        queries: What is to be aligned.
        candidates: What it may be aligned with.

    Returns:
        The vectors of each, a row a text, of unit length.

    Raises:
        Nothing.
    """
    matrices = _on_used_columns(_ngram_counts(queries), _ngram_counts(candidates))
    _apply_tf_idf(matrices)
    return matrices


def _on_used_columns(one: Matrix, other: Matrix) -> tuple[Matrix, Matrix]:
    """Return two matrices without the columns that are empty in both."""
    is_used = np.zeros(NGRAM_BUCKETS, dtype=np.bool_)
    for matrix in (one, other):
        is_used[matrix.indices] = True
    column = np.cumsum(is_used, dtype=np.int32) - 1
    width = max(int(is_used.sum()), 1)
    left, right = (
        sparse.csr_matrix((m.data, column[m.indices], m.indptr), shape=(m.shape[0], width))
        for m in (one, other)
    )
    return left, right


def _ngram_counts(texts: Sequence[WeightedParts]) -> Matrix:
    """Return how often each n-gram occurs in each text."""
    blocks = [_ngram_block(texts[i : i + _TEXTS]) for i in range(0, len(texts), _TEXTS)]
    empty = sparse.csr_matrix((0, NGRAM_BUCKETS), dtype=np.float32)
    return sparse.vstack([*blocks, empty], format="csr")


def _ngram_block(texts: Sequence[WeightedParts]) -> Matrix:
    padded = [
        (row, " ".join(("", *words(text), "")), weight)
        for row, parts in enumerate(texts)
        for text, weight in parts
        if weight and text
    ]
    joined = "\n".join(text for _, text, _ in padded)
    codes = np.frombuffer(joined.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    lengths = np.array([len(text) + 1 for _, text, _ in padded], dtype=np.int64)
    owners = np.repeat(np.array([row for row, _, _ in padded], dtype=np.int64), lengths)[
        : len(codes)
    ]
    weights = np.repeat(np.array([w for _, _, w in padded], dtype=np.float32), lengths)[
        : len(codes)
    ]
    grams = [_grams(codes, size) for size in NGRAM_SIZES if len(codes) >= size]
    at = np.concatenate([starts for starts, _ in grams]) if grams else np.array([], dtype=np.int64)
    buckets = np.concatenate([b for _, b in grams]) if grams else np.array([], dtype=np.int64)
    result = sparse.coo_matrix(
        (weights[at], (owners[at], buckets)), shape=(len(texts), NGRAM_BUCKETS)
    ).tocsr()
    result.sort_indices()
    return result


def _grams(codes: NDArray[np.uint64], size: int) -> tuple[Numbers, Numbers]:
    """Return where n-grams of a size begin, and the column of each.

    A space may stand at either end of an n-gram, and not within it; a line break nowhere.
    """
    windows = np.lib.stride_tricks.sliding_window_view(codes, size)
    inner = windows[:, 1:-1]
    is_gram = ~((windows == 10).any(axis=1) | (inner == 32).any(axis=1))
    starts = np.flatnonzero(is_gram)
    hashes = np.full(len(starts), 0xCBF29CE484222325, dtype=np.uint64)
    for offset in range(size):
        hashes = (hashes ^ codes[starts + offset]) * np.uint64(0x100000001B3)  # FNV-1a
        hashes ^= hashes >> np.uint64(29)
    return starts, (hashes % np.uint64(NGRAM_BUCKETS)).astype(np.int64)


def _apply_tf_idf(matrices: Sequence[Matrix]) -> Numbers:
    """Make of counts log(1 + n) times the inverse document frequency, in rows of unit length.

    Returns in how many rows each column occurs.
    """
    frequency: Numbers = np.sum(
        [np.bincount(m.indices, minlength=m.shape[1]) for m in matrices], axis=0
    )
    count = sum(m.shape[0] for m in matrices)
    inverse = (np.log((1 + count) / (1 + frequency)) + _LEAST_WEIGHT).astype(np.float32)
    for matrix in matrices:
        for start in range(0, matrix.shape[0], _TEXTS):
            _weigh_rows(matrix, start, min(start + _TEXTS, matrix.shape[0]), inverse)
    return frequency


def _weigh_rows(matrix: Matrix, start: int, end: int, inverse: Floats) -> None:
    ends = matrix.indptr[start : end + 1]
    values = slice(ends[0], ends[-1])
    weights = np.log1p(matrix.data[values]) * inverse[matrix.indices[values]]
    owners = np.repeat(np.arange(end - start), np.diff(ends))
    lengths = np.sqrt(np.bincount(owners, weights.astype(np.float64) ** 2, end - start))
    matrix.data[values] = weights / lengths[owners]
