"""Two wordings to the words in which they differ."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_WORD: Final = re.compile(r"\s+|[\w’'-]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text, and whether the other text has them at this place."""

    text: str
    differs: bool


def word_diff(text: str, reference: str) -> list[Piece]:
    """Return ``text`` in pieces, each marked where ``reference`` differs."""
    first, second = _WORD.findall(text), _WORD.findall(reference)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return list(_join_changes(_pieces(first, matcher.get_opcodes())))


def _pieces(
    words: Sequence[str], codes: Sequence[tuple[str, int, int, int, int]]
) -> Iterator[Piece]:
    for code, start, end, _, _ in codes:
        text = "".join(words[start:end])
        if text:
            yield Piece(text, code != "equal")


def _join_changes(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join marked pieces that only space sets apart, so that a changed phrase is one mark."""
    window: list[Piece] = []
    for piece in pieces:
        window.append(piece)
        if len(window) == 3:
            if window[0].differs and window[2].differs and window[1].text.isspace():
                window = [Piece("".join(p.text for p in window), differs=True)]
            else:
                yield window.pop(0)
    yield from window
