"""Which subjects are concepts, and of which scheme (SKOS Reference §4)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rdflib import RDF, SKOS, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.rdf_documents import Subject
from crosswalk_rdf.formats.shared.skos_model.collection_types import collections_in
from crosswalk_rdf.formats.shared.skos_model.concepts import concepts_of
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.formats.shared.skos_model.namespaces import known_namespaces
from crosswalk_rdf.model import Statement, unnamed_iri
from crosswalk_rdf.namespaces import SKOSXL

Schemes = dict[URIRef, None]
"""Schemes of a concept, in the order of the document."""


@dataclass(slots=True)
class Members:
    """The schemes of a document and what is in them, both in the order of the document."""

    schemes: dict[URIRef, None] = field(default_factory=dict)
    """Schemes that become frameworks: those described, named by concepts, or made for strays."""
    home: dict[URIRef, URIRef] = field(default_factory=dict)
    """Concept to the one scheme as whose statement it is read."""
    stated: dict[URIRef, Schemes] = field(default_factory=dict)
    """Concept to the schemes that it is said to be in."""
    tops: dict[URIRef, Schemes] = field(default_factory=dict)
    """Concept to the schemes of which it is said to be a top concept, by either (S8)."""
    collections: dict[Subject, None] = field(default_factory=dict)
    made: URIRef | None = None
    """The framework of those concepts that are in no scheme; it is none of the document's."""

    def schemes_of(self, concept: URIRef) -> Schemes:
        """Return the schemes that ``concept`` is in; a top concept is in its scheme (S7)."""
        return {**self.stated[concept], **self.tops[concept]}


def members_of(subjects: Subjects, file: str, report: Report) -> Members:
    """Return the concepts and schemes among ``subjects``, none of which is a blank node.

    A concept is read as a statement of the largest scheme that it is in. One that is in none is
    read where its neighbors in the hierarchy are, or in the only scheme if nothing says what is in
    that; the others have a framework made for them. None of that puts it into a scheme.
    """
    members = Members(collections=collections_in(subjects, report))
    for subject, properties in subjects.items():
        types = properties.get(RDF.type, ())
        if SKOS.ConceptScheme in types and isinstance(subject, URIRef):
            members.schemes[subject] = None
    concepts = concepts_of(subjects, members.schemes, members.collections, report)
    _stated(subjects, concepts, members)
    _undescribed(subjects, members, report)
    sizes = Counter(scheme for concept in concepts for scheme in members.schemes_of(concept))
    for concept in concepts:
        homes = [scheme for scheme in members.schemes_of(concept) if scheme in members.schemes]
        if homes:
            members.home[concept] = max(homes, key=sizes.__getitem__)
    _by_hierarchy(subjects, concepts, members)
    _strays(concepts, subjects, members, file, report)
    members.home = {concept: members.home[concept] for concept in concepts}
    return members


def _stated(subjects: Subjects, concepts: Iterable[URIRef], members: Members) -> None:
    """Set the schemes of each concept, as stated by it or by them."""
    by_property = ((SKOS.inScheme, members.stated), (SKOS.topConceptOf, members.tops))
    for concept in concepts:
        for property, schemes in by_property:
            values = subjects[concept].get(property, ())
            schemes[concept] = {value: None for value in values if isinstance(value, URIRef)}
    for subject, properties in subjects.items():
        for top in properties.get(SKOS.hasTopConcept, ()):
            if isinstance(top, URIRef) and top in members.tops and isinstance(subject, URIRef):
                members.tops[top][subject] = None


def _undescribed(subjects: Subjects, members: Members, report: Report) -> None:
    """Treat as schemes the resources that concepts in no described scheme are in.

    In a document without concepts: those that collections and labels are in.
    """
    others = (dict.fromkeys(p.get(SKOS.inScheme, ())) for p in subjects.values())
    for schemes in map(members.schemes_of, members.stated) if members.stated else others:
        if schemes and not any(scheme in members.schemes for scheme in schemes):
            scheme = next(iter(schemes))
            if isinstance(scheme, URIRef):
                members.schemes[scheme] = None
                why = "concepts are said to be in it: taken for a scheme (SKOS S4)"
                report.add(scheme, Action.REPAIRED, "no rdf:type skos:ConceptScheme", why)


def _by_hierarchy(subjects: Subjects, concepts: dict[URIRef, None], members: Members) -> None:
    """Put each concept without a scheme where its nearest neighbors up and down are."""
    near: dict[URIRef, list[URIRef]] = {}
    for concept in concepts:
        for property in (SKOS.broader, SKOS.narrower):
            for other in subjects[concept].get(property, ()):
                if isinstance(other, URIRef) and other in concepts:
                    near.setdefault(concept, []).append(other)
                    near.setdefault(other, []).append(concept)
    reached = list(members.home)
    for concept in reached:
        for other in near.get(concept, ()):
            if other not in members.home:
                members.home[other] = members.home[concept]
                reached.append(other)


def _strays(
    concepts: dict[URIRef, None],
    subjects: Subjects,
    members: Members,
    file: str,
    report: Report,
) -> None:
    """Put the concepts that are left where nothing else is, or into a framework made for them."""
    occupied = set(members.home.values())
    vacant = [scheme for scheme in members.schemes if scheme not in occupied]
    spaces = known_namespaces(vacant, subjects)
    counts: Counter[URIRef] = Counter()
    for concept in concepts:
        if concept in members.home:
            continue
        fitting = [(len(space), s) for space, s in spaces.items() if concept.startswith(space)]
        if fitting:
            home = max(fitting)[1]
        elif len(members.schemes) == 1 and vacant:
            home = vacant[0]
        else:
            home = members.made = members.made or unnamed_iri(file, "concepts in no scheme")
        members.home[concept] = home
        counts[home] += 1
    for home, count in counts.items():
        what = f"{count} concepts are in no scheme" if count > 1 else "a concept is in no scheme"
        why = f"listed under {home}, and published in no scheme"
        report.add(home, Action.KEPT, what, why)
    if not members.schemes and (members.collections or _has_labels(subjects)):
        members.made = members.made or unnamed_iri(file, "concepts in no scheme")
    if members.made is not None:
        members.schemes[members.made] = None


def _has_labels(subjects: Subjects) -> bool:
    """Return whether a label is a resource (SKOS Reference §B.2)."""
    return any(SKOSXL.literalForm in properties for properties in subjects.values())


def with_schemes(statement: Statement, home: URIRef, members: Members) -> Statement:
    """Return ``statement``, read as one of ``home``, with the schemes that it is stated to be in.

    They are set where they are not what a statement of ``home`` has by its place.
    """
    stated = tuple(members.stated[statement.iri])
    tops = tuple(members.tops[statement.iri])
    return replace(
        statement,
        in_schemes=None if set(stated) == {home} else stated,
        top_concept_of=None if set(tops) == set(statement.tops(home)) else tops,
    )
