"""What the header of a column says: a role, a level, words of another framework."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from crosswalk_rdf.formats.shared.tabular import simplified

_MOST_WORDS: Final = 7


@cache
def _vocabulary() -> Mapping[str, Any]:
    text = files(__package__).joinpath("headers.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_vocabulary()[name])


@cache
def _spellings() -> dict[str, str]:
    """Return the role of each header, as :func:`simplified` spells it."""
    return {
        simplified(spelling) or spelling: role
        for role, spellings in _vocabulary()["roles"].items()
        for spelling in spellings
    }


def level_words() -> frozenset[str]:
    """Return words for the levels of a hierarchy of standards, in the singular."""
    return _words("levels")


def outline_words() -> frozenset[str]:
    """Return those of the words for levels that name no kinds of statements side by side."""
    return _words("levels") - _words("kinds")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header says."""

    role: str = ""
    """A role; ``bare`` for the name of a level alone: *Standard*."""
    level: str = ""
    """The word for a level of the hierarchy: ``standard``."""
    words: frozenset[str] = frozenset()
    """All words of the header."""
    exact: bool = False
    """Whether the header is one of the known spellings of the role."""

    @property
    def is_about_alignment(self) -> bool:
        """Whether it speaks of an alignment with something else."""
        return bool(self.words & _words("alignment"))

    @property
    def may_be_degree(self) -> bool:
        """Whether it may say how well two statements match."""
        return bool(self.words & _words("degree"))


def words_of(header: str) -> list[str]:
    """Return the words of a header, in the singular where they are words for levels."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", header)
    words = re.findall(r"[^\W_]+|#", spaced.casefold())
    return [_singular("number" if word == "#" else word) for word in words]


def _singular(word: str) -> str:
    for plural, singular in (("ies", "y"), ("ses", "s"), ("s", ""), ("eria", "erion")):
        stem = word.removesuffix(plural) + singular
        if word.endswith(plural) and stem in level_words():
            return stem
    return word


def meaning_of(header: str) -> Meaning:
    """Return what ``header`` says; an empty meaning for one that says nothing known."""
    words = words_of(header)
    every = frozenset(words)
    role = _spellings().get(simplified(header) or header.strip())
    if role:
        return Meaning(role, "", every, exact=True)
    if not words or len(words) > _MOST_WORDS or "://" in header:
        return Meaning(words=every)
    level = _level(words)
    if level and every & _words("iri"):
        return Meaning("", level, every)
    for name in ("code", "text", "label"):
        if every & _words(name):
            return Meaning(name, level, every)
    return Meaning("bare" if level else "", level, every)


def meanings_of(headers: Sequence[str]) -> list[Meaning]:
    """Return what each of ``headers`` says beside the others.

    Where two levels have codes and only a word such as *statement* tells them apart (*Competence
    number*, *Competence statement ID*), that word is part of the name of the level.
    """
    meanings = [meaning_of(header) for header in headers]
    words = [words_of(header) for header in headers]
    codes = [n for n, m in enumerate(meanings) if m.role == "code" and m.level and not m.exact]
    names = {tuple(words[n][:-1]): meanings[n].level for n in codes if _ends_in_text(words[n])}
    plain = {meanings[n].level for n in codes if tuple(words[n][:-1]) not in names}
    for n, own in enumerate(words):
        for name in (tuple(own), tuple(own[:-1])):
            if names.get(name) in plain and (name == tuple(own) or n in codes):
                role = "code" if n in codes else "text"
                meanings[n] = Meaning(role, " ".join(name), frozenset(own))
    return meanings


def _ends_in_text(words: Sequence[str]) -> bool:
    """Return whether a word for texts stands before the word for codes at the end."""
    return len(words) > 2 and words[-2] in _words("text") and words[-1] in _words("code")


def _level(words: list[str]) -> str:
    """Return the last word for a level in ``words``; ``level 2`` is one as well."""
    level = ""
    for before, word, after in zip(("", *words), words, (*words[1:], ""), strict=False):
        if level and word in _words("text"):
            continue
        if word in level_words():
            level = f"sub{word}" if before == "sub" else word
        elif word in ("level", "tier", "ebene") and after.isdigit():
            level = f"{word} {after}"
    return level
