"""Broader and narrower of concepts to one parent each, and further ones (SKOS Reference §8)."""

from collections.abc import Iterable, Mapping

from rdflib import SKOS, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.formats.shared.skos_model.membership import Members

Parents = Mapping[URIRef, tuple[URIRef, ...]]


def parents_of(subjects: Subjects, members: Members, report: Report) -> Parents:
    """Return the parents of each concept within its scheme, as stated by it first, then by them.

    ``skos:broader`` and ``skos:narrower`` are the inverse of each other (S25). A concept of which
    neither is said stands under its nearest ones by ``skos:broaderTransitive``, if it has such.
    """
    parents: dict[URIRef, dict[URIRef, None]] = {concept: {} for concept in members.home}
    for down in (SKOS.broader, SKOS.narrower):
        for concept in members.home:
            for other in subjects[concept].get(down, ()):
                child, parent = (concept, other) if down == SKOS.broader else (other, concept)
                if _are_siblings_in_scheme(child, parent, members):
                    parents[child][parent] = None  # type: ignore[index]
    transitive = _transitive(subjects, members)
    for concept, ancestors in transitive.items():
        if not parents[concept] and ancestors:
            nearest = _nearest(ancestors, transitive)
            parents[concept] = dict.fromkeys(nearest)
            why = "only skos:broaderTransitive is: the nearest are taken for its parents"
            report.add(concept, Action.REPAIRED, "no skos:broader", why)
    return {concept: tuple(ordered) for concept, ordered in parents.items()}


def _are_siblings_in_scheme(child: object, parent: object, members: Members) -> bool:
    """Return whether both are concepts of one scheme."""
    home = members.home.get(child)  # type: ignore[call-overload]
    return home is not None and home == members.home.get(parent)  # type: ignore[call-overload]


def _transitive(subjects: Subjects, members: Members) -> Mapping[URIRef, dict[URIRef, None]]:
    ancestors: dict[URIRef, dict[URIRef, None]] = {}
    for up in (SKOS.broaderTransitive, SKOS.narrowerTransitive):
        for concept in members.home:
            for other in subjects[concept].get(up, ()):
                is_up = up == SKOS.broaderTransitive
                child, parent = (concept, other) if is_up else (other, concept)
                if child != parent and _are_siblings_in_scheme(child, parent, members):
                    ancestors.setdefault(child, {})[parent] = None  # type: ignore[index,arg-type]
    return ancestors


def _nearest(
    ancestors: Iterable[URIRef], transitive: Mapping[URIRef, dict[URIRef, None]]
) -> list[URIRef]:
    """Return those of ``ancestors`` that are above no other of them; all, if in a cycle."""
    above = {far for near in ancestors for far in transitive.get(near, ()) if far != near}
    return [a for a in ancestors if a not in above] or list(ancestors)
