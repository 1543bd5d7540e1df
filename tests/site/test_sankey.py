"""The geometry of the alluvial picture."""

import re
from collections import Counter
from itertools import pairwise

import pyoxigraph as ox
import pytest

from crosswalk_rdf.dataset.addresses import Addresses
from crosswalk_rdf.model import Publication
from crosswalk_rdf.site.views.assembly import assemble
from crosswalk_rdf.site.views.matrix import Matrix
from crosswalk_rdf.site.views.sankey import (
    LEFT,
    NODE,
    RIGHT,
    Node,
    Sankey,
    sankey,
    sankey_of,
    weights,
)

CASE = {("a", "x"): 3, ("a", "y"): 1, ("b", "x"): 2, ("c", "z"): 6}


@pytest.fixture(scope="module")
def matrix(flagship: Publication, flagship_store: ox.Store) -> Matrix:
    return assemble(flagship, flagship_store, Addresses(flagship.base)).crosswalks[0].matrices[0]


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


def assert_apart(nodes: list[Node[str]], height: float) -> None:
    for above, below in pairwise(nodes):
        assert above.y + above.height < below.y
    assert nodes[0].y >= 0
    assert nodes[-1].y + nodes[-1].height <= height


def test_a_band_for_each_weight() -> None:
    diagram = sankey(CASE, "abc", "xyz")
    assert Counter(
        {
            (diagram.sources[b.source].item, diagram.targets[b.target].item): b.weight
            for b in diagram.bands
        }
    ) == Counter(CASE)
    assert diagram.total == 12
    assert diagram.left_out == 0


def test_nodes_are_as_high_as_what_flows_through_them() -> None:
    diagram = sankey(CASE, "abc", "xyz")
    unit = diagram.sources[0].height / diagram.sources[0].weight
    for node in (*diagram.sources, *diagram.targets):
        assert node.height == pytest.approx(node.weight * unit, abs=0.11)
    assert_apart(list(diagram.sources), diagram.height)
    assert_apart(list(diagram.targets), diagram.height)


def test_bands_fill_their_nodes_and_nothing_else() -> None:
    diagram = sankey(CASE, "abc", "xyz")
    for band in diagram.bands:
        start, end = diagram.sources[band.source], diagram.targets[band.target]
        xs_and_ys = numbers(band.path)
        assert xs_and_ys[0] == LEFT + NODE
        assert start.y - 0.2 <= xs_and_ys[1] <= start.y + start.height + 0.2
        assert xs_and_ys[6] == RIGHT
        assert end.y - 0.2 <= xs_and_ys[7] <= end.y + end.height + 0.2


def test_targets_are_ordered_so_that_bands_cross_little() -> None:
    crossing = {("a", "z"): 1, ("b", "y"): 1, ("c", "x"): 1}
    assert [node.item for node in sankey(crossing, "abc", "xyz").targets] == ["z", "y", "x"]


def test_what_has_no_weight_is_not_drawn() -> None:
    diagram = sankey({("a", "x"): 1}, "ab", "xy")
    assert [node.item for node in (*diagram.sources, *diagram.targets)] == ["a", "x"]


def test_nothing() -> None:
    assert sankey({}, "ab", "xy") == Sankey(height=8.0, sources=[], targets=[], bands=[])


def test_the_smallest_are_left_out_where_there_are_too_many() -> None:
    diagram = sankey(CASE, "abc", "xyz", largest=2)
    assert [node.item for node in diagram.sources] == ["a", "c"]
    assert [node.item for node in diagram.targets] == ["x", "z"]
    assert diagram.total + diagram.left_out == sum(CASE.values())


def test_the_flagship_flows_whole(matrix: Matrix) -> None:
    diagram = sankey_of(matrix)
    assert diagram.total == 229
    assert {node.item.notation: node.weight for node in diagram.sources} == {
        "VVC": 60,
        "PSMV": 49,
        "CBICI": 62,
        "SRSCIIA": 58,
    }
    assert sum(node.weight for node in diagram.targets) == 229


def test_weights_are_those_of_the_cells_and_of_what_stands_above(matrix: Matrix) -> None:
    expected: Counter[tuple[object, object]] = Counter()
    for cell in matrix.claimed:
        expected[cell.row.top, cell.column] += len(cell.alignments)
    actual = weights(matrix)
    assert sum(actual.values()) - sum(expected.values()) == len(matrix.above)
    short = [pair for pair, figure in expected.items() if actual[pair] < figure]
    assert len(short) == 0
