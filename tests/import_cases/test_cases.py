"""An import that ends with 0 can be validated, built and converted back; else nothing changes."""

import re
import tomllib
from pathlib import Path

import pytest

from crosswalk_rdf.project.publication import load_publication
from tests.import_cases.cases import CASES, Project, files, new_project

REFUSED = tomllib.loads((CASES / "refused.toml").read_text())
"""What the message of a refusal says, by the path of the file."""
FILES = files("skos", "case", "sssom", "sheets", "bugs", "refused")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new_project(tmp_path / "project")


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(CASES).as_posix())
def test_what_is_imported_can_be_built_and_converted(file: Path, project: Project) -> None:
    before = project.content()
    result = project.import_(file)
    reason = REFUSED.get(file.relative_to(CASES).as_posix())
    if reason is not None:
        assert result.exit_code in (1, 2)
        assert re.search(reason, result.stderr), result.stderr
        assert project.content() == before
        return
    assert result.exit_code == 0, result.stderr
    validated = project.run("validate", "--quiet", "--project", project.folder)
    assert validated.exit_code == 0, validated.stdout
    built = project.run("build", "--quiet", "--project", project.folder)
    assert built.exit_code == 0, built.stderr
    _convert_back(project)


def _convert_back(project: Project) -> None:
    """Convert the publication, and compare what was imported: statements and alignments."""
    target = project.folder.parent / "converted"
    assert project.run("convert", project.folder, target, "--to", "skos").exit_code == 0
    publication = load_publication(project.folder)
    for framework in publication.frameworks:
        if framework.imported is not None:
            turtle = (target / f"{framework.id}.skos.ttl").read_text()
            assert turtle.count(" a skos:Concept") >= len(framework.statements)


def test_each_refusal_is_of_a_file_that_there_is() -> None:
    assert set(REFUSED) <= {file.relative_to(CASES).as_posix() for file in FILES}
