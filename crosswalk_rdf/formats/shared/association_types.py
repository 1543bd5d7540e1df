"""Mapping predicates to the association types of 1EdTech, and back: for CASE, CLR and OpenSALT."""

from collections.abc import Mapping
from typing import Final

from rdflib import SKOS, URIRef

from crosswalk_rdf.model.mapping_predicates import MAPPING_PREDICATES

EXACT_MATCH_OF: Final = "exactMatchOf"
IS_RELATED_TO: Final = "isRelatedTo"

TYPES: Final[Mapping[URIRef, str]] = {
    SKOS.exactMatch: EXACT_MATCH_OF,
    SKOS.relatedMatch: IS_RELATED_TO,
}
"""Predicates for which there is a type in the enumeration of 1EdTech.

CASE 1.1 extends the enumeration: a type for any other predicate is its local name after ``ext:``.
"""

EXTENSION_TYPES: Final[Mapping[str, URIRef]] = {
    f"ext:{predicate.name}": predicate.iri for predicate in MAPPING_PREDICATES
}
"""The extension types that stand for a mapping predicate."""

PREDICATES: Final[Mapping[str, URIRef]] = {
    **EXTENSION_TYPES,
    **{type: predicate for predicate, type in TYPES.items()},
}
"""The mapping predicate that a type stands for between statements of different frameworks."""
