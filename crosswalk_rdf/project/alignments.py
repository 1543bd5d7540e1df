"""A part of a crosswalk, ``<part>.sssom.tsv``, to a mapping set of the publication.

The file names its own base IRI: it is what stands before ``<crosswalk>/<part>`` in
``mapping_set_id``. IRIs below it are taken for those of the publication, whatever base that is
published under now.
"""

from collections import Counter
from collections.abc import Mapping
from difflib import get_close_matches

from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.sssom.terms import slot_of
from crosswalk_rdf.formats.sssom.tsv import Document, Record, read
from crosswalk_rdf.model import (
    Alignment,
    MappingSet,
    Origin,
    Slot,
    local_name,
)
from crosswalk_rdf.project.data_folder import Folder
from crosswalk_rdf.project.part_file import Part, Schemes, SetDescription

PRINTED = {
    "printedNotation": "ext_printed_notation",
    "printedSubjectNotation": "ext_printed_subject_notation",
    "printedText": "ext_printed_text",
    "sourceLine": "ext_source_line",
    "sourceLineEnd": "ext_source_line_end",
}
"""Our own properties of an alignment and the extension slots that hold them."""

_NAMED = {
    *PRINTED.values(),
    *("record_id", "subject_id", "predicate_id", "object_id", "mapping_justification"),
    *("subject_label", "object_label", "subject_type", "object_type"),
    *("subject_source", "object_source", "comment"),
}
_SET_NAMED = {
    *("sssom_version", "curie_map", "mapping_set_id", "mapping_set_title"),
    *("mapping_set_description", "license", "extension_definitions"),
    *("subject_source", "object_source", "subject_type", "object_type"),
}


def load_part(
    folder: Folder,
    file: str,
    description: SetDescription,
    schemes: Schemes,
) -> MappingSet:
    """Return the mapping set in ``file``; every fault is noted in ``folder``."""
    document = _document(folder, file, description)
    part = Part(folder, file, document, description, schemes)
    sources = _source(part, "subject_source"), _source(part, "object_source")
    title, about = document.value("mapping_set_title"), document.value("mapping_set_description")
    language = description.language
    return MappingSet(
        iri=URIRef(description.base + description.local),
        id=description.local.rpartition("/")[2],
        title=Literal(title or description.local, lang=language),
        description=Literal(about, lang=language) if about else None,
        license=URIRef(document.value("license") or ""),
        rights=description.rights,
        subject_source=sources[0],
        object_source=sources[1],
        subject_kinds=description.subject_kinds,
        object_kinds=description.object_kinds,
        slots=_slots(document, document.slots, _SET_NAMED),
        prefixes=tuple(sorted(document.prefixes.items())),
        alignments=_alignments(part, sources),
        origin=Origin(file, 1),
    )


def _document(folder: Folder, file: str, description: SetDescription) -> Document:
    """Return the file as SSSOM; its faults are noted and leave an empty set."""
    empty = Document(prefixes={}, slots={})
    data = folder.data(file)
    if not data and file not in folder.checksums:
        return empty
    try:
        document = read(data, file)
    except InputFaults as error:
        folder.faults.extend(error.faults)
        return empty
    set_id = str(document.value("mapping_set_id"))
    if not set_id.endswith(f"/{description.local}"):
        message = f"mapping_set_id must end in /{description.local}, after its place: {set_id}"
        folder.fault(file, document.lines.get("mapping_set_id", 1), 0, message)
        return empty
    return document


def _source(part: Part, slot: str) -> URIRef:
    """Return the one framework that ``slot`` of every record names."""
    names = {record.value(slot) for record in part.document.records}
    names |= {part.document.value(slot)} if not part.document.records else set()
    names.discard(None)
    if len(names) != 1:
        if part.document.slots:
            message = f"name one framework as {slot} for the whole set, not {len(names)}"
            part.folder.fault(part.file, 1, 0, message)
        return URIRef("")
    source = part.iri(str(names.pop()))
    if source not in part.schemes.iris:
        line = part.document.lines.get(slot, 1)
        message = f"{slot} {source} is no framework in data/frameworks: add it, or name it under"
        part.folder.fault(part.file, line, 0, f"{message} [external] in crosswalk.toml")
    return source


