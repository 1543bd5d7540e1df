"""Collections of concepts, each of one framework (SKOS Reference §9)."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from rdflib import RDF, SKOS, Literal, URIRef

from crosswalk_rdf.formats.shared.rdf_documents import Subject, Term
from crosswalk_rdf.formats.shared.skos_model.descriptions import (
    Description,
    Subjects,
    property_values,
)
from crosswalk_rdf.formats.shared.skos_model.membership import Members
from crosswalk_rdf.model import Collection, Framework, Origin


def with_collections(
    frameworks: Mapping[URIRef, Framework], members: Members, subjects: Subjects, file: str
) -> dict[URIRef, Framework]:
    """Return ``frameworks``, by IRI, with the collections of the document.

    A collection is of the scheme that it says, or else that of its first member that has one.
    """
    by_framework: dict[URIRef, list[Collection]] = {iri: [] for iri in frameworks}
    for subject in members.collections:
        home = _home(subject, subjects, members, frameworks)
        if home is not None:
            language = frameworks[home].language
            by_framework[home].append(_collection(URIRef(subject), language, subjects, file))
    return {
        iri: replace(framework, collections=tuple(by_framework[iri]))
        for iri, framework in frameworks.items()
    }


def _home(
    collection: Subject, subjects: Subjects, members: Members, frameworks: Container[Term]
) -> URIRef | None:
    for scheme in subjects[collection].get(SKOS.inScheme, ()):
        if scheme in frameworks:
            return URIRef(scheme)
    visited: set[Term] = set()
    queue: list[Term] = [collection]
    for term in queue:
        home = members.home.get(term) if isinstance(term, URIRef) else None
        if home is not None and home in frameworks:
            return home
        if isinstance(term, Literal) or term in visited:
            continue
        visited.add(term)
        properties = subjects.get(term, {})
        queue += properties.get(SKOS.member, ())
        for head in properties.get(SKOS.memberList, ()):
            queue += items_of_list(head, subjects) or ()
    return next((scheme for scheme in members.schemes if scheme in frameworks), None)


def _collection(iri: URIRef, language: str, subjects: Subjects, file: str) -> Collection:
    """Return the collection ``iri`` of a framework in ``language``.

    It is ordered where it has one list, as a list should be; then what it states of
    ``skos:member`` is among its properties. Other lists remain as resources.
    """
    description = Description(iri, subjects)
    items = _list(description, subjects)
    if items is None:
        description.take(RDF.type, SKOS.Collection)
        members = description.iris(SKOS.member)
        description.take_only(SKOS.member, set(members))
    else:
        description.take(RDF.type, SKOS.OrderedCollection)
        description.take_only(SKOS.memberList, set(description.values(SKOS.memberList)))
        members = items
    return Collection(
        iri=iri,
        ordered=items is not None,
        members=tuple(members),
        label=_label(description, language),
        notation=_notation(description),
        properties=property_values(description),
        origin=Origin(file, 0),
    )


def _list(description: Description, subjects: Subjects) -> list[URIRef] | None:
    heads = description.values(SKOS.memberList)
    return items_of_list(heads[0], subjects) if len(heads) == 1 else None


def items_of_list(head: Term, subjects: Subjects) -> list[URIRef] | None:
    """Return the items of the list ``head`` (RDF Schema §5.2); None if it is not one of IRIs."""
    items: list[URIRef] = []
    visited: set[Term] = set()
    while head != RDF.nil:
        properties = {} if isinstance(head, Literal) else subjects.get(head, {})
        first, rest = properties.get(RDF.first, ()), properties.get(RDF.rest, ())
        if head in visited or (len(first), len(rest)) != (1, 1) or not isinstance(first[0], URIRef):
            return None
        visited.add(head)
        items.append(first[0])
        head = rest[0]
    return items


def nodes_of_lists(collections: Iterable[Collection], subjects: Subjects) -> set[Subject]:
    """Return the nodes of the lists that became the members of ``collections``."""
    nodes: set[Subject] = set()
    for ordered in (collection for collection in collections if collection.ordered):
        (head,) = subjects[ordered.iri][SKOS.memberList]
        while head != RDF.nil and not isinstance(head, Literal):
            nodes.add(head)
            (head,) = subjects[head][RDF.rest]
    return nodes


def _label(description: Description, language: str) -> Literal | None:
    """Return the preferred label in ``language``; those in others, or none, remain properties."""
    for label in description.literals(SKOS.prefLabel):
        if label.language and label.language.lower() == language.lower() and _is_trimmed(label):
            description.take(SKOS.prefLabel, label)
            return label
    return None


def _notation(description: Description) -> str:
    """Return the first plain notation; others remain properties."""
    for notation in description.literals(SKOS.notation):
        is_plain = not (notation.language or notation.datatype)
        if is_plain and _is_trimmed(notation):
            description.take(SKOS.notation, notation)
            return str(notation)
    return ""


def _is_trimmed(literal: Literal) -> bool:
    return str(literal) == literal.strip() != ""
