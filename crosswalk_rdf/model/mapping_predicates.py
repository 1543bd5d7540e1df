"""Mapping predicates: what may relate two statements of different frameworks, in one table.

A new one is one line in :data:`MAPPING_PREDICATES`: formats, the workbook and the site read it. A
format with terms of its own for some predicates has them in its folder, and a rule for all others.
"""

from dataclasses import dataclass
from typing import Final

from rdflib import SKOS, URIRef

from crosswalk_rdf.display import words
from crosswalk_rdf.model.metadata import local_name


@dataclass(frozen=True, slots=True)
class MappingPredicate:
    """A property that maps a statement to one of another framework."""

    iri: URIRef
    label: str
    inverse: URIRef | None = None
    """What holds from the other end; None for a symmetric predicate."""

    @property
    def name(self) -> str:
        """The local name: ``closeMatch``."""
        return local_name(self.iri)


DEFAULT_PREDICATE: Final = SKOS.relatedMatch
"""The predicate that claims least: that of an alignment that states none."""

MAPPING_PREDICATES: Final = (
    MappingPredicate(SKOS.exactMatch, "exact match"),
    MappingPredicate(SKOS.closeMatch, "close match"),
    MappingPredicate(SKOS.broadMatch, "broad match", inverse=SKOS.narrowMatch),
    MappingPredicate(SKOS.narrowMatch, "narrow match", inverse=SKOS.broadMatch),
    MappingPredicate(DEFAULT_PREDICATE, "related match"),
)
"""Each before those that it implies (SKOS Reference §10; S42 to S44).

``skos:mappingRelation``, the superproperty of those of SKOS, is not among them: it says that one of
them holds, and not which.
"""


def predicate_label(iri: str) -> str:
    """Return the label of a predicate; the words of its local name for one not in the table."""
    predicate = _predicate(iri)
    return predicate.label if predicate else words(local_name(iri))


def inverse_predicate(iri: str) -> str:
    """Return what holds from the other end: ``iri`` itself if symmetric or not in the table."""
    predicate = _predicate(iri)
    return predicate.inverse or iri if predicate else iri


def _predicate(iri: str) -> MappingPredicate | None:
    return next((predicate for predicate in MAPPING_PREDICATES if str(predicate.iri) == iri), None)
