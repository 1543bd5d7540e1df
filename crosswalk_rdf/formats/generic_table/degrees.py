"""How well two statements match, in the words of a sheet: words and marks to predicates."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from rdflib import SKOS, URIRef

from crosswalk_rdf.model.mapping_predicates import DEFAULT_PREDICATE, MAPPING_PREDICATES

_NOT: Final = "not "
_PREFIX: Final = "skos:"


class BadDegree(ValueError):
    """A word that no predicate is known for, or no predicate; the message is a sentence."""


@dataclass(frozen=True, slots=True)
class Degree:
    """What a word or a mark says."""

    predicate: URIRef = DEFAULT_PREDICATE
    negated: bool = False
    silent: bool = False
    """Whether it says nothing, like a dash in an empty cell."""


@cache
def _standard_degrees() -> Mapping[str, str]:
    text = files(__package__).joinpath("degrees.toml").read_text(encoding="utf-8")
    return dict(tomllib.loads(text)["degrees"])


class Degrees:
    """The table of words and marks."""

    def __init__(self, own: Mapping[str, str]) -> None:
        table = {**_standard_degrees(), **{_key(word): text for word, text in own.items()}}
        self._table = {word: _degree(text) for word, text in table.items()}
        self._texts = table

    def degree(self, text: str) -> Degree:
        """Return what ``text`` says; raise :class:`BadDegree`."""
        degree = self._table.get(_key(text))
        if degree is None:
            raise BadDegree(
                f"{text!r} is no known degree of a match: say what it means with "
                f"--degree {text!r}=PREDICATE, such as skos:closeMatch"
            )
        return degree

    def knows_all(self, texts: Iterable[str]) -> bool:
        """Return whether each of ``texts``, and at least one, is in the table."""
        keys = {_key(text) for text in texts}
        return bool(keys) and keys <= self._table.keys()

    def text(self, word: str) -> str:
        """Return the predicate of ``word`` as the table spells it."""
        return self._texts.get(_key(word), "")


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _degree(text: str) -> Degree:
    if not text.strip():
        return Degree(silent=True)
    negated = text.startswith(_NOT)
    name = text.removeprefix(_NOT).strip()
    is_short = name.startswith(_PREFIX)
    predicate = URIRef(f"{SKOS}{name.removeprefix(_PREFIX)}" if is_short else name)
    if predicate not in {each.iri for each in MAPPING_PREDICATES}:
        names = ", ".join(f"{_PREFIX}{each.name}" for each in MAPPING_PREDICATES)
        raise BadDegree(f"{text!r} is no mapping predicate: use one of {names}")
    return Degree(predicate, negated)
