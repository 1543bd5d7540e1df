"""Values of data files, checked: each getter notes a fault and goes on with a stand-in."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from rdflib import Literal, URIRef

from crosswalk_rdf.model import AGENT_TYPES, Agent
from crosswalk_rdf.project.reading import Folder, Row

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x20]+")
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_UUID4 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def is_iri(text: str) -> bool:
    """Return whether ``text`` is an absolute IRI (RFC 3987) as far as its characters tell."""
    return bool(_IRI.fullmatch(text))


def local(text: str) -> str:
    """Return ``text`` as one segment of an IRI's path."""
    return quote(text, safe="!$&'()*+,;=:@-._~")


class Table:
    """A table of a TOML file whose getters note what is missing or wrong."""

    def __init__(self, folder: Folder, file: str, content: Mapping[str, Any], base: str) -> None:
        self._folder, self._file, self._content, self._base = folder, file, content, base
        self._known: set[str] = set()

    def fault(self, message: str) -> None:
        """Note a fault of this file."""
        self._folder.fault(self._file, 0, 0, message)

    def has(self, key: str) -> bool:
        """Return whether the table has ``key``."""
        self._known.add(key)
        return key in self._content

    def value(self, key: str, kind: type, default: Any = None) -> Any:  # noqa: ANN401
        """Return the value of ``key``, or ``default``; without a default it must be there."""
        self._known.add(key)
        value = self._content.get(key, default)
        if value is None:
            self.fault(f"has no '{key}': add it")
            return kind()
        if not isinstance(value, kind):
            self.fault(f"'{key}' must be {_KINDS[kind]}, not {value!r}")
            return kind()
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text."""
        text = str(self.value(key, str, default)).strip()
        if not text and default is None and self._content.get(key) == "":
            self.fault(f"'{key}' is empty: fill it in")
        return text

    def literal(self, key: str, language: str) -> Literal:
        """Return a text in ``language``."""
        return Literal(self.text(key), lang=language)

    def optional_literal(self, key: str, language: str) -> Literal | None:
        """Return a text in ``language``, None where the table has none."""
        return self.literal(key, language) if self.has(key) else None

    def date(self, key: str) -> str:
        """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
        text = self.text(key)
        if text and not _DATE.fullmatch(text):
            self.fault(f"'{key}' is no date: {text!r}; write YYYY, YYYY-MM or YYYY-MM-DD")
        return text

    def language(self, key: str) -> str:
        """Return a language tag (BCP 47)."""
        text = self.text(key, "en")
        if not _LANGUAGE.fullmatch(text):
            self.fault(f"'{key}' is no language tag: {text!r}; write one such as 'en'")
            return "en"
        return text

    def iri(self, key: str) -> URIRef:
        """Return an absolute IRI."""
        text = self.text(key)
        if text and not is_iri(text):
            self.fault(f"'{key}' is no IRI: {text!r}; write one such as https://example.org/x/")
        return URIRef(text)

    def iris(self, key: str) -> tuple[URIRef, ...]:
        """Return a list of absolute IRIs."""
        items = [str(item) for item in self.value(key, list, [])]
        for item in items:
            if not is_iri(item):
                self.fault(f"'{key}' holds what is no IRI: {item!r}")
        return tuple(URIRef(item) for item in items if is_iri(item))

    def uuid(self, key: str) -> str:
        """Return a UUID of version 4."""
        text = self.text(key)
        if text and not _UUID4.fullmatch(text):
            self.fault(f"'{key}' is no UUID of version 4 in lower case: {text!r}")
        return text

    def agent(self, key: str) -> Agent:
        """Return the person or organization that ``key`` describes."""
        return self._agent(key, self.value(key, dict))

    def agents(self, key: str) -> tuple[Agent, ...]:
        """Return a list of people and organizations; it must not be empty."""
        items = self.value(key, list)
        if not items and key in self._content:
            self.fault(f"'{key}' is empty: name who it was")
        return tuple(self._agent(key, item) for item in items)

    def _agent(self, key: str, content: Mapping[str, Any]) -> Agent:
        table = Table(self._folder, self._file, content, self._base)
        name, type = table.text("name"), table.text("type", "Organization")
        if type not in AGENT_TYPES:
            self.fault(f"'{key}': type is {type!r}; write {' or '.join(AGENT_TYPES)}")
        slug = "-".join(re.findall(r"\w+", name.casefold()))
        iri = table.iri("iri") if table.has("iri") else URIRef(f"{self._base}agent/{local(slug)}")
        table.refuse_unknown()
        return Agent(iri=iri, name=name, type=type)

    def refuse_unknown(self) -> None:
        """Note each key that nothing has asked for."""
        for key in sorted(set(self._content) - self._known):
            known = ", ".join(sorted(self._known))
            self.fault(f"unknown key '{key}': the keys are {known}")


_KINDS = {
    str: "a text",
    bool: "true or false",
    list: "a list",
    dict: "a table",
    int: "a whole number",
}


def lines(folder: Folder, row: Row) -> tuple[int, int] | None:
    """Return the first and last source line of a row; None where it gives none."""
    numbers = []
    for column in ("first_line", "last_line"):
        text = row[column]
        if text and not re.fullmatch(r"[1-9]\d*", text):
            place = row.columns.get(column, 0)
            folder.fault(row.file, row.line, place, f"'{column}' is no line number: {text!r}")
        elif text:
            numbers.append(int(text))
    if len(numbers) == 2 and numbers[0] > numbers[1]:
        folder.fault(
            row.file, row.line, row.columns["first_line"], "the last line is before the first"
        )
    return (numbers[0], numbers[-1]) if numbers else None


def boolean(folder: Folder, row: Row, column: str) -> bool:
    """Return ``true`` or ``false``."""
    if row[column] not in ("true", "false"):
        message = f"'{column}' must be true or false, not {row[column]!r}"
        folder.fault(row.file, row.line, row.columns.get(column, 0), message)
    return row[column] == "true"


def row_uuid(folder: Folder, row: Row) -> str:
    """Return the UUID (version 4) of a row."""
    if not _UUID4.fullmatch(row["uuid"]):
        message = (
            f"'uuid' is no UUID of version 4 in lower case: {row['uuid']!r}; "
            "mint one, for example with 'uuidgen --random'"
        )
        folder.fault(row.file, row.line, row.columns.get("uuid", 0), message)
    return row["uuid"]
