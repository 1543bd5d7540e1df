"""A part of a crosswalk to SSSOM: the inverse of :mod:`crosswalk_rdf.project.alignments`."""

from collections.abc import Iterable, Iterator, Mapping

from crosswalk_rdf.formats.sssom.tsv import Document, ExtensionDefinition, Record
from crosswalk_rdf.formats.sssom.tsv.slots import SLOTS
from crosswalk_rdf.model import Alignment, Crosswalk, Framework, MappingSet, Slot
from crosswalk_rdf.namespaces import ontology_namespace
from crosswalk_rdf.project.alignments import PRINTED
from crosswalk_rdf.project.sssom_terms import curie, text, type_hint

_INTEGERS = ("sourceLine", "sourceLineEnd")


def set_document(part: MappingSet, prefixes: Mapping[str, str], *, record_ids: bool) -> Document:
    """Return ``part`` as a SSSOM document.

    ``prefixes`` are those of :func:`curie_prefixes`; with ``record_ids`` each record carries its
    IRI, as in what is published; the data files that people edit do without.
    """
    known = {**dict(part.prefixes), **prefixes}
    slots = {
        "sssom_version": ("1.1",),
        "mapping_set_id": (str(part.iri),),
        "mapping_set_title": (str(part.title),),
        "license": (str(part.license),),
        **_texts(part.slots, known),
    }
    if part.description:
        slots["mapping_set_description"] = (str(part.description),)
    if not part.alignments:
        slots |= _sources(part, known)
    return Document(
        prefixes=known,
        slots=slots,
        extensions=tuple(_extensions(part, known)),
        records=tuple(_record(a, part, known, record_ids) for a in part.alignments),
    )


def curie_prefixes(
    base: str, frameworks: Iterable[Framework], crosswalk: Crosswalk
) -> dict[str, str]:
    """Return the prefixes of the publication's own IRIs in the files of ``crosswalk``."""
    return {
        "base": base,
        "xw": str(ontology_namespace(base)),
        crosswalk.id: f"{crosswalk.iri}/",
        **{framework.id: f"{framework.iri}/" for framework in frameworks},
    }


def _record(
    alignment: Alignment, part: MappingSet, prefixes: dict[str, str], with_id: bool
) -> Record:
    values: dict[str, str | None] = {
        "record_id": curie(alignment.iri, prefixes) if with_id else None,
        "subject_id": curie(alignment.subject, prefixes),
        "subject_label": alignment.subject_label,
        "predicate_id": curie(alignment.predicate, prefixes),
        "object_id": curie(alignment.object, prefixes),
        "object_label": alignment.object_label,
        "mapping_justification": curie(alignment.justification, prefixes),
        "subject_type": "skos concept",
        "object_type": "skos concept",
        "comment": alignment.comment,
        **{PRINTED[name]: value for name, value in _printed(alignment)},
    }
    slots = {name: (value,) for name, value in values.items() if value is not None}
    return Record(slots={**slots, **_sources(part, prefixes), **_texts(alignment.slots, prefixes)})


def _printed(alignment: Alignment) -> Iterator[tuple[str, str]]:
    """Yield the local name of each of our own properties that ``alignment`` has, and its value."""
    lines = alignment.lines or ("", "")
    values = (
        ("printedNotation", alignment.printed_notation),
        ("printedSubjectNotation", alignment.printed_subject_notation),
        ("printedText", alignment.printed_text),
        ("sourceLine", str(lines[0])),
        ("sourceLineEnd", str(lines[1])),
    )
    yield from ((name, value) for name, value in values if value)


def _extensions(part: MappingSet, prefixes: dict[str, str]) -> Iterator[ExtensionDefinition]:
    used = {name for alignment in part.alignments for name, _ in _printed(alignment)}
    for name in sorted(used):
        hint = "xsd:integer" if name in _INTEGERS else "xsd:string"
        yield ExtensionDefinition(slot_name=PRINTED[name], property=f"xw:{name}", type_hint=hint)
    owners = (part.slots, *(alignment.slots for alignment in part.alignments))
    further = {slot.name: slot for slots in owners for slot in slots if slot.name not in SLOTS}
    for name, slot in sorted(further.items()):
        yield ExtensionDefinition(
            slot_name=name,
            property=curie(slot.property, prefixes),
            type_hint=type_hint(slot.values[0], prefixes),
        )


def _sources(part: MappingSet, prefixes: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        "subject_source": (curie(part.subject_source, prefixes),),
        "object_source": (curie(part.object_source, prefixes),),
    }


def _texts(slots: tuple[Slot, ...], prefixes: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        slot.name: tuple(text(slot.name, value, prefixes) for value in slot.values)
        for slot in slots
    }
