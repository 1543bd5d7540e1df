"""The result of a query as rows, data frames, graphs and text."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, overload

from rdflib import XSD, Graph, Literal
from rdflib.term import Node

from crosswalk_rdf.api.errors import MissingDependency
from crosswalk_rdf.display import MOST_ROWS, to_html
from crosswalk_rdf.namespaces import PREFIXES, ontology_namespace
from crosswalk_rdf.queries.render import render
from crosswalk_rdf.queries.table import shorten_iri
from crosswalk_rdf.store.answers import Answer, Boolean, Solutions, Triples

if TYPE_CHECKING:
    import pandas
    import polars

Row = dict[str, Node | None]

_TRIPLE: Final = ("subject", "predicate", "object")
_PYTHON_TYPES: Final = (
    *(XSD.integer, XSD.decimal, XSD.double, XSD.float, XSD.boolean),
    *(XSD.date, XSD.dateTime),
)
"""Datatypes that data frames hold as Python values; others are strings."""


class QueryResult(Sequence[Row]):
    """The rows that a query gave: a sequence of dictionaries, from variables to terms of rdflib.

    A variable without a value is None. Of a CONSTRUCT or DESCRIBE the rows are the triples, under
    ``subject``, ``predicate`` and ``object``; of an ASK there is none, and the answer is the truth
    value: ``bool(result)``.
    """

    def __init__(self, answer: Answer, base: str) -> None:
        self._answer = answer
        self._base = base

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the variables, without their question marks, in the order of the query."""
        if isinstance(self._answer, Solutions):
            return self._answer.variables
        return _TRIPLE if isinstance(self._answer, Triples) else ()

    @property
    def is_graph(self) -> bool:
        """Whether the query was a CONSTRUCT or DESCRIBE: its answer is a graph."""
        return isinstance(self._answer, Triples)

    def to_pandas(self) -> "pandas.DataFrame":
        """Return the rows as a data frame of pandas.

        Returns:
            A frame with a column for each variable. IRIs and texts are strings, numbers, dates and
            truth values those of Python (a decimal becomes a float), no value is None.

        Raises:
            MissingDependency: pandas is not installed.
        """
        columns = {name: self._column(place) for place, name in enumerate(self.columns)}
        frame: pandas.DataFrame = _module("pandas").DataFrame(columns)
        return frame

    def to_polars(self) -> "polars.DataFrame":
        """Return the rows as a data frame of polars.

        Returns:
            A frame with a column for each variable, of values as in :meth:`to_pandas`.

        Raises:
            MissingDependency: polars is not installed.
        """
        columns = {name: self._column(place) for place, name in enumerate(self.columns)}
        frame: polars.DataFrame = _module("polars").DataFrame(
            columns, strict=False, infer_schema_length=None
        )
        return frame

    def to_graph(self) -> Graph:
        """Return the triples of a CONSTRUCT or DESCRIBE.

        Returns:
            A graph of rdflib that holds them; it is empty for every other kind of query.

        Raises:
            Nothing.
        """
        graph = Graph()
        for prefix, namespace in self._prefixes().items():
            graph.bind(prefix, namespace)
        for triple in self._answer.triples if isinstance(self._answer, Triples) else ():
            graph.add(triple)
        return graph

    def to_text(self, format: str = "table") -> str:
        """Return the result as text.

        Args:
            format: ``table`` (for a terminal), ``csv`` or ``json`` (W3C SPARQL 1.1 Query Results);
                for a graph ``table``, or the suffix of an RDF syntax: ``ttl``, ``nt``, ``rdf``,
                ``jsonld``.

        Returns:
            The text, which ends with a line break.

        Raises:
            UnknownResultFormat: There is no such format.
            NotApplicable: The format has no place for this kind of answer.
            UnwritableGraph: RDF/XML has no name for a property of the graph.
        """
        return render(self._answer, format, self._base)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        """Return one row, or the rows of a slice.

        Args:
            index: The place of the row, from 0, or a slice.

        Returns:
            The row, or a list of rows.

        Raises:
            IndexError: There is no such row.
        """
        rows = self._rows()
        if isinstance(index, slice):
            return [self._row(row) for row in rows[index]]
        return self._row(rows[index])

    def __iter__(self) -> Iterator[Row]:
        return map(self._row, self._rows())

    def __len__(self) -> int:
        return len(self._rows())

    def __bool__(self) -> bool:
        return self._answer.value if isinstance(self._answer, Boolean) else len(self) > 0

    def __repr__(self) -> str:
        if isinstance(self._answer, Boolean):
            return f"<QueryResult: {self._answer.value}>"
        noun = "triple" if isinstance(self._answer, Triples) else "row"
        return f"<QueryResult: {len(self):,} {noun}{'' if len(self) == 1 else 's'}>"

    def _repr_html_(self) -> str:
        rows = [[self._html_text(value) for value in row] for row in self._rows()[:MOST_ROWS]]
        text = self.to_text().strip()
        return to_html("query_result", columns=self.columns, rows=rows, total=len(self), text=text)

    def _rows(self) -> Sequence[Sequence[Node | None]]:
        if isinstance(self._answer, Solutions):
            return self._answer.rows
        return self._answer.triples if isinstance(self._answer, Triples) else ()

    def _row(self, values: Sequence[Node | None]) -> Row:
        return dict(zip(self.columns, values, strict=True))

    def _column(self, place: int) -> list[Any]:
        return [_python_value(row[place]) for row in self._rows()]

    def _html_text(self, value: Node | None) -> str:
        if value is None or isinstance(value, Literal):
            return "" if value is None else str(value)
        return shorten_iri(str(value), self._prefixes(), self._base)

    def _prefixes(self) -> dict[str, str]:
        return {**PREFIXES, "xw": str(ontology_namespace(self._base))}


def _python_value(value: Node | None) -> Any:  # noqa: ANN401 (whatever the literal holds)
    """Return ``value`` as a Python value for data frames."""
    if not isinstance(value, Literal):
        return None if value is None else str(value)
    plain = value.toPython() if value.datatype in _PYTHON_TYPES else str(value)
    if isinstance(plain, Decimal):
        return float(plain)
    return str(value) if isinstance(plain, Literal) else plain


def _module(name: str) -> Any:  # noqa: ANN401 (a module)
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise MissingDependency(
            f"{name} is not installed: run pip install {name}, or take the rows as they are: "
            "list(result)"
        ) from error
