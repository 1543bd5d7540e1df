"""The domain: frameworks of statements, crosswalks of alignments, and what the source got wrong.

Values are frozen. Anything that the publication names by IRI carries that IRI; ``Origin`` says
which row of which data file a value was read from, and is no part of its identity.
"""

from dataclasses import dataclass, field

from rdflib import Literal, URIRef

AGENT_TYPES = ("Organization", "Person")


def local_name(iri: str) -> str:
    """Return what follows the last ``#`` or ``/`` of ``iri``."""
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was read: a data file, relative to the publication's folder, and a line."""

    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """Who created, published or holds the rights in something (``foaf:Agent``)."""

    iri: URIRef
    name: str
    type: str = "Organization"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a framework's hierarchy (``xkos:ClassificationLevel``): a kind of statement."""

    iri: URIRef
    kind: URIRef
    label: Literal
    depth: int
    """1 for top concepts."""
    notation_pattern: str
    """Regular expression that the whole of each notation on this level matches."""
    broader: tuple[str, ...] = ()
    """Names of the kinds that a statement of this level may stand under; none for the top."""
    roll_up: bool = False
    """Alignments of what stands below are rolled up to statements of this level."""

    @property
    def name(self) -> str:
        """The local name of the kind, as data files write it: ``Element``."""
        return local_name(self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a person is to know or do (``skos:Concept``, ``ceasn:Competency``)."""

    iri: URIRef
    uuid: str
    """UUID of version 4, minted once and kept in the data (CASE identifier, CTID)."""
    kind: URIRef
    notation: str
    text: Literal
    label: Literal | None = None
    """A short title where the source prints one beside the text (standards, domains)."""
    broader: URIRef | None = None
    position: int
    """1 for the first of its siblings, in the order of the source."""
    printed_in: URIRef | None = None
    """The part of the crosswalk in which the text is printed as it stands here."""
    lines: tuple[int, int] | None = None
    """First and last line of the source."""
    checksum: str | None = None
    """SHA-256 of the text in UTF-8, hexadecimal, where the text must stay as published."""
    origin: Origin = field(compare=False)

    @property
    def preferred_label(self) -> Literal:
        """What names the statement to people: its title, or else its text."""
        return self.label or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A published set of statements (``skos:ConceptScheme``, ``ceasn:CompetencyFramework``)."""

    iri: URIRef
    id: str
    uuid: str
    title: Literal
    description: Literal | None = None
    creators: tuple[Agent, ...]
    publisher: Agent
    rights_holder: Agent | None = None
    issued: str
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, as exactly as it is known."""
    edition: str
    language: str
    rights: Literal
    license: URIRef | None = None
    sources: tuple[URIRef, ...] = ()
    notation_note: Literal | None = None
    """Says so where the notations were coined by the publication and not by the publisher."""
    verbatim: bool = False
    """The rights forbid any change of the text: each statement carries a checksum."""
    levels: tuple[Level, ...]
    statements: tuple[Statement, ...]
    origin: Origin = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A SSSOM slot that the product carries and has no name of its own for."""

    name: str
    property: URIRef
    values: tuple[URIRef | Literal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """One alignment as printed or curated: a SSSOM mapping (``owl:Axiom``)."""

    iri: URIRef
    subject: URIRef
    predicate: URIRef
    object: URIRef
    justification: URIRef
    subject_label: str | None = None
    object_label: str | None = None
    printed_notation: str | None = None
    """The notation that the source prints for the object."""
    printed_subject_notation: str | None = None
    """The notation of the subject as printed, where it is not the subject's own."""
    printed_text: str | None = None
    """What the source prints for the object."""
    lines: tuple[int, int] | None = None
    comment: str | None = None
    slots: tuple[Slot, ...] = ()
    """Every other SSSOM slot of the record."""
    origin: Origin = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingSet:
    """One part of a crosswalk (``sssom:MappingSet``)."""

    iri: URIRef
    id: str
    title: Literal
    description: Literal | None = None
    license: URIRef
    rights: Literal
    subject_source: URIRef
    object_source: URIRef
    subject_kinds: tuple[URIRef, ...] = ()
    object_kinds: tuple[URIRef, ...] = ()
    """Kinds that may be aligned; none means every kind of the framework."""
    slots: tuple[Slot, ...] = ()
    """Every other SSSOM slot of the set."""
    prefixes: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    """Prefixes of the file, for the CURIEs of what lies outside the publication."""
    alignments: tuple[Alignment, ...]
    origin: Origin = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum:
    """One deviation of the printed source, beside what is taken to be meant."""

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
    """True where code found the place and a person decided what it means."""
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
class Crosswalk:
    """Alignments between two or more frameworks, in one or more parts."""

    iri: URIRef
    id: str
    title: Literal
    description: Literal | None = None
    creators: tuple[Agent, ...]
    publisher: Agent
    issued: str
    rights: Literal
    source: SourceDocument | None = None
    parts: tuple[MappingSet, ...]
    errata: tuple[Erratum, ...] = ()
    sections: tuple[Section, ...] = ()
    origin: Origin = field(compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file that a build read: where a graph came from (``prov:Entity``)."""

    path: str
    checksum: str
    """SHA-256, hexadecimal."""
    graph: str
    """Name of the graph that was made from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Everything that one build publishes."""

    base: str
    written_base: str = field(compare=False)
    """The base IRI under which the folder's own ontology, rules, shapes and queries are written."""
    id: str
    title: Literal
    description: Literal
    creator: Agent
    issued: str
    modified: str
    version: str
    language: str
    rights: Literal
    frameworks: tuple[Framework, ...]
    crosswalks: tuple[Crosswalk, ...]
    files: tuple[DataFile, ...] = field(default=(), compare=False)
