"""Tombstones of removed resources: what they were, until when, and what replaces them.

A tombstone (``as:Tombstone`` of Activity Streams 2.0) is published with the changes and read back
when the next version is built, so that a removed IRI still resolves to its meaning.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import DCTERMS, OWL, PROV, RDF, SKOS, Literal, URIRef
from rdflib.term import Node

from crosswalk_rdf.comparison.changes import Category, Changes, Version
from crosswalk_rdf.comparison.resources import Resource
from crosswalk_rdf.graph.terms import Triple, boolean, date
from crosswalk_rdf.namespaces import AS, DCAT, SCHEMA
from crosswalk_rdf.store.terms import to_rdflib


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """A resource that is no longer published."""

    resource: Resource
    """As it was last."""
    last: str
    """The last version that had it; empty where that is not known."""
    removed: Version
    """The version that has it no more."""

    @property
    def iri(self) -> str:
        """The IRI of the removed resource."""
        return self.resource.iri


def tombstones(
    earlier: Iterable[Tombstone],
    changes: Changes,
    published: frozenset[str],
    versions: tuple[Version, Version],
) -> tuple[Tombstone, ...]:
    """Return the tombstones of a new version, by IRI.

    Those of ``earlier`` are kept unless their IRI is ``published`` again; ``versions`` are the
    previous and the new version.
    """
    before, now = versions
    by_iri = {tombstone.iri: tombstone for tombstone in earlier if tombstone.iri not in published}
    for change in changes.of(Category.REMOVED):
        resource = change.resource
        by_iri[resource.iri] = Tombstone(resource=resource, last=before.number, removed=now)
    return tuple(by_iri[iri] for iri in sorted(by_iri))


def tombstone_triples(tombstone: Tombstone, release: URIRef) -> Iterator[Triple]:
    """Yield the triples of a tombstone; ``release`` is the activity that removed the resource."""
    iri, resource = URIRef(tombstone.iri), tombstone.resource
    yield iri, RDF.type, AS.Tombstone
    yield iri, OWL.deprecated, boolean(True)
    yield from ((iri, AS.formerType, kind) for kind in resource.kinds)
    if resource.notation:
        yield iri, SKOS.notation, Literal(resource.notation)
    if resource.label:
        yield iri, SKOS.prefLabel, resource.label
    if resource.text:
        yield iri, SCHEMA.text, resource.text
    if resource.replaced_by:
        yield iri, DCTERMS.isReplacedBy, resource.replaced_by
    if tombstone.last:
        yield iri, DCAT.version, Literal(tombstone.last)
    yield iri, PROV.wasInvalidatedBy, release
    yield from version_triples(tombstone.removed, release)


def version_triples(version: Version, release: URIRef) -> Iterator[Triple]:
    """Yield the triples of the activity that made ``version``."""
    yield release, RDF.type, PROV.Activity
    yield release, DCAT.version, Literal(version.number)
    if version.modified:
        yield release, DCTERMS.modified, date(version.modified)


def read_tombstones(quads: Iterable[ox.Quad]) -> tuple[Tombstone, ...]:
    """Return the tombstones among ``quads``, by IRI."""
    subjects: dict[str, dict[str, list[Node]]] = {}
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode):
            values = subjects.setdefault(quad.subject.value, {})
            values.setdefault(quad.predicate.value, []).append(to_rdflib(quad.object))
    kind = str(RDF.type)
    tombstone_iris = (iri for iri in subjects if AS.Tombstone in subjects[iri].get(kind, []))
    return tuple(_tombstone(iri, subjects) for iri in sorted(tombstone_iris))


def _tombstone(iri: str, subjects: Mapping[str, Mapping[str, list[Node]]]) -> Tombstone:
    properties = subjects[iri]
    release = subjects.get(str(_first(properties, PROV.wasInvalidatedBy)), {})
    label, text = _first(properties, SKOS.prefLabel), _first(properties, SCHEMA.text)
    replacement = _first(properties, DCTERMS.isReplacedBy)
    kinds = (kind for kind in properties.get(str(AS.formerType), []) if isinstance(kind, URIRef))
    return Tombstone(
        resource=Resource(
            iri=iri,
            kinds=tuple(sorted(kinds)),
            notation=str(_first(properties, SKOS.notation) or ""),
            label=label if isinstance(label, Literal) else None,
            text=text if isinstance(text, Literal) else None,
            replaced_by=replacement if isinstance(replacement, URIRef) else None,
        ),
        last=str(_first(properties, DCAT.version) or ""),
        removed=version_of(release),
    )


def version_of(properties: Mapping[str, list[Node]]) -> Version:
    """Return the version that the properties of a resource name."""
    number, modified = _first(properties, DCAT.version), _first(properties, DCTERMS.modified)
    return Version(str(number or ""), str(modified or ""))


def _first(properties: Mapping[str, list[Node]], property: URIRef) -> Node | None:
    return min(properties.get(str(property), ()), key=str, default=None)
