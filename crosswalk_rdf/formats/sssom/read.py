"""SSSOM/TSV to a package: one crosswalk, a part for each pair of sources."""

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any, Final

from rdflib import Literal, URIRef

from crosswalk_rdf.formats.format import Action, Reading, Report
from crosswalk_rdf.formats.shared.hierarchy import slug
from crosswalk_rdf.formats.shared.skos_model.descriptions import json_literal
from crosswalk_rdf.formats.sssom import tsv
from crosswalk_rdf.formats.sssom.terms import slot_of
from crosswalk_rdf.formats.sssom.tsv import Document, Record
from crosswalk_rdf.model import (
    Alignment,
    Crosswalk,
    ExternalFramework,
    MappingSet,
    Origin,
    Package,
    PropertyValue,
    Slot,
    local_name,
    unnamed_iri,
)
from crosswalk_rdf.namespaces import SSSOM

_PRINTED: Final = {
    "ext_printed_notation": "printed_notation",
    "ext_printed_subject_notation": "printed_subject_notation",
    "ext_printed_text": "printed_text",
}
_NAMED: Final = (
    *("record_id", "subject_id", "predicate_id", "object_id", "mapping_justification"),
    *("subject_label", "object_label", "subject_source", "object_source", "comment"),
)
_SET_NAMED: Final = (
    *("sssom_version", "mapping_set_id", "mapping_set_title", "mapping_set_description"),
    *("license", "subject_source", "object_source", "subject_type", "object_type"),
)
_Pair = tuple[URIRef, URIRef]


def read(data: bytes, file: str) -> Reading:
    """Return the mapping set in ``data`` (SSSOM/TSV 1.0, 1.1) as a crosswalk.

    Its sources are external frameworks; a record that names none is of the namespace of its
    prefix. Raises InputFaults with every fault that the strict reader finds, each with its place.
    """
    document = tsv.read(data, file)
    report = Report()
    pairs: dict[_Pair, list[Record]] = {}
    kept: list[PropertyValue] = []
    for record in document.records:
        if record.value("subject_id") and record.value("object_id"):
            pairs.setdefault(_pair(document, record), []).append(record)
        else:
            slots = {name: list(values) for name, values in record.slots.items()}
            kept.append(PropertyValue(SSSOM.mappings, json_literal(slots)))
            why = "an alignment is between two IRIs: it is kept as JSON of the crosswalk"
            report.add(f"line {record.line}", Action.KEPT, "a mapping of a literal", why)
    report.count("records", len(document.records), sum(map(len, pairs.values())) + len(kept))
    if not pairs and document.value("subject_source") and document.value("object_source"):
        sources = (str(document.value(f"{side}_source")) for side in ("subject", "object"))
        subject, object = (document.expand(source) for source in sources)
        pairs[subject, object] = []
    crosswalk = _crosswalk(document, pairs, kept, file)
    return Reading(Package(crosswalks=(crosswalk,)), report)


def _pair(document: Document, record: Record) -> _Pair:
    return _source(document, record, "subject"), _source(document, record, "object")


def _source(document: Document, record: Record, side: str) -> URIRef:
    stated = record.value(f"{side}_source") or document.value(f"{side}_source")
    if stated:
        return document.expand(stated)
    return document.expand(f"{str(record.value(f'{side}_id')).partition(':')[0]}:")


def _crosswalk(
    document: Document,
    pairs: dict[_Pair, list[Record]],
    kept: Sequence[PropertyValue],
    file: str,
) -> Crosswalk:
    set_id = str(document.value("mapping_set_id"))
    iri = unnamed_iri(set_id, "crosswalk")
    title = str(document.value("mapping_set_title") or local_name(set_id.rstrip("/#")))
    external = _external(document, pairs)
    names = {framework.iri: framework.id for framework in external}
    return Crosswalk(
        iri=iri,
        id=slug(
            PurePath(file).name.lower().removesuffix(".tsv").removesuffix(".sssom"), "mappings"
        ),
        title=Literal(title),
        creators=(),
        publisher=None,
        issued="",
        rights=Literal(""),
        external=external,
        properties=tuple(kept),
        parts=tuple(
            _part(document, pair, records, names, len(pairs) == 1)
            for pair, records in pairs.items()
        ),
        origin=Origin(file, 1),
    )


