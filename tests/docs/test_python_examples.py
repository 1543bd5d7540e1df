"""Each line of Python shown in a ``pycon`` block gives what is shown.

The blocks of a page run one after the other, in one copy of the flagship, beside other samples.
"""

import doctest
import shutil
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.docs.console import matches
from tests.docs.pages import blocks, markdown_files


def source(page: Path) -> str:
    """Return the Python of a page, one block after the other."""
    return "\n".join(blocks(page.read_text(encoding="utf-8"), "pycon"))


PAGES = [page for page in markdown_files() if source(page)]


class Checker(doctest.OutputChecker):
    """Takes an elision for anything, as in the examples of the command line."""

    def check_output(self, want: str, got: str, optionflags: int) -> bool:
        """Return whether ``got`` is what is shown."""
        return matches(want, got)


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_example(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(REPOSITORY / "data", tmp_path / "data")
    shutil.copytree(REPOSITORY / "tests/samples/case", tmp_path / "tests/samples/case")
    monkeypatch.chdir(tmp_path)
    test = doctest.DocTestParser().get_doctest(source(page), {}, page.name, str(page), 0)
    runner = doctest.DocTestRunner(checker=Checker(), verbose=False)
    printed: list[str] = []
    assert test.examples
    runner.run(test, out=printed.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(printed)


def test_the_page_on_python_has_examples() -> None:
    assert {REPOSITORY / "README.md", REPOSITORY / "docs/python.md"} <= set(PAGES)
