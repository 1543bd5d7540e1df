"""Roles of columns: what a column of a sheet is read as, as the command line and files spell it."""

from dataclasses import dataclass
from typing import Final

FIELDS: Final = {
    "code": "humanCodingScheme",
    "text": "fullStatement",
    "label": "abbreviatedStatement",
    "level": "CFItemType",
    "depth": "depth",
    "parent": "parent",
    "grade": "educationLevel",
    "subject": "subject",
    "notes": "notes",
    "keywords": "conceptKeywords",
    "id": "identifier",
    "uuid": "uuid",
    "iri": "uri",
    "order": "sequenceNumber",
    "language": "language",
    "alternative": "alternativeLabel",
    "enumeration": "listEnumeration",
    "start": "statusStartDate",
    "end": "statusEndDate",
    "modified": "lastChangeDateTime",
    "license": "license",
}
"""The roles that are fields of a statement, with the field of an item that each fills."""

MEANINGS: Final = {
    "code": "code",
    "text": "text",
    "label": "short title",
    "level": "level",
    "depth": "depth",
    "parent": "parent",
    "grade": "grade",
    "order": "order",
    "codes": "codes of",
    "texts": "texts of",
    "grid": "marks for one code of",
    "degree": "how well the two match",
    "child": "statement below",
    "other": "case:extensions",
    "ignore": "not read",
}
"""What the roles are called for people, where that is not their own name."""
NAMES: Final = (*FIELDS, "codes", "texts", "grid", "degree", "child", "other", "ignore")
LEVELED: Final = frozenset({"code", "text", "label"})
"""The roles that may name a level: ``code.1``."""
_OF_FRAMEWORKS: Final = frozenset({"code", "codes", "texts", "grid"})


class UnknownRole(ValueError):
    """A role that no column can have; the message is a sentence."""


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """What a column is read as."""

    name: str
    of: str = ""
    """A level, counted from 1 at the top, or the id of another framework."""

    def __str__(self) -> str:
        return f"{self.name}.{self.of}" if self.of else self.name

    @property
    def level(self) -> int:
        """The level that it names; 0 for none."""
        return int(self.of) if self.name in LEVELED and self.of.isdigit() else 0

    @property
    def meaning(self) -> str:
        """What the role is for people: ``text of level 2``."""
        meaning = MEANINGS.get(self.name, self.name)
        if self.level:
            return f"{meaning} of level {self.of}"
        if self.name == "code" and self.of:
            return f"code, of {self.of}"
        return f"{meaning} {self.of}".strip()


OTHER: Final = Role("other")
IGNORE: Final = Role("ignore")


def parsed_role(text: str) -> Role:
    """Return the role that ``text`` names: ``text``, ``code.2``, ``codes.psel-2015``.

    Raises :class:`UnknownRole`.
    """
    name, _, of = text.strip().partition(".")
    if name not in NAMES:
        raise UnknownRole(f"{text!r} is no role of a column: use one of {', '.join(NAMES)}")
    if name in ("codes", "texts", "grid") and not of:
        raise UnknownRole(f"{text!r} names no framework: write {name}.ID, such as {name}.psel-2015")
    is_level = name in LEVELED and of.isdigit() and int(of)
    if of and not (is_level or (name in _OF_FRAMEWORKS and not of.isdigit())):
        raise UnknownRole(f"{text!r}: write {name}, or {name}.1 for the top level")
    return Role(name, of)
