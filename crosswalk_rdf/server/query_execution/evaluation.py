"""A request to its serialized result in a worker, or to the error that says why there is none."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.serialization.document import UnwritableGraph
from crosswalk_rdf.serialization.syntaxes import UnknownSyntax, by_media_type
from crosswalk_rdf.serialization.write import serialize
from crosswalk_rdf.sparql_text.service_clause import has_service
from crosswalk_rdf.store.backend import (
    LimitReached,
    QueryRequest,
    QueryResult,
    Refused,
)
from crosswalk_rdf.store.dataset import MergedDataset, Result

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer as Buffer

_JSON_STRING: Final = re.compile(rb'"(?:[^"\\]|\\.)*"')
_CSV_QUOTED: Final = re.compile(rb'"[^"]*"')

NO_SERVICE: Final = (
    "the query asks another endpoint (SERVICE), which this service does not do: "
    "take SERVICE out, or join the answers yourself"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryEvaluator:
    """Answers requests on ``dataset``; writes graphs with ``prefixes`` and ``context``."""

    dataset: MergedDataset
    prefixes: Mapping[str, str]
    context: Context
    most_rows: int
    most_bytes: int

    def answer(self, request: QueryRequest) -> QueryResult:
        """Return the answer; raise LimitReached, Refused; SyntaxError, OSError, RuntimeError."""
        if has_service(request.text):
            raise Refused(NO_SERVICE)
        result = self.dataset.query(request.text, request.default_graphs, request.named_graphs)
        if isinstance(result, ox.QueryTriples):
            return self._graph(result, request.media_type)
        return self._results(result, request.media_type)

    def _results(self, result: Result, media_type: str) -> QueryResult:
        format = ox.QueryResultsFormat.from_media_type(media_type)
        if format is None or isinstance(result, ox.QueryTriples):
            kind = "a yes or no" if isinstance(result, ox.QueryBoolean) else "solutions"
            raise Refused(f"the answer is {kind}, which {media_type} cannot hold")
        counts = isinstance(result, ox.QuerySolutions)
        buffer = _LimitedBuffer(self, _ROW_MARKS.get(format) if counts else None)
        result.serialize(buffer, format)
        body = buffer.getvalue()
        rows = _ROW_COUNTS[format](body) if counts else 1
        if rows > self.most_rows:
            raise self.too_many()
        return QueryResult(body, rows)

    def _graph(self, result: ox.QueryTriples, media_type: str) -> QueryResult:
        try:
            syntax = by_media_type(media_type)
        except UnknownSyntax as error:
            raise Refused(f"the answer is a graph, which {media_type} cannot hold") from error
        triples: set[ox.Triple] = set()
        for triple in result:
            triples.add(triple)
            if len(triples) > self.most_rows:
                raise self.too_many()
        quads = (ox.Quad(t.subject, t.predicate, t.object) for t in triples)
        try:
            body = serialize(quads, syntax, prefixes=self.prefixes, context=self.context)
        except UnwritableGraph as error:
            raise Refused(str(error)) from error
        if len(body) > self.most_bytes:
            raise self.too_long()
        return QueryResult(body, len(triples))

    def too_many(self) -> LimitReached:
        """Return the error for more rows than there may be."""
        return LimitReached(
            "rows",
            f"the answer has more than {self.most_rows:,} rows: ask for fewer at a time "
            "(LIMIT and OFFSET), or take a dump",
        )

    def too_long(self) -> LimitReached:
        """Return the error for more bytes than there may be."""
        return LimitReached(
            "size",
            f"the answer has more than {self.most_bytes:,} bytes: ask for less at a time "
            "(LIMIT and OFFSET), or take a dump",
        )


class _LimitedBuffer(BytesIO):
    """A buffer that takes no more bytes and rows than a result may have."""

    def __init__(self, evaluator: QueryEvaluator, mark: bytes | None) -> None:
        super().__init__()
        self._evaluator, self._mark = evaluator, mark
        self._size = self._rows = 0

    def write(self, piece: "Buffer") -> int:
        """Keep ``piece``, or raise LimitReached."""
        piece = bytes(piece)
        self._size += len(piece)
        if self._size > self._evaluator.most_bytes:
            raise self._evaluator.too_long()
        if self._mark:
            self._rows += piece.count(self._mark)
            if self._rows > self._evaluator.most_rows + 1:  # one mark may be in the head
                raise self._evaluator.too_many()
        return super().write(piece)


def _json_rows(body: bytes) -> int:
    """Count the separators of rows; one inside a string is left out with the string."""
    if b"{}" not in body:
        return 0 if body.endswith(b'"bindings":[]}}') else body.count(b'},{"') + 1
    bare = _JSON_STRING.sub(b"", body)
    return 0 if bare.endswith(b":[]}}") else bare.count(b"},{") + 1


def _xml_rows(body: bytes) -> int:
    return body.count(b"<result>")


def _csv_rows(body: bytes) -> int:
    bare = _CSV_QUOTED.sub(b"", body) if b'"' in body else body
    return bare.count(b"\n") - 1


def _tsv_rows(body: bytes) -> int:
    return body.count(b"\n") - 1


_ROW_COUNTS: Final[Mapping[ox.QueryResultsFormat, Callable[[bytes], int]]] = {
    ox.QueryResultsFormat.JSON: _json_rows,
    ox.QueryResultsFormat.XML: _xml_rows,
    ox.QueryResultsFormat.CSV: _csv_rows,
    ox.QueryResultsFormat.TSV: _tsv_rows,
}
"""For each format, the function that counts the rows of a document that Oxigraph wrote."""

_ROW_MARKS: Final[Mapping[ox.QueryResultsFormat, bytes]] = {
    ox.QueryResultsFormat.JSON: b'},{"',
    ox.QueryResultsFormat.XML: b"<result>",
    ox.QueryResultsFormat.TSV: b"\n",
}
"""For each format, bytes that occur after the head at most once for each row."""
