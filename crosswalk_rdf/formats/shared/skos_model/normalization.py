"""Triples made ready to be read: blank nodes named, plain labels of labels that are resources."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rdflib import RDF, SKOS, BNode, Literal, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.rdf_documents import Properties, Subject, Term
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.formats.shared.skos_model.vocabulary import COLLECTIONS, OF_CONCEPTS, XL_LABELS
from crosswalk_rdf.model import Framework, PropertyValue, unnamed_iri
from crosswalk_rdf.namespaces import SKOSXL

_NAMED_TYPES = (SKOS.Concept, SKOS.ConceptScheme, *COLLECTIONS)


def with_names(subjects: Subjects, file: str, report: Report) -> Subjects:
    """Return ``subjects`` in which all have IRIs: a publication has no blank nodes.

    The IRI of one that has none is made of the schemes of the document and its blank node, which is
    the same each time that the same document is read, and another one in other documents.
    """
    owner = _owner(subjects, file)
    names: dict[Term, URIRef] = {
        node: unnamed_iri(owner, f"blank node {node}") for node in _blank_nodes(subjects)
    }
    if not names:
        return subjects
    for node, name in names.items():
        if isinstance(node, BNode) and _is_named(subjects, node):
            why = f"a thing of a concept scheme needs an IRI: {name}"
            report.add(name, Action.REPAIRED, f"blank node {node}", why)
    return {
        names.get(subject, subject): {
            property: tuple(names.get(value, value) for value in values)
            for property, values in properties.items()
        }
        for subject, properties in subjects.items()
    }


def _owner(subjects: Subjects, file: str) -> str:
    """Return the IRIs of the schemes, else the first IRI of the document, else its name."""
    schemes = [s for s, properties in subjects.items() if _is_scheme(s, properties)]
    first = next((subject for subject in subjects if isinstance(subject, URIRef)), file)
    return " ".join(sorted(schemes)) or first


def _is_scheme(subject: Subject, properties: Properties) -> bool:
    return isinstance(subject, URIRef) and SKOS.ConceptScheme in properties.get(RDF.type, ())


def _blank_nodes(subjects: Subjects) -> Iterator[BNode]:
    for subject, properties in subjects.items():
        if isinstance(subject, BNode):
            yield subject
        for values in properties.values():
            yield from (value for value in values if isinstance(value, BNode))


def _is_named(subjects: Subjects, node: Subject) -> bool:
    properties = subjects.get(node, {})
    types = properties.get(RDF.type, ())
    return any(kind in types for kind in _NAMED_TYPES) or any(
        property in properties for property in (*OF_CONCEPTS, SKOS.inScheme, SKOS.hasTopConcept)
    )


EntailedLabels = frozenset[tuple[Subject, Literal]]
"""Preferred labels that follow from labels that are resources, and are not stated."""


def with_plain_labels(subjects: Subjects) -> tuple[Subjects, EntailedLabels]:
    """Return ``subjects`` with the preferred labels that follow from SKOS-XL, and these labels.

    ``skosxl:prefLabel`` / ``skosxl:literalForm`` imply ``skos:prefLabel`` (SKOS Reference S55).
    """
    entailed: dict[tuple[Subject, Literal], None] = {}
    labeled: dict[Subject, dict[URIRef, tuple[Term, ...]]] = {}
    for subject, properties in subjects.items():
        stated = properties.get(SKOS.prefLabel, ())
        forms = [f for x in properties.get(SKOSXL.prefLabel, ()) for f in _forms(x, subjects)]
        further = tuple(form for form in dict.fromkeys(forms) if form not in stated)
        if further:
            entailed.update(((subject, form), None) for form in further)
            labeled[subject] = {**properties, SKOS.prefLabel: (*stated, *further)}
    return {**subjects, **labeled} if labeled else subjects, frozenset(entailed)


def _forms(label: Term, subjects: Subjects) -> Iterator[Literal]:
    if not isinstance(label, Literal):
        values = subjects.get(label, {}).get(SKOSXL.literalForm, ())
        yield from (value for value in values if isinstance(value, Literal))


def count_xl_labels(subjects: Subjects, report: Report) -> None:
    """Report how many labels of ``subjects`` are resources; all of them are kept as such."""
    count = sum(len(p.get(xl, ())) for p in subjects.values() for xl, _ in XL_LABELS)
    if count:
        report.count("SKOS-XL labels", count, count)


def without_entailed(framework: Framework, entailed: EntailedLabels) -> Framework:
    """Return ``framework`` without the labels that only follow from its resources.

    The one by which a statement is displayed remains, as a label that is not published.
    """
    if not entailed:
        return framework
    return replace(
        framework,
        properties=tuple(_stated(framework.iri, framework.properties, entailed)),
        statements=tuple(
            replace(
                s,
                properties=tuple(_stated(s.iri, s.properties, entailed)),
                coined_label=s.coined_label or (s.iri, s.preferred_label) in entailed,
            )
            for s in framework.statements
        ),
        collections=tuple(
            replace(c, properties=tuple(_stated(c.iri, c.properties, entailed)))
            for c in framework.collections
        ),
    )


def _stated(
    iri: URIRef, properties: Iterable[PropertyValue], entailed: EntailedLabels
) -> Iterator[PropertyValue]:
    for further in properties:
        if further.property != SKOS.prefLabel or (iri, further.value) not in entailed:
            yield further
