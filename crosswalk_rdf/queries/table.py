"""Rows of terms to a monospaced table that is read on a terminal."""

import re
import textwrap
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Final

from rdflib import XSD, BNode, Literal, URIRef
from rdflib.term import Node

from crosswalk_rdf.serialization.prefixed_names import UNICODE_LOCAL_NAME

CELL_WIDTH: Final = 56
"""Longer texts go on in the next line of the same cell."""

_NUMBERS: Final = (XSD.integer, XSD.decimal, XSD.double)
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f]+")

_Cell = list[str]


def table(
    columns: Sequence[str],
    rows: Sequence[Sequence[Node | None]],
    prefixes: Mapping[str, str],
    base: str,
) -> str:
    """Return ``rows`` under ``columns``; numbers stand on the right, IRIs are shortened."""
    cells = [[_cell(value, prefixes, base) for value in row] for row in rows]
    grid = [[[name] for name in columns], *cells]
    widths = [max(len(line) for row in grid for line in row[n]) for n in range(len(columns))]
    right = [_holds_numbers([row[n] for row in rows]) for n in range(len(columns))]
    rule = [["-" * width] for width in widths]
    lines = [line for row in [grid[0], rule, *cells] for line in _row(row, widths, right)]
    return "\n".join([*lines, "", f"{len(rows)} {'row' if len(rows) == 1 else 'rows'}", ""])


def shorten_iri(iri: str, prefixes: Mapping[str, str], base: str) -> str:
    """Return ``iri`` as a CURIE; or else in <>, relative to ``base`` if it is under it."""
    for prefix, namespace in prefixes.items():
        local = iri.removeprefix(namespace)
        if local != iri and UNICODE_LOCAL_NAME.fullmatch(local):
            return f"{prefix}:{local}"
    return f"<{iri.removeprefix(base) or iri}>"


def _cell(value: Node | None, prefixes: Mapping[str, str], base: str) -> _Cell:
    if value is None:
        return [""]
    if isinstance(value, URIRef):
        return [shorten_iri(str(value), prefixes, base)]
    if isinstance(value, BNode):
        return [f"_:{value}"]
    return textwrap.wrap(_CONTROL.sub(" ", str(value)), CELL_WIDTH, break_on_hyphens=False) or [""]


def _holds_numbers(values: Sequence[Node | None]) -> bool:
    present = [value for value in values if value is not None]
    return bool(present) and all(
        isinstance(value, Literal) and value.datatype in _NUMBERS for value in present
    )


def _row(cells: Sequence[_Cell], widths: Sequence[int], right: Sequence[bool]) -> list[str]:
    lines = []
    for pieces in zip_longest(*cells, fillvalue=""):
        columns = (
            piece.rjust(width) if to_right else piece.ljust(width)
            for piece, width, to_right in zip(pieces, widths, right, strict=True)
        )
        lines.append("  ".join(columns).rstrip())
    return lines
