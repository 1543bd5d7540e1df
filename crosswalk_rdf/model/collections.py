"""Groups of concepts, and resources that concepts only point at: labels, notes, agents."""

from dataclasses import dataclass, field

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.display import count_phrase, excerpt
from crosswalk_rdf.model.metadata import Origin, PropertyValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """A labeled group of concepts (``skos:Collection``, SKOS Reference §9)."""

    iri: URIRef
    ordered: bool = False
    """The order of the members means something (``skos:OrderedCollection``)."""
    members: tuple[URIRef, ...] = ()
    """Concepts and other collections, of any framework; in an ordered one, in their order."""
    label: Literal | None = None
    """The preferred label for display; those in other languages are properties."""
    notation: str = ""
    properties: tuple[PropertyValue, ...] = ()
    """Further properties, in the order of the source; among them the ``skos:inScheme`` that it
    states, which SKOS does not require of a collection."""
    origin: Origin = field(compare=False)

    @property
    def preferred_label(self) -> Literal:
        """The label for display: its own, or else the first of its properties, or the IRI."""
        labels = (v.value for v in self.properties if v.property == SKOS.prefLabel)
        literals = (label for label in labels if isinstance(label, Literal))
        return self.label or next(literals, Literal(str(self.iri)))

    def __repr__(self) -> str:
        members = count_phrase(self.members, "member")
        return f"<Collection {excerpt(self.preferred_label)}: {members}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """What other resources of a framework point at, and is neither a concept nor a collection.

    A label that is a resource (``skosxl:Label``), a note with its source and date (SKOS Primer
    §4.2), an agent, a node of a list. A blank node of a foreign document has an IRI here.
    """

    iri: URIRef
    properties: tuple[PropertyValue, ...]
    """All that is said of it, its types among them."""
    origin: Origin = field(compare=False)
