"""The slots of SSSOM 1.1, after its schema (sssom_schema.yaml of sssom-schema 1.1.0a5)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.model import NOT

ENTITY: Final = "EntityReference"
URI: Final = "NonRelativeURI"
ENTITY_TYPE: Final = "entity_type_enum"

ENUMS: Final[Mapping[str, tuple[str, ...]]] = {
    "sssom_version_enum": ("1.0", "1.1"),
    ENTITY_TYPE: (
        "owl class",
        "owl object property",
        "owl data property",
        "owl annotation property",
        "owl named individual",
        "skos concept",
        "rdfs resource",
        "rdfs class",
        "rdfs literal",
        "rdfs datatype",
        "rdf property",
        "composed entity expression",
    ),
    "predicate_modifier_enum": (NOT,),
    "mapping_cardinality_enum": ("1:1", "1:n", "n:1", "n:n", "1:0", "0:1", "0:0"),
}

NO_PREDICATE_TYPES: Final = ("rdfs literal", "composed entity expression")
"""Entity types that the schema forbids in ``predicate_type``."""

VALUES_SINCE_1_1: Final = ("composed entity expression", "0:0")
"""Enumerated values that SSSOM 1.0 does not have."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot of the schema."""

    name: str
    range: str = "string"
    multivalued: bool = False
    propagatable: bool = False
    added_in: str = "1.0"
    bounds: tuple[float, float] | None = None


_TABLE: Final = (
    Slot("sssom_version", "sssom_version_enum", added_in="1.1"),
    Slot("curie_map", "prefix", multivalued=True),
    Slot("mapping_set_id", URI),
    Slot("mapping_set_version"),
    Slot("mapping_set_source", URI, multivalued=True),
    Slot("mapping_set_title"),
    Slot("mapping_set_description"),
    Slot("mapping_set_confidence", "double", added_in="1.1", bounds=(0, 1)),
    Slot("record_id", ENTITY, added_in="1.1"),
    Slot("subject_id", ENTITY),
    Slot("subject_label"),
    Slot("subject_category"),
    Slot("predicate_id", ENTITY),
    Slot("predicate_label"),
    Slot("predicate_modifier", "predicate_modifier_enum"),
    Slot("object_id", ENTITY),
    Slot("object_label"),
    Slot("object_category"),
    Slot("mapping_justification", ENTITY),
    Slot("author_id", ENTITY, multivalued=True),
    Slot("author_label", multivalued=True),
    Slot("reviewer_id", ENTITY, multivalued=True),
    Slot("reviewer_label", multivalued=True),
    Slot("creator_id", ENTITY, multivalued=True),
    Slot("creator_label", multivalued=True),
    Slot("license", URI),
    Slot("subject_type", ENTITY_TYPE, propagatable=True),
    Slot("subject_source", ENTITY, propagatable=True),
    Slot("subject_source_version", propagatable=True),
    Slot("object_type", ENTITY_TYPE, propagatable=True),
    Slot("object_source", ENTITY, propagatable=True),
    Slot("object_source_version", propagatable=True),
    Slot("predicate_type", ENTITY_TYPE, propagatable=True, added_in="1.1"),
    Slot("mapping_provider", URI, propagatable=True),
    Slot("mapping_source", ENTITY),
    Slot("mapping_cardinality", "mapping_cardinality_enum"),
    Slot("cardinality_scope", multivalued=True, propagatable=True, added_in="1.1"),
    Slot("mapping_tool", propagatable=True),
    Slot("mapping_tool_id", ENTITY, propagatable=True, added_in="1.1"),
    Slot("mapping_tool_version", propagatable=True),
    Slot("mapping_date", "date", propagatable=True),
    Slot("publication_date", "date"),
    Slot("review_date", "date", added_in="1.1"),
    Slot("confidence", "double", bounds=(0, 1)),
    Slot("reviewer_agreement", "double", added_in="1.1", bounds=(-1, 1)),
    Slot("curation_rule", ENTITY, multivalued=True, propagatable=True),
    Slot("curation_rule_text", multivalued=True, propagatable=True),
    Slot("subject_match_field", ENTITY, multivalued=True, propagatable=True),
    Slot("object_match_field", ENTITY, multivalued=True, propagatable=True),
    Slot("match_string", multivalued=True),
    Slot("subject_preprocessing", ENTITY, multivalued=True, propagatable=True),
    Slot("object_preprocessing", ENTITY, multivalued=True, propagatable=True),
    Slot("similarity_score", "double", bounds=(0, 1)),
    Slot("similarity_measure", propagatable=True),
    Slot("see_also", URI, multivalued=True),
    Slot("issue_tracker", URI),
    Slot("issue_tracker_item", ENTITY),
    Slot("other"),
    Slot("comment"),
    Slot("extension_definitions", "extension definition", multivalued=True),
)

