"""Mapping relations to crosswalks (SKOS Reference §10): one part for each pair of schemes."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.shared.rdf_documents import Subject, Term
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.formats.shared.skos_model.languages import best
from crosswalk_rdf.formats.shared.skos_model.membership import Members
from crosswalk_rdf.formats.shared.skos_model.namespaces import namespace_of, well_known
from crosswalk_rdf.formats.shared.skos_model.vocabulary import LABELS, MAPPINGS
from crosswalk_rdf.model import (
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    ExternalFramework,
    Framework,
    MappingSet,
    Origin,
    unnamed_iri,
)
from crosswalk_rdf.model.identifiers import unused_name
from crosswalk_rdf.namespaces import SEMAPV

Mapping3 = tuple[URIRef, URIRef, URIRef]
"""Subject, mapping property, object."""


@dataclass(frozen=True, slots=True)
class Places:
    """Which scheme an IRI is of: as the document says, or as the IRI begins."""

    members: Members
    subjects: Subjects
    namespaces: Mapping[str, URIRef]
    _schemes: dict[URIRef, URIRef] = field(default_factory=dict)

    def scheme(self, iri: URIRef) -> URIRef:
        """Return the scheme of ``iri``; what its IRI begins with, where none is known."""
        home = self.members.home.get(iri)
        if home is not None:
            return home
        if iri not in self._schemes:
            self._schemes[iri] = self._scheme_of(iri)
        return self._schemes[iri]

    def source(self, iri: URIRef, frameworks: Mapping[URIRef, Framework]) -> URIRef:
        """Return the framework, or external framework, that holds ``iri``.

        What begins like the concepts of a framework here and is none of them lies elsewhere.
        """
        scheme = self.scheme(iri)
        is_missing = scheme in frameworks and iri not in self.members.home
        return unnamed_iri(scheme, "elsewhere") if is_missing else scheme

    def _scheme_of(self, iri: URIRef) -> URIRef:
        for property in (SKOS.inScheme, SKOS.topConceptOf):
            for scheme in self.subjects.get(iri, {}).get(property, ()):
                if isinstance(scheme, URIRef):
                    return scheme
        vocabulary = well_known(iri)
        # from the longest beginning that ends in a delimiter to the shortest
        space = namespace_of(iri)
        while space:
            if space in self.namespaces:
                return self.namespaces[space]
            shorter = namespace_of(space.rstrip("/#:"))
            space = shorter if len(shorter) < len(space) and "//" in shorter[:-1] else ""
        return URIRef(vocabulary.namespace if vocabulary else namespace_of(iri))


def mappings_of(
    subjects: Subjects, places: Places, concepts: Sequence[URIRef]
) -> Iterator[Mapping3]:
    """Yield the mapping relations of ``concepts`` to what is in another scheme."""
    for concept in concepts:
        properties = subjects[concept]
        for predicate in MAPPINGS:
            for target in properties.get(predicate, ()):
                if isinstance(target, URIRef) and places.scheme(target) != places.scheme(concept):
                    yield concept, predicate, target


def crosswalk(
    framework: Framework | None,
    mappings: Sequence[Mapping3],
    frameworks: Mapping[URIRef, Framework],
    places: Places,
    file: str,
) -> Crosswalk:
    """Return ``mappings``, those of the statements of ``framework``, or of a file without one."""
    by_pair = _by_sources(mappings, frameworks, places)
    external = _external(by_pair, frameworks, places)
    id = f"{framework.id}-associations" if framework else slug(file.partition(".")[0], "mappings")
    owner = framework.iri if framework else next(iter(by_pair))[0]
    iri = unnamed_iri(owner, "associations")
    names: Mapping[URIRef, Framework | ExternalFramework] = {**frameworks, **external}
    title = f"Mappings of {framework.title}" if framework else f"Mappings of {names[owner].title}"
    return Crosswalk(
        iri=iri,
        id=id,
        uuid=framework.uuid if framework else "",
        title=Literal(title, lang="en"),
        creators=framework.creators if framework else (),
        publisher=framework.publisher if framework else None,
        issued=framework.issued if framework else "",
        rights=framework.rights if framework else Literal(""),
        external=tuple(external.values()),
        parts=tuple(
            _part(iri, framework, names[pair[0]], names[pair[1]], in_pair, places, file)
            for pair, in_pair in by_pair.items()
        ),
        origin=Origin(file, 0),
    )


def _by_sources(
    mappings: Iterable[Mapping3], frameworks: Mapping[URIRef, Framework], places: Places
) -> dict[tuple[URIRef, URIRef], list[Mapping3]]:
    """Return ``mappings`` by the frameworks of their subjects and objects."""
    by_pair: dict[tuple[URIRef, URIRef], list[Mapping3]] = {}
    for mapping in mappings:
        pair = places.source(mapping[0], frameworks), places.source(mapping[2], frameworks)
        by_pair.setdefault(pair, []).append(mapping)
    return by_pair


def _external(
    pairs: Iterable[tuple[URIRef, URIRef]], frameworks: Mapping[URIRef, Framework], places: Places
) -> dict[URIRef, ExternalFramework]:
    """Return those of ``pairs`` that are none of ``frameworks``."""
    ids = {f.id for f in frameworks.values()}
    return {
        end: ExternalFramework(iri=end, id=_new(_id(end), ids), title=_title(end, places))
        for end in dict.fromkeys(end for pair in pairs for end in pair)
        if end not in frameworks
    }


def _part(
    crosswalk: URIRef,
    framework: Framework | None,
    subject: Framework | ExternalFramework,
    object: Framework | ExternalFramework,
    mappings: Sequence[Mapping3],
    places: Places,
    file: str,
) -> MappingSet:
    id = f"{subject.id}--{object.id}"
    iri = unnamed_iri(crosswalk, id)
    license = framework.license if framework else None
    return MappingSet(
        iri=iri,
        id=id,
        title=Literal(f"{subject.title} to {object.title}", lang="en"),
        license=license or UNSPECIFIED_LICENSE,
        rights=framework.rights if framework else Literal(""),
        subject_source=subject.iri,
        object_source=object.iri,
        alignments=tuple(
            Alignment(
                iri=unnamed_iri(iri, " ".join(mapping)),
                subject=mapping[0],
                predicate=mapping[1],
                object=mapping[2],
                justification=SEMAPV.UnspecifiedMatching,
                subject_label=_label(mapping[0], places, framework),
                object_label=_label(mapping[2], places, framework),
                origin=Origin(file, 0),
            )
            for mapping in mappings
        ),
        origin=Origin(file, 0),
    )


def _label(iri: URIRef, places: Places, framework: Framework | None) -> str | None:
    """Return the preferred label that the document gives ``iri``, in the framework's language."""
    labels = places.subjects.get(iri, {}).get(SKOS.prefLabel, ())
    text = best(
        [label for label in labels if isinstance(label, Literal)],
        framework.language if framework else "",
    )
    return str(text) if text is not None else None


