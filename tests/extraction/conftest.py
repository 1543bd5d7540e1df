"""The printed source, and what the plug-in reads from it."""

from pathlib import Path

import pytest

from crosswalk_2017_extraction import Extraction
from crosswalk_2017_extraction.data_files import extract_folder


@pytest.fixture(scope="session")
def source_text(repository: Path) -> str:
    source = repository / "data/crosswalks/crosswalk-2017/source/crosswalk-2017.txt"
    return source.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def extraction(repository: Path) -> Extraction:
    def mint() -> str:
        raise AssertionError("every UUID is in the data files")

    return extract_folder(repository, mint).extraction
