"""Each notebook runs, and shows what it was committed with; of a picture, that there is one."""

from pathlib import Path

import nbformat
import pytest

from tests.docs.notebooks import NOTEBOOKS, PICTURE, executed, shown


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_outputs_are_up_to_date(path: Path) -> None:
    committed = nbformat.read(path, as_version=4)
    nbformat.validate(committed)
    now = shown(executed(path))
    assert now == shown(committed), "run: python -m tests.docs.notebooks"
    assert any({PICTURE} <= set(output) for cell in now for output in cell)


def test_there_is_a_notebook() -> None:
    assert [path.name for path in NOTEBOOKS] == ["first-look.ipynb"]
