"""Codes of languages: those of two letters (ISO 639-1) and of three (ISO 639-2).

``iso_639.csv`` holds the codes of ISO 639-2, whose registration authority is the Library of
Congress, as tabulated by iso-codes (Debian, LGPL-2.1-or-later): the codes alone, without names.
"""

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

NO_LANGUAGES: Final = ("mis", "mul", "und", "zxx")
"""Codes that name no language (ISO 639-2 §4.1)."""


@cache
def two_letter_codes() -> Mapping[str, str]:
    """Return the two-letter code for each three-letter code that has one."""
    codes: dict[str, str] = {}
    for row in _rows():
        codes |= {row[part]: row["part_1"] for part in ("part_2t", "part_2b") if row[part]}
    return codes


@cache
def _three_letter_codes() -> Mapping[str, str]:
    return {row["part_1"]: row["part_2t"] for row in _rows()}


def three_letter_code(tag: str) -> str:
    """Return the code of three letters (ISO 639-3) for the language of a tag (BCP 47).

    Returns "" where the tag has none: ``und``, ``i-klingon``, an unknown code of two letters.
    """
    language = tag.partition("-")[0].lower()
    if len(language) == 3 and language not in NO_LANGUAGES:
        return language
    return _three_letter_codes().get(language, "")


def _rows() -> list[dict[str, str]]:
    text = files(__package__).joinpath("iso_639.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
