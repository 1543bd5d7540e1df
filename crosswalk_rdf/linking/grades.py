"""The education levels that a statement is for, as school grades."""

import re
from collections.abc import Iterable
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.formats.shared.education_levels import education_level
from crosswalk_rdf.model import Statement

_NUMBERS: Final = {"PK": -1, "PRE-K": -1, "PREK": -1, "KG": 0, "K": 0}
_NAMES: Final = {-1: "PK", 0: "K"}
_GRADE: Final = r"(PRE-?K|PK|KG?|\d+)"
_RANGE: Final = re.compile(rf"\s*{_GRADE}\s*(?:[–—-]\s*{_GRADE}\s*)?", re.IGNORECASE)


class NoGrades(CrosswalkError, ValueError):
    """A text that names no grades."""


def grades_of(statement: Statement) -> frozenset[int]:
    """Return the grades that a statement is said to be for.

    Args:
        statement: Any statement.

    Returns:
        The grades as numbers: 0 for kindergarten, -1 for what comes before. Empty where nothing is
        said, or no grade (``AE``, adult education).

    Raises:
        Nothing.
    """
    codes = (education_level(value) for value in statement.properties)
    numbers = (_number(code.rpartition("/")[2]) for code in codes if code)
    return frozenset(number for number in numbers if number is not None)


def parse_grades(text: str) -> frozenset[int]:
    """Return the grades of a text such as ``3``, ``K-2`` or ``3-5, 8``.

    Args:
        text: Grades and ranges of grades, with commas between them.

    Returns:
        The grades as numbers, as :func:`grades_of` has them.

    Raises:
        NoGrades: A part of the text is no grade and no range of grades.
    """
    grades: set[int] = set()
    for part in text.split(","):
        match = _RANGE.fullmatch(part)
        first, last = (_number(match[1]), _number(match[2] or match[1])) if match else (None, None)
        if first is None or last is None or first > last:
            raise NoGrades(f"{part.strip()!r} is no grade: write K, 3 or 3-5, with commas between")
        grades.update(range(first, last + 1))
    return frozenset(grades)


def grades_text(grades: Iterable[int]) -> str:
    """Return grades as people write them: ``K-2, 5``."""
    runs: list[list[int]] = []
    for grade in sorted(grades):
        if runs and grade == runs[-1][-1] + 1:
            runs[-1].append(grade)
        else:
            runs.append([grade])
    return ", ".join(
        _name(run[0]) if len(run) == 1 else f"{_name(run[0])}-{_name(run[-1])}" for run in runs
    )


def _name(grade: int) -> str:
    return _NAMES.get(grade, str(grade))


def _number(code: str) -> int | None:
    if code.upper() in _NUMBERS:
        return _NUMBERS[code.upper()]
    return int(code) if code.isdecimal() and int(code) <= 13 else None
