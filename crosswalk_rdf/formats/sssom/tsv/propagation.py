"""Values of the set to its records and back (SSSOM model, "Propagation" and "Condensation")."""

from collections.abc import Mapping
from dataclasses import replace

from crosswalk_rdf.formats.sssom.tsv.document import Document
from crosswalk_rdf.formats.sssom.tsv.slots import PROPAGATABLE, added_in

_Slots = Mapping[str, tuple[str, ...]]


def propagate(document: Document) -> Document:
    """Return ``document`` with the values of propagatable slots on the records.

    A slot stays on the set where a record has a value of its own, or where there are no records.
    """
    to_records = {
        name: document.slots[name]
        for name in PROPAGATABLE
        if name in document.slots and not any(name in item.slots for item in document.records)
    }
    if not to_records or not document.records:
        return document
    records = tuple(replace(item, slots={**item.slots, **to_records}) for item in document.records)
    return replace(document, slots=_without(document.slots, to_records), records=records)


def condense(document: Document) -> Document:
    """Return ``document`` with what all records share on the set, where the set may hold it."""
    to_document = {
        name: document.records[0].slots[name]
        for name in PROPAGATABLE
        if document.records and _may_condense(name, document)
    }
    if not to_document:
        return document
    records = tuple(
        replace(item, slots=_without(item.slots, to_document)) for item in document.records
    )
    return replace(document, slots={**document.slots, **to_document}, records=records)


def _may_condense(name: str, document: Document) -> bool:
    version = document.value("sssom_version") or "1.0"
    shared = document.records[0].slots.get(name)
    return (
        shared is not None
        and added_in(name, on_set=True) <= version
        and document.slots.get(name, shared) == shared
        and all(item.slots.get(name) == shared for item in document.records)
    )


def _without(slots: _Slots, names: _Slots) -> _Slots:
    return {name: values for name, values in slots.items() if name not in names}
