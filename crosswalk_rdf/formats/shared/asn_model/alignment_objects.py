"""Alignment objects (``ceterms:AlignmentObject``) and reified statements to alignments."""

from typing import Final

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SKOS, URIRef

from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.asn_model.node import Node, Remaining, Value
from crosswalk_rdf.formats.shared.asn_model.relations import Documented
from crosswalk_rdf.formats.shared.asn_model.texts import as_text
from crosswalk_rdf.formats.shared.asn_model.vocabulary import ALIGNING, DESCRIPTIONS
from crosswalk_rdf.model import (
    NO_TERM_FOUND,
    Alignment,
    Origin,
    Slot,
    local_name,
    unnamed_iri,
    without_modifier,
)
from crosswalk_rdf.model.mapping_predicates import DEFAULT_PREDICATE, MAPPING_PREDICATES
from crosswalk_rdf.namespaces import CEASN, CETERMS, PAV, SEMAPV, SSSOM

_MATCHES: Final = {predicate.name.lower(): predicate.iri for predicate in MAPPING_PREDICATES}
_NO_MATCH: Final = "nomatch"
_UNSPECIFIED: Final = SKOS.mappingRelation
"""The predicate where there is none: any of SKOS (SKOS reference §10.1)."""
_SLOTS: Final = {
    CETERMS.alignmentDate: ("mapping_date", DCTERMS.created),
    DCTERMS.created: ("mapping_date", DCTERMS.created),
    DCTERMS.creator: ("creator_id", DCTERMS.creator),
    DCTERMS.issued: ("publication_date", DCTERMS.issued),
    OWL.versionInfo: ("mapping_set_version", OWL.versionInfo),
    PAV.authoredBy: ("author_id", PAV.authoredBy),
    PROV.wasDerivedFrom: ("mapping_set_source", PROV.wasDerivedFrom),
    RDFS.seeAlso: ("see_also", RDFS.seeAlso),
}
"""Slots that SSSOM takes from other vocabularies (``slot_uri``): name and property, by the term
that says it."""


def alignment_of(
    node: Node, crosswalk: URIRef, documented: Documented, file: str, report: Report
) -> Alignment | None:
    """Return the alignment that ``node`` states; None, and a remark, where an end is missing.

    ``NoMatch`` is an alignment with ``sssom:NoTermFound``, as SSSOM says it.
    """
    remaining = Remaining(node)
    remaining.take(CEASN.isPartOf)
    triple = _triple(remaining, node, report)
    if triple is None:
        return None
    subject, predicate, object = triple
    source, target = (_text(remaining, CETERMS[f"{side}NodeName"]) for side in ("source", "target"))
    comment = _text(remaining, RDFS.comment, *DESCRIPTIONS)
    justification = _end(remaining, SSSOM.mapping_justification)
    slots, negated = without_modifier(slots_of(remaining))
    return Alignment(
        iri=_iri(node, crosswalk, f"{subject} {predicate} {object}"),
        subject=subject,
        predicate=predicate,
        object=object,
        justification=justification or SEMAPV.UnspecifiedMatching,
        subject_label=source or documented.label(subject),
        object_label=target or documented.label(object),
        comment=comment,
        negated=negated,
        slots=slots,
        origin=Origin(file, 0),
    )


def _iri(node: Node, crosswalk: URIRef, says: str) -> URIRef:
    """Return the IRI of ``node``, or one made of what it ``says`` where it has none."""
    return unnamed_iri(crosswalk, says) if node.iri.startswith("urn:uuid:") else node.iri


def _triple(
    remaining: Remaining, node: Node, report: Report
) -> tuple[URIRef, URIRef, URIRef] | None:
    predicate, none = _predicate(remaining, node, report)
    subject = _end(remaining, CETERMS.sourceNode, RDF.subject)
    object = _end(remaining, CETERMS.targetNode, RDF.object)
    if none and object is None:
        object = NO_TERM_FOUND
    if subject and object:
        return subject, predicate, object
    missing = "targetNode" if subject else "sourceNode"
    why = f"it has no {missing} that is an IRI: give it one"
    report.add(node.place, Action.NOT_CARRIED, f"alignment {node.iri}", why)
    return None


def slots_of(remaining: Remaining) -> tuple[Slot, ...]:
    """Return what has not been taken as slots of SSSOM, those that it has not as extensions."""
    by_property: dict[URIRef, list[Value]] = {}
    for each in remaining.properties():
        by_property.setdefault(each.property, []).append(each.value)
    slots = []
    for property, values in by_property.items():
        extension = "" if property in SSSOM else "ext_"
        name, term = _SLOTS.get(property, (extension + local_name(property), property))
        slots.append(Slot(name=name, property=term, values=tuple(values)))
    return tuple(slots)


def _predicate(remaining: Remaining, node: Node, report: Report) -> tuple[URIRef, bool]:
    """Return what relates the two, and whether it is that nothing does."""
    values = remaining.take(CETERMS.alignmentType, RDF.predicate)
    if not values:
        why = "no alignmentType: read as skos:relatedMatch"
        report.add(node.place, Action.REPAIRED, str(node.iri), why)
        return DEFAULT_PREDICATE, False
    value = values[0]
    remaining.give_back(CETERMS.alignmentType, values[1:])
    name = local_name(str(value)).rsplit(":", 1)[-1].replace(" ", "").lower()
    if name == _NO_MATCH:
        return _UNSPECIFIED, True
    if name in _MATCHES:
        return _MATCHES[name], False
    if isinstance(value, URIRef):
        return ALIGNING.get(value, value), False
    why = "no type of alignment that is known: read as skos:relatedMatch, kept as a slot"
    report.add(node.place, Action.REPAIRED, f"alignmentType {value}", why)
    remaining.give_back(CETERMS.alignmentType, [value])
    return DEFAULT_PREDICATE, False


def _end(remaining: Remaining, *properties: URIRef) -> URIRef | None:
    for property in properties:
        values = remaining.take_iris(property)
        if values:
            remaining.give_back(property, values[1:])
            return values[0]
    return None


def _text(remaining: Remaining, *properties: URIRef) -> str | None:
    for property in properties:
        values = remaining.take(property)
        if values:
            remaining.give_back(property, values[1:])
            return str(as_text(values[0]))
    return None
