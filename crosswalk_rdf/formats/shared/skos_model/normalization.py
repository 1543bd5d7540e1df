"""Triples made ready to be read: blank nodes named, labels that are resources made plain."""

from rdflib import RDF, SKOS, BNode, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.rdf_documents import Subject, Term
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.formats.shared.skos_model.vocabulary import (
    COLLECTIONS,
    OF_CONCEPTS,
    XL_LABELS,
)
from crosswalk_rdf.model import unnamed_iri
from crosswalk_rdf.namespaces import SKOSXL

_NAMED_TYPES = (SKOS.Concept, SKOS.ConceptScheme, *COLLECTIONS)


def with_names(subjects: Subjects, file: str, report: Report) -> Subjects:
    """Return ``subjects`` in which concepts, schemes and collections have IRIs, never blank nodes.

    The IRI of one that has none is made of the first IRI of the document and its blank node, which
    is the same each time that the same document is read.
    """
    blank = [s for s in subjects if isinstance(s, BNode) and _is_named(subjects, s)]
    if not blank:
        return subjects
    owner = next((s for s in subjects if isinstance(s, URIRef)), file)
    names: dict[Term, URIRef] = {node: unnamed_iri(owner, f"blank node {node}") for node in blank}
    for node, name in names.items():
        why = f"a thing of a concept scheme needs an IRI: {name}"
        report.add(name, Action.REPAIRED, f"blank node {node}", why)
    return {
        names.get(subject, subject): {
            property: tuple(names.get(value, value) for value in values)
            for property, values in properties.items()
        }
        for subject, properties in subjects.items()
    }


def _is_named(subjects: Subjects, node: Subject) -> bool:
    properties = subjects[node]
    types = properties.get(RDF.type, ())
    return any(kind in types for kind in _NAMED_TYPES) or any(
        property in properties for property in (*OF_CONCEPTS, SKOS.inScheme, SKOS.hasTopConcept)
    )


def with_plain_labels(subjects: Subjects, report: Report) -> Subjects:
    """Return ``subjects`` with the plain label of each label that is a resource (SKOS-XL).

    ``skosxl:prefLabel`` / ``skosxl:literalForm`` imply ``skos:prefLabel`` (SKOS Reference S55 to
    S57). A label that is a blank node and only has a form is then plain; others remain as well.
    """
    plain_subjects: dict[Subject, dict[URIRef, tuple[Term, ...]]] = {}
    plain_nodes: set[Term] = set()
    count = 0
    for subject, properties in subjects.items():
        if not any(xl in properties for xl, _ in XL_LABELS):
            continue
        changed = dict(properties)
        for xl, plain in XL_LABELS:
            forms = [f for label in properties.get(xl, ()) for f in _forms(label, subjects)]
            count += len(properties.get(xl, ()))
            plain_nodes.update(v for v in properties.get(xl, ()) if _is_plain(v, subjects))
            changed[plain] = tuple(dict.fromkeys((*properties.get(plain, ()), *forms)))
            changed[xl] = tuple(v for v in properties.get(xl, ()) if v not in plain_nodes)
        plain_subjects[subject] = {
            property: values for property, values in changed.items() if values
        }
    if count:
        report.count("SKOS-XL labels", count, count)
    resources = {s: properties for s, properties in subjects.items() if s not in plain_nodes}
    return {**resources, **plain_subjects}


def _forms(label: Term, subjects: Subjects) -> list[Literal]:
    if isinstance(label, Literal):
        return [label]
    values = subjects.get(label, {}).get(SKOSXL.literalForm, ())
    return [value for value in values if isinstance(value, Literal)]


def _is_plain(label: Term, subjects: Subjects) -> bool:
    """Return whether nothing is lost where only the form of ``label`` is kept."""
    if isinstance(label, Literal):
        return True
    properties = subjects.get(label, {}).items()
    return isinstance(label, BNode) and all(
        property == SKOSXL.literalForm or (property == RDF.type and values == (SKOSXL.Label,))
        for property, values in properties
    )
