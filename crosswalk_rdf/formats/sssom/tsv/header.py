"""The header row of a table: which slots each column fills."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.sssom.tsv.cells import Cell, Findings, Remedy
from crosswalk_rdf.formats.sssom.tsv.earlier_versions import SUCCESSORS
from crosswalk_rdf.formats.sssom.tsv.metadata import DISCARDED, Metadata
from crosswalk_rdf.formats.sssom.tsv.rows import Row
from crosswalk_rdf.formats.sssom.tsv.slots import RECORD_SLOTS, SET_SLOTS


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, and the slots that its cells fill."""

    name: str
    slots: tuple[str, ...]
    """None for a column that is discarded; two for a slot of before 1.0 that became two."""


_ENDS: Final = (
    ("subject_id", "subject_label"),
    ("predicate_id",),
    ("object_id", "object_label"),
)
"""Columns of which a table of mappings has at least one each."""


def read_header(header: Row, metadata: Metadata, findings: Findings) -> tuple[Column, ...]:
    """Return the columns that ``header`` names; what is wrong with one goes to ``findings``."""
    names = [_name(cell, findings) for cell in header]
    cells_by_name: dict[str, Cell] = {}
    columns = []
    for cell, name in zip(header, names, strict=True):
        is_new = cells_by_name.setdefault(name, cell) is cell
        slots = tuple(_slots(cell, name, set(names), metadata, findings))
        if slots and not is_new:
            message = f"column '{name}' stands twice; remove one of the two"
            findings.repair(cell, message, Remedy(Action.NOT_CARRIED, "the first is taken"))
        columns.append(Column(name, slots if is_new else ()))
    for ends in _ENDS:
        if findings.is_lenient and not {*ends} & {*names}:
            findings.add_at(header[0], f"no column '{ends[0]}', which every record needs; add it")
    return tuple(columns)


def _name(cell: Cell, findings: Findings) -> str:
    """Return the name of a column, for a lenient reader without what people add to it."""
    name = cell.text.strip().lower()
    if findings.is_lenient and name != cell.text and name in (*RECORD_SLOTS, *SUCCESSORS):
        message = f"column '{cell.text}'"
        findings.repair(cell, message, Remedy(Action.REPAIRED, f"read as {name}"))
        return name
    return cell.text


def _slots(
    cell: Cell, name: str, names: set[str], metadata: Metadata, findings: Findings
) -> Iterator[str]:
    if findings.is_lenient and name in SUCCESSORS:
        slots = [slot for slot in SUCCESSORS[name] if slot not in names]
        remedy = Remedy(Action.REPAIRED, f"read as {' and '.join(slots)}") if slots else DISCARDED
        findings.repair(cell, f"column '{name}' is a slot of SSSOM before 1.0", remedy)
        yield from slots
    elif problem := _problem_of_column(name, metadata):
        findings.repair(cell, problem, DISCARDED)
        if not findings.is_lenient and name:
            yield name
    else:
        yield name


def _problem_of_column(name: str, metadata: Metadata) -> str | None:
    if name in RECORD_SLOTS or name in metadata.checker.type_hints:
        return None
    if not name:
        return "column without a name; name it, or remove the tab"
    if name in SET_SLOTS:
        return f"'{name}' is a slot of the set, not of records; move it to the metadata"
    if not metadata.is_known:
        return None
    return f"undeclared column '{name}'; declare it in extension_definitions, or remove it"
