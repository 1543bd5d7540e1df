"""SPARQL text is read in one package: nothing else has a pattern or a list of its own for it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import crosswalk_rdf
from crosswalk_rdf.sparql_text.form import FORMS
from crosswalk_rdf.sparql_text.volatile import VOLATILE_FUNCTIONS

ROOT = Path(crosswalk_rdf.__file__).parent
MODULES = [path for path in sorted(ROOT.rglob("*.py")) if path.parent.name != "sparql_text"]
KEYWORDS = {*FORMS, *VOLATILE_FUNCTIONS, "SERVICE", "FROM", "PREFIX", "BASE", "WHERE", "VALUES",
            "GRAPH", "INSERT", "DELETE"}  # fmt: skip
SYNTAX = re.compile(rf"\b(?:{'|'.join(KEYWORDS)})\b|(?<!\\{{)\[[?$]{{1,2}}\]")
"""A keyword of SPARQL, or the sign of a variable outside braces, in a regular expression."""


def own_scanners(source: str) -> Iterator[str]:
    """Yield regular expressions with syntax of SPARQL, and collections of its keywords."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
            pattern = "".join(texts(node.args[0]))
            upper = pattern.upper() if "IGNORECASE" in ast.unparse(node) else pattern
            if SYNTAX.search(upper):
                yield pattern
        elif isinstance(node, ast.Tuple | ast.Set | ast.List):
            words = {text for item in node.elts for text in texts(item) if text in KEYWORDS}
            if len(words) > 2 or words & (VOLATILE_FUNCTIONS - {"UUID"}):
                yield " ".join(sorted(words))


def texts(node: ast.AST) -> Iterator[str]:
    """Yield the parts of a text that are written out."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


@pytest.mark.parametrize(
    "source",
    [
        're.compile("select|ask", re.IGNORECASE)',
        're.search(r"[?$]\\w+", text)',
        're.compile(rf"[?]({names})")',
        'VOLATILE = frozenset({"NOW"})',
        'FORMS = ("SELECT", "ASK", "CONSTRUCT")',
    ],
)
def test_a_second_scanner_would_be_seen(source: str) -> None:
    assert list(own_scanners(source))


def test_there_is_one_scanner_of_sparql() -> None:
    assert len(MODULES) > 300
    own = {
        str(path.relative_to(ROOT)): scanners
        for path in MODULES
        if (scanners := list(own_scanners(path.read_text(encoding="utf-8"))))
    }
    assert own == {}
