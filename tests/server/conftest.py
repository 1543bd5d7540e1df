from collections.abc import Iterator

import pytest

from tests.built import BuiltSite
from tests.server.serving import Served, serving


@pytest.fixture(scope="session")
def served(flagship_site: BuiltSite) -> Iterator[Served]:
    """The flagship as it is served by default."""
    with serving(flagship_site.folder) as server:
        yield server


@pytest.fixture(scope="session")
def tiny_served(tiny_site: BuiltSite) -> Iterator[Served]:
    """The German publication with odd notations, served."""
    with serving(tiny_site.folder) as server:
        yield server
