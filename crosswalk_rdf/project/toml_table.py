"""A table of a TOML file whose getters note what is missing or wrong, with its line."""

from collections.abc import Mapping
from typing import Any

from rdflib import Literal, URIRef

from crosswalk_rdf.model import AGENT_TYPES, NO_TEXT, Agent, Origin, PropertyValue
from crosswalk_rdf.model.lexical import NO_LANGUAGE, is_date, is_iri, is_language_tag
from crosswalk_rdf.project.data_folder import Folder, TomlFile
from crosswalk_rdf.project.properties import Heading
from crosswalk_rdf.project.toml_places import KeyPath, place_of
from crosswalk_rdf.project.values import agent_iri, uuid_fault

_KINDS = {
    str: "a text",
    bool: "true or false",
    list: "a list",
    dict: "a table",
    int: "a whole number",
}


class Table:
    """A table of a TOML file whose getters note what is missing or wrong."""

    def __init__(
        self, source: TomlFile, content: Mapping[str, Any], base: str, path: KeyPath = ()
    ) -> None:
        self._source, self._content, self._base, self._path = source, content, base, path
        self._read_keys: set[str] = set()

    @classmethod
    def read(cls, folder: Folder, file: str, base: str = "") -> "Table":
        """Return the whole of ``file``."""
        source = folder.toml(file)
        return cls(source, source.content, base)

    def under(self, base: str) -> "Table":
        """Return the same table for the base IRI ``base``."""
        return Table(self._source, self._content, base, self._path)

    def table(self, *path: str | int) -> "Table":
        """Return the table at ``path`` within this one; an empty one where there is none."""
        self._read_keys.add(str(path[0]))
        content: Any = self._content
        try:
            for key in path:
                content = content[key]
        except (KeyError, IndexError, TypeError):
            content = {}
        values = content if isinstance(content, dict) else {}
        return Table(self._source, values, self._base, (*self._path, *path))

    def fault(self, message: str, key: str | None = None) -> None:
        """Note a fault of this table, or of ``key`` in it, on the line where that stands."""
        path = self._path if key is None else (*self._path, key)
        line = place_of(self._source.places, path)
        self._source.folder.fault(self._source.file, line, 0, message)

    def names(self) -> tuple[str, ...]:
        """Return its keys in the order of the file."""
        return tuple(self._content)

    def origin(self, key: str) -> Origin:
        """Return where ``key`` stands."""
        line = place_of(self._source.places, (*self._path, key))
        return Origin(self._source.file, line)

    def has(self, key: str) -> bool:
        """Return whether the table has ``key``."""
        self._read_keys.add(key)
        return key in self._content

    def value(self, key: str, kind: type, default: Any = None) -> Any:  # noqa: ANN401
        """Return the value of ``key``, or ``default``; without a default it must be there."""
        self._read_keys.add(key)
        value = self._content.get(key, default)
        if value is None:
            self.fault(f"has no '{key}': add it")
            return kind()
        if not isinstance(value, kind):
            self.fault(f"'{key}' must be {_KINDS[kind]}, not {value!r}", key)
            return kind()
        return value

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text."""
        text = str(self.value(key, str, default)).strip()
        if not text and default is None and self._content.get(key) == "":
            self.fault(f"'{key}' is empty: fill it in", key)
        return text

    def literal(self, key: str, language: str, default: str | None = None) -> Literal:
        """Return a text in ``language``, or in what the table ``languages`` names for ``key``.

        ``NO_LANGUAGE`` there says that the text has no language; so does an empty ``language``.
        """
        tag = str(self.value("languages", dict, {}).get(key, language))
        if tag not in ("", NO_LANGUAGE) and not is_language_tag(tag):
            self.fault(f"'languages.{key}' is no language tag: {tag!r}; write one such as 'en'")
            tag = language
        return Literal(self.text(key, default), lang=None if tag in ("", NO_LANGUAGE) else tag)

    def optional_literal(self, key: str, language: str) -> Literal | None:
        """Return a text in ``language``, None where the table has none."""
        return self.literal(key, language) if self.has(key) else None

    def rights(self, language: str, default: str | None = None) -> Literal:
        """Return ``rights`` as a text in ``language``; empty where ``license`` alone says them."""
        is_licensed = not self.has("rights") and self.has("license")
        return NO_TEXT if is_licensed else self.literal("rights", language, default)

    def date(self, key: str, default: str | None = None) -> str:
        """Return ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; what is left out is ``default``."""
        text = self.text(key, default)
        if text and not is_date(text):
            self.fault(f"'{key}' is no date: {text!r}; write YYYY, YYYY-MM or YYYY-MM-DD", key)
        return text

    def language(self, key: str) -> str:
        """Return a language tag (BCP 47), "" for ``NO_LANGUAGE``."""
        text = self.text(key, "en")
        if text == NO_LANGUAGE:
            return ""
        if not is_language_tag(text):
            self.fault(f"'{key}' is no language tag: {text!r}; write one such as 'en'", key)
            return "en"
        return text

    def iri(self, key: str) -> URIRef:
        """Return an absolute IRI."""
        text = self.text(key)
        if text and not is_iri(text):
            self.fault(
                f"'{key}' is no IRI: {text!r}; write one such as https://example.org/x/", key
            )
        return URIRef(text)

    def iris(self, key: str) -> tuple[URIRef, ...]:
        """Return a list of absolute IRIs."""
        items = [str(item) for item in self.value(key, list, [])]
        for item in items:
            if not is_iri(item):
                self.fault(f"'{key}' holds what is no IRI: {item!r}", key)
        return tuple(URIRef(item) for item in items if is_iri(item))

    def uuid(self, key: str, *, own: bool) -> str:
        """Return a UUID: of version 4 for something of our ``own``."""
        text = self.text(key)
        if text and (fault := uuid_fault(text, own=own)):
            self.fault(fault, key)
        return text

    def properties(self, key: str, *, lenient: bool = False) -> tuple[PropertyValue, ...]:
        """Return the properties in the table ``key``: lists of values, or one value each.

        If ``lenient``, their language tags need not be well-formed.
        """
        content = self.value(key, dict, {})
        properties: list[PropertyValue] = []
        for name in sorted(content):
            heading = Heading(name, lenient=lenient)
            items = content[name] if isinstance(content[name], list) else [content[name]]
            values = [heading.value(str(item)) for item in items]
            properties.extend(value for value in values if isinstance(value, PropertyValue))
            faults = [heading.fault, *(value for value in values if isinstance(value, str))]
            for fault in filter(None, faults):
                self.fault(fault, key)
        return tuple(properties)

    def agent(self, key: str) -> Agent:
        """Return the person or organization that ``key`` describes."""
        self.value(key, dict)
        return self.table(key)._as_agent()

    def agents(self, key: str) -> tuple[Agent, ...]:
        """Return a list of people and organizations; it must not be empty."""
        items = self.value(key, list)
        if not items and key in self._content:
            self.fault(f"'{key}' is empty: name who it was", key)
        return tuple(self.table(key, number)._as_agent() for number in range(len(items)))

    def _as_agent(self) -> Agent:
        name, type = self.text("name"), self.text("type", "Organization")
        if type not in AGENT_TYPES:
            self.fault(f"'type' is {type!r}; write {' or '.join(AGENT_TYPES)}", "type")
        iri = self.iri("iri") if self.has("iri") else agent_iri(self._base, name)
        self.refuse_unknown()
        return Agent(iri=iri, name=name, type=type)

    def refuse_unknown(self) -> None:
        """Record a fault for each key that was not read."""
        for key in sorted(set(self._content) - self._read_keys):
            keys = ", ".join(sorted(self._read_keys))
            self.fault(f"unknown key '{key}': the keys are {keys}", key)
