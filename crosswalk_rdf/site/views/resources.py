"""A resource that no other kind of page is about: its properties, and what points at it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox
from rdflib import RDF, Literal

from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.site.views.references import (
    Properties,
    Reference,
    References,
    Row,
    by_subject,
    iris,
    label,
)

MOST_BACK: Final = 12
"""The subjects with one property that a page lists of what points at a resource."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A property by which others point at a resource."""

    property: Reference
    count: int
    some: Sequence[Reference]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceView:
    """A resource with RDF documents."""

    iri: str
    name: str
    """The base is left out."""
    path: str
    label: Literal
    types: Sequence[Reference]
    rows: Sequence[Row]
    incoming: Sequence[Incoming]


def resource_views(
    names: Iterable[str], store: ox.Store, references: References, language: str
) -> Iterator[ResourceView]:
    """Yield the resource of each of ``names``, which are local names below the base."""
    for name in names:
        yield _view(store, references, references.base + name, language)


def _view(store: ox.Store, references: References, iri: str, language: str) -> ResourceView:
    node, name = ox.NamedNode(iri), iri.removeprefix(references.base)
    inferred_graph = graph_iri(references.base, "inferred")
    quads = list(store.quads_for_pattern(node, None, None, None))
    asserted = [quad for quad in quads if str(quad.graph_name) != f"<{inferred_graph}>"] or quads
    about: Properties = by_subject({quad.triple: quad for quad in asserted}.values()).get(iri, {})
    return ResourceView(
        iri=iri,
        name=name,
        path=references.addresses.path(iri),
        label=label(about, name, (language, "en")),
        types=[references.reference(type) for type in iris(about, str(RDF.type))],
        rows=references.rows({p: v for p, v in about.items() if p != str(RDF.type)}),
        incoming=_incoming(store, references, node),
    )


def _incoming(store: ox.Store, references: References, node: ox.NamedNode) -> list[Incoming]:
    pairs = {
        (quad.predicate.value, quad.subject.value)
        for quad in store.quads_for_pattern(None, None, node, None)
        if isinstance(quad.subject, ox.NamedNode)
    }
    counts = Counter(predicate for predicate, _ in pairs)
    return [
        Incoming(
            property=references.reference(property),
            count=count,
            some=[references.reference(s) for p, s in sorted(pairs) if p == property][:MOST_BACK],
        )
        for property, count in sorted(counts.items())
    ]
