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


def word_diff(one: str, other: str) -> list[Piece]:
    """Return ``one`` in pieces: those that stand in ``other`` as well, and those that do not."""
    first, second = _WORD.findall(one), _WORD.findall(other)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return list(_joined(_pieces(first, matcher.get_opcodes())))


def _pieces(
    words: Sequence[str], codes: Sequence[tuple[str, int, int, int, int]]
) -> Iterator[Piece]:
    for code, start, end, _, _ in codes:
        text = "".join(words[start:end])
        if text:
            yield Piece(text, code != "equal")


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join marked pieces that only space sets apart, so that a changed phrase is one mark."""
    waiting: list[Piece] = []
    for piece in pieces:
        waiting.append(piece)
        if len(waiting) == 3:
            if waiting[0].differs and waiting[2].differs and waiting[1].text.isspace():
                waiting = [Piece("".join(p.text for p in waiting), differs=True)]
            else:
                yield waiting.pop(0)
    yield from waiting
