"""SSSOM/TSV to a document, by a strict reader and by a lenient one."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action, Report, Supplement
from crosswalk_rdf.formats.sssom.tsv.cardinality import check_cardinality
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.document import Document, ExtensionDefinition, Record
from crosswalk_rdf.formats.sssom.tsv.encoding import decode
from crosswalk_rdf.formats.sssom.tsv.licenses import UNSPECIFIED
from crosswalk_rdf.formats.sssom.tsv.metadata import Metadata, check_required, read_metadata
from crosswalk_rdf.formats.sssom.tsv.propagation import propagate
from crosswalk_rdf.formats.sssom.tsv.record_rules import (
    check_duplicates,
    check_record_ids,
    check_records,
)
from crosswalk_rdf.formats.sssom.tsv.records import Table, read_table
from crosswalk_rdf.formats.sssom.tsv.repairs import text_slot
from crosswalk_rdf.formats.sssom.tsv.rows import read_rows
from crosswalk_rdf.formats.sssom.tsv.slots import SLOTS
from crosswalk_rdf.formats.sssom.tsv.split import Blocks, split
from crosswalk_rdf.formats.sssom.tsv.values import Prefixes
from crosswalk_rdf.formats.sssom.tsv.versions import check_version
from crosswalk_rdf.model import unnamed_iri


def read(data: bytes, file: str) -> Document:
    """Return the mapping set in ``data``, set-wide values propagated to its records.

    Raises InputFaults with every fault found; ``file`` is the name that they give. Nothing is
    dropped in silence: what the specification has readers ignore is a fault here.
    """
    return _read(data, Findings(file), Supplement())


def read_leniently(
    data: bytes, file: str, report: Report, supplement: Supplement | None = None
) -> Document:
    """Return the mapping set in ``data``, repaired where it can be; ``report`` says how.

    ``supplement`` is what is said of the set elsewhere, such as in a file of metadata (SSSOM/TSV,
    "External metadata mode"). Raises InputFaults for what cannot be repaired.
    """
    return _read(data, Findings(file, report=report), supplement or Supplement())


def _read(data: bytes, findings: Findings, supplement: Supplement) -> Document:
    text = decode(data, findings)
    if not text.strip():
        findings.add(1, 1, "the file is empty; write the metadata and a header row")
        raise InputFaults(findings.faults)
    blocks = split(text, findings)
    metadata = _metadata(blocks, data, supplement, findings)
    rows = read_rows(blocks.table, blocks.first_line, findings, blocks.separator)
    table = read_table(rows, blocks.first_line, metadata, findings)
    document = _document(metadata, table)
    check_version(metadata, table, findings)
    header_line = table.header[0].line if table.header and metadata.is_known else None
    records = checked(document.records, header_line, metadata.checker.prefixes, findings)
    if table.is_whole:
        records = check_cardinality(records, findings)
    document = replace(document, records=records)
    if findings.faults:
        raise InputFaults(findings.condensed())
    if findings.report is not None:
        findings.report.count("records", len(table.records), len(document.records))
    return document


def _metadata(blocks: Blocks, data: bytes, supplement: Supplement, findings: Findings) -> Metadata:
    """Return what the block, or else the external file, says about the set."""
    metadata = read_metadata(blocks.metadata, findings, blocks.marker, supplement.prefixes)
    if supplement.metadata is not None:
        metadata = _with_external(metadata, supplement.metadata, supplement, findings)
    if not findings.is_lenient:
        check_required(metadata, findings)
        return metadata
    return replace(metadata, slots=with_required(metadata.slots, data, findings))


def _with_external(
    metadata: Metadata, data: bytes, supplement: Supplement, findings: Findings
) -> Metadata:
    """Return ``metadata`` with what only the external file says."""
    its = findings.of(supplement.metadata_file)
    lines = decode(data, its).split("\n")
    marker = "#" if all(not line.strip() or line.startswith("#") for line in lines) else ""
    while lines and not lines[-1].strip():
        lines.pop()
    further = read_metadata(lines, its, marker, supplement.prefixes)
    if not metadata.keys:
        return further
    names = {item.slot_name for item in metadata.extensions}
    new = tuple(item for item in further.extensions if item.slot_name not in names)
    return replace(
        metadata,
        keys={**further.keys, **metadata.keys},
        prefixes={**further.prefixes, **metadata.prefixes},
        slots={**further.slots, **metadata.slots},
        extensions=(*metadata.extensions, *new),
        checker=metadata.checker.joined(further.checker),
    )


def with_required(
    slots: Mapping[str, tuple[str, ...]], data: bytes, findings: Findings
) -> dict[str, tuple[str, ...]]:
    """Return ``slots`` with an id and a license, which the schema requires of a set."""
    digest = hashlib.sha256(data).hexdigest()
    defaults = {"mapping_set_id": str(unnamed_iri("sssom", digest)), "license": UNSPECIFIED}
    for slot, value in defaults.items():
        if slot not in slots:
            remedy = Remedy(Action.REPAIRED, f"{value} stands in")
            findings.repair(Cell("", 1, 1), f"the metadata has no {slot}", remedy)
    return {**{slot: (value,) for slot, value in defaults.items()}, **slots}


def _document(metadata: Metadata, table: Table) -> Document:
    document = Document(
        prefixes=metadata.prefixes,
        slots=metadata.slots,
        extensions=metadata.extensions,
        records=table.records,
        lines={name: key.line for name, key in metadata.keys.items()},
    )
    return propagate(with_text_slots(document))


def with_text_slots(document: Document) -> Document:
    """Return ``document`` with definitions of the slots for what standard slots cannot hold."""
    holders = (document.slots, *(record.slots for record in document.records))
    names = dict.fromkeys(name for slots in holders for name in slots)
    defined = {item.slot_name for item in document.extensions}
    new = tuple(
        ExtensionDefinition(slot_name=text_slot(name), type_hint="xsd:string")
        for name in SLOTS
        if text_slot(name) in names and text_slot(name) not in defined
    )
    return replace(document, extensions=(*document.extensions, *new)) if new else document


def checked(
    records: tuple[Record, ...], header_line: int | None, prefixes: Prefixes, findings: Findings
) -> tuple[Record, ...]:
    """Return ``records`` as a lenient reader takes them.

    ``header_line`` is where the columns are named, None where they are not known.
    """
    if header_line is not None:
        records = check_records(records, header_line, findings)
    records = check_duplicates(records, findings)
    return check_record_ids(records, prefixes, findings)
