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
    made: Object = {
        "@context": CONTEXT,
        "uri": str(crosswalk.iri),
        "type": [str(REGISTRIES[0])],
        "prefLabel": _text(crosswalk.title),
    }
    if crosswalk.description:
        made["definition"] = _texts(crosswalk.description)
    if crosswalk.creators:
        made["creator"] = [_agent(creator) for creator in crosswalk.creators]
    if crosswalk.publisher:
        made["publisher"] = [_agent(crosswalk.publisher)]
    if crosswalk.issued:
        made["issued"] = crosswalk.issued
    made["concordances"] = [{"uri": str(part.iri)} for part in crosswalk.parts]
    made["_id"] = crosswalk.id
    if crosswalk.uuid:
        made["_uuid"] = crosswalk.uuid
    if crosswalk.rights:
        made["_rights"] = json_value(crosswalk.rights)
    made |= _properties(v for v in crosswalk.properties if v.property != UNREAD)
    return normalized(made, str(crosswalk.iri), report)


def _properties(values: Iterator[PropertyValue]) -> Object:
    found: dict[str, list[Any]] = {}
    for value in values:
        found.setdefault(str(value.property), []).append(json_value(value.value))
    return {"_properties": found} if found else {}


def concordance(part: MappingSet, crosswalk: Crosswalk, report: Report) -> Object:
    """Return one part of ``crosswalk`` (JSKOS, "Concordance"): of one scheme to one other."""
    external = {other.iri: other.title for other in crosswalk.external}
    made: Object = {
        "@context": CONTEXT,
        "uri": str(part.iri),
        "type": [str(CONCORDANCE)],
        "prefLabel": _text(part.title),
    }
    if part.description:
        made["definition"] = _texts(part.description)
    for name, scheme in (("fromScheme", part.subject_source), ("toScheme", part.object_source)):
        made[name] = {"uri": str(scheme)}
        if external.get(scheme):
            made[name]["prefLabel"] = _text(external[scheme])
    made["license"] = [{"uri": str(part.license)}]
    made["extent"] = str(len(part.claims))
    made["partOf"] = [{"uri": str(crosswalk.iri)}]
    made["_id"] = part.id
    if part.rights:
        made["_rights"] = json_value(part.rights)
    made |= slot_fields(part.slots)
    return normalized(made, str(part.iri), report)


def mapping(
    alignment: Alignment,
    part: MappingSet,
    statements: Mapping[URIRef, Statement],
    report: Report,
) -> Object:
    """Return ``alignment``, which is not negated (JSKOS, "Mapping")."""
    is_skos = alignment.predicate in SKOS_MAPPINGS
    kinds = [alignment.predicate] if is_skos else [SKOS.mappingRelation, alignment.predicate]
    made: Object = {
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
        made["note"] = {UNDETERMINED: notes}
    made |= _evidence_fields(alignment)
    made |= slot_fields(alignment.slots)
    return normalized(made, str(alignment.iri), report)


def _bundle(iri: URIRef, label: str | None, statements: Mapping[URIRef, Statement]) -> Object:
    member: Object = {"uri": str(iri)}
    statement = statements.get(iri)
    if statement and statement.notation:
        member["notation"] = [statement.notation]
    if label:
        known = statement.preferred_label if statement else None
        language = known.language if known is not None and str(known) == label else None
        member["prefLabel"] = {language or UNDETERMINED: label}
    return {"memberSet": [member]}


def evidence(alignment: Alignment) -> str:
    """Return what the source prints, for people to read: ``As printed: 1b: Element 1b``."""
    printed = [p for p in (alignment.printed_notation, alignment.printed_text) if p]
    return f"As printed: {': '.join(printed)}" if printed else ""


def _evidence_fields(alignment: Alignment) -> Object:
    found: Object = {
        "printedNotation": alignment.printed_notation,
        "printedSubjectNotation": alignment.printed_subject_notation,
        "printedText": alignment.printed_text,
        "lines": list(alignment.lines) if alignment.lines else None,
    }
    found = {name: value for name, value in found.items() if value is not None}
    return {"_evidence": found} if found else {}


def slot_fields(slots: tuple[Slot, ...]) -> Object:
    """Return ``slots`` as fields of JSKOS where it has one, and all of them in a custom field."""
    made: Object = {}
    for slot in slots:
        (value, *more) = slot.values or (Literal(""),)
        if slot.name == "confidence" and not more and is_share(str(value)):
            made["mappingRelevance"] = float(str(value))
        if slot.name == "mapping_date" and not more and date_literal(str(value)).datatype:
            made["created"] = str(value)
        if str(slot.property).startswith(JSKOS) and not more:
            made |= _again(slot)
    if slots:
        made["_slots"] = [
            {
                "name": slot.name,
                "property": str(slot.property),
                "values": [json_value(value) for value in slot.values],
            }
            for slot in slots
        ]
    return made


def _again(slot: Slot) -> Object:
    """Return the field that a slot was read from."""
    name = str(slot.property).removeprefix(JSKOS)
    value = slot.values[0]
    if not isinstance(value, Literal) or value.datatype != RDF.JSON:
        return {}
    groups = grouped(
        [(slot.property, RDF.type, SKOS.Concept), (slot.property, slot.property, value)]
    )
    found = resource(slot.property, groups, Report())
    return {name: found[name]} if name in found and name not in DATES else {}


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
    made: Object = {} if agent.iri == agent_iri(agent.name) else {"uri": str(agent.iri)}
    if agent.type == "Person":
        made["type"] = ["http://xmlns.com/foaf/0.1/Person"]
    return {**made, "prefLabel": {UNDETERMINED: agent.name}}


def schemes_of(frameworks: tuple[Framework, ...]) -> dict[URIRef, Statement]:
    """Return every statement of ``frameworks`` by IRI."""
    return {s.iri: s for framework in frameworks for s in framework.statements}
