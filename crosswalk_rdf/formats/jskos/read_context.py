"""What the mappings of a JSKOS document are read with: their sets, and the schemes known."""

from dataclasses import dataclass, field

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.jskos.values import (
    Json,
    Notes,
    literals,
    uri_of,
)
from crosswalk_rdf.formats.shared.skos_model.languages import best
from crosswalk_rdf.formats.shared.skos_model.namespaces import namespace_of
from crosswalk_rdf.model import (
    NO_TERM_FOUND,
    Package,
    PropertyValue,
    unnamed_iri,
)

Key = tuple[str, URIRef, URIRef]
"""The concordance, and the two schemes."""


@dataclass(slots=True)
class Sets:
    """The mappings of a document, and what they are parts of."""

    mappings: list[tuple[Json, str]] = field(default_factory=list)
    concordances: dict[URIRef, Json] = field(default_factory=dict)
    registries: dict[URIRef, Json] = field(default_factory=dict)


@dataclass(slots=True)
class Reader:
    """What is known while mappings are read, and those that were kept as they are."""

    sets: Sets
    package: Package
    file: str
    notes: Notes
    owners: dict[URIRef, URIRef] = field(default_factory=dict)
    titles: dict[URIRef, Literal] = field(default_factory=dict)
    unread: list[PropertyValue] = field(default_factory=list)

    def scheme(self, value: Json, end: str, concept: URIRef, place: str) -> URIRef:
        """Return the scheme of one end of a mapping: as stated, as known, or by its IRI."""
        scheme_value = value.get(f"{end}Scheme")
        iri = uri_of(scheme_value, f"{place}/{end}Scheme", self.notes) if scheme_value else None
        if iri is None:
            iri = self.owners.get(concept) or URIRef(namespace_of(concept))
        elif isinstance(scheme_value, dict) and "prefLabel" in scheme_value:
            labels = list(literals(scheme_value["prefLabel"], place, self.notes))
            self.titles.setdefault(iri, best(labels, "en") or Literal(str(iri)))
        is_here = any(framework.iri == iri for framework in self.package.frameworks)
        if is_here and concept != NO_TERM_FOUND and self.owners.get(concept) != iri:
            return unnamed_iri(iri, "elsewhere")
        return iri
