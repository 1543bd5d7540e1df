"""Pages, docstrings and comments are in American English, without the phrases of a word list."""

import ast
import io
import re
import tokenize
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.docs.pages import prose

PACKAGES = (
    *("__init__.py", "__main__.py", "errors.py", "namespaces.py", "api", "cli", "comparison"),
    *("dataset", "display", "formats", "graph", "inference", "model", "project", "publish"),
    *("queries", "serialization", "server", "site", "sparql_text", "store", "validation"),
)
TESTS = (
    *("conftest.py", "api", "benchmarks", "browser", "cli", "comparison", "deployment", "docs"),
    *("extraction", "formats", "graph", "inference", "model", "packaging", "project"),
    *("publications", "publish", "push", "queries", "recipes", "serialization", "server", "site"),
    *("sparql_text", "store", "validation"),
)
PLACES = (
    *("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md"),
    *("data/RIGHTS.md", "data/extraction", "docs", "site", "benchmarks"),
    *(f"crosswalk_rdf/{name}" for name in PACKAGES),
    *(f"tests/{name}" for name in TESTS),
)
"""Files and folders that are checked against the word list."""

EXEMPT = {
    "tests/docs/test_language.py": "it quotes the expressions that the word list finds",
}
"""Files that are not checked, each with the reason.

British spellings that are published stay for compatibility: names (the shape ``PartHasLicence``,
the property ``xw:judgement``, the query ``shared-neighbours``), messages of shapes and descriptions
of queries. They are in Turtle, SPARQL and TOML files, which are not checked, or in backquotes.
"""

_WORDS = Path(__file__).with_name("american_english.toml")
_GENERATED = re.compile(r"<!-- generated: .*?<!-- end -->", re.DOTALL)
_CODE = re.compile(r"`[^`]*`|(?<=\])\([^)\s]*\)|https?://\S+")


@cache
def word_list() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return each expression to avoid, and what to write instead."""
    sections = tomllib.loads(_WORDS.read_text(encoding="utf-8"))
    return tuple(
        (re.compile(rf"\b(?:{expression})", re.IGNORECASE), instead)
        for section in sections.values()
        for expression, instead in section.items()
    )


@cache
def any_expression() -> re.Pattern[str]:
    """Return what is found where any of them is."""
    return re.compile("|".join(expression.pattern for expression, _ in word_list()), re.IGNORECASE)


def files(place: str) -> dict[str, Path]:
    """Return the pages and modules in a place, by their path in the repository."""
    path = REPOSITORY / place
    every = [path] if path.is_file() else sorted(path.rglob("*.*"))
    names = {file.relative_to(REPOSITORY).as_posix(): file for file in every}
    return {
        name: file
        for name, file in names.items()
        if file.suffix in {".md", ".py"} and name not in EXEMPT
    }


def texts(path: Path) -> Iterator[str]:
    """Yield what is written for people in ``path``."""
    content = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        yield prose(_GENERATED.sub("", content))
        return
    named = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = (node for node in ast.walk(ast.parse(content)) if isinstance(node, named))
    yield from (text for node in nodes if (text := ast.get_docstring(node)))
    tokens = tokenize.generate_tokens(io.StringIO(content).readline)
    yield from (token.string for token in tokens if token.type == tokenize.COMMENT)


def remarks(text: str) -> list[str]:
    """Return what is to be written differently in ``text``: each expression found, and its cure."""
    plain = " ".join(_CODE.sub(" ", text).split())
    if not any_expression().search(plain):
        return []
    return [
        f"{match[0]!r}: write {instead}"
        for expression, instead in word_list()
        for match in expression.finditer(plain)
    ]


@pytest.mark.parametrize("place", PLACES)
def test_language(place: str) -> None:
    paths = files(place)
    assert paths
    assert [
        f"{name}: {remark}"
        for name, path in paths.items()
        for text in texts(path)
        for remark in remarks(text)
    ] == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The licence of the colours", 2),
        ("Links stay valid for\never", 1),
        ("`licence` and [text](licence.md), https://example.org/licence", 0),
        ("The normalised, serialised form", 2),
        ("The build is taken up", 1),
        ("the query `shared-neighbours`, the table shared-neighbours", 0),
        ("A license, a color, forever", 0),
    ],
)
def test_the_word_list_is_found_in_text_alone(text: str, count: int) -> None:
    assert len(remarks(text)) == count
