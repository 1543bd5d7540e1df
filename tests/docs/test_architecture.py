"""The functions that docs/architecture.md names exist under these names."""

import re
from collections.abc import Iterator
from pkgutil import iter_modules, resolve_name

import pytest

import crosswalk_rdf
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs/architecture.md").read_text(encoding="utf-8")
LAYERS = {module.name for module in iter_modules(crosswalk_rdf.__path__)}
DRAWINGS = {
    "from folder to disk": "## Pipeline",
    "from row to page and triples": "### One alignment, from its row to its page and triples",
    "from request to answer": "## A request to its answer",
}
"""The heading of each way that is drawn as a list of functions."""
_SECTION = re.compile(r"^(?=#{2,3} )", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_DOTTED = re.compile(r"([a-z_]+)(\.\w+)+")


def names(text: str) -> Iterator[str]:
    """Yield each dotted name in ``text`` that begins with a layer of the code."""
    for code in _CODE.findall(text):
        dotted = _DOTTED.fullmatch(code)
        if dotted and dotted[1] in LAYERS:
            yield code


def functions(heading: str) -> list[str]:
    """Return the names in the first column of the table under ``heading``."""
    (section,) = (s for s in _SECTION.split(PAGE) if s.startswith(f"{heading}\n"))
    rows = re.findall(r"^\| ([^|]+) \|", section, re.MULTILINE)
    return [name for cell in rows for name in names(cell)]


@pytest.mark.parametrize("heading", DRAWINGS.values(), ids=DRAWINGS.keys())
def test_each_way_is_a_list_of_functions(heading: str) -> None:
    assert len(functions(heading)) >= 7


@pytest.mark.parametrize("name", sorted(set(names(PAGE))))
def test_a_name_exists(name: str) -> None:
    assert resolve_name(f"crosswalk_rdf.{name}") is not None


@pytest.mark.parametrize(
    "path",
    sorted({c for c in _CODE.findall(PAGE) if c.startswith(("ontology/", "site/", "tests/"))}),
)
def test_a_path_exists(path: str) -> None:
    assert "<" in path or (REPOSITORY / path).exists()
