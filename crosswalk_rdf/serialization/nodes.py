"""The description of one subject to one JSON-LD node object."""

import re
from collections.abc import Mapping
from typing import Final

from crosswalk_rdf.serialization.context import Json, Term
from crosswalk_rdf.serialization.document import RDF_TYPE, identifier
from crosswalk_rdf.serialization.literals import STRING, XSD, LiteralParts, literal_parts
from crosswalk_rdf.serialization.naming import Naming

_BOOLEAN: Final = XSD + "boolean"
_INTEGER: Final = XSD + "integer"
_NATIVE_INTEGER: Final = re.compile("-?[1-9][0-9]{0,14}|0")
"""Integers that every JSON parser keeps as they are (below 2**53, canonical form)."""
_NATIVE_BOOLEAN: Final = {"true": True, "false": False}
_NO_CHILDREN: Final[Mapping[str, dict[str, Json]]] = {}


class AmbiguousIri(Exception):
    """An IRI that a JSON-LD processor would take for a prefixed name of the context."""


class Nodes:
    """Writes node objects, and remembers which terms and prefixes they use."""

    def __init__(self, naming: Naming) -> None:
        self.context = naming.context
        self._names = naming.json.for_new_document()
        self._schemes = naming.schemes
        self._used: set[str] = set()

    @property
    def id_key(self) -> str:
        """The name of ``@id``."""
        return self._keyword("@id")

    def inline_context(self) -> dict[str, Json]:
        """Return the part of the context that was used so far."""
        if not self._used and not self._names.used:
            return {}
        return self.context.inline(self._used, self._names.used)

    def node(
        self,
        subject: str,
        properties: Mapping[str, list[str]],
        children: Mapping[str, dict[str, Json]] = _NO_CHILDREN,
    ) -> dict[str, Json]:
        """Return the node object of ``subject``.

        ``children`` are node objects, by subject, to stand in place of the first reference to them.
        """
        unplaced = dict(children)
        entries = {
            key: value
            for iri, values in properties.items()
            for key, value in self._entries(iri, values, unplaced)
        }
        head: dict[str, Json] = {self.id_key: self.identifier(subject)}
        return head | {key: entries[key] for key in sorted(entries, key=self._rank)}

    def identifier(self, node: str) -> str:
        """Return an IRI as it stands; raise Ambiguous where it would be read as another."""
        if node.partition(":")[0] in self._schemes:
            raise AmbiguousIri(node)
        return node

    def inverse_key(self, iri: str) -> str:
        """Return the term that goes against the property ``iri``."""
        term = self.context.inverse[iri]
        self._used.add(term.name)
        return term.name

    def _rank(self, key: str) -> tuple[int, str]:
        return self.context.rank.get(key, len(self.context.rank)), key

    def _keyword(self, keyword: str) -> str:
        alias = self.context.aliases.get(keyword)
        if alias is None:
            return keyword
        self._used.add(alias)
        return alias

    def _entries(
        self, iri: str, values: list[str], unplaced: dict[str, dict[str, Json]]
    ) -> list[tuple[str, Json]]:
        """Return the members that carry ``values``: one, unless a term fits some of them only."""
        if iri == RDF_TYPE:
            return self._types(values, unplaced)
        term = self.context.forward.get(iri)
        if term is None or not term.language_map:
            return [self._plain_entry(iri, term, values, unplaced)]
        language_literals = [parts for parts in map(_language_parts, values) if parts]
        remaining = [value for value in values if not _language_parts(value)]
        entries = [self._plain_entry(iri, None, remaining, unplaced)] if remaining else []
        if language_literals:
            self._used.add(term.name)
            entries.append((term.name, _language_map(language_literals)))
        return entries

    def _types(
        self, values: list[str], unplaced: dict[str, dict[str, Json]]
    ) -> list[tuple[str, Json]]:
        """Return ``type``, always an array; a type that is a literal goes under its IRI."""
        nodes = [identifier(value) for value in values if not value.startswith('"')]
        names: list[Json] = [self._vocabulary(node) for node in nodes]
        literals = [value for value in values if value.startswith('"')]
        entries = [self._plain_entry(RDF_TYPE, None, literals, unplaced)] if literals else []
        return [(self._keyword("@type"), names), *entries] if names else entries

    def _plain_entry(
        self,
        iri: str,
        term: Term | None,
        values: list[str],
        unplaced: dict[str, dict[str, Json]],
    ) -> tuple[str, Json]:
        items = [self._value(term, value, unplaced) for value in values]
        single = len(items) == 1 and not (term and term.array)
        return self._key(iri, term), items[0] if single else items

    def _key(self, iri: str, term: Term | None) -> str:
        if term is None:
            return self._names.short(iri) or self.identifier(iri)
        self._used.add(term.name)
        return term.name

    def _value(self, term: Term | None, value: str, unplaced: dict[str, dict[str, Json]]) -> Json:
        if value.startswith('"'):
            return self._literal(term, literal_parts(value))
        node = identifier(value)
        child = unplaced.pop(node, None) if unplaced else None
        if child is not None:
            return child
        coercion = term.type if term else None
        if coercion == "@id":
            return self.identifier(node)
        if coercion == "@vocab":
            return self._vocabulary(node)
        return {self.id_key: self.identifier(node)}

    def _vocabulary(self, node: str) -> str:
        """Return the term, the prefixed name or the IRI of a class, property or datatype."""
        term = self.context.forward.get(node)
        if term is None:
            return self._names.short(node) or self.identifier(node)
        self._used.add(term.name)
        return term.name

    def _literal(self, term: Term | None, literal: LiteralParts) -> Json:
        if literal.language:
            return {"@value": literal.value, "@language": literal.language}
        datatype, coercion = literal.datatype, term.type if term else None
        if datatype == STRING:
            return literal.value if coercion is None else {"@value": literal.value}
        if coercion in (None, datatype):
            native = _native(literal.value, datatype)
            if native is not None:
                return native
        if coercion == datatype:
            return literal.value
        return {"@value": literal.value, "@type": self._vocabulary(datatype)}


def _language_parts(value: str) -> LiteralParts | None:
    """Return the parts of a literal that has a language, and None for anything else."""
    if not value.startswith('"') or value.endswith(('"', ">")):
        return None
    return literal_parts(value)


def _language_map(literals: list[LiteralParts]) -> dict[str, Json]:
    texts: dict[str, list[Json]] = {}
    for literal in literals:
        texts.setdefault(literal.language, []).append(literal.value)
    return {tag: texts[tag] if len(texts[tag]) > 1 else texts[tag][0] for tag in sorted(texts)}


def _native(form: str, datatype: str) -> int | bool | None:
    """Return the JSON number or boolean that means exactly this literal, if there is one."""
    if datatype == _INTEGER and _NATIVE_INTEGER.fullmatch(form):
        return int(form)
    return _NATIVE_BOOLEAN.get(form) if datatype == _BOOLEAN else None
