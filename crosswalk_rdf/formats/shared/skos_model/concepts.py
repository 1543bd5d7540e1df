"""Which subjects of a document are concepts: by their type, or by what is said of them."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from rdflib import OWL, RDF, RDFS, SKOS, BNode, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.rdf_documents import Properties
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.formats.shared.skos_model.namespaces import namespace_of
from crosswalk_rdf.formats.shared.skos_model.vocabulary import (
    CONCEPT_CLASSES,
    LABELS,
    MAPPINGS,
    OF_ANYTHING,
    OF_CONCEPTS,
)
from crosswalk_rdf.namespaces import SKOSXL

_NO_CONCEPTS: Final = frozenset((OWL.Ontology, SKOSXL.Label))


def concepts_of(
    subjects: Subjects,
    schemes: Collection[URIRef],
    collections: Collection[object],
    report: Report,
) -> dict[URIRef, None]:
    """Return the concepts among ``subjects``, in their order.

    An instance of a subclass of ``skos:Concept`` is a concept (RDF Schema §3.4). A resource that
    is a scheme as well is read as the scheme.
    """
    classes = _classes(subjects)
    typed = {s for s, p in subjects.items() if not classes.isdisjoint(p.get(RDF.type, ()))}
    spaces = {namespace_of(subject) for subject in typed}
    tops = {top for scheme in schemes for top in subjects[scheme].get(SKOS.hasTopConcept, ())}
    concepts: dict[URIRef, None] = {}
    untyped: list[URIRef] = []
    for subject, properties in subjects.items():
        if isinstance(subject, BNode) or subject in collections:
            continue
        if SKOS.ConceptScheme in properties.get(RDF.type, ()):
            if subject in typed:
                why = "read as the scheme; all that is said of it is kept (SKOS S9)"
                report.add(subject, Action.KEPT, "a concept and a scheme at once", why)
        elif subject in typed:
            concepts[subject] = None
        elif subject in tops or _is_like_a_concept(subject, properties, spaces):
            concepts[subject] = None
            untyped.append(subject)
    _report_untyped(untyped, "what is said of it is said of concepts only", report)
    if not (concepts or collections or schemes or _has_mappings(subjects)):
        concepts = dict.fromkeys(_described(subjects))
        _report_untyped(concepts, "SKOS labels, notations or notes describe it", report)
    return concepts


def _report_untyped(subjects: Iterable[URIRef], reason: str, report: Report) -> None:
    for subject in subjects:
        why = f"{reason}: taken for one (SKOS S5, S6, S19)"
        report.add(subject, Action.REPAIRED, "no rdf:type skos:Concept", why)


def _has_mappings(subjects: Subjects) -> bool:
    return any(not properties.keys().isdisjoint(MAPPINGS) for properties in subjects.values())


def _described(subjects: Subjects) -> Iterator[URIRef]:
    """Yield what a document without concepts labels or documents (SKOS Reference §5 to §7).

    These properties have no domain: the subject may be of any class, as in examples 16 and 24.
    """
    for subject, properties in subjects.items():
        is_other = not _NO_CONCEPTS.isdisjoint(properties.get(RDF.type, ()))
        is_described = not properties.keys().isdisjoint(OF_ANYTHING)
        if isinstance(subject, URIRef) and is_described and not is_other:
            yield subject


def _classes(subjects: Subjects) -> set[object]:
    """Return ``skos:Concept`` and its subclasses, known ones and those that are declared here."""
    below: dict[object, list[object]] = {}
    for subject, properties in subjects.items():
        for above in properties.get(RDFS.subClassOf, ()):
            below.setdefault(above, []).append(subject)
    classes: dict[object, None] = dict.fromkeys((SKOS.Concept, *CONCEPT_CLASSES))
    waiting = list(classes)
    for kind in waiting:
        for subclass in below.get(kind, ()):
            if subclass not in classes:
                classes[subclass] = None
                waiting.append(subclass)
    return set(classes)


def _is_like_a_concept(subject: URIRef, properties: Properties, spaces: set[str]) -> bool:
    """Return whether a subject without the type can be nothing else, and is described here.

    ``spaces`` are the namespaces of those with the type: what is only named, as the end of a
    relation to another vocabulary, is not in them.
    """
    if SKOS.inScheme in properties and RDF.type not in properties:
        return True
    if not any(property in properties for property in OF_CONCEPTS):
        return False
    is_named = any(property in properties for property in (SKOS.topConceptOf, *LABELS))
    return is_named or not spaces or namespace_of(subject) in spaces
