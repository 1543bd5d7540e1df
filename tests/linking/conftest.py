from pathlib import Path

import pytest

from crosswalk_rdf.model import Framework, Publication
from crosswalk_rdf.project.publication import load_publication


@pytest.fixture(scope="session")
def tiny(repository: Path) -> Framework:
    """The framework of the small publication."""
    return load_publication(repository / "tests/publications/tiny").frameworks[0]


@pytest.fixture(scope="session")
def frameworks(flagship: Publication) -> tuple[Framework, Framework]:
    """The competencies, and the elements of the standards below them."""
    by_id = {framework.id: framework for framework in flagship.frameworks}
    return by_id["lcpe-2017"], by_id["psel-2015"]
