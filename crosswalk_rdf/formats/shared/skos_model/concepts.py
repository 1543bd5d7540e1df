"""Which subjects of a document are concepts: by their type, or by what is said of them."""

from collections.abc import Container, Iterable

from rdflib import RDF, RDFS, SKOS, BNode, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.rdf_documents import Properties
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.formats.shared.skos_model.namespaces import namespace_of
from crosswalk_rdf.formats.shared.skos_model.vocabulary import (
    CONCEPT_CLASSES,
    LABELS,
    OF_CONCEPTS,
)


def concepts_of(
    subjects: Subjects,
    schemes: Iterable[URIRef],
    collections: Container[object],
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
    for subject in untyped:
        why = "what is said of it is said of concepts only: taken for one (SKOS S5, S6, S19)"
        report.add(subject, Action.REPAIRED, "no rdf:type skos:Concept", why)
    return concepts


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
