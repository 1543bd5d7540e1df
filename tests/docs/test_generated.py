"""Generated blocks are what ``python docs/generate.py`` writes, and leave nothing out."""

import importlib
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from crosswalk_rdf.cli.main import COMMANDS
from tests.conftest import REPOSITORY

DOCS = REPOSITORY / "docs"


@pytest.fixture(scope="module")
def generator() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(DOCS)
        return importlib.import_module("generate")


def test_pages_are_as_generated(generator: ModuleType) -> None:
    pages: dict[Path, str] = generator.pages()
    assert pages
    outdated = [p.name for p, text in pages.items() if p.read_text(encoding="utf-8") != text]
    assert outdated == [], "run: python docs/generate.py"


@pytest.mark.parametrize("command", [*COMMANDS, "extract"])
def test_every_command_is_documented(command: str) -> None:
    page = (DOCS / "command-line.md").read_text(encoding="utf-8")
    assert f"<!-- generated: help {command} -->" in page


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    page = (DOCS / "architecture.md").read_text(encoding="utf-8")
    demanded = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split("[=>;]", demand)[0] for demand in demanded}
    assert {name for name in names if f"| `{name}` |" not in page} == set()


def test_the_index_names_every_page() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    pages = [path.name for path in DOCS.glob("*.md") if path.name != "README.md"]
    assert [name for name in pages if f"]({name})" not in index] == []
