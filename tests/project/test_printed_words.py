"""A publication is not loaded where its data quote what its source does not print."""

import shutil
from pathlib import Path

import pytest

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.project.publication import load_publication

CROSSWALK = "data/crosswalks/crosswalk-2017"


@pytest.fixture
def folder(repository: Path, tmp_path: Path) -> Path:
    shutil.copytree(repository / "data", tmp_path / "data")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("errata.csv", "drives decision,", "drive decision,"),
        ("sections.csv", "LEVEL OF SPECIFICITY", "LEVELS OF SPECIFICITY"),
        ("part-2.sssom.tsv", "school of the successful", "school at the successful"),
    ],
)
def test_words_that_are_not_printed(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / CROSSWALK / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")
    number = before[: before.index(old)].count("\n") + 1
    with pytest.raises(InputFaults, match=rf"{file}:{number}: lines \d+-\d+ of the source do not"):
        load_publication(folder)


def test_imported_data_are_exempt(folder: Path) -> None:
    path = folder / CROSSWALK / "errata.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("drives decision,", "drive decision,", 1), encoding="utf-8")
    toml = folder / CROSSWALK / "crosswalk.toml"
    with toml.open("a", encoding="utf-8") as stream:
        stream.write('\n[imported]\nfile = "x.tsv"\nformat = "sssom"\ndate = "2026-11-30"\n')
    assert load_publication(folder).crosswalks[0].imported
