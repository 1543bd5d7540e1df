"""Views of the ontology: groups of terms with their properties."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import pyoxigraph as ox
from rdflib import OWL, RDF, RDFS, SKOS, VOID, Literal, URIRef

from crosswalk_rdf.model import local_name
from crosswalk_rdf.namespaces import SCHEMA, graph_iri, ontology_namespace
from crosswalk_rdf.site.views.references import (
    Properties,
    Reference,
    References,
    Row,
    by_subject,
    iris,
    label,
    literals,
)

_KINDS: Final = (
    ("group-classes", "Classes", (OWL.Class, RDFS.Class)),
    ("group-object-properties", "Properties between resources", (OWL.ObjectProperty,)),
    ("group-datatype-properties", "Properties with text or figures", (OWL.DatatypeProperty,)),
    ("group-properties", "Further properties", (RDF.Property, OWL.AnnotationProperty)),
)
_FACTS: Final = (
    ("Subclass of", RDFS.subClassOf),
    ("Same class as", OWL.equivalentClass),
    ("Subproperty of", RDFS.subPropertyOf),
    ("Same property as", OWL.equivalentProperty),
    ("Inverse of", OWL.inverseOf),
    ("Domain", RDFS.domain),
    ("Used with", SCHEMA.domainIncludes),
    ("Range", RDFS.range),
    ("Values", SCHEMA.rangeIncludes),
    ("Broader", SKOS.broader),
    ("See also", RDFS.seeAlso),
)
_INVERSES: Final = (
    ("Subclasses", (RDFS.subClassOf,)),
    ("Subproperties", (RDFS.subPropertyOf,)),
    ("Has properties", (RDFS.domain, SCHEMA.domainIncludes)),
    ("Value of", (RDFS.range, SCHEMA.rangeIncludes)),
)
_HEADER_LEFT_OUT: Final = (str(RDF.type), str(RDFS.label))


@dataclass(frozen=True, slots=True)
class Fact:
    """What a term is related to, and how."""

    name: str
    references: Sequence[Reference]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A class, a property, a concept or another individual of the ontology."""

    reference: Reference
    anchor: str
    label: Literal
    types: Sequence[Reference]
    comments: Sequence[Literal]
    notes: Sequence[Literal]
    facts: Sequence[Fact]
    used: int | None = None
    """How many resources are of the class, or triples have the property."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermGroup:
    """Terms of one kind, or the concepts of one scheme, by their names."""

    anchor: str
    title: Literal
    scheme: TermView | None = None
    terms: Sequence[TermView]


@dataclass(frozen=True, slots=True, kw_only=True)
class OntologyView:
    """The whole ontology."""

    iri: str
    title: Literal
    description: Sequence[Literal]
    rows: Sequence[Row]
    groups: Sequence[TermGroup] = field(default_factory=list)
    prefixes: Sequence[tuple[str, str]] = field(default_factory=list)

    @property
    def terms(self) -> int:
        """The number of terms, schemes included."""
        return sum(len(group.terms) + bool(group.scheme) for group in self.groups)


def ontology_view(
    store: ox.Store,
    references: References,
    *,
    language: str,
    prefixes: Mapping[str, str],
) -> OntologyView:
    """Return the graph ``ontology`` of ``store`` in groups; ``language`` is the publication's."""
    base = references.base
    graph = ox.NamedNode(graph_iri(base, "ontology"))
    subjects = by_subject(store.quads_for_pattern(None, None, None, graph))
    header = subjects.get(base + "ontology", {})
    reader = _Reader(subjects, references, (language, "en"), usage(store, base))
    return OntologyView(
        iri=base + "ontology",
        title=label(header, "Ontology", reader.languages),
        description=literals(header, "http://purl.org/dc/terms/description", reader.languages),
        rows=references.rows({p: v for p, v in header.items() if p not in _HEADER_LEFT_OUT}),
        groups=list(reader.groups()),
        prefixes=sorted(prefixes.items()),
    )


