"""Names say what a value is, and modules and functions are as short as CONTRIBUTING.md asks."""

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from tests.conftest import REPOSITORY

VAGUE = frozenset({"found", "given", "kept", "known", "said", "seen", "taken", "wanted"})
"""Participles that are not names: they tell what was done with a value, and not what it is."""
LONGEST_MODULE = 250
LONGEST_FUNCTION = 30
"""Lines from the first statement after the docstring to the last."""


@cache
def modules(*folders: str) -> dict[str, str]:
    """Return the text of each module in ``folders``, by its path in the repository."""
    paths = (path for folder in folders for path in (REPOSITORY / folder).rglob("*.py"))
    return {
        path.relative_to(REPOSITORY).as_posix(): path.read_text(encoding="utf-8") for path in paths
    }


def names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each parameter, variable, attribute, function and class."""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, node.name


def vague_names(source: str) -> list[tuple[int, str]]:
    """Return the line and the name of what is called by one of VAGUE."""
    return [(line, name) for line, name in names(ast.parse(source)) if name.strip("_") in VAGUE]


def long_functions(source: str) -> dict[str, int]:
    """Return the number of lines of each function that has too many."""
    functions = (
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    lengths = {f"{function.name}:{function.lineno}": length(function) for function in functions}
    return {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION}


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the number of lines of the body, without the docstring."""
    body = function.body if ast.get_docstring(function) is None else function.body[1:]
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_names_say_what_a_value_is() -> None:
    texts = modules("crosswalk_rdf", "data", "tests", "benchmarks", "docs")
    assert {path: vague for path, text in texts.items() if (vague := vague_names(text))} == {}


def test_modules_are_short() -> None:
    lengths = {path: text.count("\n") for path, text in modules("crosswalk_rdf", "data").items()}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_MODULE} == {}


def test_functions_are_short() -> None:
    texts = modules("crosswalk_rdf", "data")
    assert {path: long for path, text in texts.items() if (long := long_functions(text))} == {}


@pytest.mark.parametrize(
    "source",
    [
        "found = 1",
        "def read(known): ...",
        "def said(): ...",
        "self._seen = {}",
        "[taken for taken in rows]",
        "class Table:\n    wanted: int",
    ],
)
def test_a_vague_name_is_reported(source: str) -> None:
    assert len(vague_names(source)) == 1


def test_a_long_function_is_reported() -> None:
    lines = "\n".join(["    x = 1"] * LONGEST_FUNCTION)
    assert long_functions(f'def f():\n    """Text."""\n{lines}') == {}
    assert long_functions(f'def f():\n    """Text."""\n{lines}\n    y = 2') == {"f:1": 31}
