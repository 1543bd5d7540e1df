"""Frameworks: statements on levels."""

from collections import Counter
from dataclasses import dataclass, field

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.display import MOST_ROWS, count_phrase, excerpt, to_html
from crosswalk_rdf.errors import NotFound
from crosswalk_rdf.model.collections import Collection, Resource
from crosswalk_rdf.model.metadata import (
    NO_TEXT,
    Agent,
    ImportSource,
    Origin,
    PropertyValue,
    local_name,
)


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
    """Names of the levels that a statement of this level may stand under; with depth 1 it need not
    stand under any."""
    roll_up: bool = False
    """Alignments of what stands below are rolled up to statements of this level."""
    id: str = ""
    """What data files call the level, where that is not the local name of its kind."""

    @property
    def name(self) -> str:
        """What data files call the level: ``Element``."""
        return self.id or self.kind_name

    @property
    def kind_name(self) -> str:
        """The local name of its kind."""
        return local_name(self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that a person is to know or do (``skos:Concept``, ``ceasn:Competency``)."""

    iri: URIRef
    uuid: str
    """UUID in lower case (CASE identifier, CTID). Our own are of version 4, minted once and stored
    in the data; imported ones may have any version. Empty if an imported file has none."""
    kind: URIRef
    """``ceasn:Competency`` where a foreign file names no kind."""
    notation: str
    """As printed (``skos:notation``, CASE ``humanCodingScheme``); empty where a foreign file has
    none, but never in a publication."""
    coined_notation: bool = False
    """True if the publication assigned the notation, because the publisher has none or repeats it.
    The publisher's own is then a ``skos:notation`` among the properties."""
    text: Literal
    coined_label: bool = False
    """True if the publisher gives no preferred label (``skos:prefLabel``), and the text repeats
    another property, or the end of the IRI: it is shown, and not published as a label."""
    label: Literal | None = None
    """A short title where the source prints one beside the text (standards, domains)."""
    broader: URIRef | None = None
    """The parent under which it is read."""
    also_broader: tuple[URIRef, ...] = ()
    """Its further parents, in a framework that is not a tree."""
    position: int
    """1 for the first of its siblings, in the order of the source."""
    printed_in: URIRef | None = None
    """The part of the crosswalk that prints the text in this wording."""
    lines: tuple[int, int] | None = None
    """First and last line of the source."""
    checksum: str | None = None
    """SHA-256 of the text in UTF-8, hexadecimal, where the text must stay as published."""
    deprecated: bool = False
    """True if the statement is no longer to be used; it is kept so that its IRI still resolves."""
    replaced_by: URIRef | None = None
    """What to use in place of a deprecated statement."""
    in_schemes: tuple[URIRef, ...] | None = None
    """The concept schemes that it is stated to be in (``skos:inScheme``), if that is not its
    framework alone: others besides, or none, where it only stands in its framework's file."""
    top_concept_of: tuple[URIRef, ...] | None = None
    """The schemes of which it is stated to be a top concept (``skos:topConceptOf``). None: of its
    framework, if it has no parent there."""
    properties: tuple[PropertyValue, ...] = ()
    """Further properties, in the order of the source."""
    origin: Origin = field(compare=False)

    def schemes(self, framework: URIRef) -> tuple[URIRef, ...]:
        """Return the schemes that the statement is in.

        Args:
            framework: The IRI of its framework.

        Returns:
            The IRIs that the source states, or else that of the framework.

        Raises:
            Nothing.
        """
        return (framework,) if self.in_schemes is None else self.in_schemes

    def tops(self, framework: URIRef) -> tuple[URIRef, ...]:
        """Return the schemes of which the statement is a top concept.

        Args:
            framework: The IRI of its framework.

        Returns:
            The IRIs that the source states, or else that of the framework where it has no parent.

        Raises:
            Nothing.
        """
        if self.top_concept_of is not None:
            return self.top_concept_of
        return () if self.broader else (framework,)

    @property
    def repeats_notation(self) -> bool:
        """Whether the properties hold the notation, or the publisher's, which it replaces.

        They do where that has a datatype, or where several statements have it.
        """
        notations = [p.value for p in self.properties if p.property == SKOS.notation]
        return any(self.coined_notation or str(value) == self.notation for value in notations)

    @property
    def preferred_label(self) -> Literal:
        """The label for display: the title, or else the text."""
        return self.label or self.text

    def __repr__(self) -> str:
        return f"<Statement {self.notation or self.iri}: {excerpt(self.preferred_label)}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A published set of statements (``skos:ConceptScheme``, ``ceasn:CompetencyFramework``)."""

    iri: URIRef
    id: str
    uuid: str
    """Like that of a statement."""
    title: Literal
    description: Literal | None = None
    creators: tuple[Agent, ...]
    publisher: Agent | None
    rights_holder: Agent | None = None
    issued: str
    """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``, as exactly as it is known; empty where a foreign
    file does not say."""
    edition: str
    """Empty where a foreign file does not say; likewise the language."""
    language: str
    rights: Literal = NO_TEXT
    """What is said of the rights in words; empty where nothing is."""
    license: URIRef | None = None
    attribution: str = ""
    """Whom to credit (``cc:attributionName``); empty where nobody says so."""
    sources: tuple[URIRef, ...] = ()
    notation_note: Literal | None = None
    """A note if the publication, and not the publisher, assigned notations."""
    verbatim: bool = False
    """The rights forbid any change of the text: each statement carries a checksum."""
    is_as_stated: bool = False
    """True if ``properties`` hold all that its publisher says of it in RDF. The other fields then
    repeat part of that, and what is not stated is empty; RDF is written of ``properties`` alone."""
    properties: tuple[PropertyValue, ...] = ()
    """Further properties, in the order of the source."""
    levels: tuple[Level, ...]
    statements: tuple[Statement, ...]
    collections: tuple[Collection, ...] = ()
    """Groups of its statements, and of those of other frameworks."""
    resources: tuple[Resource, ...] = ()
    """Labels, notes and other nodes that its statements and collections, or it, point at."""
    origin: Origin = field(compare=False)
    imported: ImportSource | None = field(default=None, compare=False)
    """What it was imported from; None for the publication's own data."""

    @property
    def polyhierarchical(self) -> bool:
        """Whether some statement stands under several others (ISO 25964-1, polyhierarchy)."""
        return any(statement.also_broader for statement in self.statements)

    @property
    def languages(self) -> tuple[str, ...]:
        """Its language, then those of the statements whose text is in another one."""
        tags = {self.language: None}
        tags |= {str(s.text.language): None for s in self.statements if s.text.language}
        return tuple(language for language in tags if language)

    def __getitem__(self, key: str) -> Statement:
        """Return one statement.

        Args:
            key: Its notation, or else its IRI.

        Returns:
            The statement; the first of the framework where several have the notation.

        Raises:
            NotFound: The framework has no such statement.
        """
        by_notation = (s for s in self.statements if key and s.notation == key)
        by_iri = (s for s in self.statements if str(s.iri) == key)
        statement = next(by_notation, None) or next(by_iri, None)
        if statement is None:
            raise NotFound(f"{self.id} has no statement {key!r}: give a notation or an IRI")
        return statement

    __iter__ = None  # with __getitem__ alone Python would count from 0

    def __repr__(self) -> str:
        return f"<Framework {self.id}: {count_phrase(self.statements, 'statement')}>"

    def _repr_html_(self) -> str:
        levels = Counter(statement.kind for statement in self.statements)
        rows = [
            (s.notation, local_name(s.kind), s.preferred_label) for s in self.statements[:MOST_ROWS]
        ]
        names = ", ".join(f"{levels[level.kind]} {level.name}" for level in self.levels)
        return to_html("framework", framework=self, levels=names, rows=rows)