def _external(
    document: Document, pairs: dict[_Pair, list[Record]]
) -> tuple[ExternalFramework, ...]:
    prefixes = {space: prefix for prefix, space in document.prefixes.items()}
    found: list[ExternalFramework] = []
    ids: set[str] = set()
    for iri in dict.fromkeys(end for pair in pairs for end in pair):
        name = prefixes.get(str(iri)) or local_name(iri.rstrip("/#")) or "elsewhere"
        wanted = id = slug(name, "elsewhere")
        number = 1
        while id in ids:
            number += 1
            id = f"{wanted}-{number}"
        ids.add(id)
        found.append(ExternalFramework(iri=iri, id=id, title=Literal(str(iri))))
    return tuple(found)


def _part(
    document: Document,
    pair: _Pair,
    records: Sequence[Record],
    names: dict[URIRef, str],
    is_only: bool,
) -> MappingSet:
    set_id = str(document.value("mapping_set_id"))
    id = f"{names[pair[0]]}--{names[pair[1]]}"
    description = document.value("mapping_set_description")
    taken: set[URIRef] = set()
    return MappingSet(
        iri=URIRef(set_id) if is_only else unnamed_iri(set_id, id),
        id=slug(local_name(set_id.rstrip("/#")), id) if is_only else id,
        title=Literal(str(document.value("mapping_set_title") or id)),
        description=Literal(description) if description else None,
        license=URIRef(str(document.value("license"))),
        rights=Literal(""),
        subject_source=pair[0],
        object_source=pair[1],
        slots=_slots(document, document.slots, _SET_NAMED),
        prefixes=tuple(sorted(document.prefixes.items())),
        alignments=tuple(_alignment(document, record, set_id, taken) for record in records),
        origin=Origin("", 1),
    )


def _slots(
    document: Document, slots: Mapping[str, tuple[str, ...]], named: Sequence[str]
) -> tuple[Slot, ...]:
    return tuple(
        slot_of(document, name, slots[name]) for name in sorted(slots) if name not in named
    )


def _alignment(document: Document, record: Record, set_id: str, taken: set[URIRef]) -> Alignment:
    named = (*_NAMED, *_types(record), *_of_lines(record), *_PRINTED)
    ends = [str(record.value(name)) for name in ("subject_id", "predicate_id", "object_id")]
    subject, predicate, object = (document.expand(end) for end in ends)
    given = record.value("record_id")
    name = " ".join([subject, predicate, record.value("predicate_modifier") or "", object])
    iri = document.expand(given) if given else unnamed_iri(set_id, name)
    number = 1
    while iri in taken:
        number += 1
        iri = unnamed_iri(set_id, f"{name} {number}")
    taken.add(iri)
    return Alignment(
        iri=iri,
        subject=subject,
        predicate=predicate,
        object=object,
        justification=document.expand(str(record.value("mapping_justification"))),
        subject_label=record.value("subject_label"),
        object_label=record.value("object_label"),
        comment=record.value("comment"),
        lines=_lines(record),
        slots=_slots(document, record.slots, named),
        origin=Origin("", record.line),
        **_own_slots(record),
    )


def _types(record: Record) -> tuple[str, ...]:
    """Return the slots of the types, where both ends are concepts, as they are if not said."""
    kinds = {record.value("subject_type"), record.value("object_type")}
    return ("subject_type", "object_type") if kinds == {"skos concept"} else ()


def _of_lines(record: Record) -> tuple[str, ...]:
    return ("ext_source_line", "ext_source_line_end") if _lines(record) else ()


def _lines(record: Record) -> tuple[int, int] | None:
    first, last = record.value("ext_source_line"), record.value("ext_source_line_end")
    found = [text for text in (first, last or first) if text and text.isdigit()]
    return (int(found[0]), int(found[1])) if len(found) == 2 else None


def _own_slots(record: Record) -> dict[str, Any]:
    found = {field: record.value(name) for name, field in _PRINTED.items()}
    return {field: text for field, text in found.items() if text}


def recognises(data: bytes) -> bool:
    """Return whether ``data`` opens like SSSOM/TSV."""
    start = data[:20_000].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"#") and b"mapping_set_id" in start
