"""Filters of the templates of crosswalk pages."""

import textwrap
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from itertools import groupby
from typing import Any, Final

from crosswalk_rdf.site.paths import anchor
from crosswalk_rdf.site.views.coverage import coverage
from crosswalk_rdf.site.views.matrix import Cell
from crosswalk_rdf.site.views.pairs import claim, lines_of, repeated_lists
from crosswalk_rdf.site.views.sankey import sankey_of, weights
from crosswalk_rdf.site.views.side_by_side import remaining_sections, side_by_side
from crosswalk_rdf.site.views.word_diff import word_diff

_STEPS: Final = 5


def heat(count: int, most: int) -> int:
    """Return the step, 0 to 5, at which ``count`` of at most ``most`` is shaded."""
    return -(-_STEPS * count // most) if most and count else 0


def decimals(value: Fraction | None, places: int = 2) -> str:
    """Return a share to so many places, a dash where there is none."""
    return "–" if value is None else f"{float(value):.{places}f}"


def wrap_text(text: str, width: int, rows: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` characters; what is too long ends in ``…``."""
    return textwrap.wrap(text, width, max_lines=rows, placeholder=" …")


def by_row(cells: Iterable[Cell]) -> list[list[Cell]]:
    """Return ``cells``, which come row by row, in a list for each row."""
    return [list(row) for _, row in groupby(cells, key=lambda cell: cell.row)]


CROSSWALK_FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "anchor": anchor,
    "by_row": by_row,
    "claim": claim,
    "coverage": coverage,
    "decimals": decimals,
    "word_diff": word_diff,
    "sankey": sankey_of,
    "flow_weights": weights,
    "heat": heat,
    "lines_of": lines_of,
    "side_by_side": side_by_side,
    "repeated_lists": repeated_lists,
    "remaining_sections": remaining_sections,
    "wrapped": wrap_text,
}
