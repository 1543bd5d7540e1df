"""A publication's own SSSOM/TSV, ``<part>.sssom.tsv``, to a mapping set: every fault, placed.

The file names its own base IRI: it is what stands before ``<crosswalk>/<part>`` in
``mapping_set_id``. IRIs below it are taken for those of the publication, whatever base that is
published under now.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from rdflib import Literal, URIRef

from crosswalk_rdf.errors import Fault, InputFaults
from crosswalk_rdf.formats.sssom.fields import (
    CONCEPT,
    LICENSE,
    OBJECT,
    RECORD_ID,
    SET_DESCRIPTION,
    SET_ID,
    SET_TITLE,
    SOURCES,
    SUBJECT,
    TYPES,
)
from crosswalk_rdf.formats.sssom.from_document import alignment_of, end_of, set_slots
from crosswalk_rdf.formats.sssom.record_names import record_names
from crosswalk_rdf.formats.sssom.tsv import Document, Record, read
from crosswalk_rdf.formats.sssom.tsv.values import NO_TERM_FOUND
from crosswalk_rdf.model import Alignment, MappingSet, Origin
from crosswalk_rdf.model.alignable_frameworks import AlignableFrameworks


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDescription:
    """What is known of a mapping set before its file is read."""

    local: str
    """Its name below the base: ``crosswalk-2017/part-1``."""
    base: str
    language: str
    rights: Literal
    subject_kinds: tuple[URIRef, ...]
    object_kinds: tuple[URIRef, ...]


@dataclass(slots=True)
class _Reader:
    """One file in the reading."""

    file: str
    description: SetDescription
    frameworks: AlignableFrameworks
    document: Document
    faults: list[Fault] = field(default_factory=list)

    def fault(self, record: Record, slot: str, message: str) -> None:
        """Note a fault of the cell that holds ``slot`` of ``record``."""
        column = record.columns.get(slot, 0)
        self.faults.append(Fault(self.file, record.line, column, message))

    def iri(self, curie: str) -> URIRef:
        """Return the IRI of ``curie``, moved from the base of the file to that of now."""
        iri = self.document.expand(curie)
        base = str(self.document.value(SET_ID)).removesuffix(self.description.local)
        if iri.startswith(base):
            return URIRef(self.description.base + iri.removeprefix(base))
        return iri


def read_part(
    data: bytes, file: str, description: SetDescription, frameworks: AlignableFrameworks
) -> tuple[MappingSet, list[Fault]]:
    """Return the mapping set in ``data``, and every fault of ``file``.

    Each end of a record must be a statement of one of ``frameworks``, a text, or
    ``sssom:NoTermFound``.

    A file that is not SSSOM/TSV, or that is of another set, leaves the set without alignments.
    """
    document, faults = _document(data, file, description)
    reader = _Reader(file, description, frameworks, document, faults)
    subject_source, object_source = (_source(reader, slot) for slot in SOURCES)
    part = replace(
        empty_part(file, description),
        subject_source=subject_source,
        object_source=object_source,
        alignments=_alignments(reader, (subject_source, object_source)),
        **_said_of_set(document, description),
    )
    return part, reader.faults


def empty_part(file: str, description: SetDescription) -> MappingSet:
    """Return the mapping set of ``file`` as far as it is known before the file is read."""
    return MappingSet(
        iri=URIRef(description.base + description.local),
        id=description.local.rpartition("/")[2],
        title=Literal(description.local, lang=description.language),
        license=URIRef(""),
        rights=description.rights,
        subject_source=URIRef(""),
        object_source=URIRef(""),
        subject_kinds=description.subject_kinds,
        object_kinds=description.object_kinds,
        alignments=(),
        origin=Origin(file, 1),
    )


def _document(data: bytes, file: str, description: SetDescription) -> tuple[Document, list[Fault]]:
    try:
        document = read(data, file)
    except InputFaults as error:
        return Document(prefixes={}, slots={}), list(error.faults)
    set_id = str(document.value(SET_ID))
    if set_id.endswith(f"/{description.local}"):
        return document, []
    message = f"{SET_ID} must end in /{description.local}, after its place: {set_id}"
    return Document(prefixes={}, slots={}), [Fault(file, document.lines.get(SET_ID, 1), 0, message)]


def _said_of_set(document: Document, description: SetDescription) -> dict[str, Any]:
    """Return the fields of the mapping set that the document itself states."""
    title, about = document.value(SET_TITLE), document.value(SET_DESCRIPTION)
    language = description.language
    return {
        "title": Literal(title or description.local, lang=language),
        "description": Literal(about, lang=language) if about else None,
        "license": URIRef(document.value(LICENSE) or ""),
        "slots": set_slots(document),
        "assumed": frozenset() if title else frozenset(("title",)),
        "prefixes": tuple(sorted(document.prefixes.items())),
    }


def _source(reader: _Reader, slot: str) -> URIRef:
    """Return the one framework that ``slot`` of every record names."""
    document = reader.document
    names = {record.value(slot) for record in document.records}
    names |= {document.value(slot)} if not document.records else set()
    names.discard(None)
    if len(names) != 1:
        if document.slots:
            message = f"name one framework as {slot} for the whole set, not {len(names)}"
            reader.faults.append(Fault(reader.file, 1, 0, message))
        return URIRef("")
    source = reader.iri(str(names.pop()))
    if problem := reader.frameworks.problem_of_source(slot, source):
        reader.faults.append(Fault(reader.file, document.lines.get(slot, 1), 0, problem))
    return source


def _alignments(reader: _Reader, sources: tuple[URIRef, URIRef]) -> tuple[Alignment, ...]:
    first_lines: dict[URIRef, int] = {}
    alignments = []
    for record, iri in zip(reader.document.records, _iris(reader), strict=True):
        alignment = _alignment(reader, record, iri, sources)
        first = first_lines.setdefault(alignment.iri, record.line)
        if first != record.line:
            message = f"the alignment is given twice: line {first} has it first"
            reader.fault(record, SUBJECT, message)
        alignments.append(alignment)
    return tuple(alignments)


def _alignment(
    reader: _Reader, record: Record, iri: URIRef, sources: tuple[URIRef, URIRef]
) -> Alignment:
    for slot, source in zip((SUBJECT, OBJECT), sources, strict=True):
        _check_end(reader, record, slot, source)
    return alignment_of(
        reader.document,
        record,
        iri,
        reader.iri,
        origin=Origin(reader.file, record.line),
        derived_slots=_types_of_concepts(record, sources, reader.frameworks),
    )


def _types_of_concepts(
    record: Record, sources: tuple[URIRef, URIRef], frameworks: AlignableFrameworks
) -> list[str]:
    """Return the slots of types that only say that a statement is a concept."""
    return [
        slot
        for slot, source in zip(TYPES, sources, strict=True)
        if record.value(slot) == CONCEPT and source not in frameworks.external
    ]


def _check_end(reader: _Reader, record: Record, slot: str, source: URIRef) -> None:
    """Note where one end of a record is not a statement of the framework of that side."""
    curie = record.value(slot)
    if curie is None:
        if not end_of(record, slot, reader.iri):
            reader.fault(record, slot, f"has no {slot}: give the CURIE of a statement")
    elif curie != NO_TERM_FOUND:
        problem = reader.frameworks.problem_of_end(slot, curie, reader.iri(curie), source)
        if problem:
            reader.fault(record, slot, problem)


def _iris(reader: _Reader) -> list[URIRef]:
    """Return the IRI of each record: its own, or one made of what it aligns."""
    records = reader.document.records
    names = record_names(records, reader.iri, reader.frameworks.notation)
    below = f"{reader.description.base}{reader.description.local}/"
    return [
        reader.iri(record_id) if (record_id := record.value(RECORD_ID)) else URIRef(below + name)
        for record, name in zip(records, names, strict=True)
    ]
