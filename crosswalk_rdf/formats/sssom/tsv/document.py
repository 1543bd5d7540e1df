"""A mapping set as values: what SSSOM/TSV is read to and written from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.model import NOT
from crosswalk_rdf.namespaces import PREFIXES

BUILT_IN_PREFIXES: Final[Mapping[str, str]] = {
    "linkml": "https://w3id.org/linkml/",
    **{name: PREFIXES[name] for name in ("owl", "rdf", "rdfs", "semapv", "skos", "sssom", "xsd")},
}
"""Prefixes that need no declaration (SSSOM specification, introduction, "IRI prefixes")."""


class UndeclaredPrefix(CrosswalkError):
    """A CURIE whose prefix the document does not declare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtensionDefinition:
    """The definition of a non-standard slot (SSSOM model, "Defined extensions"); CURIEs."""

    slot_name: str
    property: str | None = None
    type_hint: str | None = None

    def defined_property(self) -> str:
        """Return the property, or the one that the model gives to a definition without."""
        return self.property or f"http://sssom.invalid/{self.slot_name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One mapping (``sssom:Mapping``): slot name to values, set-wide values included.

    Slots without a value are absent; a slot with one value holds a tuple of one. Values are text as
    written (CURIEs unexpanded, numbers and dates as typed), without quotes and pipe escapes.
    """

    slots: Mapping[str, tuple[str, ...]]
    line: int = field(default=0, compare=False)
    columns: Mapping[str, int] = field(default_factory=dict, compare=False)
    """Where in its line the cell of a slot begins; nothing for values set for the whole set."""

    def value(self, slot: str) -> str | None:
        """Return the first value of ``slot``, None where it has none."""
        return next(iter(self.slots.get(slot, ())), None)

    @property
    def is_negated(self) -> bool:
        """Whether the record says that the mapping does not hold."""
        return self.value("predicate_modifier") == NOT


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A mapping set (``sssom:MappingSet``) with its records, in the order of the file."""

    prefixes: Mapping[str, str]
    """The ``curie_map`` as declared; built-in prefixes need not be among them."""
    slots: Mapping[str, tuple[str, ...]]
    """The set's own slots, extension slots too; what was propagated to the records is gone."""
    extensions: tuple[ExtensionDefinition, ...] = ()
    records: tuple[Record, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of each top-level key of the metadata block."""

    def value(self, slot: str) -> str | None:
        """Return the first value of the set's ``slot``, None where it has none."""
        return next(iter(self.slots.get(slot, ())), None)

    def expand(self, curie: str) -> URIRef:
        """Return the IRI of ``curie``; raise UndeclaredPrefix if its prefix is not declared.

        A lenient reader gives an IRI in angle brackets for what is not a CURIE.
        """
        if curie.startswith("<"):
            return URIRef(curie[1:-1])
        prefix, _, reference = curie.partition(":")
        namespace = BUILT_IN_PREFIXES.get(prefix) or self.prefixes.get(prefix)
        if namespace is None:
            raise UndeclaredPrefix(f"{curie}: declare the prefix '{prefix}' in the curie_map")
        return URIRef(namespace + reference)
