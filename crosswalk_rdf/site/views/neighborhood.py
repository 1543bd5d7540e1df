"""A small picture of a statement between what it stands under and what it is aligned with."""

from collections.abc import Sequence
from dataclasses import dataclass

from crosswalk_rdf.site.views.frameworks import StatementView

ROW, WIDTH, GLYPH, LEFT, RIGHT = 26, 300, 8, 8, 180
"""Measures of the picture in its own units: about one CSS pixel each."""
MOST = 10
"""More others than this are counted and not drawn."""


@dataclass(frozen=True, slots=True)
class Node:
    """A notation and where it stands."""

    notation: str
    x: int
    y: int
    width: int
    role: str
    """``broader``, ``here``, ``printed``, ``inferred`` or ``more``."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two nodes."""

    x1: int
    y1: int
    x2: int
    y2: int
    role: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes, edges, and the size that they need."""

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    width: int
    height: int


def picture(statement: StatementView) -> Picture | None:
    """Return the picture of ``statement``; None for one that is aligned with nothing."""
    aligned: dict[StatementView, bool] = {}
    for alignment in statement.alignments:
        other = alignment.other(statement)
        aligned[other] = aligned.get(other, True) and alignment.inferred
    if not aligned:
        return None
    visible = list(aligned.items())[:MOST]
    hierarchy = [("broader", s.notation) for s in statement.ancestors[-1:]]
    hierarchy += [("here", statement.notation)]
    rows = max(len(hierarchy) + bool(statement.narrower), len(visible))
    top = (rows - len(hierarchy)) * ROW // 2 + ROW // 2
    nodes = [_node(text, LEFT, top + i * ROW, role) for i, (role, text) in enumerate(hierarchy)]
    center = nodes[-1]
    edges = [Edge(LEFT + 6, n.y + 8, LEFT + 6, center.y - 8, "broader") for n in nodes[:-1]]
    start = (rows - len(visible)) * ROW // 2 + ROW // 2
    for place, (other, inferred) in enumerate(visible):
        role, y = "inferred" if inferred else "printed", start + place * ROW
        nodes.append(_node(other.notation, RIGHT, y, role))
        edges.append(Edge(LEFT + center.width + 6, center.y, RIGHT - 6, y, role))
    if len(aligned) > MOST:
        nodes.append(_node(f"+{len(aligned) - MOST}", RIGHT, rows * ROW + ROW // 2, "more"))
        rows += 1
    width = max([WIDTH, *(node.x + node.width for node in nodes)])
    return Picture(nodes, edges, width, rows * ROW)


def _node(notation: str, x: int, y: int, role: str) -> Node:
    return Node(notation, x, y, len(notation) * GLYPH, role)
