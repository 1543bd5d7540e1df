"""A mapping predicate that is added to the table is everywhere: nothing else names them all."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY

PREDICATE = "https://example.org/terms#partialMatch"
ADDED = Path(__file__).parent / "added_predicate"
SUBJECT, OBJECT = (f"https://example.org/denials/{name}" for name in ("craft/C1", "norms/S1"))


def run(*arguments: str | Path) -> str:
    """Return what the command prints in a Python that has the predicate."""
    program = [sys.executable, "-m", "crosswalk_rdf", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(ADDED)}
    process = subprocess.run(program, env=environment, capture_output=True, text=True, check=False)
    assert process.returncode == 0, process.stderr
    return process.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a publication in which C1 has a match in part in S1."""
    project = tmp_path_factory.mktemp("predicate") / "project"
    shutil.copytree(REPOSITORY / "tests/publications/denials", project)
    file = project / "data/crosswalks/craft-norms/main.sssom.tsv"
    table = file.read_text(encoding="utf-8")
    prefix = "#  craft: https://example.org/denials/craft/\n"
    table = table.replace(prefix, f"{prefix}#  ex: https://example.org/terms#\n")
    table = table.replace("Plans work\tskos:relatedMatch", "Plans work\tex:partialMatch")
    file.write_text(table, encoding="utf-8")
    return project


@pytest.fixture(scope="module")
def folder(project: Path) -> Path:
    folder = project.parent / "dist"
    run("build", "--quiet", "--project", project, "--out", folder)
    return folder


def test_sssom(folder: Path) -> None:
    table = (folder / "sssom/craft-norms/main.sssom.tsv").read_text(encoding="utf-8")
    assert "craft:C1\tPlans work\tex:partialMatch\t\tnorms:S1\t" in table


def test_graph(folder: Path) -> None:
    part = (folder / "graph/craft-norms/main.nt").read_text(encoding="utf-8")
    assert f"<{SUBJECT}> <{PREDICATE}> <{OBJECT}> ." in part
    assert f"<http://www.w3.org/2002/07/owl#annotatedProperty> <{PREDICATE}> ." in part


def test_skos(folder: Path) -> None:
    turtle = (folder / "skos/craft-norms.skos.ttl").read_text(encoding="utf-8")
    assert "partialMatch" in turtle


def test_site(folder: Path) -> None:
    for page in ("craft/C1.html", "norms/S1.html", "craft-norms/main.html"):
        assert "match in part" in (folder / page).read_text(encoding="utf-8"), page


def test_case_falls_back_on_an_extension_type(folder: Path) -> None:
    file = folder / "case/craft-norms.case.json"
    associations = json.loads(file.read_text(encoding="utf-8"))["CFAssociations"]
    assert "ext:partialMatch" in {association["associationType"] for association in associations}
    assert f"annotatedProperty <{PREDICATE}>" in sssom_of(file)


def test_workbook(folder: Path) -> None:
    assert f"annotatedProperty <{PREDICATE}>" in sssom_of(folder / "spreadsheets/publication.xlsx")


def sssom_of(file: Path) -> str:
    """Return the alignments of ``file`` as SSSOM/RDF."""
    target = file.with_suffix(".sssom")
    target.mkdir()
    run("convert", file, target, "--to", "sssom-rdf")
    return "".join(path.read_text(encoding="utf-8") for path in target.iterdir())
