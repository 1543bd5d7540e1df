import pytest

from tests.built import BuiltSite
from tests.server.resources.client import Client, client


@pytest.fixture(scope="session")
def flagship_client(flagship_site: BuiltSite) -> Client:
    return client(flagship_site.folder)


@pytest.fixture(scope="session")
def tiny_client(tiny_site: BuiltSite) -> Client:
    return client(tiny_site.folder)


@pytest.fixture(scope="session")
def later_client(later_site: BuiltSite) -> Client:
    return client(later_site.folder)


@pytest.fixture(scope="session")
def imported_client(imported_site: BuiltSite) -> Client:
    return client(imported_site.folder)


@pytest.fixture(scope="session", params=["flagship_client", "tiny_client"])
def any_client(request: pytest.FixtureRequest) -> Client:
    found: Client = request.getfixturevalue(request.param)
    return found
