"""IRIs and literals of a graph as a page shows them: short, linked, in their language."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from rdflib import DCTERMS, FOAF, RDFS, SKOS, Literal

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames
from crosswalk_rdf.site.linkable import is_linkable
from crosswalk_rdf.store.terms import OxTerm, to_rdflib

Properties = Mapping[str, Sequence[OxTerm]]
"""The values of one subject by the IRI of the property."""

_LABELS: Final = (SKOS.prefLabel, RDFS.label, DCTERMS.title, FOAF.name, DCTERMS.identifier)


@dataclass(frozen=True, slots=True)
class Reference:
    """An IRI, what stands for it, and where it leads."""

    iri: str
    text: str
    """Short where a prefix fits, else without the base or the scheme."""
    path: str | None = None
    """The page or file of this site, with its fragment."""
    elsewhere: bool = False
    """It leads to another site."""


Value = Reference | Literal


@dataclass(frozen=True, slots=True)
class Row:
    """A property and its values."""

    property: Reference
    values: Sequence[Value]


@dataclass(slots=True, kw_only=True)
class References:
    """What makes references, values and rows."""

    addresses: Addresses
    names: PrefixedNames
    paths: Container[str]
    """The paths of all pages and files below the top of the site."""

    @property
    def base(self) -> str:
        """The base of the publication."""
        return self.addresses.base

    def reference(self, iri: str) -> Reference:
        """Return ``iri`` as a link: to its page, else to its document, else to the web."""
        path = self._path(iri)
        web = is_linkable(iri) and not iri.startswith(self.base)
        return Reference(iri, self.names.short(iri) or self._bare(iri), path, path is None and web)

    def _bare(self, iri: str) -> str:
        """Return what tells ``iri`` from others: without the base or the scheme of the web."""
        below = iri.removeprefix(self.base) or iri
        return below if below != iri else iri.removeprefix("https://").removeprefix("http://")

    def _path(self, iri: str) -> str | None:
        if page := self.addresses.page(iri, self.paths):
            return page
        if not iri.startswith(self.base) or iri == self.base:
            return None
        path = self.addresses.path(iri)
        return next((p for p in (path, f"{path}.ttl") if p in self.paths), None)

    def value(self, term: OxTerm) -> Value:
        """Return a term as a page shows it."""
        if isinstance(term, ox.NamedNode):
            return self.reference(term.value)
        value = to_rdflib(term)
        return value if isinstance(value, Literal) else Literal(f"_:{value}")

    def rows(self, properties: Properties) -> list[Row]:
        """Return all properties with all values: those with an IRI first, both by their text."""
        return [
            Row(self.reference(iri), sorted(map(self.value, terms), key=_order))
            for iri, terms in sorted(properties.items())
        ]


def _order(value: Value) -> tuple[bool, str, str]:
    if isinstance(value, Reference):
        return (False, value.text.casefold(), value.iri)
    return (True, str(value), value.language or "")


def by_subject(quads: Iterable[ox.Quad]) -> dict[str, dict[str, list[OxTerm]]]:
    """Return the values of each subject that has an IRI, by property, in the order of the terms."""
    subjects: dict[str, dict[str, list[OxTerm]]] = defaultdict(lambda: defaultdict(list))
    for quad in sorted(quads, key=str):
        if isinstance(quad.subject, ox.NamedNode):
            subjects[quad.subject.value][quad.predicate.value].append(quad.object)
    return subjects


def iris(properties: Properties, property: str) -> list[str]:
    """Return the values of ``property`` that are IRIs."""
    return [t.value for t in properties.get(property, ()) if isinstance(t, ox.NamedNode)]


def literals(properties: Properties, property: str, languages: Sequence[str]) -> list[Literal]:
    """Return the values of ``property`` that are literals, those in ``languages`` first."""
    terms = (t for t in properties.get(property, ()) if isinstance(t, ox.Literal))
    values = [v for v in map(to_rdflib, terms) if isinstance(v, Literal)]
    rank = {language: place for place, language in enumerate(dict.fromkeys(languages))}
    return sorted(values, key=lambda v: (rank.get(v.language or "", len(rank)), str(v)))


def label(properties: Properties, otherwise: str, languages: Sequence[str]) -> Literal:
    """Return what names a resource to people."""
    for property in _LABELS:
        labels = literals(properties, str(property), languages)
        if labels:
            return labels[0]
    return Literal(otherwise)
