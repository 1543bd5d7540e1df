"""What the values of one record owe each other, and the records of one set.

Each function returns the records as a lenient reader takes them; what a strict reader does not
allow goes to the findings.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.document import Record
from crosswalk_rdf.formats.sssom.tsv.justifications import UNSPECIFIED_JUSTIFICATION
from crosswalk_rdf.formats.sssom.tsv.slots import RECORD_REQUIRED
from crosswalk_rdf.formats.sssom.tsv.values import Prefixes

_LITERAL: Final = "rdfs literal"
_JUSTIFICATION: Final = "mapping_justification"
_DERIVED: Final = ("record_id", "mapping_cardinality")
"""Slots in which two records may differ and still be the same (SSSOM, record hash)."""
_NO_MAPPING: Final = Remedy(Action.NOT_CARRIED, "the row is no mapping: discarded")
_STANDS_IN: Final = Remedy(Action.REPAIRED, f"{UNSPECIFIED_JUSTIFICATION} stands in")
_NO_REVIEW: Final = Remedy(Action.NOT_CARRIED, "discarded")
_MERGED: Final = Remedy(Action.IGNORED, "merged: a set has each record once")


def check_records(
    records: Iterable[Record], header_line: int, findings: Findings
) -> tuple[Record, ...]:
    """Return the records that are mappings (schema, class ``mapping``: required slots, rules)."""
    no_column: dict[str, int] = {}
    complete = []
    for record in records:
        missing = list(_missing(record))
        for slot in missing:
            if slot in record.columns or findings.is_lenient:
                message = f"no {slot}; every record needs one, write it"
                remedy = _STANDS_IN if missing == [_JUSTIFICATION] else _NO_MAPPING
                findings.repair(_place(record, slot), message, remedy)
            else:
                no_column.setdefault(slot, record.line)
        if missing == [_JUSTIFICATION]:
            slots = {**record.slots, _JUSTIFICATION: (UNSPECIFIED_JUSTIFICATION,)}
            record = replace(record, slots=slots)
        if missing in ([], [_JUSTIFICATION]):
            complete.append(_reviewed(record, findings))
    for slot, line in no_column.items():
        message = f"no column '{slot}', which the record on line {line} needs; add it"
        findings.add(header_line, 1, message)
    return tuple(complete)


def _place(record: Record, slot: str) -> Cell:
    return Cell("", record.line, record.columns.get(slot, 1))


def _reviewed(record: Record, findings: Findings) -> Record:
    """Return ``record``, without what it says of a review by nobody."""
    if {"reviewer_id", "reviewer_label"} & record.slots.keys():
        return record
    reviews = {"review_date", "reviewer_agreement"} & record.slots.keys()
    for slot in sorted(reviews):
        message = f"{slot} without a reviewer; write reviewer_id or reviewer_label"
        findings.repair(_place(record, slot), message, _NO_REVIEW)
    if not reviews:
        return record
    return replace(record, slots={n: v for n, v in record.slots.items() if n not in reviews})


def _missing(record: Record) -> Iterator[str]:
    for side in ("subject", "object"):
        is_literal = record.value(f"{side}_type") == _LITERAL
        slot = f"{side}_label" if is_literal else f"{side}_id"
        if slot not in record.slots:
            yield slot
    for slot in RECORD_REQUIRED:
        if slot not in record.slots:
            yield slot


def check_record_ids(
    records: Sequence[Record], prefixes: Prefixes, findings: Findings
) -> tuple[Record, ...]:
    """Return the records, none with the ``record_id`` of another.

    Notes those without one beside others that have one.
    """
    if not any("record_id" in record.slots for record in records):
        return tuple(records)
    lines: dict[str, int] = {}
    checked = []
    for record in records:
        value = record.value("record_id")
        place = _place(record, "record_id")
        if value is None:
            message = "no record_id though other records have one; give one to all or to none"
            findings.repair(place, message, Remedy(Action.REPAIRED, "one is made"))
            checked.append(record)
            continue
        prefix, _, reference = value.partition(":")
        first = lines.setdefault(prefixes.get(prefix, f"{prefix}:") + reference, record.line)
        if first != record.line:
            message = f"record_id '{value}' stands on line {first} already; change one"
            findings.repair(place, message, Remedy(Action.REPAIRED, "another one is made"))
            record = replace(
                record, slots={n: v for n, v in record.slots.items() if n != "record_id"}
            )
        checked.append(record)
    return tuple(checked)


def check_duplicates(records: Iterable[Record], findings: Findings) -> tuple[Record, ...]:
    """Return the records without those that say in every slot what an earlier one says."""
    lines: dict[frozenset[tuple[str, tuple[str, ...]]], int] = {}
    different = []
    for record in records:
        key = frozenset(item for item in record.slots.items() if item[0] not in _DERIVED)
        first = lines.setdefault(key, record.line)
        if first != record.line:
            message = f"the same record stands on line {first}; remove one of the two"
            findings.repair(Cell("", record.line, 1), message, _MERGED)
        else:
            different.append(record)
    return tuple(different)
