"""Crosswalks: parts with alignments, errata of the source, and its prose."""

from dataclasses import dataclass, field
from typing import Final

from rdflib import Literal, URIRef

from crosswalk_rdf.display import count_phrase
from crosswalk_rdf.errors import NotFound
from crosswalk_rdf.model.alignments import Alignment, Slot
from crosswalk_rdf.model.metadata import (
    NO_TEXT,
    Agent,
    ImportSource,
    Origin,
    PropertyValue,
)

UNSPECIFIED_LICENSE: Final = URIRef("https://w3id.org/sssom/license/unspecified")
"""The license of a mapping set that states none: SSSOM asks for one (SSSOM, ``license``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingSet:
    """One part of a crosswalk (``sssom:MappingSet``)."""

    iri: URIRef
    id: str
    title: Literal
    description: Literal | None = None
    license: URIRef
    rights: Literal = NO_TEXT
    """What is said of the rights in words; empty where nothing is."""
    subject_source: URIRef
    object_source: URIRef
    """Frameworks, or external frameworks, that hold all subjects, all objects."""
    subject_kinds: tuple[URIRef, ...] = ()
    object_kinds: tuple[URIRef, ...] = ()
    """Kinds that may be aligned; none means every kind of the framework."""
    slots: tuple[Slot, ...] = ()
    """Every other SSSOM slot of the set."""
    prefixes: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """Prefixes of the file, for the CURIEs of what lies outside the publication."""
    alignments: tuple[Alignment, ...]
    assumed: frozenset[str] = field(default=frozenset(), compare=False)
    """Fields for which a value stands in that a foreign document does not state."""
    origin: Origin = field(compare=False)

    def __repr__(self) -> str:
        return f"<MappingSet {self.id}: {count_phrase(self.claims, 'alignment')}>"

    @property
    def claims(self) -> tuple[Alignment, ...]:
        """The alignments that hold: what is counted, rolled up, and exported as a match."""
        return tuple(alignment for alignment in self.alignments if alignment.is_claim)

    @property
    def denials(self) -> tuple[Alignment, ...]:
        """The negated alignments: recorded and shown as such, and a match nowhere."""
        return tuple(alignment for alignment in self.alignments if alignment.negated)

    @property
    def unmapped(self) -> tuple[Alignment, ...]:
        """The alignments that say that nothing matches an end: a result of review, and no match."""
        return tuple(a for a in self.alignments if a.unmapped and not a.negated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """An error in the printed source, with its assumed correction."""

    iri: URIRef
    id: str
    kind: URIRef
    part: URIRef
    lines: tuple[int, int]
    printed: str
    canonical: str
    comment: str
    changes_alignment: bool
    judgement: bool
    """True if code found the error and a person decided on the correction."""
    concerns: tuple[URIRef, ...] = ()
    """The statements, alignments, sections or mapping sets that it is about."""
    origin: Origin = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A passage of prose of the source: introduction, narrative, heading, description."""

    iri: URIRef
    id: str
    kind: URIRef
    title: str | None = None
    text: str
    part: URIRef
    position: int
    lines: tuple[int, int]
    about: tuple[URIRef, ...] = ()
    origin: Origin = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceDocument:
    """The document that a crosswalk was read from."""

    iri: URIRef
    title: Literal
    file: str
    checksum: str
    """SHA-256 of the file, hexadecimal."""
    line_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalFramework:
    """A framework that is aligned but not published here; its statements are known only by IRI."""

    iri: URIRef
    id: str
    title: Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Crosswalk:
    """Alignments between two or more frameworks, in one or more parts."""

    iri: URIRef
    id: str
    uuid: str = ""
    """UUID (CASE document, CTID of the alignment map), minted once and kept in the data. That of a
    framework where a foreign document holds both: there they stay one document."""
    title: Literal
    description: Literal | None = None
    creators: tuple[Agent, ...]
    publisher: Agent | None
    issued: str
    rights: Literal = NO_TEXT
    """What is said of the rights in words; empty where nothing is."""
    license: URIRef | None = None
    """That of the crosswalk as a document; each part has its own."""
    attribution: str = ""
    """Whom to credit (``cc:attributionName``); empty where nobody says so."""
    external: tuple[ExternalFramework, ...] = ()
    """Sources of its parts that are not frameworks of the publication."""
    properties: tuple[PropertyValue, ...] = ()
    """Further properties, in the order of the source."""
    source: SourceDocument | None = None
    parts: tuple[MappingSet, ...]
    errata: tuple[Erratum, ...] = ()
    sections: tuple[Section, ...] = ()
    origin: Origin = field(compare=False)
    imported: ImportSource | None = field(default=None, compare=False)
    """What it was imported from; None for the publication's own data."""

    def __getitem__(self, key: str) -> MappingSet:
        """Return one part.

        Args:
            key: Its id, or its IRI.

        Returns:
            The mapping set.

        Raises:
            NotFound: The crosswalk has no such part.
        """
        for part in self.parts:
            if key in (part.id, str(part.iri)):
                return part
        names = ", ".join(part.id for part in self.parts) or "none"
        raise NotFound(f"{self.id} has no part {key!r}: it has {names}")

    __iter__ = None  # with __getitem__ alone Python would count from 0

    def __repr__(self) -> str:
        return f"<Crosswalk {self.id}: {count_phrase(self.parts, 'part')}>"
