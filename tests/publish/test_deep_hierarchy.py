"""A hierarchy of hundreds of levels is published like any other."""

import re
from pathlib import Path

import pytest

from tests.addresses.publications import Scheme, built

LEVELS = 260
TREE = re.compile(r"<(/?)ul(?: (?:class=\"tree\"|role=\"group\"))?")


@pytest.mark.slow
def test_a_chain_of_statements(tmp_path: Path) -> None:
    statements = [(f"n{number}", "") for number in range(LEVELS)]
    parents = {f"n{number}": f"n{number - 1}" for number in range(1, LEVELS)}
    site = built(tmp_path / "project", [Scheme("f", statements=statements, broader=parents)])
    html = site.files["f.html"].decode()
    tree = html[html.index('<ul class="tree"') : html.index("<aside>")]
    depth, depths = 0, list[int]()
    for match in TREE.finditer(tree):
        depth += -1 if match[1] else 1
        depths.append(depth)
    assert (max(depths), depths[-1]) == (LEVELS, 0)
    assert tree.count("<li ") == tree.count("</li>") == LEVELS
    assert f"f/n{LEVELS - 1}.html" in site.files
