"""``import crosswalk_rdf`` is quick, and gives the names that the documentation has."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import crosswalk_rdf


def test_the_names_for_types_are_those_that_are_loaded() -> None:
    tree = ast.parse(Path(crosswalk_rdf.__file__).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    typed = {
        alias.name: node.module
        for node in imports
        if node.module and node.module.startswith("crosswalk_rdf.")
        for alias in node.names
    }
    loaded = {name: f"crosswalk_rdf.{m}" for name, m in crosswalk_rdf._MODULES.items()}
    assert typed == loaded
    assert sorted(crosswalk_rdf.__all__) == sorted(typed)


@pytest.mark.parametrize("name", crosswalk_rdf.__all__)
def test_name(name: str) -> None:
    assert getattr(crosswalk_rdf, name).__name__ == name
    assert name in dir(crosswalk_rdf)


def test_an_unknown_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        crosswalk_rdf.nothing  # noqa: B018 (asked for its error)


def test_errors_are_crosswalk_errors() -> None:
    values = [getattr(crosswalk_rdf, name) for name in crosswalk_rdf.__all__]
    errors = [v for v in values if isinstance(v, type) and issubclass(v, Exception)]
    warnings = [error for error in errors if issubclass(error, Warning)]
    assert warnings == [crosswalk_rdf.LossWarning]
    assert all(issubclass(e, crosswalk_rdf.CrosswalkError) for e in errors if e not in warnings)


def test_the_import_loads_nothing_heavy() -> None:
    code = "import sys, crosswalk_rdf; print(*sys.modules)"
    result = subprocess.run(
        [sys.executable, "-I", "-c", code], check=True, capture_output=True, text=True
    )
    modules = set(result.stdout.split())
    assert {m for m in modules if m.startswith("crosswalk_rdf.")} == set()
    assert modules.isdisjoint({"rdflib", "pyoxigraph", "pyshacl", "jinja2", "pandas"})


def test_the_module_runs_as_a_program() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "crosswalk_rdf", "--version"],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert result.stdout == f"crosswalk-rdf, version {crosswalk_rdf.__version__}\n"
