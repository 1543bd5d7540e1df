"""What asks the endpoint as the service does: a request, its response as it is sent."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from crosswalk_rdf.server.change_log import advanced
from crosswalk_rdf.server.content.build import load_build
from crosswalk_rdf.server.endpoints.resources import ROUTES
from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.middleware import CompressedBodies, finished, refused
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import QueryRequest, QueryResult

TOP = "http://localhost:8000/"


class NoQuestions:
    """Documents are served without asking anything of the store."""

    async def execute(self, question: QueryRequest) -> QueryResult:
        raise AssertionError(question)

    async def close(self) -> None: ...


@dataclass(frozen=True)
class Client:
    service: Service
    bodies: CompressedBodies = field(default_factory=lambda: CompressedBodies(1 << 24))

    @property
    def base(self) -> str:
        return self.service.build.manifest.base

    def get(
        self,
        target: str,
        accept: str | None = None,
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
    ) -> Response:
        path, _, query = target.removeprefix(TOP).partition("?")
        sent = dict(headers or {}) | ({} if accept is None else {"accept": accept})
        slash = "" if path.startswith("/") else "/"
        request = Request(
            method=method, path=slash + path, query=query, headers=sent, top=TOP, id="1"
        )
        try:
            (route,) = ROUTES
            found = asyncio.run(route.answer(request, self.service))
        except Problem as problem:
            found = refused(request, problem)
        return finished(request, found, self.bodies)

    def followed(self, target: str, accept: str | None = None, **more: str) -> Response:
        found = self.get(target, accept, headers=more)
        if found.status == 303:
            found = self.get(found.header("location"), accept, headers=more)
        return found


def client(folder: Path) -> Client:
    build, now = load_build(folder), datetime(2026, 1, 1, tzinfo=UTC)
    service = Service(
        build=build,
        asker=NoQuestions(),
        settings=Settings(),
        now=lambda: now,
        journal=advanced(None, build, now),
    )
    return Client(service)
