"""Graphs that the SKOS Reference calls consistent are imported; the others are reported for why.

They are made from its clauses and examples, and named by the clause, or by the condition that is
not met.
"""

from pathlib import Path

import pytest

from crosswalk_rdf.api.open_publication import open as open_publication
from tests.import_cases.cases import CASES, Project, files, new_project

CONDITIONS = ("S9", "S13", "S14", "S27", "S35", "S37", "S46", "S48", "S52", "S58")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new_project(tmp_path / "project")


def _id(path: Path) -> str:
    return path.relative_to(CASES / "skos-reference").stem


@pytest.mark.parametrize("file", files("skos-reference/consistent"), ids=_id)
def test_what_is_consistent_is_imported_and_violates_no_condition(
    file: Path, project: Project
) -> None:
    result = project.import_(file)
    assert result.exit_code == 0, result.stderr
    report = open_publication(project.folder).validate()
    assert report.conforms, report.text
    assert not {result.rule for result in report.results} & set(CONDITIONS)


@pytest.mark.parametrize("file", files("skos-reference/inconsistent"), ids=_id)
def test_what_is_inconsistent_is_reported_for_its_condition(file: Path, project: Project) -> None:
    condition = file.stem.partition("-")[0]
    result = project.import_(file)
    if result.exit_code == 1:
        assert f"[{condition}]" in result.stderr
        return
    assert result.exit_code == 0, result.stderr
    report = open_publication(project.folder).validate()
    assert condition in {result.rule for result in report.results}, report.text
