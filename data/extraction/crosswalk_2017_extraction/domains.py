"""The domains of the Leadership Competencies: their names and the codes assigned to them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from crosswalk_2017_extraction.words import words
from crosswalk_rdf.errors import CrosswalkError

_UNCODED = frozenset({"and", "for", "of", "the"})
_HEADING = re.compile(
    r"(?P<tier>FOUNDATIONAL|SUPPORTING) DOMAINS?: (?P<name>.+?) (?:\((?P<a>.+)\)|\| (?P<b>.+))"
)


class UnknownDomain(CrosswalkError):
    """A heading of the source that names no domain of the Leadership Competencies."""


@dataclass(frozen=True, slots=True)
class Domains:
    """Codes of the domains by name, in the order in which Part 2 prints them."""

    codes: tuple[tuple[str, str], ...]

    def code(self, heading: str) -> str:
        """Return the code of the domain that ``heading`` names, in its short or long form.

        Raises :class:`UnknownDomain`.
        """
        for name, code in self.codes:
            if words(heading)[: len(words(name))] == words(name):
                return code
        raise UnknownDomain(f"the source names an unknown domain: {heading!r}")


def assigned_code(name: str) -> str:
    """Return the initials of a domain's name: ``Vision, Values, and Culture`` gives ``VVC``."""
    return "".join(word[0] for word in words(name) if word not in _UNCODED).upper()


def heading_name(text: str) -> str:
    """Return the name within a heading: ``FOUNDATIONAL DOMAIN: NAME (leaders and vision)``."""
    match = _HEADING.fullmatch(text)
    if match is None:
        raise UnknownDomain(f"the source has a domain heading of an unknown form: {text!r}")
    return match["name"]


def domains(short_names: Iterable[str], headings: Iterable[str]) -> Domains:
    """Return the domains whose long names ``headings`` print and ``short_names`` begin."""
    unique = {tuple(words(name)): name for name in short_names}
    ordered = []
    for long in map(heading_name, headings):
        short = next((n for w, n in unique.items() if tuple(words(long))[: len(w)] == w), long)
        ordered.append((short, assigned_code(short)))
    return Domains(tuple(ordered))
