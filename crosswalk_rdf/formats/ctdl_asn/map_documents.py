"""A crosswalk to an alignment map (``ceterms:AlignmentMap``), with its parts and its agents."""

from collections.abc import Callable
from typing import Any, Final

from rdflib import DCTERMS, RDFS, SKOS, Literal, URIRef

from crosswalk_rdf.formats.ctdl_asn.agents import AgentWriter
from crosswalk_rdf.formats.ctdl_asn.alignment_terms import (
    alignment_type,
    is_expressible,
)
from crosswalk_rdf.formats.ctdl_asn.competencies import ctid
from crosswalk_rdf.formats.ctdl_asn.framework_documents import (
    ATTRIBUTION,
    issued_members,
    modified_members,
)
from crosswalk_rdf.formats.ctdl_asn.json_ld import (
    NO_LANGUAGE,
    key_of,
    language_map,
    reference,
    unique_strings,
    value_object,
)
from crosswalk_rdf.formats.ctdl_asn.properties import Describer, merge
from crosswalk_rdf.formats.ctdl_asn.terms import MAP_TERMS, OBJECT_TERMS
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.model import (
    NO_TERM_FOUND,
    UNSPECIFIED_LICENSE,
    Alignment,
    Crosswalk,
    MappingSet,
    Package,
    PropertyValue,
)
from crosswalk_rdf.namespaces import CETERMS, SEMAPV, SSSOM

_IN_FIELDS: Final = frozenset({SKOS.prefLabel, DCTERMS.description, DCTERMS.language, CETERMS.ctid})
_JUSTIFICATION: Final = key_of(SSSOM.mapping_justification)
_COMMENT: Final = key_of(RDFS.comment)


def map_graph(
    crosswalk: Crosswalk,
    package: Package,
    report: Report,
    is_included: Callable[[Alignment], bool] = lambda _: True,
) -> list[dict[str, Any]]:
    """Return the nodes of the alignment map of ``crosswalk``, with what ``is_included``."""
    agents = AgentWriter(crosswalk.title.language or "")
    node = _map_node(crosswalk, package, agents, report)
    objects: list[dict[str, Any]] = []
    for part in crosswalk.parts:
        objects += [
            _object(alignment, part, crosswalk, report)
            for alignment in part.alignments
            if is_expressible(alignment) and is_included(alignment)
        ]
    total = sum(1 for p in crosswalk.parts for a in p.alignments if is_included(a))
    report.count("AlignmentObject", total, len(objects))
    node["ceterms:hasPart"] = objects
    _note_ctid(crosswalk, report)
    return [
        node,
        *(_part_node(part, crosswalk, report) for part in crosswalk.parts),
        *agents.nodes(),
    ]


def _map_node(
    crosswalk: Crosswalk, package: Package, agents: AgentWriter, report: Report
) -> dict[str, Any]:
    place = str(crosswalk.iri)
    words, again = _words(crosswalk)
    sources = [s for p in crosswalk.parts for s in (p.subject_source, p.object_source)]
    entries: dict[str, Any] = {
        "@id": place,
        "@type": "ceterms:AlignmentMap",
        "ceterms:ctid": ctid(crosswalk.uuid, crosswalk.iri),
        **words,
        **agents.creators(crosswalk.creators),
        **agents.publisher(crosswalk.publisher),
        **issued_members(crosswalk.issued),
        "dct:identifier": [{"@value": crosswalk.id}],
        "ceterms:compares": unique_strings(sources),
    }
    if crosswalk.source:
        entries["ceterms:source"] = [str(crosswalk.source.iri)]
    rest = [*again, *(p for p in crosswalk.properties if p.property not in _IN_FIELDS)]
    entries = merge(entries, Describer(MAP_TERMS, report).describe(place, rest))
    if package.base:
        entries.update(modified_members(package, entries))
    return entries


def _words(crosswalk: Crosswalk) -> tuple[dict[str, Any], list[PropertyValue]]:
    """Return what is said in words, and what is said in one language again."""
    name, again = language_map([crosswalk.title, *_texts(crosswalk, SKOS.prefLabel)])
    descriptions = [crosswalk.description] if crosswalk.description else []
    description, others = language_map([*descriptions, *_texts(crosswalk, DCTERMS.description)])
    tags = [crosswalk.title.language or "", *_texts(crosswalk, DCTERMS.language)]
    entries: dict[str, Any] = {
        "ceterms:name": name,
        "ceterms:description": description,
        "ceterms:inLanguage": unique_strings(str(tag) for tag in tags if tag),
        "ceasn:rights": language_map([crosswalk.rights])[0] if crosswalk.rights else {},
    }
    if crosswalk.license:
        entries["ceasn:license"] = str(crosswalk.license)
    if crosswalk.attribution:
        entries[ATTRIBUTION] = [{"@value": crosswalk.attribution}]
    return {key: value for key, value in entries.items() if value}, [
        *(PropertyValue(DCTERMS.alternative, text) for text in again),
        *(PropertyValue(DCTERMS.abstract, text) for text in others),
    ]


