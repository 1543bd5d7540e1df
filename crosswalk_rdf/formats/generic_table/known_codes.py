"""Codes of the frameworks that a publication has: lists, ranges, and the nearest that exist."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.formats.generic_table.codes import notation_parts
from crosswalk_rdf.formats.generic_table.headers import level_words, words_of
from crosswalk_rdf.model import Framework, Statement

_SEPARATORS: Final = re.compile(r"[,;/\n|&+•]|\band\b|\bund\b|\by\b|\bet\b", re.IGNORECASE)
_RANGE: Final = re.compile(r"(\S+?)\s*(?:–|—|-|\bto\b|\bthrough\b|\bthru\b)\s*(\S+)", re.I)
_ALL: Final = re.compile(
    r"(?:all(?:\s+of)?(?:\s+the)?\s+(.+?)|(.+?)\s*(?:\(all\)|\ball\b|\*))", re.IGNORECASE
)
_NOTHING: Final = frozenset(
    {"", "-", "–", "—", "none", "n/a", "na", "not addressed", "no match", "not aligned", "nil", "."}
)
_LEAD_WORDS: Final = frozenset({"std", "comp", "ind", "el", "number", "no"})


_SAMPLE: Final = 200
_LONGEST: Final = 60
"""How long the words for one code may be: *PSEL 2015, Standard 4*."""


class UnknownCode(Exception):
    """A code that the framework does not have; the message is a sentence."""


def is_nothing(text: str) -> bool:
    """Return whether ``text`` says that nothing is aligned."""
    return text.strip().casefold() in _NOTHING


@dataclass(frozen=True, slots=True)
class Match:
    """A statement that a cell names, and how it does."""

    statement: Statement
    text: str
    """The code as it stands there."""


class KnownCodes:
    """The codes of one framework."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self._by_notation = {s.notation: s for s in framework.statements if s.notation}
        self._by_parts: dict[tuple[str, ...], Statement | None] = {}
        for statement in framework.statements:
            parts = notation_parts(statement.notation)
            self._by_parts[parts] = None if parts in self._by_parts else statement
        self._places = {s.iri: n for n, s in enumerate(framework.statements)}
        self._lower = {notation.casefold(): notation for notation in self._by_notation}
        self.words = _words(framework)

    def is_named_in(self, words: frozenset[str]) -> bool:
        """Return whether the words of a header name the framework."""
        return bool(self.words & words)

    def statement(self, code: str) -> Statement | None:
        """Return the statement with the notation ``code``, however it is punctuated."""
        exact = self._by_notation.get(code)
        if exact is not None:
            return exact
        parts = notation_parts(code)
        return self._by_parts.get(parts) if parts else None

    def share(self, texts: Sequence[str]) -> float:
        """Return which share of the codes in ``texts`` the framework has, by some of them."""
        distinct = list(dict.fromkeys(text for text in texts if not is_nothing(text)))
        sample = distinct[:: max(1, len(distinct) // _SAMPLE)]
        codes = [code for text in sample for code in _codes(text)]
        good = sum(len(code) <= _LONGEST and self._resolves(code) for code in codes)
        return good / len(codes) if codes else 0.0

    def _resolves(self, code: str) -> bool:
        try:
            return bool(self._one(code, ""))
        except UnknownCode:
            return False

    def matches(self, text: str) -> list[Match]:
        """Return the statements that the cell ``text`` names; raise :class:`UnknownCode`."""
        if is_nothing(text):
            return []
        whole = self.statement(text)
        if whole is not None:
            return [Match(whole, text)]
        matches: dict[str, Match] = {}
        before = ""
        for code in _codes(text):
            for statement in self._one(code, before):
                matches.setdefault(statement.iri, Match(statement, code))
                before = statement.notation
        return list(matches.values())

    def _one(self, code: str, before: str) -> list[Statement]:
        """Return what one code names: a statement, a range, all below one."""
        statement = self._named(code, before)
        if statement is not None:
            return [statement]
        every = _ALL.fullmatch(code)
        if every:
            parent = self._required(every[1] or every[2], before)
            below = [s for s in self.framework.statements if s.broader == parent.iri]
            return below or [parent]
        span = _RANGE.fullmatch(self._bare(code))
        if span:
            return self._between(span[1], span[2], before)
        words = code.split()
        if len(words) > 1 and all(self._named(word, before) for word in words):
            return [s for word in words if (s := self._named(word, before))]
        raise self._unknown(code)

    def _named(self, code: str, before: str) -> Statement | None:
        """Return the statement of ``code``; ``b`` after ``1a`` is ``1b``."""
        statement = self.statement(code) or self.statement(self._bare(code))
        parts = notation_parts(before)
        if statement is None and len(parts) > 1 and len(notation_parts(code)) == 1:
            return self._by_parts.get((*parts[:-1], *notation_parts(code)))
        return statement

    def _bare(self, code: str) -> str:
        """Return ``code`` without words before it: *PSEL 2015 Standard 4*."""
        words = code.strip(" .:()[]").split()
        while len(words) > 1:
            lead = words_of(words[0])
            years = {word for word in lead if word.isdigit() and len(word) == 4}
            words_of_names = self.words | level_words() | _LEAD_WORDS | years
            if not lead or not set(lead) <= words_of_names or self.statement(" ".join(words)):
                break
            words = words[1:]
        return " ".join(words)

    def _required(self, code: str, before: str) -> Statement:
        statement = self._named(code, before)
        if statement is None:
            raise self._unknown(code)
        return statement

    def _between(self, first: str, last: str, before: str) -> list[Statement]:
        start = self._required(first, before)
        end = self._required(last, start.notation)
        low, high = self._places[start.iri], self._places[end.iri]
        between = [
            s
            for s in self.framework.statements[low : high + 1]
            if s.kind == start.kind and s.broader == start.broader
        ]
        if low > high or end not in between:
            raise UnknownCode(
                f"{first}–{last} is no range of {self.framework.id}: name the codes one by one"
            )
        return between

    def _unknown(self, code: str) -> UnknownCode:
        near = self.nearest(code)
        hint = f"the nearest are {', '.join(near)}" if near else "it has none that is near"
        return UnknownCode(f"{self.framework.id} has no statement {code!r}: {hint}")

    def nearest(self, code: str) -> list[str]:
        """Return up to three notations that are near to ``code``."""
        near = difflib.get_close_matches(code.casefold(), self._lower, 3, 0.4)
        return [self._lower[notation] for notation in near]


def _codes(text: str) -> list[str]:
    codes = (code.strip() for code in _SEPARATORS.split(text))
    return [code for code in codes if code]


def _words(framework: Framework) -> frozenset[str]:
    """Return the words by which headers name ``framework``: its id, the initials of its title."""
    of_id = {word for word in words_of(framework.id) if not word.isdigit() and len(word) > 1}
    title = [word for word in str(framework.title).split() if word[:1].isupper()]
    initials = "".join(word[0] for word in title).casefold()
    joined = framework.id.replace("-", "").casefold()
    return (
        frozenset({*of_id, joined, *([initials] if len(initials) > 2 else [])})
        - level_words()
        - {
            "state",
            "framework",
            "code",
            "leader",
            "leaders",
            "teacher",
            "teachers",
            "school",
        }
    )
