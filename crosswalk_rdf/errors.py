"""Errors are sentences (where, what, what to do); faults of data are values with a place."""

from collections.abc import Iterable
from dataclasses import dataclass


class CrosswalkError(Exception):
    """Any error whose message is meant for the user; the command line prints it without a trace."""


class DoesNotConform(CrosswalkError):
    """Invalid data: the command ran, and the result is negative (exit code 1)."""


class NotFound(CrosswalkError, KeyError):
    """A framework, statement, crosswalk or part that does not exist."""

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One error at one place in an input file.

    ``line`` and ``column`` count from 1; 0 means that the fault has no line or column.
    """

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return f"{':'.join(place)}: {self.message}"


class InputFaults(DoesNotConform):
    """Input files that cannot be read as they are; holds every fault found, in file order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(str(fault) for fault in self.faults))
