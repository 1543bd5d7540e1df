from collections.abc import Iterator

import pytest

from tests.addresses.families import SCHEMES
from tests.addresses.publications import built
from tests.addresses.static import static_site
from tests.built import BuiltSite
from tests.recipes.conftest import open_folder
from tests.recipes.served import Server


@pytest.fixture(scope="session")
def odd_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A publication with an address of each kind."""
    return built(tmp_path_factory.mktemp("odd") / "project", SCHEMES)


@pytest.fixture(scope="session")
def odd_server(odd_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The same on a static host."""
    with static_site(odd_site, open_folder(tmp_path_factory, "static")) as server:
        yield server
