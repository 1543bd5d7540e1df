import pytest

from tests.built import BuiltSite
from tests.server.resources.client import ResourceClient, client


@pytest.fixture(scope="session")
def flagship_client(flagship_site: BuiltSite) -> ResourceClient:
    return client(flagship_site.folder)


@pytest.fixture(scope="session")
def tiny_client(tiny_site: BuiltSite) -> ResourceClient:
    return client(tiny_site.folder)


@pytest.fixture(scope="session")
def later_client(later_site: BuiltSite) -> ResourceClient:
    return client(later_site.folder)


@pytest.fixture(scope="session")
def imported_client(imported_site: BuiltSite) -> ResourceClient:
    return client(imported_site.folder)


@pytest.fixture(scope="session", params=["flagship_client", "tiny_client"])
def any_client(request: pytest.FixtureRequest) -> ResourceClient:
    value: ResourceClient = request.getfixturevalue(request.param)
    return value
