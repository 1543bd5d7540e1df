from collections.abc import Iterator
from pathlib import Path

import pytest

from crosswalk_rdf.server.service import Service
from tests.built import BuiltSite
from tests.server.embedded import embedded_service
from tests.server.serving import serving
from tests.server.sparql.w3c import write_build


@pytest.fixture(scope="session")
def service(flagship_site: BuiltSite) -> Service:
    return embedded_service(flagship_site.folder)


@pytest.fixture(scope="session")
def suite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """Where a service on the data of the W3C's suite listens."""
    folder: Path = tmp_path_factory.mktemp("w3c")
    write_build(folder)
    with serving(folder) as served:
        yield served.address
