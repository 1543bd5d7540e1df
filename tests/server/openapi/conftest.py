import pytest

from crosswalk_rdf.server.service import Service
from tests.built import BuiltSite
from tests.server.embedded import embedded_service


@pytest.fixture(scope="session")
def service(flagship_site: BuiltSite) -> Service:
    return embedded_service(flagship_site.folder)
