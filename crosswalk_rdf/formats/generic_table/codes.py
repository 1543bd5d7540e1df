"""Codes of statements: what looks like one, and a code and a text in one cell."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from crosswalk_rdf.formats.generic_table.headers import level_words, words_of

_CODE: Final = re.compile(r"\S{1,40}(\s(?=\S*\d)\S{1,8}|\s\S{1,2})?")
_DIGIT: Final = re.compile(r"\d")
_NUMBER: Final = re.compile(r"[\d\s.,:/%–-]+")
_SEGMENT: Final = re.compile(r"[0-9]+|[^\W\d_]+|[^\w]+|_+")
_WHOLE: Final = re.compile(r"[^\W_]+")
_MONTH_DAY: Final = re.compile(
    r"\d{1,2}-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(-\d{2,4})?"
    r"|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-\d{1,4}",
    re.IGNORECASE,
)
_SPLIT: Final = re.compile(
    r"(?:(?P<word>[^\W\d_]+)\s+)?\(?"
    r"(?:(?P<code>(?:[A-Za-z]{1,8}[.\- ]?)?\d+(?:[.\-/]?[A-Za-z0-9]{1,4}\b)*(?:\.?[a-z]\b)?"
    r"|[A-Z]{1,8}(?:[.\-][A-Za-z0-9]{1,6})+)|(?P<letter>[A-Za-z]|[IVXLivxl]{1,6}))"
    r"(?P<mark>\)?\s*[:.–—-]|\)|)\s+(?P<text>\S.*)",
    re.DOTALL,
)
_ENOUGH: Final = 0.8


def notation_parts(notation: str) -> tuple[str, ...]:
    """Return the parts of which a notation is made: ``1.a`` and ``1a`` are both 1, a."""
    return tuple(part for part in _SEGMENT.findall(notation.casefold()) if _WHOLE.match(part))


def looks_like_code(text: str) -> bool:
    """Return whether one cell may be a code: short, and no words."""
    return bool(_CODE.fullmatch(text)) and (bool(_DIGIT.search(text)) or len(text) <= 12)


def are_codes(texts: Collection[str]) -> bool:
    """Return whether ``texts`` look like notations: short, and mostly with a digit."""
    distinct = set(texts)
    digits = sum(bool(_DIGIT.search(text)) for text in distinct)
    letters = sum(len(text) <= 2 for text in distinct)
    return (
        bool(distinct)
        and all(map(looks_like_code, distinct))
        and (digits * 2 > len(distinct) or letters == len(distinct))
    )


def are_numbers(texts: Collection[str]) -> bool:
    """Return whether ``texts`` are numbers and no words, nearly all of them."""
    numbers = sum(bool(_NUMBER.fullmatch(text)) for text in texts)
    return bool(texts) and numbers >= _ENOUGH * len(texts)


def is_month_and_day(text: str) -> bool:
    """Return whether ``text`` is what Excel makes of a code such as 1-1: ``1-Jan``."""
    return bool(_MONTH_DAY.fullmatch(text))


def split_code(text: str, level: str) -> tuple[str, str] | None:
    """Return the code at the beginning of ``text`` and what follows; None where there is none.

    ``level`` is the word for its level, which may stand before the code: *Domain 1: Vision*.
    """
    match = _SPLIT.fullmatch(text)
    if match is None:
        return None
    word = words_of(match["word"])[0] if match["word"] else ""
    if word and word not in level_words() and word != level:
        return None
    if match["letter"] and not (match["mark"] or word):
        return None
    return match["code"] or match["letter"], match["text"].strip()


def are_split(texts: Iterable[str], level: str) -> bool:
    """Return whether cells have a code and a text each: nearly all, and no code twice."""
    distinct = set(texts)
    pairs = [split_code(text, level) for text in distinct]
    codes = [pair[0] for pair in pairs if pair]
    return len(codes) >= max(1, _ENOUGH * len(distinct)) and len(set(codes)) >= _ENOUGH * len(codes)
