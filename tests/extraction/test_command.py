"""The command that the plug-in adds to ``crosswalk-rdf``."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crosswalk_rdf.cli import main

PART = "data/crosswalks/crosswalk-2017/part-1.sssom.tsv"


def extract(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["extract", *map(str, arguments)])


def test_the_flagship_is_as_extracted(repository: Path) -> None:
    result = extract("--check", "--project", repository)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == "10 data files, 0 changed\n"


@pytest.mark.slow
def test_a_changed_file_is_named_and_then_written_again(repository: Path, tmp_path: Path) -> None:
    shutil.copytree(repository / "data", tmp_path / "data")
    original = (tmp_path / PART).read_bytes()
    (tmp_path / PART).write_bytes(original + b"x\n")
    result = extract("--check", "--project", tmp_path)
    assert result.exit_code == 1
    assert PART in result.stderr
    assert extract("--project", tmp_path).stdout == "10 data files, 1 changed\n"
    assert (tmp_path / PART).read_bytes() == original


def test_coverage_prints_the_account(repository: Path) -> None:
    text = extract("--coverage", "--project", repository).stdout
    assert " 1,819 lines that are not blank" in text
    assert "0 not accounted for; 0 accounted for more than once" in text


@pytest.mark.parametrize("option", ["--check", "--coverage"])
def test_another_folder_has_no_source(option: str, tmp_path: Path) -> None:
    result = extract(option, "--project", tmp_path)
    assert result.exit_code == 2
    assert "crosswalk-2017.txt" in result.stderr
