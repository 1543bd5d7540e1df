"""Quads to the resources that are compared between two versions, with their names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib import DCTERMS, FOAF, RDF, RDFS, SKOS, Literal, URIRef

from crosswalk_rdf.namespaces import (
    CEASN,
    SCHEMA,
    graph_iri,
    is_of_the_dataset,
    ontology_namespace,
)
from crosswalk_rdf.store.terms import to_rdflib

_GENERATED_GRAPHS = ("inferred", "ontology")
"""Graphs that the product generates: inferences and the ontology."""

_LABELS = (SKOS.prefLabel, DCTERMS.title, RDFS.label, FOAF.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """How a resource is called."""

    iri: str
    kinds: tuple[URIRef, ...] = ()
    notation: str = ""
    label: Literal | None = None
    text: Literal | None = None
    replaced_by: URIRef | None = None


@dataclass(frozen=True, slots=True)
class State:
    """The triples of one version, of the resources that are compared."""

    triples: frozenset[ox.Triple]
    subjects: frozenset[str]
    excluded: frozenset[ox.Triple] = frozenset()
    """Inferred triples of the same resources, and those of the ontology."""


def has_graphs(quads: Iterable[ox.Quad]) -> bool:
    """Return whether any of ``quads`` is in a named graph."""
    return any(isinstance(quad.graph_name, ox.NamedNode) for quad in quads)


def state(quads: Iterable[ox.Quad], base: str) -> State:
    """Return what ``quads`` say of the resources below ``base``.

    The ontology, the description of the dataset and the inferred graph are excluded. A dump
    without named graphs does not show which triples are inferred; there only the rolled-up
    alignments are excluded.
    """
    generated = {ox.NamedNode(graph_iri(base, name)) for name in _GENERATED_GRAPHS}
    triples: set[ox.Triple] = set()
    excluded: set[ox.Triple] = set()
    for quad in quads:
        if is_compared(quad.subject, base):
            (excluded if quad.graph_name in generated else triples).add(quad.triple)
    rolled_up = _rolled_up_alignments(triples, base)
    remaining = frozenset(t for t in triples if t.subject not in rolled_up)
    subjects = frozenset(t.subject.value for t in remaining if isinstance(t.subject, ox.NamedNode))
    return State(remaining, subjects, frozenset(excluded))


def is_compared(term: object, base: str) -> bool:
    """Return whether ``term`` is a resource below ``base`` that has a document of its own."""
    if not isinstance(term, ox.NamedNode) or not term.value.startswith(base):
        return False
    name = term.value.removeprefix(base)
    return bool(name) and "#" not in name and name != "ontology" and not is_of_the_dataset(name)


def resources(triples: Iterable[ox.Triple], iris: frozenset[str]) -> Mapping[str, Resource]:
    """Return how each of the resources ``iris`` is called, as far as ``triples`` tell."""
    properties: dict[str, dict[str, list[ox.Triple]]] = {}
    for triple in triples:
        if isinstance(triple.subject, ox.NamedNode) and triple.subject.value in iris:
            values = properties.setdefault(triple.subject.value, {})
            values.setdefault(triple.predicate.value, []).append(triple)
    return {
        iri: _resource(iri, values_by_property)
        for iri, values_by_property in sorted(properties.items())
    }


def _resource(iri: str, properties: Mapping[str, list[ox.Triple]]) -> Resource:
    def values(property: URIRef) -> list[Literal | URIRef]:
        terms = (to_rdflib(triple.object) for triple in properties.get(str(property), ()))
        return sorted((t for t in terms if isinstance(t, Literal | URIRef)), key=by_text)

    def literal(*choice: URIRef) -> Literal | None:
        literals = (v for property in choice for v in values(property) if isinstance(v, Literal))
        return next(literals, None)

    kinds = tuple(v for v in values(RDF.type) if isinstance(v, URIRef))
    return Resource(
        iri=iri,
        kinds=kinds,
        notation=str(literal(SKOS.notation) or ""),
        label=literal(*_LABELS),
        text=literal(CEASN.competencyText, SCHEMA.text, DCTERMS.description, RDFS.comment),
        replaced_by=next((v for v in values(DCTERMS.isReplacedBy) if isinstance(v, URIRef)), None),
    )


def by_text(term: Literal | URIRef) -> str:
    """Return what terms are sorted by."""
    return term.n3()


def _rolled_up_alignments(triples: Iterable[ox.Triple], base: str) -> set[object]:
    kind = ox.NamedNode(str(ontology_namespace(base).RolledUpAlignment))
    type = ox.NamedNode(str(RDF.type))
    return {t.subject for t in triples if t.predicate == type and t.object == kind}
