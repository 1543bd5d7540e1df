"""Whether the ``mapping_cardinality`` of a record is the one that its set gives it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.document import Record
from crosswalk_rdf.formats.sssom.tsv.values import NO_TERM_FOUND

_SLOT = "mapping_cardinality"
_Scope = tuple[str, ...]
_End = tuple[str, str]
_Values = tuple[tuple[str, ...], ...]
_Partners = Mapping[tuple[_End, _Values], set[_End]]


def check_cardinality(records: Sequence[Record], findings: Findings) -> tuple[Record, ...]:
    """Return the records, each ``mapping_cardinality`` as its set and scope make it.

    One that is another is a fault, which a lenient reader repairs. Records of
    ``sssom:NoTermFound`` do not count for the others (SSSOM model, "Representing unmapped
    entities"); literals are told apart by their label ("Literal mappings").
    """
    corrected = with_cardinality(records)
    for record, other in zip(records, corrected, strict=True):
        value, actual = record.value(_SLOT), other.value(_SLOT)
        if value != actual:
            message = f"{_SLOT} is {value}, but the set makes it {actual}; correct it"
            place = Cell("", record.line, record.columns.get(_SLOT, 1))
            findings.repair(place, message, Remedy(Action.REPAIRED, f"read as {actual}"))
    return corrected


def with_cardinality(records: Sequence[Record]) -> tuple[Record, ...]:
    """Return ``records`` with the cardinality that is right for each that has one."""
    scopes = {r.slots.get("cardinality_scope", ()) for r in records if _SLOT in r.slots}
    counts = {scope: _count(records, scope) for scope in sorted(scopes)}
    corrected = []
    for record in records:
        if _SLOT in record.slots:
            scope = record.slots.get("cardinality_scope", ())
            actual = _cardinality(record, scope, *counts[scope])
            if record.value(_SLOT) != actual:
                record = replace(record, slots={**record.slots, _SLOT: (actual,)})
        corrected.append(record)
    return tuple(corrected)


def _count(records: Sequence[Record], scope: _Scope) -> tuple[_Partners, _Partners]:
    """Return the objects of each subject and the subjects of each object, within ``scope``."""
    objects: defaultdict[tuple[_End, _Values], set[_End]] = defaultdict(set)
    subjects: defaultdict[tuple[_End, _Values], set[_End]] = defaultdict(set)
    for record in records:
        subject, object_ = _ends(record)
        if NO_TERM_FOUND not in (subject[1], object_[1]):
            within = tuple(_within(record, scope))
            objects[subject, within].add(object_)
            subjects[object_, within].add(subject)
    return objects, subjects


def _ends(record: Record) -> tuple[_End, _End]:
    return _end(record, "subject"), _end(record, "object")


def _end(record: Record, side: str) -> _End:
    slot = "label" if record.value(f"{side}_type") == "rdfs literal" else "id"
    return slot, record.value(f"{side}_{slot}") or ""


def _within(record: Record, scope: _Scope) -> Iterator[tuple[str, ...]]:
    for slot in scope:
        yield record.slots.get(slot, ())


def _cardinality(record: Record, scope: _Scope, objects: _Partners, subjects: _Partners) -> str:
    subject, object_ = _ends(record)
    is_found = subject[1] != NO_TERM_FOUND, object_[1] != NO_TERM_FOUND
    if not all(is_found):
        return f"{int(is_found[0])}:{int(is_found[1])}"
    within = tuple(_within(record, scope))
    subjects_side = "1" if len(subjects[object_, within]) == 1 else "n"
    right = "1" if len(objects[subject, within]) == 1 else "n"
    return f"{subjects_side}:{right}"
