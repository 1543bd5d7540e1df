from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.recipes import servers
from tests.recipes.served import Server

STARTED: Mapping[str, Callable[[Path], AbstractContextManager[Server]]] = {
    "apache": servers.apache,
    "apache-at-the-top": lambda folder: servers.apache(folder, "/"),
    "nginx": servers.nginx,
    "nginx-at-the-top": lambda folder: servers.nginx(folder, "/"),
    "caddy": servers.caddy,
    "caddy-at-the-top": lambda folder: servers.caddy(folder, "/"),
    "netlify": lambda folder: servers.platform(folder, "netlify", "edge-functions/negotiate.js"),
    "cloudflare": lambda folder: servers.platform(folder, "cloudflare", "functions/_middleware.js"),
}
PYTEST = ("pytest-", "popen-")
"""How the names of folders begin that pytest makes for a run, and pytest-xdist for a worker."""


@pytest.fixture(scope="session", params=STARTED)
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    """Each kind of server in turn, with a small site and our recipe for it."""
    with STARTED[request.param](open_folder(tmp_path_factory, request.param)) as server_url:
        yield server_url


def open_folder(factory: pytest.TempPathFactory, name: str) -> Path:
    """Return a new folder that a server may read under another account."""
    folder = factory.mktemp(name)
    for readable in (folder, *folder.parents):
        if readable == folder or readable.name.startswith(PYTEST):
            readable.chmod(0o755)
    return folder
