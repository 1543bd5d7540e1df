"""What the readers of one file hand to each other: pieces of text with a place, and faults."""

import re
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.shared.skos_model.namespaces import namespace_of_prefix

_UNDECLARED: Final = re.compile(r"undeclared prefix '(.+?)' in '")


class Cell(NamedTuple):
    """A piece of text and where it begins in the file, counted from 1."""

    text: str
    line: int
    column: int


class Remedy(NamedTuple):
    """What a lenient reader does about something that the specification does not allow."""

    action: Action
    why: str
    """Why, and what is made of it, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Findings:
    """The faults of one file, and what a lenient reader repaired in it."""

    file: str
    faults: list[Fault] = field(default_factory=list)
    report: Report | None = None
    """Collects repairs; None for a strict reader, to which each of them is a fault."""
    place: str = ""
    """What stands before the line in a remark: the name of a second file."""
    unit: str = "line"
    """What is counted: the lines of a text, or the records of a document that has no lines."""

    @property
    def is_lenient(self) -> bool:
        """Whether what can be repaired is repaired."""
        return self.report is not None

    def of(self, file: str) -> "Findings":
        """Return what collects the faults and repairs of a further ``file`` in the same lists."""
        name = file.rpartition("/")[2]
        return replace(self, file=file, place=f"{name}, ")

    def add(self, line: int, column: int, message: str) -> None:
        """Note a fault at a place; the message says what is wrong and what to do."""
        if self.unit == "line":
            self.faults.append(Fault(self.file, line, column, message))
        else:
            self.faults.append(Fault(self.file, 0, 0, f"{self._where(line)}: {message}"))

    def add_at(self, cell: Cell, message: str) -> None:
        """Note a fault of ``cell``."""
        self.add(cell.line, cell.column, message)

    def repair(self, cell: Cell, message: str, remedy: Remedy) -> None:
        """Note the ``remedy`` for a fault of ``cell``; for a strict reader, the fault.

        The message is that of the fault. What stands in it before the semicolon is what a remark
        says was there.
        """
        if self.report is None:
            self.add_at(cell, message)
        else:
            what = message.partition(";")[0]
            self.report.add(self._where(cell.line), remedy.action, what, remedy.why)

    def condensed(self) -> list[Fault]:
        """Return the faults, of each undeclared prefix only the first, with how many there are."""
        if not self.is_lenient:
            return self.faults
        groups: dict[str, list[Fault]] = {}
        for fault in self.faults:
            match = _UNDECLARED.search(fault.message)
            groups.setdefault(match[1] if match else f"{fault}", []).append(fault)
        return [self._first(faults) for faults in groups.values()]

    def _where(self, line: int) -> str:
        return f"{self.place}{self.unit} {line}" if line else "the set"

    def _first(self, faults: list[Fault]) -> Fault:
        """Return the first of ``faults``; of an undeclared prefix, with what declares it."""
        fault, number = faults[0], len(faults)
        match = _UNDECLARED.search(fault.message)
        if match is None:
            return fault
        prefix, iri = match[1], namespace_of_prefix(match[1]) or "IRI"
        is_text = self.unit == "line"
        line = f"'#  {prefix}: {iri}' below '#curie_map:'"
        declaration = line if is_text else f'"{prefix}": "{iri}" to curie_map'
        values = f" ({number:,} values have it)" if number > 1 else ""
        what = fault.message.partition(";")[0]
        how = f"add {declaration}, or give --prefix {prefix}={iri}"
        return replace(fault, message=f"{what}{values}; {how}")