def _title(iri: URIRef, places: Places) -> Literal:
    """Return the title of a scheme that is not in the document, or its IRI."""
    if iri.startswith("urn:uuid:") and iri not in places.subjects:
        return Literal("Statements of other frameworks", lang="en")
    properties = places.subjects.get(iri, {})
    titles: list[Term] = [t for property in LABELS for t in properties.get(property, ())]
    title = next((t for t in titles if isinstance(t, Literal)), None)
    vocabulary = well_known(iri)
    if title is None and vocabulary is not None:
        return Literal(vocabulary.title)
    return title or Literal(str(iri))


def _id(iri: str) -> str:
    """Return the id of an external framework: that of a well-known vocabulary, or of its IRI."""
    if iri.startswith("urn:uuid:"):
        return "elsewhere"
    vocabulary = well_known(iri)
    if vocabulary is not None:
        return vocabulary.id
    return slug(iri.rstrip("/#:").rpartition("//")[2].removeprefix("www."), "elsewhere")


def _new(stem: str, ids: set[str]) -> str:
    id = unused_name(stem, ids)
    ids.add(id)
    return id


def outer_mappings(subjects: Subjects, inside: Container[Subject]) -> Iterator[Mapping3]:
    """Yield the mapping relations of subjects that are nothing of a scheme here."""
    for subject, properties in subjects.items():
        if subject in inside or not isinstance(subject, URIRef):
            continue
        for predicate in MAPPINGS:
            for target in properties.get(predicate, ()):
                if isinstance(target, URIRef):
                    yield subject, predicate, target
