"""Which subjects are concepts, and of which scheme (SKOS Reference §4)."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from rdflib import RDF, SKOS, VANN, BNode, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.rdf_documents import Properties, Subject
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.formats.shared.skos_model.vocabulary import COLLECTIONS, LABELS, OF_CONCEPTS
from crosswalk_rdf.model import unnamed_iri
from crosswalk_rdf.namespaces import XKOS


@dataclass(slots=True)
class Members:
    """The schemes of a document and what is in them, both in the order of the document."""

    schemes: dict[URIRef, None] = field(default_factory=dict)
    home: dict[URIRef, URIRef] = field(default_factory=dict)
    """Concept to the one scheme of which it is taken to be."""
    collections: dict[Subject, None] = field(default_factory=dict)


def members_of(subjects: Subjects, report: Report) -> Members:
    """Return the concepts and schemes among ``subjects``, none of which is a blank node.

    A concept without a scheme of its own is of that of its neighbors in the hierarchy, of the
    only scheme, of the one whose IRI its own begins with, or of one that is made for it.
    """
    members = Members()
    for subject, properties in subjects.items():
        types = properties.get(RDF.type, ())
        if any(kind in types for kind in COLLECTIONS):
            members.collections[subject] = None
        if SKOS.ConceptScheme in types and isinstance(subject, URIRef):
            members.schemes[subject] = None
    concepts = _concepts(subjects, members, report)
    declared = _schemes_by_concept(subjects, concepts)
    _undeclared(declared, members, report)
    for concept, schemes in declared.items():
        home = next((scheme for scheme in schemes if scheme in members.schemes), None)
        if home is not None:
            members.home[concept] = home
    _by_hierarchy(subjects, concepts, members)
    _by_name(concepts, subjects, members, report)
    members.home = {concept: members.home[concept] for concept in concepts}
    return members


def _concepts(subjects: Subjects, members: Members, report: Report) -> dict[URIRef, None]:
    concepts: dict[URIRef, None] = {}
    spaces = {namespace_of(s) for s, p in subjects.items() if SKOS.Concept in p.get(RDF.type, ())}
    tops = {
        top: None
        for scheme in members.schemes
        for top in subjects[scheme].get(SKOS.hasTopConcept, ())
        if isinstance(top, URIRef)
    }
    for subject, properties in subjects.items():
        if (
            isinstance(subject, BNode)
            or subject in members.schemes
            or subject in members.collections
        ):
            continue
        if SKOS.Concept in properties.get(RDF.type, ()):
            concepts[subject] = None
        elif subject in tops or _is_like_a_concept(subject, properties, spaces):
            concepts[subject] = None
            why = "what is said of it is said of concepts only: taken for one (SKOS S5, S6, S19)"
            report.add(subject, Action.REPAIRED, "no rdf:type skos:Concept", why)
    return concepts


def _is_like_a_concept(subject: URIRef, properties: Properties, spaces: set[str]) -> bool:
    """Return whether a subject without the type can be nothing else, and is described here.

    ``spaces`` are the namespaces of those with the type: what is only named, as the end of a
    relation to another vocabulary, is not in them.
    """
    if XKOS.ClassificationLevel in properties.get(RDF.type, ()):
        return False  # it is in a scheme and has a label, and is a level of it (XKOS §4.2)
    if SKOS.inScheme in properties and (SKOS.prefLabel in properties or RDF.type not in properties):
        return True
    if not any(property in properties for property in OF_CONCEPTS):
        return False
    is_named = any(property in properties for property in (SKOS.topConceptOf, *LABELS))
    return is_named or not spaces or namespace_of(subject) in spaces


def _schemes_by_concept(
    subjects: Subjects, concepts: Iterable[URIRef]
) -> dict[URIRef, dict[URIRef, None]]:
    """Return the schemes of each concept, as stated by it or by them."""
    by_concept: dict[URIRef, dict[URIRef, None]] = {concept: {} for concept in concepts}
    for concept, schemes in by_concept.items():
        for property in (SKOS.inScheme, SKOS.topConceptOf):
            values = subjects[concept].get(property, ())
            schemes.update((value, None) for value in values if isinstance(value, URIRef))
    for subject, properties in subjects.items():
        for top in properties.get(SKOS.hasTopConcept, ()):
            if isinstance(top, URIRef) and top in by_concept and isinstance(subject, URIRef):
                by_concept[top][subject] = None
    return by_concept


def _undeclared(
    declared: dict[URIRef, dict[URIRef, None]], members: Members, report: Report
) -> None:
    """Treat as schemes the resources that concepts without a declared scheme are in."""
    for schemes in declared.values():
        if schemes and not any(scheme in members.schemes for scheme in schemes):
            scheme = next(iter(schemes))
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


def _by_name(
    concepts: dict[URIRef, None], subjects: Subjects, members: Members, report: Report
) -> None:
    """Put the concepts that are left into the only scheme, the one of that name, or a new one."""
    best: URIRef | None = None
    spaces = [*known_namespaces(members.schemes, subjects).items()]
    for concept in concepts:
        if concept in members.home:
            continue
        fitting = [(len(space), scheme) for space, scheme in spaces if concept.startswith(space)]
        if len(members.schemes) == 1 and best is None:
            home = next(iter(members.schemes))
        elif fitting:
            home = max(fitting)[1]
        else:
            home = best = best or unnamed_iri(namespace_of(concept), "scheme")
        if home not in members.schemes:
            members.schemes[home] = None
            why = f"its concepts are in none: one is made for them, {home}"
            report.add(concept, Action.REPAIRED, "no skos:ConceptScheme", why)
        elif home != best:
            why = f"it is in no scheme: taken to be in {home}"
            report.add(concept, Action.REPAIRED, "no skos:inScheme", why)
        members.home[concept] = home


def known_namespaces(schemes: Iterable[URIRef], subjects: Subjects) -> dict[str, URIRef]:
    """Return what the IRIs of the concepts of each scheme begin with, and the scheme."""
    spaces: dict[str, URIRef] = {}
    for scheme in schemes:
        ends = (str(scheme),) if scheme.endswith(("/", "#")) else (f"{scheme}/", f"{scheme}#")
        namespaces = subjects.get(scheme, {}).get(VANN.preferredNamespaceUri, ())
        for space in (*ends, *(str(value) for value in namespaces)):
            spaces.setdefault(space, scheme)
    return spaces


def namespace_of(iri: str) -> str:
    """Return ``iri`` up to its last ``#``, ``/`` or ``:``, with it."""
    end = max(iri.rstrip("/#").rfind(sign) for sign in "#/") + 1
    if iri.startswith("urn:") or not end:
        end = max(end, iri.rfind(":") + 1)
    return iri[:end] or iri
