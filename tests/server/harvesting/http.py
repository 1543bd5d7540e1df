"""A service as harvesters reach it: ``get(url, headers)`` to status, headers and body."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from crosswalk_rdf.server.change_log import ChangeLog, updated_change_log
from crosswalk_rdf.server.content.build import ServedBuild, load_build
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.settings import Settings
from tests.server.client import Client

TOP = "http://localhost:8080/"
HttpAnswer = tuple[int, Mapping[str, str], bytes]
Get = Callable[[str, Mapping[str, str]], HttpAnswer]


class Nobody:
    """Answers no SPARQL: nothing that is harvested comes from it."""

    async def execute(self, question: object) -> object:
        raise AssertionError(question)

    async def close(self) -> None: ...


@dataclass
class Host:
    """A service that loads one build after another."""

    folder: Path
    now: datetime
    change_log: ChangeLog | None = None
    client: Client = None
    fetched: list[str] = field(default_factory=list)
    """The URLs that were asked for."""
    sizes: list[int] = field(default_factory=list)
    """How long what came was."""

    def __post_init__(self) -> None:
        self.publish(self.folder, self.now)

    def publish(self, folder: Path, now: datetime) -> None:
        self.load(load_build(folder), now)

    def load(self, build: ServedBuild, now: datetime) -> None:
        self.now = now
        self.change_log = updated_change_log(self.change_log, build, now)
        self.service = Service(
            build=build,
            query_backend=Nobody(),
            settings=Settings(),
            now=lambda: self.now,
            change_log=self.change_log,
        )
        if self.client is None:
            self.client = Client(self.service, TOP)
        self.client.current.service = self.service

    @property
    def graph(self) -> set[str]:
        """What is published: N-Triples without period."""
        lines = self.service.build.dump.decode().splitlines()
        return {line[:-2].rpartition(" ")[0] for line in lines}

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> HttpAnswer:
        return self.send("GET", url, headers or {}, b"")

    def send(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> HttpAnswer:
        base = self.service.build.manifest.base
        if url.startswith(base):  # where a persistent identifier leads, as w3id.org does it
            url = TOP + url.removeprefix(base)
        assert url.startswith(TOP), url
        self.fetched.append(url)
        answer = self.client.send(url.removeprefix(TOP.rstrip("/")), method, body or None, headers)
        self.sizes.append(len(answer.body))
        return answer.status, answer.headers, answer.body


def dereferenced(get: Get, url: str, accept: str) -> HttpAnswer:
    """Follow redirects, as every client of HTTP does."""
    for _ in range(5):
        status, headers, body = get(url, {"accept": accept})
        if status not in (301, 302, 303, 307, 308):
            return status, headers, body
        url = headers["location"]
    raise AssertionError(f"{url} redirects without end")
