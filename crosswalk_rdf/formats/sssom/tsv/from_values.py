"""Slots and values of another syntax than TSV to a document, by the lenient reader's checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Report
from crosswalk_rdf.formats.sssom.tsv.cardinality import check_cardinality
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings
from crosswalk_rdf.formats.sssom.tsv.document import Document, ExtensionDefinition, Record
from crosswalk_rdf.formats.sssom.tsv.metadata import DISCARDED
from crosswalk_rdf.formats.sssom.tsv.predicates import problem_of_predicate
from crosswalk_rdf.formats.sssom.tsv.propagation import propagate
from crosswalk_rdf.formats.sssom.tsv.read import checked, with_required, with_text_slots
from crosswalk_rdf.formats.sssom.tsv.repairs import text_slot, values_and_texts
from crosswalk_rdf.formats.sssom.tsv.slots import RECORD_SLOTS, SET_SLOTS
from crosswalk_rdf.formats.sssom.tsv.values import (
    Checker,
    all_prefixes,
    problem_of_prefix,
    with_further_prefixes,
)

Values = Mapping[str, Sequence[str]]
"""The values of each slot: CURIEs, or IRIs in angle brackets, and text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetOfValues:
    """A mapping set as another syntax has it."""

    slots: Values
    records: Sequence[Values]
    prefixes: Mapping[str, str]
    further_prefixes: Mapping[str, str] = field(default_factory=dict)
    """Prefixes that hold where the set does not declare them."""
    extensions: tuple[ExtensionDefinition, ...] = ()


def document_of_values(values: SetOfValues, data: bytes, file: str, report: Report) -> Document:
    """Return the document of ``values``, which ``data`` of ``file`` holds.

    What is repaired goes to ``report``, by the number of the record. Raises InputFaults for what
    cannot be repaired.
    """
    findings = Findings(file, report=report, unit="record")
    declared = _prefixes(values.prefixes, findings)
    prefixes = with_further_prefixes(declared, values.further_prefixes, findings)
    hints = {e.slot_name: e.type_hint or "xsd:string" for e in values.extensions}
    checker = Checker(all_prefixes(prefixes), hints)
    slots = _slots(values.slots, SET_SLOTS, 0, checker, findings)
    records = tuple(
        Record(slots=_slots(record, RECORD_SLOTS, number, checker, findings), line=number)
        for number, record in enumerate(values.records, 1)
    )
    document = propagate(
        with_text_slots(
            Document(
                prefixes=prefixes,
                slots=with_required(slots, data, findings),
                extensions=values.extensions,
                records=records,
            )
        )
    )
    complete = check_cardinality(checked(document.records, 0, checker.prefixes, findings), findings)
    if findings.faults:
        raise InputFaults(findings.condensed())
    report.count("records", len(records), len(complete))
    return replace(document, records=complete)


def _prefixes(declared: Mapping[str, str], findings: Findings) -> dict[str, str]:
    prefixes = {}
    for prefix, iri in declared.items():
        problem, remedy, text = problem_of_prefix(prefix, iri)
        if problem:
            findings.repair(Cell("", 0, 0), problem, remedy)
        if text:
            prefixes[prefix] = text
    return prefixes


def _slots(
    values: Values, allowed: Sequence[str], number: int, checker: Checker, findings: Findings
) -> dict[str, tuple[str, ...]]:
    slots = {}
    place = Cell("", number, 0)
    for name, texts in values.items():
        if name not in allowed and name not in checker.type_hints:
            findings.repair(place, f"unknown slot '{name}'", DISCARDED)
            continue
        slot_values, unfit_texts = _values_and_texts(name, texts, place, checker, findings)
        if slot_values:
            slots[name] = tuple(slot_values)
        if unfit_texts:
            slots[text_slot(name)] = ("|".join(unfit_texts),)
    return slots


def _values_and_texts(
    name: str, texts: Sequence[str], place: Cell, checker: Checker, findings: Findings
) -> tuple[list[str], list[str]]:
    """Return the values of a slot, IRIs as they are, and the texts that it cannot hold."""
    slot_values: list[str] = []
    unfit_texts: list[str] = []
    for text in texts:
        if not text.startswith("<"):
            values, left = values_and_texts(name, [text], place, checker, findings)
            slot_values.extend(values)
            unfit_texts.extend(left)
            continue
        problem = problem_of_predicate(text[1:-1]) if name == "predicate_id" else None
        if problem:
            findings.add_at(place, f"{name}: '{text}' is {problem}")
        slot_values.append(text)
    return slot_values, unfit_texts
