"""Whether the ``mapping_cardinality`` of a record is the one that its set gives it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from crosswalk_rdf.formats.sssom.tsv.cells import Findings
from crosswalk_rdf.formats.sssom.tsv.document import Record
from crosswalk_rdf.formats.sssom.tsv.values import NO_TERM_FOUND

_Scope = tuple[str, ...]
_End = tuple[str, str]
_Values = tuple[tuple[str, ...], ...]
_Partners = Mapping[tuple[_End, _Values], set[_End]]


def check_cardinality(records: Sequence[Record], findings: Findings) -> None:
    """Note each record whose cardinality, within its ``cardinality_scope``, is another one.

    Records of ``sssom:NoTermFound`` do not count for the others (SSSOM model, "Representing
    unmapped entities"); literals are told apart by their label ("Literal mappings").
    """
    records_with_cardinality = [
        record for record in records if "mapping_cardinality" in record.slots
    ]
    scopes = {record.slots.get("cardinality_scope", ()) for record in records_with_cardinality}
    counts = {scope: _count(records, scope) for scope in sorted(scopes)}
    for record in records_with_cardinality:
        scope = record.slots.get("cardinality_scope", ())
        value = record.value("mapping_cardinality")
        actual = _cardinality(record, scope, *counts[scope])
        if value != actual:
            message = f"mapping_cardinality is {value}, but the set makes it {actual}; correct it"
            findings.add(record.line, record.columns.get("mapping_cardinality", 1), message)


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
