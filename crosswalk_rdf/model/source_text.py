"""The text of a source document, and whether words are printed on certain lines of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The lines of a source, without their spaces: line breaks are not part of the words."""

    lines: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> "SourceText":
        """Return the lines of ``text``; the first is line 1."""
        return cls(tuple(_without_spaces(line) for line in text.split("\n")))

    def prints(self, words: str, lines: tuple[int, int]) -> bool:
        """Return whether ``words`` stand within ``lines``."""
        return bool(_span(words, self.lines[lines[0] - 1 : lines[1]]))

    def fault(self, words: str, lines: tuple[int, int], beside: Iterable[str] = ()) -> str | None:
        """Return what is wrong with saying that ``words`` are printed on ``lines``, or None.

        The words stand within the lines. The first and the last line belong to them, to one of the
        texts ``beside`` them, or to the same paragraph.
        """
        first, last = lines
        if not (1 <= first <= last <= len(self.lines)):
            return f"the source has no lines {first}-{last}: it ends on line {len(self.lines)}"
        printed = self.lines[first - 1 : last]
        if not _span(words, printed):
            return f"lines {first}-{last} of the source do not print {_quoted(words)}"
        spans = [span for text in (words, *beside) if text and (span := _span(text, printed))]
        begin, end = min(start for start, _ in spans), max(end for _, end in spans)
        if not all(printed[:begin]) or not all(printed[end:]):
            return (
                f"the source prints {_quoted(words)} on lines {first + begin}-{first + end - 1}, "
                f"not on {first}-{last}"
            )
        return None


def _span(words: str, printed: Sequence[str]) -> tuple[int, int] | None:
    """Return the first line of ``words`` and the one after the last, within ``printed``."""
    start = "".join(printed).find(text := _without_spaces(words))
    if start < 0 or not text:
        return None
    ends = list(accumulate(map(len, printed)))
    begin = next(number for number, end in enumerate(ends) if end > start)
    return begin, next(number for number, end in enumerate(ends) if end >= start + len(text)) + 1


def _without_spaces(text: str) -> str:
    return _SPACE.sub("", text)


def _quoted(words: str) -> str:
    return repr(words if len(words) <= 60 else f"{words[:57]}...")
