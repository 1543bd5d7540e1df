"""Which slot of SSSOM holds which field of the model: the one table, for readers and writers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.model import Alignment
from crosswalk_rdf.model.alignment_triples import (
    LINE_PROPERTIES,
    OWN_TEXT_PROPERTIES,
    TEXT_PROPERTIES,
)

SET_ID: Final = "mapping_set_id"
SET_TITLE: Final = "mapping_set_title"
SET_DESCRIPTION: Final = "mapping_set_description"
SET_SOURCE: Final = "mapping_set_source"
LICENSE: Final = "license"
VERSION: Final = "sssom_version"
CURIE_MAP: Final = "curie_map"
EXTENSION_DEFINITIONS: Final = "extension_definitions"
SOURCES: Final = ("subject_source", "object_source")
"""Slots of the set in the model, of each record in SSSOM."""

RECORD_ID: Final = "record_id"
SUBJECT: Final = "subject_id"
PREDICATE: Final = "predicate_id"
OBJECT: Final = "object_id"
JUSTIFICATION: Final = "mapping_justification"
MODIFIER: Final = "predicate_modifier"
CARDINALITY: Final = "mapping_cardinality"

IRIS: Final[Mapping[str, str]] = {
    SUBJECT: "subject",
    PREDICATE: "predicate",
    OBJECT: "object",
    JUSTIFICATION: "justification",
}
"""Slots that hold a CURIE, and the fields of :class:`Alignment` that hold its IRI."""

TEXTS: Final[Mapping[str, str]] = {name: name for name in TEXT_PROPERTIES}
"""Slots that hold text, and the fields of :class:`Alignment` that hold the same."""

TYPES: Final = ("subject_type", "object_type")
CONCEPT: Final = "skos concept"
"""What statements of a framework are, where nothing else is stated."""
LITERAL: Final = "rdfs literal"
"""What an end is that is a text, and no term."""


@dataclass(frozen=True, slots=True)
class Extension:
    """An extension slot of this product (SSSOM model, "Defined extensions")."""

    slot: str
    property: str
    """The local name of the property in the publication's ontology."""
    type_hint: str


PRINTED: Final[Mapping[Extension, str]] = {
    Extension(f"ext_{field}", property, "xsd:string"): field
    for field, property in OWN_TEXT_PROPERTIES.items()
}
"""What the source prints, and the fields of :class:`Alignment` that hold it."""

LINES: Final = (
    Extension("ext_source_line", LINE_PROPERTIES[0], "xsd:integer"),
    Extension("ext_source_line_end", LINE_PROPERTIES[1], "xsd:integer"),
)
"""The first and the last line of the source: the two numbers of ``Alignment.lines``."""

IN_SET: Final = frozenset(
    {
        *(VERSION, SET_ID, SET_TITLE, SET_DESCRIPTION, LICENSE, *SOURCES, *TYPES),
        *(CURIE_MAP, EXTENSION_DEFINITIONS),
    }
)
"""Slots of a set that are not slots of the model: a field holds them, or the document itself."""

IN_RECORD: Final = frozenset(
    {RECORD_ID, MODIFIER, *IRIS, *TEXTS, *SOURCES, *(extension.slot for extension in PRINTED)}
)
"""Slots of a record that fields of the model hold, whatever their values."""


def extension_values(alignment: Alignment) -> Iterator[tuple[Extension, str]]:
    """Yield each of :class:`Extension` that ``alignment`` has a value for, and the value."""
    for extension, field in PRINTED.items():
        if value := getattr(alignment, field):
            yield extension, value
    for extension, line in zip(LINES, alignment.lines or (), strict=False):
        yield extension, str(line)
