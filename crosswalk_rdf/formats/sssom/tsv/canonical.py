"""A document to its canonical form (SSSOM/TSV, "Canonical SSSOM/TSV format")."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.formats.sssom.tsv.document import BUILT_IN_PREFIXES, Document, Record
from crosswalk_rdf.formats.sssom.tsv.multi_valued import join_values
from crosswalk_rdf.formats.sssom.tsv.propagation import condense
from crosswalk_rdf.formats.sssom.tsv.slots import ENTITY, RECORD_SLOTS, SET_SLOTS, SLOTS

_WITHOUT_RECORDS = ("subject_id", "predicate_id", "object_id", "mapping_justification")
_CURIE_TYPES = ("linkml:Uriorcurie", "linkml:uriOrCurie")


class UnwritableDocument(CrosswalkError):
    """A document that has no spelling in SSSOM/TSV."""


def canonical(document: Document) -> Document:
    """Return ``document`` condensed and sorted, without what it declares and does not use.

    Numbers are written without exponent and without zeros at the end, and keep their digits: the
    canonical form asks for three decimals, which would change them. Line breaks are LF, values
    without text are left out.
    Raises UnwritableDocument for a slot that is neither standard nor defined, for two values in a
    slot that takes one, and for a CURIE without a declared prefix.
    """
    defined = [item.slot_name for item in document.extensions]
    condensed = condense(
        replace(
            document,
            slots=_canonical_slots(document.slots, (*SET_SLOTS, *defined)),
            records=tuple(
                replace(item, slots=_canonical_slots(item.slots, (*RECORD_SLOTS, *defined)))
                for item in document.records
            ),
        )
    )
    used = {name for slots in _all_slots(condensed) for name in slots}
    extensions = sorted(
        (item for item in condensed.extensions if item.slot_name in used),
        key=lambda item: (item.defined_property(), item.slot_name),
    )
    pruned = replace(condensed, extensions=tuple(extensions))
    order = record_columns(pruned)
    return replace(
        pruned,
        prefixes=_used_prefixes(pruned),
        records=tuple(sorted(pruned.records, key=lambda item: cells(item, order))),
    )


def record_columns(document: Document) -> tuple[str, ...]:
    """Return the names of the columns that the records of a canonical document fill."""
    if not document.records:
        return _WITHOUT_RECORDS
    used = {name for record in document.records for name in record.slots}
    extensions = (item.slot_name for item in document.extensions)
    return tuple(name for name in (*RECORD_SLOTS, *extensions) if name in used)


def cells(record: Record, columns: tuple[str, ...]) -> tuple[str, ...]:
    """Return the text of each cell of ``record``, not yet quoted."""
    return tuple(_cell(name, record.slots.get(name, ())) for name in columns)


def _cell(name: str, values: tuple[str, ...]) -> str:
    slot = SLOTS.get(name)
    return join_values(values) if slot and slot.multivalued else "".join(values)


def _canonical_slots(
    slots: Mapping[str, tuple[str, ...]], allowed: tuple[str, ...]
) -> dict[str, tuple[str, ...]]:
    canonical_slots = {}
    for name, values in slots.items():
        slot = SLOTS.get(name)
        texts = tuple(_canonical_value(name, value) for value in values if value)
        if name not in allowed or name in ("curie_map", "extension_definitions"):
            raise UnwritableDocument(f"{name}: no slot here; define it in Document.extensions")
        if len(texts) > 1 and not (slot and slot.multivalued):
            raise UnwritableDocument(f"{name}: takes one value, has {len(texts)}; keep one")
        if texts:
            canonical_slots[name] = texts
    return canonical_slots


def _canonical_value(name: str, value: str) -> str:
    slot = SLOTS.get(name)
    if slot and slot.range == "double":
        return canonical_number(value)
    return value.replace("\r\n", "\n").replace("\r", "\n")


def canonical_number(text: str) -> str:
    """Return a number as digits, with a decimal point if need be, and no zeros at the end."""
    try:
        number = f"{Decimal(text):f}"
    except InvalidOperation as error:
        raise UnwritableDocument(f"'{text}': no number; write digits") from error
    if "." in number:
        number = number.rstrip("0").rstrip(".")
    return "0" if number == "-0" else number


def _all_slots(document: Document) -> Iterator[Mapping[str, tuple[str, ...]]]:
    yield document.slots
    for record in document.records:
        yield record.slots


def _used_prefixes(document: Document) -> dict[str, str]:
    used = {curie.partition(":")[0] for curie in _curies(document)} - BUILT_IN_PREFIXES.keys()
    undeclared = sorted(used - document.prefixes.keys())
    if undeclared:
        raise UnwritableDocument(f"undeclared prefixes: {', '.join(undeclared)}; declare them")
    return {prefix: document.prefixes[prefix] for prefix in sorted(used)}


def _curies(document: Document) -> Iterator[str]:
    hints = {item.slot_name: item.type_hint for item in document.extensions}
    for item in document.extensions:
        yield from (curie for curie in (item.property, item.type_hint) if curie)
    for slots in _all_slots(document):
        for name, values in slots.items():
            slot = SLOTS.get(name)
            if slot.range == ENTITY if slot else hints.get(name) in _CURIE_TYPES:
                yield from values
