"""A SSSOM document to the values of the model: what the strict and the lenient reader share."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from rdflib import URIRef

from crosswalk_rdf.formats.sssom.fields import (
    IN_RECORD,
    IN_SET,
    IRIS,
    LINES,
    LITERAL,
    PRINTED,
    TEXTS,
)
from crosswalk_rdf.formats.sssom.terms import slot_of
from crosswalk_rdf.formats.sssom.tsv import Document, Record
from crosswalk_rdf.model import Alignment, Origin, Slot, literal_iri

Expand = Callable[[str], URIRef]
"""A CURIE to its IRI."""


def alignment_of(
    document: Document,
    record: Record,
    iri: URIRef,
    expand: Expand,
    *,
    origin: Origin,
    derived_slots: Collection[str] = (),
    unnamed: bool = False,
) -> Alignment:
    """Return ``record`` of ``document`` as an alignment.

    What the model has no field for is a slot, but for ``derived_slots``: what they say is known
    from elsewhere. An end that is a text has an IRI made of it; one that is not there, ``""``.
    """
    texts = {field: record.value(slot) for slot, field in TEXTS.items()}
    printed = {field: record.value(extension.slot) for extension, field in PRINTED.items()}
    fields: dict[str, Any] = {
        **{field: end_of(record, slot, expand) for slot, field in IRIS.items()},
        **texts,
        **printed,
        "negated": record.is_negated,
    }
    lines = _lines(record)
    in_fields = {*IN_RECORD, *derived_slots, *(extension.slot for extension in LINES if lines)}
    slots = _slots(document, record.slots, in_fields)
    return Alignment(iri=iri, lines=lines, slots=slots, unnamed=unnamed, origin=origin, **fields)


def end_of(record: Record, slot: str, expand: Expand) -> URIRef:
    """Return the IRI in ``slot`` of ``record``, or that of the text that stands for it."""
    if curie := record.value(slot):
        return expand(curie)
    label = record.value(slot.replace("_id", "_label"))
    is_text = record.value(slot.replace("_id", "_type")) == LITERAL
    return literal_iri(label) if is_text and label else URIRef("")


def set_slots(document: Document) -> tuple[Slot, ...]:
    """Return the slots of the set itself that the model has no field for."""
    return _slots(document, document.slots, IN_SET)


def _lines(record: Record) -> tuple[int, int] | None:
    first, last = (record.value(extension.slot) for extension in LINES)
    numbers = [text for text in (first, last or first) if text and text.isdigit()]
    return (int(numbers[0]), int(numbers[1])) if len(numbers) == 2 else None


def _slots(
    document: Document, slots: Mapping[str, tuple[str, ...]], in_fields: Collection[str]
) -> tuple[Slot, ...]:
    names = sorted(name for name in slots if name not in in_fields)
    return tuple(slot_of(document, name, slots[name]) for name in names)
