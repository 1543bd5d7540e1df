"""Weights between two lists to the geometry of an alluvial picture: nodes, and bands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Final, Generic, TypeVar

from crosswalk_rdf.site.views.frameworks import StatementView
from crosswalk_rdf.site.views.matrix import Matrix

Item = TypeVar("Item")

WIDTH: Final = 1_000.0
LEFT, RIGHT, NODE = 268.0, 640.0, 14.0
"""Where the bands begin and end, and how wide a node is."""
_BANDS_HEIGHT: Final = 470.0
"""The height of all bands together."""
_LINE: Final = 19.0
"""The height of a line of a label."""
_MAX_TWO_LINE_NODES: Final = 16
"""Up to so many nodes on a side, each has room for two lines."""
_GAP: Final = 9.0
_MARGIN: Final = 8.0
LARGEST: Final = 40
"""At most so many nodes on a side."""


@dataclass(frozen=True, slots=True)
class Node(Generic[Item]):
    """One end: a bar, as high as what flows through it."""

    item: Item
    weight: int
    y: float
    height: float
    rows: int
    """How many lines its label can have."""

    @property
    def middle(self) -> float:
        """Where its label belongs."""
        return round(self.y + self.height / 2, 1)


@dataclass(frozen=True, slots=True)
class Band:
    """What flows from a source to a target, by their places in their lists."""

    source: int
    target: int
    weight: int
    path: str
    """Outline, as path data of SVG."""


@dataclass(frozen=True, slots=True)
class Sankey(Generic[Item]):
    """The whole picture."""

    height: float
    sources: Sequence[Node[Item]]
    targets: Sequence[Node[Item]]
    bands: Sequence[Band]
    left_out: int = 0
    """The weight of what is not drawn, because its ends are not among the largest."""

    @property
    def total(self) -> int:
        """The weight of all that is drawn."""
        return sum(band.weight for band in self.bands)


def weights(matrix: Matrix) -> Counter[tuple[StatementView, StatementView]]:
    """Return the number of printed alignments from each top concept of the rows to each column.

    One of a statement that stands below several columns counts for each of them.
    """
    columns = {column.statement.iri: column for column in matrix.columns}
    ends = {matrix.row_framework, matrix.column_framework}
    weights_of_pairs: Counter[tuple[StatementView, StatementView]] = Counter()
    for alignment in matrix.crosswalk.alignments:
        subject, object = alignment.subject, alignment.object
        if {subject.framework, object.framework} == ends:
            rows_first = subject.framework is matrix.row_framework
            left, right = (subject, object) if rows_first else (object, subject)
            for column in matrix.column_roll_up.of(right.statement.iri):
                weights_of_pairs[left.top, columns[column.iri]] += 1
    return weights_of_pairs


def sankey_of(matrix: Matrix) -> Sankey[StatementView]:
    """Return the picture of ``matrix``: top concepts of the rows to columns."""
    return sankey(weights(matrix), matrix.row_framework.top, matrix.columns)


def sankey(
    weights: Mapping[tuple[Item, Item], int],
    sources: Sequence[Item],
    targets: Sequence[Item],
    largest: int = LARGEST,
) -> Sankey[Item]:
    """Lay out ``weights``; targets are put in order so that the bands cross little."""
    left = _largest(sources, _sums(weights, 0), largest)
    right = _largest(targets, _sums(weights, 1), largest)
    visible = {(s, t): weights[s, t] for s in left for t in right if weights.get((s, t))}
    left = [item for item in left if any(source is item for source, _ in visible)]
    right = _reduce_crossings(visible, left, right)
    total = sum(visible.values())
    unit = _BANDS_HEIGHT / total if total else 0.0
    starts = _nodes(left, _sums(visible, 0), unit)
    ends = _nodes(right, _sums(visible, 1), unit)
    height = max((_bottom(nodes) for nodes in (starts, ends) if nodes), default=0.0) + _MARGIN
    starts, ends = _center(starts, height), _center(ends, height)
    return Sankey(
        height=round(height, 1),
        sources=starts,
        targets=ends,
        bands=list(_bands(visible, starts, ends, unit)),
        left_out=sum(weights.values()) - total,
    )


def _sums(weights: Mapping[tuple[Item, Item], int], side: int) -> Counter[Item]:
    totals: Counter[Item] = Counter()
    for ends, weight in weights.items():
        totals[ends[side]] += weight
    return totals


def _largest(items: Sequence[Item], sums: Counter[Item], largest: int) -> list[Item]:
    selected = {item for item, _ in sums.most_common(largest)}
    return [item for item in items if item in selected]


def _reduce_crossings(
    visible: Mapping[tuple[Item, Item], int], left: Sequence[Item], right: Sequence[Item]
) -> list[Item]:
    """Return ``right`` ordered by where its bands come from on average (barycentre)."""
    middles = {
        target: sum(place * visible.get((source, target), 0) for place, source in enumerate(left))
        / (sum(visible.get((source, target), 0) for source in left) or 1)
        for target in right
    }
    return sorted(
        (t for t in right if any(end is t for _, end in visible)), key=middles.__getitem__
    )


def _nodes(items: Sequence[Item], sums: Counter[Item], unit: float) -> list[Node[Item]]:
    least = _LINE * (2 if len(items) <= _MAX_TWO_LINE_NODES else 1)
    heights = [sums[item] * unit for item in items]
    rooms = [max(height, least) for height in heights]
    starts = accumulate((room + _GAP for room in rooms), initial=_MARGIN)
    return [
        Node(item, sums[item], start + (room - height) / 2, round(height, 1), int(room // _LINE))
        for item, height, room, start in zip(items, heights, rooms, starts, strict=False)
    ]


def _bottom(nodes: Sequence[Node[Item]]) -> float:
    last = nodes[-1]
    return last.middle + max(last.height, last.rows * _LINE) / 2


def _center(nodes: Sequence[Node[Item]], height: float) -> list[Node[Item]]:
    if not nodes:
        return []
    down = (height - _MARGIN - _bottom(nodes)) / 2
    return [replace(node, y=round(node.y + down, 1)) for node in nodes]


def _bands(
    visible: Mapping[tuple[Item, Item], int],
    sources: Sequence[Node[Item]],
    targets: Sequence[Node[Item]],
    unit: float,
) -> Iterator[Band]:
    offsets = [node.y for node in targets]
    for source, start in enumerate(sources):
        y = start.y
        for target, end in enumerate(targets):
            weight = visible.get((start.item, end.item), 0)
            if weight:
                thick = weight * unit
                yield Band(source, target, weight, _outline(y, offsets[target], thick))
                y += thick
                offsets[target] += thick


def _outline(start: float, end: float, thick: float) -> str:
    left, right, middle = LEFT + NODE, RIGHT, (LEFT + NODE + RIGHT) / 2
    above = f"M{left:g},{start:.1f}C{middle:g},{start:.1f} {middle:g},{end:.1f} {right:g},{end:.1f}"
    low, high = end + thick, start + thick
    return f"{above}V{low:.1f}C{middle:g},{low:.1f} {middle:g},{high:.1f} {left:g},{high:.1f}Z"
