"""Which subjects are collections (SKOS Reference §9): by their type, or by having members."""

from rdflib import RDF, RDFS, SKOS, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.rdf_documents import Properties, Subject, Term
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.formats.shared.skos_model.vocabulary import COLLECTION_SUBCLASSES, COLLECTIONS


def collections_in(subjects: Subjects, report: Report) -> dict[Subject, None]:
    """Return the collections among ``subjects``, in their order.

    An instance of a subclass of ``skos:Collection`` is one, and so is what has members (S31, S33),
    unless it is said to be a concept or a scheme, which no collection is (S37). What has the type
    of a scheme as well is read as the scheme.
    """
    classes = _subclasses(subjects)
    collections: dict[Subject, None] = {}
    untyped: list[Subject] = []
    for subject, properties in subjects.items():
        types = properties.get(RDF.type, ())
        if SKOS.ConceptScheme in types:
            if any(kind in COLLECTIONS for kind in types):
                why = "read as the scheme; all that is said of it is kept (SKOS S37)"
                report.add(str(subject), Action.KEPT, "a collection and a scheme at once", why)
        elif any(kind in COLLECTIONS for kind in types):
            collections[subject] = None
        elif any(kind in classes for kind in types) or _has_members(properties):
            collections[subject] = None
            untyped.append(subject)
    if untyped:
        what = f"no rdf:type skos:Collection ({len(untyped)} resources)"
        why = "they have members, or are of a subclass: taken for collections (SKOS S31, S33)"
        report.add(str(untyped[0]), Action.REPAIRED, what, why)
    return collections


def _has_members(properties: Properties) -> bool:
    is_concept = SKOS.Concept in properties.get(RDF.type, ())
    return not is_concept and (SKOS.member in properties or SKOS.memberList in properties)


def _subclasses(subjects: Subjects) -> set[Term]:
    """Return the subclasses of ``skos:Collection`` that are well known, or of this document."""
    classes: set[Term] = {*COLLECTION_SUBCLASSES}
    below: dict[Term, list[Subject]] = {}
    for subject, properties in subjects.items():
        for parent in properties.get(RDFS.subClassOf, ()):
            below.setdefault(parent, []).append(subject)
    queue: list[Term] = [*COLLECTIONS, *COLLECTION_SUBCLASSES]
    for parent in queue:
        further = [child for child in below.get(parent, ()) if child not in classes]
        classes.update(further)
        queue.extend(further)
    return {kind for kind in classes if isinstance(kind, URIRef)}