def _texts(crosswalk: Crosswalk, property: URIRef) -> list[Literal]:
    return [
        each.value
        for each in crosswalk.properties
        if each.property == property and isinstance(each.value, Literal)
    ]


def _object(
    alignment: Alignment, part: MappingSet, crosswalk: Crosswalk, report: Report
) -> dict[str, Any]:
    """Return one alignment object; it is embedded in the map, as in the only published one."""
    tag = crosswalk.title.language or NO_LANGUAGE
    entries: dict[str, Any] = {"@id": str(alignment.iri), "@type": "ceterms:AlignmentObject"}
    entries["ceterms:sourceNode"] = str(alignment.subject)
    if alignment.subject_label:
        entries["ceterms:sourceNodeName"] = {tag: alignment.subject_label}
    entries["ceterms:alignmentType"] = kind = alignment_type(alignment)
    if alignment.object != NO_TERM_FOUND or ":NoMatch" not in kind:
        entries["ceterms:targetNode"] = str(alignment.object)
    if alignment.object_label:
        entries["ceterms:targetNodeName"] = {tag: alignment.object_label}
    evidence = _evidence(alignment, part)
    comment_text = " ".join(text for text in (alignment.comment, evidence) if text)
    if comment_text:
        entries["ceterms:description"] = {tag: comment_text}
    if alignment.comment and evidence:
        entries[_COMMENT] = [{"@value": alignment.comment}]
    if alignment.justification != SEMAPV.UnspecifiedMatching:
        entries[_JUSTIFICATION] = [reference(alignment.justification)]
    entries["dct:isPartOf"] = [reference(part.iri)]
    slots = [
        PropertyValue(_slot_property(slot.name, slot.property), value)
        for slot in alignment.slots
        for value in slot.values
    ]
    return merge(entries, Describer(OBJECT_TERMS, report).describe(str(alignment.iri), slots))


def _slot_property(name: str, property: URIRef) -> URIRef:
    return CETERMS.alignmentDate if name == "mapping_date" else property


def _evidence(alignment: Alignment, part: MappingSet) -> str:
    """Return a sentence on what the source prints, and where; empty if it is not known."""
    printed = " ".join(t for t in (alignment.printed_notation, alignment.printed_text) if t)
    if not printed and not alignment.lines:
        return ""
    where = f'Printed in "{part.title}"'
    if alignment.lines:
        first, last = alignment.lines
        where += f", line {first}" if first == last else f", lines {first}-{last}"
    of = alignment.printed_subject_notation
    return where + (f", of {of}" if of else "") + (f": {printed}" if printed else ".")


def _part_node(part: MappingSet, crosswalk: Crosswalk, report: Report) -> dict[str, Any]:
    """Return a part: CTDL has no maps inside maps, SSSOM has sets of mappings."""
    entries: dict[str, Any] = {
        "@id": str(part.iri),
        "@type": str(SSSOM.MappingSet),
        "dct:title": [value_object(part.title)],
        "dct:identifier": [{"@value": part.id}],
        **({"dct:description": [value_object(part.description)]} if part.description else {}),
        key_of(SSSOM.subject_source): [reference(part.subject_source)],
        key_of(SSSOM.object_source): [reference(part.object_source)],
        **(
            {"dct:license": [reference(part.license)]}
            if part.license != UNSPECIFIED_LICENSE
            else {}
        ),
        **({"dct:rights": [value_object(part.rights)]} if part.rights else {}),
        "dct:isPartOf": [reference(crosswalk.iri)],
    }
    slots = [PropertyValue(slot.property, value) for slot in part.slots for value in slot.values]
    return merge(entries, Describer(frozenset(), report).describe(str(part.iri), slots))


def _note_ctid(crosswalk: Crosswalk, report: Report) -> None:
    if not crosswalk.uuid:
        why = "a CTID is asked for: made of the IRI"
        report.add(str(crosswalk.iri), Action.REPAIRED, "no UUID", why)
