"""The number of rows in results that Oxigraph serialized, without parsing them."""

import re
from collections.abc import Callable, Mapping
from typing import Final

import pyoxigraph as ox

_JSON_STRING: Final = re.compile(rb'"(?:[^"\\]|\\.)*"')
_CSV_QUOTED: Final = re.compile(rb'"[^"]*"')


def _json(body: bytes) -> int:
    """Count what parts two rows; a string has no bare quotation mark, so it cannot look like it."""
    if b"{}" not in body:
        return 0 if body.endswith(b'"bindings":[]}}') else body.count(b'},{"') + 1
    bare = _JSON_STRING.sub(b"", body)
    return 0 if bare.endswith(b":[]}}") else bare.count(b"},{") + 1


def _xml(body: bytes) -> int:
    return body.count(b"<result>")


def _csv(body: bytes) -> int:
    bare = _CSV_QUOTED.sub(b"", body) if b'"' in body else body
    return bare.count(b"\n") - 1


def _tsv(body: bytes) -> int:
    return body.count(b"\n") - 1


COUNTERS: Final[Mapping[ox.QueryResultsFormat, Callable[[bytes], int]]] = {
    ox.QueryResultsFormat.JSON: _json,
    ox.QueryResultsFormat.XML: _xml,
    ox.QueryResultsFormat.CSV: _csv,
    ox.QueryResultsFormat.TSV: _tsv,
}
"""For each format, what counts the rows of a whole document in it that Oxigraph wrote."""

MARKS: Final[Mapping[ox.QueryResultsFormat, bytes]] = {
    ox.QueryResultsFormat.JSON: b'},{"',
    ox.QueryResultsFormat.XML: b"<result>",
    ox.QueryResultsFormat.TSV: b"\n",
}
"""What occurs in a document no more often than it has rows, not counting its head."""
