"""What asks the endpoint as the service does: a request, its response as it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from crosswalk_rdf.server.change_log import updated_change_log
from crosswalk_rdf.server.content.build import load_build
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import QueryRequest, QueryResult
from tests.server.client import TOP, Answer, client_of

__all__ = ["TOP", "ResourceClient", "client"]


class NoQuestions:
    """Documents are served without asking anything of the store."""

    async def execute(self, question: QueryRequest) -> QueryResult:
        raise AssertionError(question)

    async def close(self) -> None: ...


@dataclass(frozen=True)
class ResourceClient:
    service: Service

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
    ) -> Answer:
        path = target.removeprefix(TOP)
        sent = dict(headers or {}) | ({} if accept is None else {"accept": accept})
        return client_of(self.service).send("/" + path.removeprefix("/"), method, headers=sent)

    def followed(self, target: str, accept: str | None = None, **more: str) -> Answer:
        found = self.get(target, accept, headers=more)
        if found.status == 303:
            found = self.get(found.header("location"), accept, headers=more)
        return found


def client(folder: Path) -> ResourceClient:
    build, now = load_build(folder), datetime(2026, 1, 1, tzinfo=UTC)
    service = Service(
        build=build,
        query_backend=NoQuestions(),
        settings=Settings(),
        now=lambda: now,
        change_log=updated_change_log(None, build, now),
    )
    return ResourceClient(service)