def _alignments(part: Part, sources: tuple[URIRef, URIRef]) -> tuple[Alignment, ...]:
    records = part.document.records
    keys = Counter(_key(record) for record in records)
    alignments = [_alignment(part, record, sources, keys) for record in records]
    first: dict[URIRef, int] = {}
    for record, alignment in zip(records, alignments, strict=True):
        if alignment.iri in first:
            message = f"the alignment is given twice: line {first[alignment.iri]} has it first"
            part.fault(record, "subject_id", message)
        first.setdefault(alignment.iri, record.line)
    return tuple(alignments)


def _alignment(
    part: Part, record: Record, sources: tuple[URIRef, URIRef], keys: Counter[tuple[str, ...]]
) -> Alignment:
    subject = _end(part, record, "subject_id", sources[0])
    object = _end(part, record, "object_id", sources[1])
    return Alignment(
        iri=_iri(part, record, subject, object, keys),
        subject=subject,
        predicate=part.iri(str(record.value("predicate_id"))),
        object=object,
        justification=part.iri(str(record.value("mapping_justification"))),
        subject_label=record.value("subject_label"),
        object_label=record.value("object_label"),
        printed_notation=record.value("ext_printed_notation"),
        printed_subject_notation=record.value("ext_printed_subject_notation"),
        printed_text=record.value("ext_printed_text"),
        lines=_lines(record),
        comment=record.value("comment"),
        slots=_slots(part.document, record.slots, _NAMED),
        origin=Origin(part.file, record.line),
    )


def _end(part: Part, record: Record, slot: str, source: URIRef) -> URIRef:
    """Return one end of a record, which must be a statement of the set's framework."""
    curie = record.value(slot)
    if curie is None:
        part.fault(record, slot, f"has no {slot}: give the CURIE of a statement")
        return URIRef("")
    iri = part.iri(curie)
    owner = part.framework_of(iri)
    if source in part.schemes.external:
        return iri  # it may be published here as well: then it is that statement
    if owner != source and owner is not None:
        message = f"{curie} is of {local_name(owner)}; {slot} must be of {local_name(source)}"
        part.fault(record, slot, message)
    elif iri not in part.schemes.statements:
        part.fault(record, slot, _unknown(part, curie, iri, source))
    return iri


def _unknown(part: Part, curie: str, iri: URIRef, source: URIRef) -> str:
    known = [local_name(s) for s in part.schemes.statements if s.startswith(f"{source}/")]
    near = get_close_matches(local_name(iri), known, n=3)
    hint = f"; near it: {', '.join(near)}" if near else ""
    return f"{curie}: {local_name(source)} has no statement {local_name(iri)!r}{hint}"


def _key(record: Record) -> tuple[str, ...]:
    slots = ("subject_id", "predicate_id", "predicate_modifier", "object_id")
    return tuple(str(record.value(slot)) for slot in slots)


def _iri(
    part: Part, record: Record, subject: URIRef, object: URIRef, keys: Counter[tuple[str, ...]]
) -> URIRef:
    """Return the record's own IRI, or one made of what it aligns.

    The predicate is part of it where it is not ``skos:relatedMatch``, the justification where
    the same alignment is justified in more than one way.
    """
    given = record.value("record_id")
    if given:
        return part.iri(given)
    names = [part.notation(subject), part.notation(object)]
    predicate = part.iri(str(record.value("predicate_id")))
    modifier = record.value("predicate_modifier")
    if predicate != SKOS.relatedMatch or modifier:
        names.append(f"{modifier or ''}{local_name(predicate)}")
    if keys[_key(record)] > 1:
        names.append(local_name(part.iri(str(record.value("mapping_justification")))))
    return URIRef(f"{part.description.base}{part.description.local}/{'--'.join(names)}")


def _lines(record: Record) -> tuple[int, int] | None:
    first, last = record.value("ext_source_line"), record.value("ext_source_line_end")
    return (int(first), int(last or first)) if first else None


def _slots(
    document: Document, slots: Mapping[str, tuple[str, ...]], named: set[str]
) -> tuple[Slot, ...]:
    return tuple(slot_of(document, name, slots[name]) for name in sorted(set(slots) - named))
