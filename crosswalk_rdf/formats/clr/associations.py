"""Alignments to CLR 2.0 associations, without duplicates."""

from typing import Final

from rdflib import URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.association_types import IS_RELATED_TO, TYPES
from crosswalk_rdf.formats.shared.credentials import Json
from crosswalk_rdf.model import Crosswalk
from crosswalk_rdf.namespaces import CASE

ASSOCIATION_TYPES: Final = (
    "exactMatchOf",
    "isChildOf",
    "isParentOf",
    "isPartOf",
    "isPeerOf",
    "isRelatedTo",
    "precedes",
    "replacedBy",
)
"""CLR 2.0, enumeration AssociationType."""

_TYPES: Final = {
    **TYPES,
    **{CASE[name]: name for name in ASSOCIATION_TYPES},
}
"""Predicates that an association type stands for; any other becomes ``isRelatedTo``."""

Association = tuple[str, URIRef, URIRef]
"""Type, source, target."""


def associations_of(crosswalk: Crosswalk, report: Report) -> list[Association]:
    """Return what the parts of ``crosswalk`` claim, each association once."""
    associations: dict[Association, None] = {}
    for part in crosswalk.parts:
        before = len(associations)
        for alignment in part.claims:
            name = type_of(alignment.predicate)
            association = (name, alignment.subject, alignment.object)
            if association in associations:
                why = "an association has no part: another alignment says the same"
                report.add(str(alignment.iri), Action.NOT_CARRIED, name, why)
            associations[association] = None
        report.count("alignments", len(part.alignments), len(associations) - before)
    return list(associations)


def has_type(predicate: URIRef) -> bool:
    """Return whether CLR 2.0 has an association type for ``predicate``."""
    return predicate in _TYPES


def type_of(predicate: URIRef) -> str:
    """Return the association type for ``predicate``."""
    return _TYPES.get(predicate, IS_RELATED_TO)


def association_object(name: str, source: URIRef, target: URIRef) -> Json:
    """Return the ``Association`` object; its type is a string alone (CLR 2.0, Association)."""
    return {
        "type": "Association",
        "associationType": name,
        "sourceId": str(source),
        "targetId": str(target),
    }
