"""Crosswalks to JSKOS: a registry, a concordance for each part, a mapping for each alignment."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from rdflib import RDF, SKOS, Literal, URIRef

from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.formats.jskos.fields import (
    CONCORDANCE,
    CONTEXT,
    DATES,
    JSKOS,
    REGISTRIES,
    UNDETERMINED,
    date_literal,
)
from crosswalk_rdf.formats.jskos.resource_objects import Object, grouped, normalized, resource
from crosswalk_rdf.formats.shared.skos_model.descriptions import json_value
from crosswalk_rdf.formats.shared.skos_model.vocabulary import SKOS_MAPPINGS
from crosswalk_rdf.model import (
    NO_TERM_FOUND,
    Agent,
    Alignment,
    Crosswalk,
    Framework,
    MappingSet,
    PropertyValue,
    Slot,
    Statement,
    agent_iri,
)

UNREAD: Final = JSKOS.mappings
"""The property of a crosswalk that holds mappings of none or of several concepts."""


def registry(crosswalk: Crosswalk, report: Report) -> Object:
    """Return ``crosswalk`` as a whole: a registry of concordances."""
    registry_object: Object = {
        "@context": CONTEXT,
        "uri": str(crosswalk.iri),
        "type": [str(REGISTRIES[0])],
        "prefLabel": _text(crosswalk.title),
    }
    if crosswalk.description:
        registry_object["definition"] = _texts(crosswalk.description)
    if crosswalk.creators:
        registry_object["creator"] = [_agent(creator) for creator in crosswalk.creators]
    if crosswalk.publisher:
        registry_object["publisher"] = [_agent(crosswalk.publisher)]
    if crosswalk.issued:
        registry_object["issued"] = crosswalk.issued
    if crosswalk.license:
        registry_object["license"] = [{"uri": str(crosswalk.license)}]
    registry_object["concordances"] = [{"uri": str(part.iri)} for part in crosswalk.parts]
    registry_object["_id"] = crosswalk.id
    if crosswalk.uuid:
        registry_object["_uuid"] = crosswalk.uuid
    if crosswalk.rights:
        registry_object["_rights"] = json_value(crosswalk.rights)
    if crosswalk.attribution:
        registry_object["_attribution"] = crosswalk.attribution
    registry_object |= _properties(v for v in crosswalk.properties if v.property != UNREAD)
    return normalized(registry_object, str(crosswalk.iri), report)


def _properties(values: Iterator[PropertyValue]) -> Object:
    by_property: dict[str, list[Any]] = {}
    for value in values:
        by_property.setdefault(str(value.property), []).append(json_value(value.value))
    return {"_properties": by_property} if by_property else {}


def concordance(part: MappingSet, crosswalk: Crosswalk, report: Report) -> Object:
    """Return one part of ``crosswalk`` (JSKOS, "Concordance"): of one scheme to one other."""
    external = {other.iri: other.title for other in crosswalk.external}
    concordance_object: Object = {
        "@context": CONTEXT,
        "uri": str(part.iri),
        "type": [str(CONCORDANCE)],
        "prefLabel": _text(part.title),
    }
    if part.description:
        concordance_object["definition"] = _texts(part.description)
    for name, scheme in (("fromScheme", part.subject_source), ("toScheme", part.object_source)):
        concordance_object[name] = {"uri": str(scheme)}
        if external.get(scheme):
            concordance_object[name]["prefLabel"] = _text(external[scheme])
    concordance_object["license"] = [{"uri": str(part.license)}]
    concordance_object["extent"] = str(len(part.claims))
    concordance_object["partOf"] = [{"uri": str(crosswalk.iri)}]
    concordance_object["_id"] = part.id
    if part.rights:
        concordance_object["_rights"] = json_value(part.rights)
    concordance_object |= slot_fields(part.slots)
    return normalized(concordance_object, str(part.iri), report)


def mapping(
    alignment: Alignment,
    part: MappingSet,
    statements: Mapping[URIRef, Statement],
    report: Report,
) -> Object:
    """Return ``alignment``, which is not negated (JSKOS, "Mapping").

    An end that nothing matches is an empty bundle.
    """
    is_skos = alignment.predicate in SKOS_MAPPINGS
    kinds = [alignment.predicate] if is_skos else [SKOS.mappingRelation, alignment.predicate]
    mapping_object: Object = {
        "@context": CONTEXT,
        "uri": str(alignment.iri),
        "type": [str(kind) for kind in kinds],
        "from": _bundle(alignment.subject, alignment.subject_label, statements),
        "to": _bundle(alignment.object, alignment.object_label, statements),
        "fromScheme": {"uri": str(part.subject_source)},
        "toScheme": {"uri": str(part.object_source)},
        "justification": str(alignment.justification),
        "partOf": [{"uri": str(part.iri)}],
    }
    notes = [text for text in (alignment.comment, evidence(alignment)) if text]
    if notes:
        mapping_object["note"] = {UNDETERMINED: notes}
    mapping_object |= _evidence_fields(alignment)
    mapping_object |= slot_fields(alignment.slots)
    return normalized(mapping_object, str(alignment.iri), report)


def _bundle(iri: URIRef, label: str | None, statements: Mapping[URIRef, Statement]) -> Object:
    if iri == NO_TERM_FOUND:
        return {"memberSet": []}
    member: Object = {"uri": str(iri)}
    statement = statements.get(iri)
    if statement and statement.notation:
        member["notation"] = [statement.notation]
    if label:
        preferred = statement.preferred_label if statement else None
        language = preferred.language if preferred is not None and str(preferred) == label else None
        member["prefLabel"] = {language or UNDETERMINED: label}
    return {"memberSet": [member]}


def evidence(alignment: Alignment) -> str:
    """Return what the source prints, for people to read: ``As printed: 1b: Element 1b``."""
    printed = [p for p in (alignment.printed_notation, alignment.printed_text) if p]
    return f"As printed: {': '.join(printed)}" if printed else ""


def _evidence_fields(alignment: Alignment) -> Object:
    fields: Object = {
        "printedNotation": alignment.printed_notation,
        "printedSubjectNotation": alignment.printed_subject_notation,
        "printedText": alignment.printed_text,
        "lines": list(alignment.lines) if alignment.lines else None,
    }
    fields = {name: value for name, value in fields.items() if value is not None}
    return {"_evidence": fields} if fields else {}


def slot_fields(slots: tuple[Slot, ...]) -> Object:
    """Return ``slots`` as fields of JSKOS where it has one, and all of them in a custom field."""
    fields: Object = {}
    for slot in slots:
        (value, *others) = slot.values or (Literal(""),)
        if slot.name == "confidence" and not others and is_share(str(value)):
            fields["mappingRelevance"] = float(str(value))
        if slot.name == "mapping_date" and not others and date_literal(str(value)).datatype:
            fields["created"] = str(value)
        if str(slot.property).startswith(JSKOS) and not others:
            fields |= _again(slot)
    if slots:
        fields["_slots"] = [
            {
                "name": slot.name,
                "property": str(slot.property),
                "values": [json_value(value) for value in slot.values],
            }
            for slot in slots
        ]
    return fields


def _again(slot: Slot) -> Object:
    """Return the field that a slot was read from."""
    name = str(slot.property).removeprefix(JSKOS)
    value = slot.values[0]
    if not isinstance(value, Literal) or value.datatype != RDF.JSON:
        return {}
    groups = grouped(
        [(slot.property, RDF.type, SKOS.Concept), (slot.property, slot.property, value)]
    )
    fields = resource(slot.property, groups, Report())
    return {name: fields[name]} if name in fields and name not in DATES else {}


def is_share(text: str) -> bool:
    """Return whether ``text`` is a number from 0 to 1."""
    try:
        return 0 <= float(text) <= 1
    except ValueError:
        return False


def _text(literal: Literal) -> dict[str, str]:
    return {literal.language or UNDETERMINED: str(literal)}


def _texts(literal: Literal) -> dict[str, list[str]]:
    return {literal.language or UNDETERMINED: [str(literal)]}


def _agent(agent: Agent) -> Object:
    agent_object: Object = {} if agent.iri == agent_iri(agent.name) else {"uri": str(agent.iri)}
    if agent.type == "Person":
        agent_object["type"] = ["http://xmlns.com/foaf/0.1/Person"]
    return {**agent_object, "prefLabel": {UNDETERMINED: agent.name}}


def schemes_of(frameworks: tuple[Framework, ...]) -> dict[URIRef, Statement]:
    """Return every statement of ``frameworks`` by IRI."""
    return {s.iri: s for framework in frameworks for s in framework.statements}
