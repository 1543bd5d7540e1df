"""Slots of SSSOM before 1.0 (SSSOM/TSV, "Compatibility with pre-1.0 versions")."""

from collections.abc import Mapping
from typing import Final

_MATCH_TYPES: Final[Mapping[str, str]] = {
    "Lexical": "semapv:LexicalMatching",
    "Logical": "semapv:LogicalReasoning",
    "HumanCurated": "semapv:ManualMappingCuration",
    "Complex": "semapv:CompositeMatching",
    "Unspecified": "semapv:UnspecifiedMatching",
    "SemanticSimilarity": "semapv:SemanticSimilarityThresholdMatching",
}
"""The specification says ``semapv:LogicalMatching``, which neither SEMAPV nor the schema has."""

_TERM_TYPES: Final[Mapping[str, str]] = {
    "ConceptMatch": "skos concept",
    "ClassMatch": "owl class",
    "ObjectPropertyMatch": "owl object property",
    "IndividualMatch": "owl named individual",
    "DataPropertyMatch": "owl data property",
    "TermMatch": "rdfs literal",
}

SUCCESSORS: Final[Mapping[str, tuple[str, ...]]] = {
    "match_type": ("mapping_justification",),
    "match_term_type": ("subject_type", "object_type"),
    "semantic_similarity_score": ("similarity_score",),
    "semantic_similarity_measure": ("similarity_measure",),
}
"""The slots that took the place of each."""

_VALUES: Final = {"match_type": _MATCH_TYPES, "match_term_type": _TERM_TYPES}


def value_now(slot: str, value: str) -> str | None:
    """Return the value of the successors of ``slot`` for ``value``; None if it had no such."""
    return _VALUES[slot].get(value) if slot in _VALUES else value
