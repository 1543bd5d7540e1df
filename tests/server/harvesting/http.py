"""A service as harvesters reach it: ``get(url, headers)`` to status, headers and body."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from crosswalk_rdf.server.change_log import Journal, advanced
from crosswalk_rdf.server.content.build import ServedBuild, load_build
from crosswalk_rdf.server.messages import Request
from crosswalk_rdf.server.middleware import CompressedBodies, finished
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.routing import Router, routes
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.settings import Settings

TOP = "http://localhost:8080/"
Answer = tuple[int, Mapping[str, str], bytes]
Get = Callable[[str, Mapping[str, str]], Answer]


class Nobody:
    """Answers no SPARQL: nothing that is harvested comes from it."""

    async def execute(self, question: object) -> object:
        raise AssertionError(question)

    async def close(self) -> None: ...


@dataclass
class Host:
    """A service that takes up one build after another."""

    folder: Path
    now: datetime
    journal: Journal | None = None
    fetched: list[str] = field(default_factory=list)
    """The URLs that were asked for."""
    sizes: list[int] = field(default_factory=list)
    """How long what came was."""

    def __post_init__(self) -> None:
        self.bodies = CompressedBodies(0)
        self.router = Router(routes())
        self.publish(self.folder, self.now)

    def publish(self, folder: Path, now: datetime) -> None:
        self.take_up(load_build(folder), now)

    def take_up(self, build: ServedBuild, now: datetime) -> None:
        self.now = now
        self.journal = advanced(self.journal, build, now)
        self.service = Service(
            build=build,
            asker=Nobody(),
            settings=Settings(),
            now=lambda: self.now,
            journal=self.journal,
        )

    @property
    def graph(self) -> set[str]:
        """What is published: N-Triples without full stop."""
        lines = self.service.build.dump.decode().splitlines()
        return {line[:-2].rpartition(" ")[0] for line in lines}

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self.send("GET", url, headers or {}, b"")

    def send(self, method: str, url: str, headers: Mapping[str, str], body: bytes) -> Answer:
        base = self.service.build.manifest.base
        if url.startswith(base):  # where a persistent identifier leads, as w3id.org does it
            url = TOP + url.removeprefix(base)
        assert url.startswith(TOP), url
        self.fetched.append(url)
        parts = urlsplit(url)
        request = Request(
            method=method, path=parts.path, query=parts.query, headers=headers, body=body, top=TOP
        )
        answer = asyncio.run(self._answer(request))
        self.sizes.append(len(answer[2]))
        return answer

    async def _answer(self, request: Request) -> Answer:
        try:
            answered = await self.router.route(request.path).answer(request, self.service)
            response = finished(request, answered, self.bodies)
        except Problem as problem:
            return problem.status, dict(problem.headers), problem.body()
        body = response.body
        if not isinstance(body, bytes | memoryview):
            body = b"".join([piece async for piece in body])
        return response.status, dict(response.headers), bytes(body)


def dereferenced(get: Get, url: str, accept: str) -> Answer:
    """Follow redirects, as every client of HTTP does."""
    for _ in range(5):
        status, headers, body = get(url, {"accept": accept})
        if status not in (301, 302, 303, 307, 308):
            return status, headers, body
        url = headers["location"]
    raise AssertionError(f"{url} redirects for ever")
