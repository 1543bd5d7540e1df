"""Alignments, and the SSSOM slots that the model has no field for."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from rdflib import RDFS, Literal, URIRef

from crosswalk_rdf.model.metadata import Origin, local_name
from crosswalk_rdf.namespaces import SSSOM

NOT: Final = "Not"
"""The only value of the SSSOM slot ``predicate_modifier``: the mapping does not hold."""
NO_TERM_FOUND: Final = SSSOM.NoTermFound
"""What stands in the place of one end where nothing matches the other (SSSOM model, "Representing
unmapped entities")."""
_TYPES: Final = ("subject_type", "object_type")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A SSSOM slot that the model has no field for."""

    name: str
    property: URIRef
    values: tuple[URIRef | Literal, ...]


def without_modifier(slots: Sequence[Slot]) -> tuple[tuple[Slot, ...], bool]:
    """Return ``slots`` without ``predicate_modifier``, and whether it was among them.

    For readers that accept any slot. ``Not`` is the only value in SSSOM 1.1; an unknown value is
    read as ``Not`` too, so that it never becomes a claim.
    """
    remaining = tuple(slot for slot in slots if slot.name != "predicate_modifier")
    return remaining, len(remaining) < len(slots)


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
    negated: bool = False
    """True for a denial: the mapping does not hold (SSSOM ``predicate_modifier``, ``Not``)."""
    slots: tuple[Slot, ...] = ()
    """Every other SSSOM slot of the record."""
    unnamed: bool = field(default=False, compare=False)
    """True where a foreign document gives it no IRI, so that one was made."""
    origin: Origin = field(compare=False)

    @property
    def unmapped(self) -> bool:
        """Whether it says that nothing in the other framework matches."""
        return NO_TERM_FOUND in (self.subject, self.object)

    @property
    def literal(self) -> bool:
        """Whether an end is a text and no term (SSSOM model, "Literal mappings")."""
        return any(slot.name in _TYPES and RDFS.Literal in slot.values for slot in self.slots)

    @property
    def is_claim(self) -> bool:
        """Whether it says that two terms match: the direct triple holds (SSSOM/RDF)."""
        return not (self.negated or self.unmapped or self.literal)

    def __repr__(self) -> str:
        predicate = f"{'not ' if self.negated else ''}{local_name(self.predicate)}"
        return f"<Alignment {local_name(self.subject)} {predicate} {local_name(self.object)}>"
