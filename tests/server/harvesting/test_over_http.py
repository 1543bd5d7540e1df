"""The same with the service as a process, which loads the next build while it is harvested."""

import http.client
import shutil
import signal
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.built import BuiltSite
from tests.server.harvesting.http import HttpAnswer
from tests.server.harvesting.test_harvests import PROTOCOLS
from tests.server.serving import Served, serving


class Client:
    """Gets what a URL names, on one connection; IRIs lead to the service, as w3id.org does it."""

    def __init__(self, served: Served, base: str) -> None:
        self._served, self._base = served, base
        self._connection = http.client.HTTPConnection(*served.address, timeout=60)

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> HttpAnswer:
        if url.startswith(self._base):
            url = self._served.url + url.removeprefix(self._base)
        assert url.startswith(self._served.url), url
        parts = urlsplit(url)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        self._connection.request("GET", target, headers=dict(headers or {}))
        answer = self._connection.getresponse()
        names = {name.lower(): value for name, value in answer.getheaders()}
        return answer.status, names, answer.read()


def triples(folder: Path) -> set[str]:
    """Return what a build publishes: N-Triples without period."""
    lines = next((folder / "dumps").glob("*.nq")).read_text(encoding="utf-8").splitlines()
    return {line[:-2].rpartition(" ")[0] for line in lines}


@pytest.fixture(scope="module", params=["tiny", "flagship"])
def before(request: pytest.FixtureRequest) -> BuiltSite:
    value = request.getfixturevalue(f"{request.param}_site")
    assert isinstance(value, BuiltSite)
    return value


@pytest.fixture
def folder(before: BuiltSite, tmp_path: Path) -> Path:
    return shutil.copytree(before.folder, tmp_path / "dist")


@pytest.fixture
def service(folder: Path, tmp_path: Path) -> Iterator[Served]:
    patience = ("--keep-alive-seconds", "120")  # harvesters use one connection, with pauses
    with serving(folder, "--quiet", *patience, "--state", str(tmp_path / "state")) as served:
        yield served


def test_all_harvesters_follow(
    service: Served,
    folder: Path,
    before: BuiltSite,
    updated: Callable[[BuiltSite], Path],
) -> None:
    client = Client(service, before.publication.base)
    harvesters = {
        name: make(client.get, service.url + path, lambda: datetime.now(UTC))
        for name, (make, path) in PROTOCOLS.items()
    }
    for name, harvester in harvesters.items():
        harvester.harvest()
        assert harvester.graph == triples(folder), name
    shutil.rmtree(folder)
    shutil.copytree(updated(before), folder)
    assert triples(folder) != triples(before.folder)
    service.process.send_signal(signal.SIGHUP)
    service.logged("build taken up")
    for name, harvester in harvesters.items():
        harvester.harvest()
        assert harvester.graph == triples(folder), name
    gone = [
        activity["object"]["canonical"]
        for activity in service.ask("/activities/page/0").json()["orderedItems"]
        if activity["type"] == "Delete"
    ]
    for iri in gone:
        path = iri.removeprefix(before.publication.base)
        assert service.ask(f"/{path}", accept="text/turtle").status == 410
        assert service.ask(f"/{path}.ttl").status == 410
        assert service.ask(f"/{path}", accept="text/html").status == 410
    assert service.ask("/there/never/was", accept="text/turtle").status == 404
