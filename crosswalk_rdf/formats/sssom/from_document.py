"""A SSSOM document to the values of the model: what the strict and the lenient reader share."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from rdflib import URIRef

from crosswalk_rdf.formats.sssom.fields import (
    CONCEPT,
    IN_RECORD,
    IN_SET,
    IRIS,
    LINES,
    PRINTED,
    TEXTS,
    TYPES,
)
from crosswalk_rdf.formats.sssom.terms import slot_of
from crosswalk_rdf.formats.sssom.tsv import Document, Record
from crosswalk_rdf.model import Alignment, Origin, Slot

Expand = Callable[[str], URIRef]
"""A CURIE to its IRI."""


def alignment_of(
    document: Document,
    record: Record,
    iri: URIRef,
    expand: Expand,
    *,
    origin: Origin,
    known: Collection[str] = (),
) -> Alignment:
    """Return ``record`` of ``document`` as an alignment.

    What the model has no field for is a slot, but for the slots ``known``: what they say is known
    from elsewhere. An end that is not there has the IRI ``""``.
    """
    ends = {field: record.value(slot) for slot, field in IRIS.items()}
    texts = {field: record.value(slot) for slot, field in TEXTS.items()}
    printed = {field: record.value(extension.slot) for extension, field in PRINTED.items()}
    fields: dict[str, Any] = {
        **{field: expand(curie) if curie else URIRef("") for field, curie in ends.items()},
        **texts,
        **printed,
        "negated": record.is_negated,
    }
    lines = _lines(record)
    taken = {*IN_RECORD, *known, *(slot for slot in TYPES if _are_concepts(record))}
    taken |= {extension.slot for extension in LINES if lines}
    slots = _slots(document, record.slots, taken)
    return Alignment(iri=iri, lines=lines, slots=slots, origin=origin, **fields)


def set_slots(document: Document) -> tuple[Slot, ...]:
    """Return the slots of the set itself that the model has no field for."""
    return _slots(document, document.slots, IN_SET)


def _are_concepts(record: Record) -> bool:
    return all(record.value(slot) == CONCEPT for slot in TYPES)


def _lines(record: Record) -> tuple[int, int] | None:
    first, last = (record.value(extension.slot) for extension in LINES)
    numbers = [text for text in (first, last or first) if text and text.isdigit()]
    return (int(numbers[0]), int(numbers[1])) if len(numbers) == 2 else None


def _slots(
    document: Document, slots: Mapping[str, tuple[str, ...]], taken: Collection[str]
) -> tuple[Slot, ...]:
    names = sorted(name for name in slots if name not in taken)
    return tuple(slot_of(document, name, slots[name]) for name in names)
