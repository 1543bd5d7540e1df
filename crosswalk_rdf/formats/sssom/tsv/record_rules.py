"""What the values of one record owe each other, and the records of one set."""

from collections.abc import Iterable, Iterator, Sequence

from crosswalk_rdf.formats.sssom.tsv.cells import Findings
from crosswalk_rdf.formats.sssom.tsv.document import Record
from crosswalk_rdf.formats.sssom.tsv.slots import RECORD_REQUIRED
from crosswalk_rdf.formats.sssom.tsv.values import Prefixes

_LITERAL = "rdfs literal"
_DERIVED = ("record_id", "mapping_cardinality")
"""Slots in which two records may differ and still be the same (SSSOM, record hash)."""


def check_records(records: Iterable[Record], header_line: int, findings: Findings) -> None:
    """Note what records lack (schema, class ``mapping``: required slots and rules)."""
    no_column: dict[str, int] = {}
    for record in records:
        for slot in _missing(record):
            if slot in record.columns:
                message = f"no {slot}; every record needs one, write it"
                findings.add(record.line, record.columns[slot], message)
            else:
                no_column.setdefault(slot, record.line)
        _check_reviewer(record, findings)
    for slot, line in no_column.items():
        message = f"no column '{slot}', which the record on line {line} needs; add it"
        findings.add(header_line, 1, message)


def _check_reviewer(record: Record, findings: Findings) -> None:
    if {"reviewer_id", "reviewer_label"} & record.slots.keys():
        return
    for slot in ("review_date", "reviewer_agreement"):
        if slot in record.slots:
            message = f"{slot} without a reviewer; write reviewer_id or reviewer_label"
            findings.add(record.line, record.columns.get(slot, 1), message)


def _missing(record: Record) -> Iterator[str]:
    for side in ("subject", "object"):
        is_literal = record.value(f"{side}_type") == _LITERAL
        slot = f"{side}_label" if is_literal else f"{side}_id"
        if slot not in record.slots:
            yield slot
    for slot in RECORD_REQUIRED:
        if slot not in record.slots:
            yield slot


def check_record_ids(records: Sequence[Record], prefixes: Prefixes, findings: Findings) -> None:
    """Note records without ``record_id`` beside ones with, and ids that stand twice."""
    if not any("record_id" in record.slots for record in records):
        return
    seen: dict[str, int] = {}
    for record in records:
        column = record.columns.get("record_id", 1)
        value = record.value("record_id")
        if value is None:
            message = "no record_id though other records have one; give one to all or to none"
            findings.add(record.line, column, message)
            continue
        prefix, _, reference = value.partition(":")
        first = seen.setdefault(prefixes.get(prefix, f"{prefix}:") + reference, record.line)
        if first != record.line:
            message = f"record_id '{value}' stands on line {first} already; change one"
            findings.add(record.line, column, message)


def check_duplicates(records: Iterable[Record], findings: Findings) -> None:
    """Note records that say in every slot what an earlier one says."""
    seen: dict[frozenset[tuple[str, tuple[str, ...]]], int] = {}
    for record in records:
        key = frozenset(item for item in record.slots.items() if item[0] not in _DERIVED)
        if key in seen:
            message = f"the same record stands on line {seen[key]}; remove one of the two"
            findings.add(record.line, 1, message)
        seen.setdefault(key, record.line)
