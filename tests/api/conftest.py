from pathlib import Path

import pytest

import crosswalk_rdf as xw


@pytest.fixture(scope="session")
def publication(repository: Path) -> xw.Publication:
    """The flagship. Read it only."""
    return xw.open(repository)
