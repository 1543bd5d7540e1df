"""Texts to words and their stems, in any language that Snowball has a stemmer for."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

import Stemmer

_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_WITHOUT_SPACES: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
"""Scripts that are written without spaces between words: Thai, Lao, Burmese, Khmer, CJK."""
_ALGORITHMS: Final = {
    "ar": "arabic",
    "ca": "catalan",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "eu": "basque",
    "fi": "finnish",
    "fr": "french",
    "ga": "irish",
    "hi": "hindi",
    "hu": "hungarian",
    "hy": "armenian",
    "id": "indonesian",
    "it": "italian",
    "lt": "lithuanian",
    "nb": "norwegian",
    "ne": "nepali",
    "nl": "dutch",
    "nn": "norwegian",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sr": "serbian",
    "sv": "swedish",
    "ta": "tamil",
    "tr": "turkish",
    "yi": "yiddish",
}
"""The Snowball algorithm of each language, by the first part of its tag."""


def normalized(text: str) -> str:
    """Return a text as it is compared: Unicode NFKC, and case folded."""
    return unicodedata.normalize("NFKC", text).casefold()


def words(text: str) -> list[str]:
    """Return the words of a text, normalized, in order.

    Of scripts without spaces between words, pairs of characters stand for words.
    """
    result: list[str] = []
    for word in _WORD.findall(normalized(text)):
        if len(word) > 2 and _WITHOUT_SPACES.search(word):
            result += [word[i : i + 2] for i in range(len(word) - 1)]
        else:
            result.append(word)
    return result


@cache
def stemmer(language: str) -> Callable[[list[str]], list[str]]:
    """Return what makes stems of the words of a language.

    Args:
        language: A language tag (BCP 47). Words of a language without a stemmer stay as they are.
    """
    algorithm = _ALGORITHMS.get(language.partition("-")[0].lower())
    if algorithm is None:
        return lambda unchanged: unchanged
    stems: Callable[[list[str]], list[str]] = Stemmer.Stemmer(algorithm).stemWords
    return stems
