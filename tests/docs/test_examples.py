"""Each command shown in a ``console`` block prints what is shown.

The commands of a page run in one copy of the flagship, with the third-party samples and the
spreadsheets of the documentation beside it, in the order of the page.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from crosswalk_rdf.cli import main
from tests.conftest import REPOSITORY
from tests.docs.console import matches
from tests.docs.pages import blocks, markdown_files

PROMPT = "$ crosswalk-rdf "
Example = tuple[str, str]


def examples(text: str) -> Iterator[Example]:
    """Yield each command of ``text``, without the program's name, and what is shown below it."""
    for block in blocks(text, "console"):
        for part in re.split(rf"^{re.escape(PROMPT)}", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown


PAGES = [page for page in markdown_files() if any(examples(page.read_text(encoding="utf-8")))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_example(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(REPOSITORY / "data", tmp_path / "data")
    shutil.copytree(REPOSITORY / "tests/samples", tmp_path / "tests/samples")
    shutil.copytree(REPOSITORY / "tests/publications", tmp_path / "tests/publications")
    shutil.copytree(REPOSITORY / "docs/spreadsheets", tmp_path / "spreadsheets")
    monkeypatch.chdir(tmp_path)
    for command, shown in examples(page.read_text(encoding="utf-8")):
        result = CliRunner().invoke(main, shlex.split(command))
        assert result.exit_code == 0, f"{command}: {result.output}"
        assert matches(shown, result.stdout), f"{command} prints:\n{result.stdout}"


def test_the_readme_has_examples() -> None:
    assert REPOSITORY / "README.md" in PAGES


@pytest.mark.parametrize(
    ("shown", "printed", "expected"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a  \nb\n\n", "a\nb  \n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\n", "a\n", True),
        ("a\n…\n", "b\n", False),
        ("x … z\n", "x y z\n", True),
        ("x …\n", "x\ny\n", False),
        ("", "", True),
        ("", "a\n", False),
        ("a.c\n", "abc\n", False),
    ],
)
def test_what_is_shown_stands_for(shown: str, printed: str, expected: bool) -> None:
    assert matches(shown, printed) == expected
