"""A text and its language tag to the direction in which it is written."""

import unicodedata
from functools import lru_cache
from typing import Final

_LANGUAGES: Final = (
    *("ar", "arc", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc"),
    *("mzn", "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"),
)
"""Primary subtags of languages whose usual script is written from right to left (CLDR)."""
_SCRIPTS: Final = (
    *("adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"),
)
"""Subtags of such scripts (ISO 15924)."""
_SCRIPT_LENGTH: Final = 4
_RIGHT_TO_LEFT: Final = ("R", "AL")
_STRONG: Final = ("L", *_RIGHT_TO_LEFT)
"""Bidirectional classes of characters that have a direction (Unicode Standard Annex 9, table 4)."""


def is_right_to_left(text: str, language: str | None) -> bool:
    """Return whether ``text`` is to be set from right to left.

    The script subtag of ``language`` decides, or else its language. Where neither says so, the
    first character of ``text`` that has a direction does (Unicode Standard Annex 9, rule P2).
    """
    of_language = _is_language_right_to_left(language) if language else None
    if of_language is not None:
        return of_language
    if text.isascii():
        return False
    classes = map(unicodedata.bidirectional, text)
    return next((c for c in classes if c in _STRONG), "") in _RIGHT_TO_LEFT


@lru_cache(maxsize=256)
def _is_language_right_to_left(language: str) -> bool | None:
    """Return whether text in ``language`` is set from right to left; None where it does not say."""
    primary, *subtags = language.lower().split("-")
    script = next((s for s in subtags if len(s) == _SCRIPT_LENGTH and s.isalpha()), "")
    if script:
        return script in _SCRIPTS
    return True if primary in _LANGUAGES else None
