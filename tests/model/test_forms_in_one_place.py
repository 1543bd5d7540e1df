"""Regular expressions for the forms of ``model.lexical`` stand there and nowhere else."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

FORMS = {
    "the scheme of an IRI": r"\[A-Za-z\]\[A-Za-z0-9\+\.\\?-\]\*|\[a-z\]\[a-z0-9\+\.\\?-\]\*",
    "a UUID": r"\[0-9a-fA-F\]\{8\}|\[0-9a-f\]\{8\}",
    "a language tag": r"\{[1-8],8\}\(\??:?\[?-",
    "a year and a month": r"(?:\\d|\[0-9\])\{4\}\)?(?:\(\?:|\()*-",
    "a SHA-256": r"\[0-9a-f(?:A-F)?\]\{64\}",
}
"""What the patterns of each form hold, whoever writes them."""
OTHERS = {
    "formats/case/lexical.py": "times as others write them, to be put right",
    "formats/case/service/schemas.py": "schemas of CASE, as 1EdTech has them",
    "formats/shared/tabular/items.py": "dates as people write them, with anything behind",
    "server/": "protocols that allow one form alone (RFC 3339, OAI-PMH §3.3), patterns for clients",
}
"""Modules, or folders of them, that need forms of their own, and why."""


@pytest.fixture(scope="module")
def strings(repository: Path) -> list[tuple[str, int, str]]:
    """The strings of all modules, each with its module and line."""
    package = repository / "crosswalk_rdf"
    paths = {path.relative_to(package).as_posix(): path for path in sorted(package.rglob("*.py"))}
    return [
        (name, line, text)
        for name, path in paths.items()
        if not name.startswith(("model/lexical.py", *OTHERS))
        for line, text in texts(ast.parse(path.read_text(encoding="utf-8")))
    ]


def texts(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield each string that is not a docstring, also those in parts of f-strings and in bytes."""
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            if isinstance(node.value, str):
                yield node.lineno, node.value
            elif isinstance(node.value, bytes):
                yield node.lineno, node.value.decode("latin-1")


@pytest.mark.parametrize("form", FORMS)
def test_no_module_has_a_pattern_of_its_own(form: str, strings: list[tuple[str, int, str]]) -> None:
    copies = [
        f"{name}:{line}: {text[:60]}"
        for name, line, text in strings
        if re.search(FORMS[form], text)
    ]
    assert copies == [], f"use crosswalk_rdf.model.lexical for {form}"


def test_what_is_excepted_is_there(repository: Path) -> None:
    assert [name for name in OTHERS if not (repository / "crosswalk_rdf" / name).exists()] == []