SLOTS: Final[Mapping[str, Slot]] = {slot.name: slot for slot in _TABLE}

SET_SLOTS: Final = (
    "sssom_version",
    "curie_map",
    "mapping_set_id",
    "mapping_set_version",
    "mapping_set_source",
    "mapping_set_title",
    "mapping_set_description",
    "mapping_set_confidence",
    "creator_id",
    "creator_label",
    "license",
    "subject_type",
    "subject_source",
    "subject_source_version",
    "object_type",
    "object_source",
    "object_source_version",
    "predicate_type",
    "mapping_provider",
    "cardinality_scope",
    "mapping_tool",
    "mapping_tool_id",
    "mapping_tool_version",
    "mapping_date",
    "publication_date",
    "subject_match_field",
    "object_match_field",
    "subject_preprocessing",
    "object_preprocessing",
    "similarity_measure",
    "curation_rule",
    "curation_rule_text",
    "see_also",
    "issue_tracker",
    "other",
    "comment",
    "extension_definitions",
)
"""The slots of a mapping set in the order of the schema, ``mappings`` left out."""

RECORD_SLOTS: Final = (
    "record_id",
    "subject_id",
    "subject_label",
    "subject_category",
    "predicate_id",
    "predicate_label",
    "predicate_modifier",
    "object_id",
    "object_label",
    "object_category",
    "mapping_justification",
    "author_id",
    "author_label",
    "reviewer_id",
    "reviewer_label",
    "creator_id",
    "creator_label",
    "license",
    "subject_type",
    "subject_source",
    "subject_source_version",
    "object_type",
    "object_source",
    "object_source_version",
    "predicate_type",
    "mapping_provider",
    "mapping_source",
    "mapping_cardinality",
    "cardinality_scope",
    "mapping_tool",
    "mapping_tool_id",
    "mapping_tool_version",
    "mapping_date",
    "publication_date",
    "review_date",
    "confidence",
    "reviewer_agreement",
    "curation_rule",
    "curation_rule_text",
    "subject_match_field",
    "object_match_field",
    "match_string",
    "subject_preprocessing",
    "object_preprocessing",
    "similarity_score",
    "similarity_measure",
    "see_also",
    "issue_tracker_item",
    "other",
    "comment",
)
"""The slots of a mapping record in the order of the schema."""

PROPAGATABLE: Final = tuple(name for name in SET_SLOTS if SLOTS[name].propagatable)
"""Slots whose value on the set stands for that of every record."""

SET_REQUIRED: Final = ("mapping_set_id", "license")
RECORD_REQUIRED: Final = ("predicate_id", "mapping_justification")

_SET_SINCE_1_1: Final = ("similarity_measure", "curation_rule", "curation_rule_text")


def added_in(name: str, *, on_set: bool) -> str:
    """Return the version of SSSOM in which the slot came to the set, or to records."""
    return "1.1" if on_set and name in _SET_SINCE_1_1 else SLOTS[name].added_in
