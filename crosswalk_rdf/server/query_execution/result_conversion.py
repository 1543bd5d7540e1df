"""The response of an endpoint to a result in the media type asked for; broken ones are refused."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.serialization.document import UnwritableGraph
from crosswalk_rdf.serialization.syntaxes import SYNTAXES, Syntax, by_media_type
from crosswalk_rdf.serialization.write import serialize
from crosswalk_rdf.store.backend import (
    LimitReached,
    QueryResult,
    Refused,
    Unavailable,
)
from crosswalk_rdf.store.endpoint_backend import VIRTUOSO_ASK
from crosswalk_rdf.store.http_client import HttpResponse


@dataclass(frozen=True, slots=True)
class Conversion:
    """Writes graphs with ``prefixes`` and ``context``; an answer has ``most_rows`` at most."""

    prefixes: Mapping[str, str]
    context: Context
    most_rows: int

    def converted(self, response: HttpResponse, media_type: str) -> QueryResult:
        """Return the answer in ``media_type``: as it came, if it is in that already.

        Raises Unavailable for what is broken or of a foreign type, LimitReached, and Refused for
        what ``media_type`` cannot hold.
        """
        try:
            return self._converted(response, media_type)
        except SyntaxError as error:
            raise Unavailable(f"the endpoint sent a broken answer: {error.msg}") from error

    def _converted(self, response: HttpResponse, media_type: str) -> QueryResult:
        target_format = ox.QueryResultsFormat.from_media_type(media_type)
        source_format = ox.QueryResultsFormat.from_media_type(response.media_type)
        if target_format and source_format:
            return self._results(response.body, source_format, target_format)
        graph = _syntax(response.media_type)
        if graph and not target_format:
            return self._graph(response, graph, media_type)
        if source_format or graph:
            raise Refused(f"the answer is {response.media_type}: {media_type} cannot hold it")
        raise Unavailable(f"the endpoint answered with {response.media_type}, which is no answer")

    def _results(
        self,
        body: bytes,
        source_format: ox.QueryResultsFormat,
        target_format: ox.QueryResultsFormat,
    ) -> QueryResult:
        if source_format == ox.QueryResultsFormat.CSV:
            return self._csv(body, target_format)
        parsed = ox.parse_query_results(body, source_format)
        if isinstance(parsed, ox.QuerySolutions) and _names(parsed) == VIRTUOSO_ASK:
            return self._results(_boolean(parsed), ox.QueryResultsFormat.JSON, target_format)
        rows = 1 if isinstance(parsed, ox.QueryBoolean) else self._counted(sum(1 for _ in parsed))
        if source_format == target_format:
            return QueryResult(body, rows)
        written = ox.parse_query_results(body, source_format).serialize(format=target_format)
        return QueryResult(written or b"", rows)

    def _csv(self, body: bytes, target_format: ox.QueryResultsFormat) -> QueryResult:
        if target_format != ox.QueryResultsFormat.CSV:
            raise Unavailable("the endpoint answered with CSV, which does not hold all of it")
        quoted = body.split(b'"')[::2]
        return QueryResult(body, self._counted(sum(piece.count(b"\n") for piece in quoted) - 1))

    def _graph(self, response: HttpResponse, syntax: Syntax, media_type: str) -> QueryResult:
        quads = {quad.triple for quad in _parsed(response.body, syntax)}
        rows = self._counted(len(quads))
        if response.media_type == media_type:
            return QueryResult(response.body, rows)
        plain = (ox.Quad(t.subject, t.predicate, t.object) for t in quads)
        try:
            body = serialize(
                plain, by_media_type(media_type), prefixes=self.prefixes, context=self.context
            )
        except UnwritableGraph as error:
            raise Refused(str(error)) from error
        return QueryResult(body, rows)

    def _counted(self, rows: int) -> int:
        if rows > self.most_rows:
            raise LimitReached(
                "rows", f"the answer has more than {self.most_rows:,} rows: ask for fewer"
            )
        return rows


def _syntax(media_type: str) -> Syntax | None:
    """Return the syntax of a graph in ``media_type``, one of its names; None for any other."""
    essence = media_type.partition(";")[0].strip().lower()
    names = ((s, (s.media_type, *s.aliases, *s.result_aliases)) for s in SYNTAXES)
    return next((syntax for syntax, types in names if essence in types), None)


def _parsed(body: bytes, syntax: Syntax) -> Iterator[ox.Quad]:
    if isinstance(syntax.parser, ox.RdfFormat):
        return ox.parse(body, syntax.parser)
    return syntax.parser(body, None)


def _names(solutions: ox.QuerySolutions) -> tuple[str, ...]:
    return tuple(variable.value for variable in solutions.variables)


def _boolean(solutions: ox.QuerySolutions) -> bytes:
    """Return the answer to ASK that Virtuoso gives as a table: none or 0 is no."""
    yes = any(str(row[0].value) not in ("0", "false") for row in solutions if row[0])
    return json.dumps({"head": {}, "boolean": yes}).encode()
