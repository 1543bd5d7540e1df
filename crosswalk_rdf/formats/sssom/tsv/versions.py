"""Whether a set that uses what only SSSOM 1.1 has says that it is of 1.1."""

from collections.abc import Iterable, Mapping
from typing import Final

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.document import Record
from crosswalk_rdf.formats.sssom.tsv.metadata import Metadata
from crosswalk_rdf.formats.sssom.tsv.records import Table
from crosswalk_rdf.formats.sssom.tsv.slots import (
    ENUMS,
    SET_SLOTS,
    SLOTS,
    VALUES_SINCE_1_1,
    added_in,
)

_AS_1_1: Final = Remedy(Action.KEPT, "the set is read as one of 1.1")
_WHAT_TO_DO: Final = "is of SSSOM 1.1; add the line '#sssom_version: \"1.1\"'"


def check_version(metadata: Metadata, table: Table, findings: Findings) -> None:
    """Note each slot and value of 1.1 in a set of another version (SSSOM model, "Versioning")."""
    version = metadata.slots.get("sssom_version", ("1.0",))[0]
    if not metadata.is_known or version != "1.0":
        return
    _check_set(metadata, findings)
    for cell in table.header:
        if cell.text in SLOTS and added_in(cell.text, on_set=False) == "1.1":
            findings.repair(cell, f"{cell.text} {_WHAT_TO_DO}", _AS_1_1)
    for record in table.records:
        for name, column in record.columns.items():
            if _is_new(name, record.slots):
                message = f"{name}: '{record.value(name)}' {_WHAT_TO_DO}"
                findings.repair(Cell("", record.line, column), message, _AS_1_1)


def uses_1_1(slots: Mapping[str, tuple[str, ...]], records: Iterable[Record]) -> bool:
    """Return whether a set with ``slots`` and ``records`` has to say that it is of SSSOM 1.1."""
    names = {name for record in records for name in record.slots}
    return (
        any(name in SET_SLOTS and added_in(name, on_set=True) == "1.1" for name in slots)
        or any(name in SLOTS and added_in(name, on_set=False) == "1.1" for name in names)
        or any(_is_new(name, slots) for name in slots)
        or any(_is_new(name, record.slots) for record in records for name in record.slots)
    )


def _check_set(metadata: Metadata, findings: Findings) -> None:
    for name, key in metadata.keys.items():
        if name == "sssom_version":
            message = "sssom_version itself is of SSSOM 1.1; write 1.1, or remove it"
            findings.repair(key, message, _AS_1_1)
        elif name in SET_SLOTS and added_in(name, on_set=True) == "1.1":
            findings.repair(key, f"{name} {_WHAT_TO_DO}", _AS_1_1)
        elif _is_new(name, metadata.slots):
            message = f"{name}: '{metadata.slots[name][0]}' {_WHAT_TO_DO}"
            findings.repair(key, message, _AS_1_1)


def _is_new(name: str, slots: Mapping[str, tuple[str, ...]]) -> bool:
    is_enumerated = name in SLOTS and SLOTS[name].range in ENUMS
    return is_enumerated and slots.get(name, ("",))[0] in VALUES_SINCE_1_1
