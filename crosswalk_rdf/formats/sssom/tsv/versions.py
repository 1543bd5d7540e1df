"""Whether a set that uses what only SSSOM 1.1 has says that it is of 1.1."""

from collections.abc import Mapping
from typing import Final

from crosswalk_rdf.formats.sssom.tsv.cells import Findings
from crosswalk_rdf.formats.sssom.tsv.metadata import Metadata
from crosswalk_rdf.formats.sssom.tsv.records import Table
from crosswalk_rdf.formats.sssom.tsv.slots import (
    ENUMS,
    SET_SLOTS,
    SLOTS,
    VALUES_SINCE_1_1,
    added_in,
)

_WHAT_TO_DO: Final = "is of SSSOM 1.1; add the line '#sssom_version: \"1.1\"'"


def check_version(metadata: Metadata, table: Table, findings: Findings) -> None:
    """Note each slot and value of 1.1 in a set of another version (SSSOM model, "Versioning")."""
    version = metadata.slots.get("sssom_version", ("1.0",))[0]
    if not metadata.is_known or version != "1.0":
        return
    _check_set(metadata, findings)
    for cell in table.header:
        if cell.text in SLOTS and added_in(cell.text, on_set=False) == "1.1":
            findings.add_at(cell, f"{cell.text} {_WHAT_TO_DO}")
    for record in table.records:
        for name, column in record.columns.items():
            if _is_new(name, record.slots):
                message = f"{name}: '{record.value(name)}' {_WHAT_TO_DO}"
                findings.add(record.line, column, message)


def _check_set(metadata: Metadata, findings: Findings) -> None:
    for name, key in metadata.keys.items():
        if name == "sssom_version":
            findings.add_at(key, "sssom_version itself is of SSSOM 1.1; write 1.1, or remove it")
        elif name in SET_SLOTS and added_in(name, on_set=True) == "1.1":
            findings.add_at(key, f"{name} {_WHAT_TO_DO}")
        elif _is_new(name, metadata.slots):
            findings.add_at(key, f"{name}: '{metadata.slots[name][0]}' {_WHAT_TO_DO}")


def _is_new(name: str, slots: Mapping[str, tuple[str, ...]]) -> bool:
    is_enumerated = name in SLOTS and SLOTS[name].range in ENUMS
    return is_enumerated and slots.get(name, ("",))[0] in VALUES_SINCE_1_1
