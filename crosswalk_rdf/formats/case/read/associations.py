"""CFAssociations to what they relate, and sorted by where the model has them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from rdflib import URIRef

from crosswalk_rdf.formats.case.association_types import (
    IS_CHILD_OF,
    REPLACED_BY,
    association_type,
)
from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.read.index import Index, Target
from crosswalk_rdf.formats.case.remarks import Remarks
from crosswalk_rdf.formats.format import Action

LAST: Final = 10**18
"""The place among siblings of what gives no ``sequenceNumber``."""


@dataclass(frozen=True, slots=True)
class Association:
    """One association with both its ends."""

    place: str
    clean: Object
    type: str
    origin: Target
    destination: Target


@dataclass(slots=True)
class Relations:
    """The associations of one document, by what the model makes of them."""

    parents: dict[URIRef, list[Association]] = field(default_factory=dict)
    """``isChildOf`` another item of the document, by origin."""
    roots: set[URIRef] = field(default_factory=set)
    """The origins of ``isChildOf`` the document itself."""
    replaced: dict[URIRef, Association] = field(default_factory=dict)
    """The first ``replacedBy`` of each item."""
    inside: dict[URIRef, list[Association]] = field(default_factory=dict)
    """Every other relation between what is in the document, or of the document itself."""
    outside: list[Association] = field(default_factory=list)
    """What relates to something in another document."""
    of_origin: dict[URIRef, list[Association]] = field(default_factory=dict)
    """All but those outside, by origin, in the order of the source."""


def resolve(
    cleaned: Iterable[Object], index: Index, owner: URIRef, place: str, remarks: Remarks
) -> list[Association]:
    """Return the associations that have two ends."""
    associations = []
    for number, clean in enumerate(cleaned):
        here = f"{place}/{number}"
        type, is_reversed = association_type(clean.get("associationType", ""))
        if type != clean.get("associationType"):
            what = f"associationType {clean.get('associationType', '')!r}"
            why = f"read as {type}" + (", its ends exchanged" if is_reversed else "")
            remarks.add(f"{here}/associationType", Action.REPAIRED, what, why)
        ends = [
            index.target(_link(clean, key), owner)
            for key in ("originNodeURI", "destinationNodeURI")
        ]
        origin, destination = reversed(ends) if is_reversed else ends
        if origin is None or destination is None:
            missing = "originNodeURI" if origin is None else "destinationNodeURI"
            why = f"its {missing} names nothing: give it a uri or an identifier"
            remarks.add(here, Action.NOT_CARRIED, "association to nothing", why)
            continue
        if is_reversed:
            clean = _reversed(clean)
        associations.append(Association(here, clean, type, origin, destination))
    return associations


def _link(clean: Object, key: str) -> Object:
    """Return one end of an association, in the form of CASE or spread over properties."""
    link: Object = clean.get(key, {})
    extensions = clean.get("extensions", {})
    identifier = extensions.get(key.replace("URI", "Identifier"))
    if isinstance(identifier, str) and not link.get("identifier"):
        return {**link, "identifier": identifier}
    return link


def _reversed(clean: Object) -> Object:
    ends = {
        "originNodeURI": clean.get("destinationNodeURI", {}),
        "destinationNodeURI": clean.get("originNodeURI", {}),
    }
    return {**clean, **ends}


def sorted_by_use(associations: Iterable[Association], document: URIRef) -> Relations:
    """Return ``associations`` by their relation to the document with the IRI ``document``."""
    relations = Relations()
    for association in associations:
        if _is_inside(relations, association, document):
            relations.of_origin.setdefault(association.origin.iri, []).append(association)
        else:
            relations.outside.append(association)
    for origin, parents in relations.parents.items():
        # the plain tree goes before the further trees that groupings make of the same items
        plain_first = sorted(parents, key=lambda a: "CFAssociationGroupingURI" in a.clean)
        relations.parents[origin] = plain_first
    return relations


def _is_inside(relations: Relations, association: Association, document: URIRef) -> bool:
    """Put ``association`` in its place, unless it is one to or from another document."""
    origin, destination = association.origin, association.destination
    if origin.document != document:
        return False
    is_own = destination.document == document
    if not origin.is_document:
        if association.type == IS_CHILD_OF and is_own:
            if destination.is_document:
                relations.roots.add(origin.iri)
            else:
                relations.parents.setdefault(origin.iri, []).append(association)
            return True
        if association.type == REPLACED_BY and origin.iri not in relations.replaced:
            relations.replaced[origin.iri] = association
            return True
    if is_own or origin.is_document:
        relations.inside.setdefault(origin.iri, []).append(association)
        return True
    return False


def without(relations: Relations, gone: dict[URIRef, set[URIRef]], remarks: Remarks) -> int:
    """Take the parents ``gone`` out of ``relations``; return how many associations that were."""
    number = 0
    for origin, parents in gone.items():
        remaining = []
        for association in relations.of_origin.get(origin, ()):
            if association.type == IS_CHILD_OF and association.destination.iri in parents:
                number += 1
                what = f"isChildOf {association.destination.iri}"
                why = f"it closes a cycle at {origin}, and was cut"
                remarks.add(association.place, Action.REPAIRED, what, why)
            else:
                remaining.append(association)
        relations.of_origin[origin] = remaining
    return number


def sequence(association: Association) -> int:
    """Return the position of ``association`` among its siblings; the last if it has none."""
    number = association.clean.get("sequenceNumber")
    return number if isinstance(number, int) else LAST
