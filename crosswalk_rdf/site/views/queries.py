"""A query of the library and its answer to what the pages of queries show."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rdflib import XSD, BNode, Literal, URIRef
from rdflib.term import Node

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.queries.parameters import Parameter
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.serialization.prefixed_names import PrefixedNames
from crosswalk_rdf.site.linkable import is_linkable
from crosswalk_rdf.store.answers import Answer, Boolean, Solutions

MOST_ROWS: Final = 200
"""The rows of an answer that a page shows; the file beside it has them all."""

_TRIPLE: Final = ("subject", "predicate", "object")
_NUMBERS: Final = (XSD.integer, XSD.decimal, XSD.double)


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of an answer."""

    text: str | Literal
    """A literal with its language. An IRI is shortened as on the command line: ``skos:Concept``,
    ``<part-1/a>``."""
    path: str | None = None
    """The page of the resource, for one that the site has a page about."""
    iri: str | None = None
    """The whole IRI, for one that stands elsewhere on the web."""
    numeric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """The answer for the defaults, as far as a page shows it."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    total: int = 0
    """The number of rows of the whole answer."""
    value: bool | None = None
    """The answer to ASK."""
    path: str | None = None
    """The file that holds the whole answer."""

    @property
    def truncated(self) -> bool:
        """Whether the page shows only the first rows."""
        return len(self.rows) < self.total

    @property
    def numeric(self) -> tuple[bool, ...]:
        """For each column, whether it holds numbers only."""
        return tuple(_numeric([row[n] for row in self.rows]) for n in range(len(self.columns)))


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryView:
    """A query of the library."""

    query: Query
    answer: AnswerView | None
    """None where a parameter has no default and must be given."""

    @property
    def name(self) -> str:
        """Its name: that of its file, without suffix."""
        return self.query.name

    @property
    def path(self) -> str:
        """The path of its page, without suffix."""
        return f"queries/{self.query.name}"

    @property
    def summary(self) -> str:
        """What it answers, in one line."""
        return self.query.summary

    @property
    def description(self) -> str:
        """What the columns mean, and what is left out."""
        return self.query.description

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What can be chosen."""
        return self.query.parameters

    @property
    def tags(self) -> tuple[str, ...]:
        """What it is about, in single words."""
        return self.query.tags

    @property
    def group(self) -> str:
        """The first of its tags, under which the index lists it."""
        return self.query.tags[0] if self.query.tags else "other"

    @property
    def text(self) -> str:
        """The whole file."""
        return self.query.text

    @property
    def form(self) -> str:
        """``SELECT``, ``CONSTRUCT``, ``ASK`` or ``DESCRIBE``."""
        return self.query.form

    @property
    def command(self) -> str:
        """What asks the same on the command line, with a value for each parameter that has one."""
        parameters = (
            f"--param {p.name}={_shell_quote(p.default or 'VALUE')}"
            for p in self._parameters_to_show
        )
        return " ".join(["crosswalk-rdf query", self.name, *parameters])

    @property
    def _parameters_to_show(self) -> Iterable[Parameter]:
        return (p for p in self.parameters if p.required or p.default is not None)


def query_view(
    query: Query,
    answer: Answer | None,
    *,
    addresses: Addresses,
    prefixes: Mapping[str, str],
    pages: Container[str],
) -> QueryView:
    """Return ``query`` with its ``answer`` for the defaults, None if it has none.

    ``pages`` are the paths of all pages below the top of the site, with their suffix.
    """
    cells = _Cells(addresses, PrefixedNames(prefixes), pages)
    return QueryView(query=query, answer=None if answer is None else cells.answer(query, answer))


@dataclass(frozen=True, slots=True)
class _Cells:
    """What makes cells of terms."""

    addresses: Addresses
    names: PrefixedNames
    pages: Container[str]

    def answer(self, query: Query, answer: Answer) -> AnswerView:
        """Return ``answer`` as a page shows it."""
        if isinstance(answer, Boolean):
            return AnswerView(value=answer.value)
        if isinstance(answer, Solutions):
            return self._table(answer.variables, answer.rows, f"queries/{query.name}.csv")
        return self._table(_TRIPLE, answer.triples, f"queries/{query.name}.ttl")

    def _table(
        self, columns: tuple[str, ...], rows: Sequence[Sequence[Node | None]], path: str
    ) -> AnswerView:
        visible_rows = tuple(tuple(map(self._cell, row)) for row in rows[:MOST_ROWS])
        return AnswerView(columns=columns, rows=visible_rows, total=len(rows), path=path)

    def _cell(self, term: Node | None) -> Cell:
        if term is None:
            return Cell("")
        if isinstance(term, URIRef):
            return self._link(str(term))
        if isinstance(term, Literal):
            return Cell(term, numeric=term.datatype in _NUMBERS)
        return Cell(f"_:{term}" if isinstance(term, BNode) else str(term))

    def _link(self, iri: str) -> Cell:
        base = self.addresses.base
        below = f"<{iri.removeprefix(base)}>" if iri.startswith(base) else iri
        text = self.names.short(iri) or below
        path = self.addresses.page(iri, self.pages)
        elsewhere = path is None and is_linkable(iri)
        return Cell(text, path=path, iri=iri if elsewhere else None)


def _numeric(cells: Sequence[Cell]) -> bool:
    present = [cell for cell in cells if cell.text]
    return bool(present) and all(cell.numeric for cell in present)


def _shell_quote(value: str) -> str:
    """Return ``value`` as a shell takes it for one word."""
    is_safe = value and all(c.isalnum() or c in "_./:@%+,-" for c in value)
    return value if is_safe else "'" + value.replace("'", "'\\''") + "'"