def usage(store: ox.Store, base: str) -> dict[str, int]:
    """Return how often each class and property is used, as the dataset's description states it."""
    graph = ox.NamedNode(graph_iri(base, "dataset"))
    subjects = by_subject(store.quads_for_pattern(None, None, None, graph))
    dataset, counts = subjects.get(base + "dataset", {}), {}
    for partition, of, count in (
        (VOID.classPartition, VOID["class"], VOID.entities),
        (VOID.propertyPartition, VOID.property, VOID.triples),
    ):
        for iri in iris(dataset, str(partition)):
            properties_of_partition = subjects.get(iri, {})
            for term in iris(properties_of_partition, str(of)):
                counts[term] = sum(
                    int(n) for n in literals(properties_of_partition, str(count), ())
                )
    return counts


@dataclass(frozen=True, slots=True)
class _Reader:
    """What makes terms of the triples about them."""

    subjects: Mapping[str, Properties]
    references: References
    languages: tuple[str, ...]
    used: Mapping[str, int]

    def groups(self) -> Iterator[TermGroup]:
        remaining = {iri for iri in self.subjects if self._is_term(iri)}
        schemes = self._of_type(remaining, SKOS.ConceptScheme)
        remaining -= set(schemes)
        for anchor, title, types in _KINDS:
            iris_of_kind = sorted({iri for type in types for iri in self._of_type(remaining, type)})
            remaining -= set(iris_of_kind)
            yield from self._group(anchor, title, iris_of_kind)
        for scheme in schemes:
            members = [i for i in remaining if scheme in iris(self.subjects[i], str(SKOS.inScheme))]
            remaining -= set(members)
            term = self._term(scheme)
            terms = [self._term(iri) for iri in self._by_name(members)]
            yield TermGroup(anchor=term.anchor, title=term.label, scheme=term, terms=terms)
        yield from self._group("group-individuals", "Further terms", sorted(remaining))

    def _group(self, anchor: str, title: str, terms_of_group: Sequence[str]) -> Iterator[TermGroup]:
        if terms_of_group:
            terms = [self._term(iri) for iri in self._by_name(terms_of_group)]
            yield TermGroup(anchor=anchor, title=Literal(title, lang="en"), terms=terms)

    def _is_term(self, iri: str) -> bool:
        """Return whether ``iri`` is a term defined here, not the ontology itself or its creator."""
        kinds = {type for _, _, types in _KINDS for type in types}
        classes = kinds | {SKOS.Concept, SKOS.ConceptScheme}
        in_namespace = iri.startswith(ontology_namespace(self.references.base))
        return in_namespace or any(
            URIRef(t) in classes for t in iris(self.subjects[iri], str(RDF.type))
        )

    def _of_type(self, among: set[str], type: URIRef) -> list[str]:
        return sorted(i for i in among if str(type) in iris(self.subjects[i], str(RDF.type)))

    def _by_name(self, terms: Sequence[str]) -> list[str]:
        return sorted(terms, key=lambda iri: (local_name(iri).casefold(), iri))

    def _term(self, iri: str) -> TermView:
        about = self.subjects[iri]
        types = (t for t in iris(about, str(RDF.type)) if not t.startswith(str(OWL)))
        return TermView(
            reference=self.references.reference(iri),
            anchor=local_name(iri),
            label=label(about, local_name(iri), self.languages),
            types=[self.references.reference(t) for t in types],
            comments=self._texts(about, RDFS.comment, SKOS.definition),
            notes=self._texts(about, SKOS.scopeNote, SKOS.note, SKOS.example),
            facts=list(self._facts(iri)),
            used=self.used.get(iri),
        )

    def _texts(self, about: Properties, *properties: URIRef) -> list[Literal]:
        return [v for p in properties for v in literals(about, str(p), self.languages)]

    def _facts(self, iri: str) -> Iterator[Fact]:
        about = self.subjects[iri]
        for name, property in _FACTS:
            yield from self._fact(name, iris(about, str(property)))
        for name, properties in _INVERSES:
            yield from self._fact(
                name,
                [
                    subject
                    for subject, properties_of_subject in self.subjects.items()
                    if any(
                        iri in iris(properties_of_subject, str(property)) for property in properties
                    )
                ],
            )

    def _fact(self, name: str, terms: Sequence[str]) -> Iterator[Fact]:
        if terms:
            yield Fact(name, [self.references.reference(i) for i in self._by_name(terms)])
