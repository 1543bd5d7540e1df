"""Frameworks, levels, crosswalks and their parts to facts: which attribute is called what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.formats.publication_workbook.metadata_rows import (
    AGENT,
    AGENTS,
    FLAG,
    LANGUAGE,
    LITERAL,
    NUMBER,
    REFERENCE,
    REFERENCES,
    STRING,
    STRINGS,
    Fact,
    Field,
    facts_of,
    property_facts,
    slot_facts,
)
from crosswalk_rdf.model import Crosswalk, Framework, MappingSet, Package

PACKAGE: Final = (
    Field("base IRI", "base", STRING),
    Field("modified", "modified", STRING),
    Field("publisher", "creator", AGENT),
)
FRAMEWORK: Final = (
    Field("id", "id", STRING),
    Field("title", "title", LITERAL),
    Field("description", "description", LITERAL),
    Field("creator", "creators", AGENTS),
    Field("publisher", "publisher", AGENT),
    Field("rights holder", "rights_holder", AGENT),
    Field("issued", "issued", STRING),
    Field("edition", "edition", STRING),
    Field("language", "language", LANGUAGE),
    Field("rights", "rights", LITERAL),
    Field("licence", "license", REFERENCE),
    Field("attribution", "attribution", STRING),
    Field("source", "sources", REFERENCES),
    Field("note on the notations", "notation_note", LITERAL),
    Field("text must stay verbatim", "verbatim", FLAG),
    Field("properties say all that is stated", "is_as_stated", FLAG),
    Field("UUID", "uuid", STRING),
)
LEVEL: Final = (
    Field("kind", "kind", REFERENCE),
    Field("id", "id", STRING),
    Field("label", "label", LITERAL),
    Field("depth", "depth", NUMBER),
    Field("pattern of notations", "notation_pattern", STRING),
    Field("stands below", "broader", STRINGS),
    Field("takes roll-ups", "roll_up", FLAG),
)
CROSSWALK: Final = (
    Field("id", "id", STRING),
    Field("title", "title", LITERAL),
    Field("description", "description", LITERAL),
    Field("creator", "creators", AGENTS),
    Field("publisher", "publisher", AGENT),
    Field("issued", "issued", STRING),
    Field("rights", "rights", LITERAL),
    Field("licence", "license", REFERENCE),
    Field("attribution", "attribution", STRING),
    Field("UUID", "uuid", STRING),
)
SOURCE: Final = (
    Field("title", "title", LITERAL),
    Field("file", "file", STRING),
    Field("SHA-256", "checksum", STRING),
    Field("number of lines", "line_count", NUMBER),
)
EXTERNAL: Final = (Field("id", "id", STRING), Field("title", "title", LITERAL))
PART: Final = (
    Field("id", "id", STRING),
    Field("title", "title", LITERAL),
    Field("description", "description", LITERAL),
    Field("licence", "license", REFERENCE),
    Field("rights", "rights", LITERAL),
    Field("subjects are from", "subject_source", REFERENCE),
    Field("objects are from", "object_source", REFERENCE),
    Field("kind of subjects", "subject_kinds", REFERENCES),
    Field("kind of objects", "object_kinds", REFERENCES),
)


@dataclass(frozen=True, slots=True)
class SheetNames:
    """The name of the sheet of each framework and part, by IRI; of errata and prose likewise."""

    tables: Mapping[URIRef, str]
    errata: Mapping[URIRef, str]
    prose: Mapping[URIRef, str]


def metadata(package: Package, names: SheetNames) -> Iterator[Fact]:
    """Yield the rows of the sheet *Metadata* for ``package``."""
    yield from facts_of("package", "", package, PACKAGE)
    for framework in package.frameworks:
        yield from _framework(framework, names.tables[framework.iri])
    for crosswalk in package.crosswalks:
        yield from _crosswalk(crosswalk, names)


def _framework(framework: Framework, sheet: str) -> Iterator[Fact]:
    iri = str(framework.iri)
    yield Fact(thing="framework", about=iri, field="sheet", value=sheet)
    yield from facts_of("framework", iri, framework, FRAMEWORK)
    yield from property_facts("framework", iri, framework.properties)
    for level in framework.levels:
        yield Fact(thing="level", about=str(level.iri), field="of", value=iri)
        yield from facts_of("level", str(level.iri), level, LEVEL)


def _crosswalk(crosswalk: Crosswalk, names: SheetNames) -> Iterator[Fact]:
    iri = str(crosswalk.iri)
    yield from facts_of("crosswalk", iri, crosswalk, CROSSWALK)
    for field, sheets in (("sheet of errata", names.errata), ("sheet of prose", names.prose)):
        if crosswalk.iri in sheets:
            yield Fact(thing="crosswalk", about=iri, field=field, value=sheets[crosswalk.iri])
    yield from property_facts("crosswalk", iri, crosswalk.properties)
    if crosswalk.source:
        about = str(crosswalk.source.iri)
        yield Fact(thing="source", about=about, field="of", value=iri)
        yield from facts_of("source", about, crosswalk.source, SOURCE)
    for external in crosswalk.external:
        about = str(external.iri)
        yield Fact(thing="external framework", about=about, field="of", value=iri)
        yield from facts_of("external framework", about, external, EXTERNAL)
    for part in crosswalk.parts:
        yield from _part(part, crosswalk, names.tables[part.iri])


def _part(part: MappingSet, crosswalk: Crosswalk, sheet: str) -> Iterator[Fact]:
    iri = str(part.iri)
    yield Fact(thing="part", about=iri, field="of", value=str(crosswalk.iri))
    yield Fact(thing="part", about=iri, field="sheet", value=sheet)
    yield from facts_of("part", iri, part, PART)
    yield from slot_facts("part", iri, part.slots)


def details(package: Package) -> Iterator[Fact]:
    """Yield everything else about single statements and alignments."""
    for framework in package.frameworks:
        for statement in framework.statements:
            yield from property_facts("statement", str(statement.iri), statement.properties)
    for crosswalk in package.crosswalks:
        for part in crosswalk.parts:
            for alignment in part.alignments:
                yield from slot_facts("alignment", str(alignment.iri), alignment.slots)
