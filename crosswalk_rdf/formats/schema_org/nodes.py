"""JSON-LD of schema.org, as producers write it, to nodes by IRI.

No context is fetched: without one, and under that of schema.org, a key is a term of schema.org.
A document's own context is applied: prefixes, terms, languages, ``@base``, ``@vocab``.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urljoin

from crosswalk_rdf.formats.format import unreadable
from crosswalk_rdf.model.lexical import has_scheme, is_iri
from crosswalk_rdf.namespaces import PREFIXES, SCHEMA

Json = Any

_SCHEMA_ORG: Final = re.compile(r"https?://(www\.)?schema\.org/")
_KEYWORDS: Final = {"id": "@id", "type": "@type"}
_PREFIXES: Final = {**PREFIXES, "sdo": str(SCHEMA), "schemaorg": str(SCHEMA)}
_DEEPEST: Final = 100
"""How many values may lie in each other. Nothing in schema.org needs more than ten."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the contexts in force say."""

    names: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    """By term: the language of its strings, empty for none."""
    language: str = ""
    base: str = ""
    vocabulary: str = str(SCHEMA)
    _iris: dict[str, str] = field(default_factory=dict, compare=False)

    def iri(self, key: str) -> str:
        """Return the keyword or the IRI that a key or a type means."""
        if key not in self._iris:
            self._iris[key] = self._expanded(key)
        return self._iris[key]

    def _expanded(self, key: str) -> str:
        name = self.names.get(key) or _KEYWORDS.get(key, key)
        if name.startswith("@"):
            return name
        prefix, colon, local = name.partition(":")
        if not colon:
            return self.vocabulary + name
        if not local.startswith("//"):
            name = self.names.get(prefix, _PREFIXES.get(prefix, f"{prefix}:")) + local
        return _SCHEMA_ORG.sub(str(SCHEMA), name, count=1)

    def reference(self, text: str) -> str:
        """Return the IRI that a string names; empty where it names none."""
        if has_scheme(text):
            prefix, _, local = text.partition(":")
            namespace = "" if local.startswith("//") else self.names.get(prefix, "")
            return namespace + local if namespace else text
        return urljoin(self.base, text) if self.base and text else ""

    def language_of(self, key: str) -> str:
        """Return the language of the strings under ``key``."""
        return self.languages.get(key, self.language)


@dataclass(slots=True)
class Node:
    """All that a document states about one thing, in order."""

    place: str
    """JSON pointer of where it is described first."""
    iri: str
    """Empty where the document gives none that is absolute."""
    key: str = ""
    """What the document calls it: its IRI, a relative one, the name of a blank node."""
    types: list[str] = field(default_factory=list)
    values: dict[str, list[tuple[Json, str, Terms]]] = field(default_factory=dict)
    """By the IRI of the property: values, the language of their strings, the terms in force."""


@dataclass(slots=True)
class Nodes:
    """The nodes of a document, in its order."""

    all: list[Node] = field(default_factory=list)
    _by_key: dict[str, Node] = field(default_factory=dict)
    _by_object: dict[int, Node] = field(default_factory=dict)

    def of(self, value: Json, terms: Terms) -> Node | None:
        """Return the node that ``value`` is, or that it names."""
        if isinstance(value, dict):
            return self._by_object.get(id(value))
        if isinstance(value, str):
            return self._by_key.get(terms.reference(value) or value)
        return None

    def named(self, identifier: str, terms: Terms, place: str) -> Node:
        """Return the node that the document calls ``identifier``; a new one where it has none."""
        iri = terms.reference(identifier)
        key = iri or identifier
        node = self._by_key.get(key) if key else None
        if node is None:
            node = Node(place, iri if is_iri(iri) else "", key)
            self.all.append(node)
            if key:
                self._by_key[key] = node
        return node

    def add(self, value: dict[str, Json], terms: Terms, place: str) -> None:
        """Add the properties of ``value`` to the node that it describes."""
        node = self.named(_identifier(value, terms), terms, place)
        self._by_object[id(value)] = node
        for key, content in value.items():
            name = terms.iri(key)
            kinds = _as_list(content)
            if name == "@type":
                node.types += [terms.iri(kind) for kind in kinds if isinstance(kind, str)]
            elif not name.startswith("@"):
                language = terms.language_of(key)
                before = node.values.setdefault(name, [])
                references = (
                    {each for each, *_ in before if isinstance(each, str)} if before else ()
                )
                before += [
                    (each, language, terms)
                    for each in kinds
                    if each is not None and not (isinstance(each, str) and each in references)
                ]


def _identifier(value: dict[str, Json], terms: Terms) -> str:
    identifier = next((value[key] for key in value if terms.iri(key) == "@id"), "")
    return identifier if isinstance(identifier, str) else ""


def nodes_of(document: Json, file: str) -> Nodes:
    """Return the nodes of ``document``.

    Raises InputFaults where it is nested deeper than any description is.
    """
    nodes = Nodes()
    waiting = [(document, Terms(), "", 0)]
    while waiting:
        value, terms, place, depth = waiting.pop()
        if depth > _DEEPEST:
            raise unreadable(file, f"{place[:60]}…: nested too deep: flatten it")
        if isinstance(value, dict) and "@value" not in value:
            terms = _under(value.get("@context"), terms)
            nodes.add(value, terms, place or "/")
        waiting.extend(
            (inner, terms, f"{place}/{key}", depth + 1) for key, inner in _inner(value)[::-1]
        )
    return nodes


def _inner(value: Json) -> list[tuple[str, Json]]:
    """Return what lies in ``value`` and may be a node or hold some."""
    pairs: Iterator[tuple[Any, Json]] = iter(())
    if isinstance(value, dict):
        pairs = ((key, inner) for key, inner in value.items() if key != "@context")
    elif isinstance(value, list):
        pairs = iter(enumerate(value))
    return [(str(key), inner) for key, inner in pairs if isinstance(inner, dict | list)]


def _under(context: Json, terms: Terms) -> Terms:
    """Return ``terms`` as ``context`` changes them; contexts at a URL change nothing."""
    parts = [part for part in _as_list(context) if isinstance(part, dict)]
    if not parts:
        return terms
    meanings = {key: meaning for part in parts for key, meaning in part.items()}
    changed = {key: meaning for key, meaning in meanings.items() if key[:1] != "@"}
    names = {key: name for key, meaning in changed.items() if (name := _name(meaning))}
    languages = {
        key: meaning["@language"] or ""
        for key, meaning in changed.items()
        if isinstance(meaning, dict) and isinstance(meaning.get("@language", 0), str | None)
    }
    words = {key: word for key, word in meanings.items() if isinstance(word, str)}
    return Terms(
        names={**terms.names, **names},
        languages={**terms.languages, **languages},
        language=words.get("@language", "" if "@language" in meanings else terms.language),
        base=words.get("@base", terms.base),
        vocabulary=_SCHEMA_ORG.sub(str(SCHEMA), words.get("@vocab", terms.vocabulary), count=1),
    )


def _as_list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [value]


def _name(meaning: Json) -> str:
    """Return the IRI or the keyword that a context gives a term; empty where it gives none."""
    name = meaning.get("@id") if isinstance(meaning, dict) else meaning
    return name if isinstance(name, str) else ""
