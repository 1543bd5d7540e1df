"""The first import into a publication that holds no framework."""

import shutil
from pathlib import Path

from tests.import_cases.cases import files, new_project


def test_an_import_may_bring_the_first_framework(tmp_path: Path) -> None:
    project = new_project(tmp_path / "project")
    for name in ("frameworks", "crosswalks"):
        shutil.rmtree(project.folder / "data" / name, ignore_errors=True)
    result = project.import_(files("skos")[0])
    assert result.exit_code == 0, result.stderr
    assert (project.folder / "data/frameworks/new/framework.toml").is_file()
