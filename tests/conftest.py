"""What many tests stand on: the repository, the flagship, its store."""

from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf import publish
from crosswalk_rdf.extraction import Extraction
from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.library import Library, load_library
from crosswalk_rdf.project.printed import extracted
from crosswalk_rdf.project.publication import load_publication

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def source_text() -> str:
    source = REPOSITORY / "data/crosswalks/crosswalk-2017/source/crosswalk-2017.txt"
    return source.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def extraction() -> Extraction:
    def mint() -> str:
        raise AssertionError("every UUID is in the data files")

    return extracted(REPOSITORY, mint).extraction


@pytest.fixture(scope="session")
def flagship() -> Publication:
    return load_publication(REPOSITORY)


@pytest.fixture(scope="session")
def library(flagship: Publication) -> Library:
    return load_library(flagship.base, (REPOSITORY, flagship.written_base))


@pytest.fixture(scope="session")
def flagship_store(flagship: Publication, library: Library) -> ox.Store:
    """The flagship as it is published: asserted, inferred, described. Read it only."""
    return publish.dataset(flagship, library)
