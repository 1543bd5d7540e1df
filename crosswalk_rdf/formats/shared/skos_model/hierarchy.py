"""Broader and narrower of concepts to one parent each, and further ones (SKOS Reference §8)."""

from collections.abc import Mapping

from rdflib import SKOS, URIRef

from crosswalk_rdf.formats.shared.skos_model.descriptions import Subjects
from crosswalk_rdf.formats.shared.skos_model.membership import Members

Parents = Mapping[URIRef, tuple[URIRef, ...]]


def parents_of(subjects: Subjects, members: Members) -> Parents:
    """Return the parents of each concept within its scheme, as stated by it first, then by them.

    ``skos:broader`` and ``skos:narrower`` are the inverse of each other (S25);
    ``skos:broaderTransitive`` says nothing of parents (SKOS Reference §8.6.6).
    """
    parents: dict[URIRef, dict[URIRef, None]] = {concept: {} for concept in members.home}
    for down in (SKOS.broader, SKOS.narrower):
        for concept in members.home:
            for other in subjects[concept].get(down, ()):
                child, parent = (concept, other) if down == SKOS.broader else (other, concept)
                if _are_siblings_in_scheme(child, parent, members):
                    parents[child][parent] = None  # type: ignore[index]
    return {concept: tuple(ordered) for concept, ordered in parents.items()}


def _are_siblings_in_scheme(child: object, parent: object, members: Members) -> bool:
    """Return whether both are concepts of one scheme."""
    home = members.home.get(child)  # type: ignore[call-overload]
    return home is not None and home == members.home.get(parent)  # type: ignore[call-overload]
