"""SSSOM/TSV to a document."""

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.sssom.tsv.cardinality import check_cardinality
from crosswalk_rdf.formats.sssom.tsv.cells import Findings
from crosswalk_rdf.formats.sssom.tsv.document import Document
from crosswalk_rdf.formats.sssom.tsv.encoding import decode
from crosswalk_rdf.formats.sssom.tsv.metadata import Metadata, read_metadata
from crosswalk_rdf.formats.sssom.tsv.propagation import propagate
from crosswalk_rdf.formats.sssom.tsv.record_rules import (
    check_duplicates,
    check_record_ids,
    check_records,
)
from crosswalk_rdf.formats.sssom.tsv.records import Table, read_table
from crosswalk_rdf.formats.sssom.tsv.rows import read_rows
from crosswalk_rdf.formats.sssom.tsv.versions import check_version


def read(data: bytes, file: str) -> Document:
    """Return the mapping set in ``data``, set-wide values propagated to its records.

    Raises InputFaults with every fault found; ``file`` is the name that they give. Nothing is
    dropped in silence: what the specification has readers ignore is a fault here.
    """
    findings = Findings(file)
    text = decode(data, findings)
    if not text.strip():
        findings.add(1, 1, "the file is empty; write the metadata and a header row")
        raise InputFaults(findings.faults)
    lines, rest = _split(text)
    metadata = read_metadata(lines, findings)
    first_line = len(lines) + 1
    table = read_table(read_rows(rest, first_line, findings), first_line, metadata, findings)
    document = _document(metadata, table)
    _check(document, metadata, table, findings)
    if findings.faults:
        raise InputFaults(findings.faults)
    return document


def _split(text: str) -> tuple[list[str], str]:
    """Return the lines of the metadata block, blank ones among them too, and the text below."""
    lines = []
    position = 0
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position:end]
        if line.strip() and not line.startswith("#"):
            break
        lines.append(line)
        position = end + 1
    return lines, text[position:]


def _document(metadata: Metadata, table: Table) -> Document:
    return propagate(
        Document(
            prefixes=metadata.prefixes,
            slots=metadata.slots,
            extensions=metadata.extensions,
            records=table.records,
            lines={name: key.line for name, key in metadata.keys.items()},
        )
    )


def _check(document: Document, metadata: Metadata, table: Table, findings: Findings) -> None:
    check_version(metadata, table, findings)
    if metadata.is_known and table.header:
        check_records(document.records, table.header[0].line, findings)
    check_duplicates(document.records, findings)
    check_record_ids(document.records, metadata.checker.prefixes, findings)
    if table.is_whole:
        check_cardinality(document.records, findings)
