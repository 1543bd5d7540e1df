"""A query of the library as a value."""

import re
from dataclasses import dataclass

from crosswalk_rdf.errors import Fault
from crosswalk_rdf.queries.parameters import Parameter
from crosswalk_rdf.sparql_text.form import query_form


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query of the library: its metadata, its parameters and its SPARQL."""

    name: str
    summary: str
    description: str = ""
    parameters: tuple[Parameter, ...] = ()
    tags: tuple[str, ...] = ()
    text: str
    """The whole file, so that an engine's line numbers are those of the file."""

    @property
    def file(self) -> str:
        """Where the query is kept, for messages."""
        return query_file(self.name)

    @property
    def form(self) -> str:
        """``SELECT``, ``CONSTRUCT``, ``ASK`` or ``DESCRIBE``."""
        return query_form(self.text)

    def __repr__(self) -> str:
        return f"<Query {self.name}: {self.summary}>"


def query_file(name: str) -> str:
    """Return where the query ``name`` is kept, for messages."""
    return f"queries/{name}.rq"


def header_fault(name: str, text: str, pattern: str, message: str) -> Fault:
    """Return a fault on the first line of ``text`` that matches ``pattern``, or on no line."""
    lines = text.splitlines()
    numbers = (number for number, line in enumerate(lines, 1) if re.search(pattern, line))
    return Fault(query_file(name), next(numbers, 0), 0, message)


def text_fault(name: str, text: str, start: int, message: str) -> Fault:
    """Return a fault on the line of ``text`` that holds its character ``start``."""
    return Fault(query_file(name), text.count("\n", 0, start) + 1, 0, message)
