"""A document to SSSOM/TSV in canonical form."""

from collections.abc import Iterator
from typing import Final

from crosswalk_rdf.formats.sssom.tsv.canonical import canonical, cells, record_columns
from crosswalk_rdf.formats.sssom.tsv.document import Document
from crosswalk_rdf.formats.sssom.tsv.slots import SET_SLOTS, SLOTS
from crosswalk_rdf.formats.sssom.tsv.yaml_text import scalar

_QUOTE_IF: Final = frozenset('"\t\n')
_TYPED_RANGES: Final = ("date", "double")


def write(document: Document) -> bytes:
    """Return ``document`` in canonical form, whatever the order of its slots and records.

    What :func:`read` gives for the result is the document made canonical. Raises UnwritableDocument
    where it has no spelling in SSSOM/TSV.
    """
    canonical_document = canonical(document)
    lines = [*(f"#{line}" for line in _metadata(canonical_document)), *_table(canonical_document)]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _metadata(document: Document) -> Iterator[str]:
    for name in SET_SLOTS:
        if name == "curie_map" and document.prefixes:
            yield "curie_map:"
            for prefix, iri in document.prefixes.items():
                yield f"  {scalar(prefix)}: {scalar(iri)}"
        elif name == "extension_definitions" and document.extensions:
            yield from _extension_definitions(document)
        elif name in document.slots:
            yield from _slot(name, document.slots[name])
    for extension in document.extensions:
        if extension.slot_name in document.slots:
            yield from _slot(extension.slot_name, document.slots[extension.slot_name])


def _slot(name: str, values: tuple[str, ...]) -> Iterator[str]:
    slot = SLOTS.get(name)
    is_text = slot is None or slot.range not in _TYPED_RANGES
    if slot and slot.multivalued:
        yield f"{name}:"
        for value in values:
            yield f"  - {scalar(value, is_text=is_text)}"
    else:
        yield f"{scalar(name)}: {scalar(values[0], is_text=is_text)}"


def _extension_definitions(document: Document) -> Iterator[str]:
    yield "extension_definitions:"
    for extension in document.extensions:
        yield f"  - slot_name: {scalar(extension.slot_name)}"
        if extension.property:
            yield f"    property: {scalar(extension.property)}"
        if extension.type_hint:
            yield f"    type_hint: {scalar(extension.type_hint)}"


def _table(document: Document) -> Iterator[str]:
    columns = record_columns(document)
    yield "\t".join(columns)
    for record in document.records:
        yield "\t".join(_quoted(cell) for cell in cells(record, columns))


def _quoted(cell: str) -> str:
    if _QUOTE_IF.isdisjoint(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
