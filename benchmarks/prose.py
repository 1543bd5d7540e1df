"""A seed to words, UUIDs and a printed source: all that is made up in a synthetic publication."""

import random
import textwrap
import uuid

_ONSETS = ("b", "cl", "d", "f", "gr", "l", "m", "n", "pr", "s", "st", "t", "v")
_RHYMES = ("a", "am", "en", "er", "i", "ion", "o", "or", "und", "us")
_VOCABULARY = 600
_LINE_WIDTH = 72


class Prose:
    """A source that is printed as it is made up; the same seed gives the same words."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._words = [self._word() for _ in range(_VOCABULARY)]
        self._lines: list[str] = []

    def uuid(self) -> str:
        """Return a UUID of version 4."""
        return str(uuid.UUID(int=self.chance.getrandbits(128), version=4))

    def text(self, shortest: int, longest: int) -> str:
        """Return a sentence of some number of words."""
        words = self.chance.choices(self._words, k=self.chance.randint(shortest, longest))
        return " ".join(words).capitalize() + "."

    def printed(self, text: str) -> tuple[int, int]:
        """Print ``text``, followed by a blank line; return its first and its last line."""
        wrapped = textwrap.wrap(text, _LINE_WIDTH)
        first = len(self._lines) + 1
        self._lines += [*wrapped, ""]
        return first, first + len(wrapped) - 1

    @property
    def source(self) -> str:
        """Everything printed so far."""
        return "".join(f"{line}\n" for line in self._lines)

    def _word(self) -> str:
        syllables = self.chance.randint(1, 4)
        choice = self.chance.choice
        return "".join(choice(_ONSETS) + choice(_RHYMES) for _ in range(syllables))
