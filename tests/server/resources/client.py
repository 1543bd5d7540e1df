"""What asks the endpoint as the service does: a request, its response as it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from starlette.applications import Starlette

from crosswalk_rdf.server.app import create_app
from crosswalk_rdf.server.change_log import updated_change_log
from crosswalk_rdf.server.content.build import load_build
from crosswalk_rdf.server.endpoints import resources
from crosswalk_rdf.server.service import CurrentService, Service
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import QueryRequest, QueryResult
from tests.server.asgi import call
from tests.server.client import TOP, Answer

__all__ = ["TOP", "ResourceClient", "client"]


class NoQuestions:
    """Documents are served without asking anything of the store."""

    async def execute(self, question: QueryRequest) -> QueryResult:
        raise AssertionError(question)

    async def close(self) -> None: ...


@cache
def _app(service: Service) -> Starlette:
    """Return an application with this endpoint alone: it has the files that others answer too."""
    app = create_app(CurrentService(service), service.settings)
    app.router.routes[:] = resources.ROUTES
    return app


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
        slash = "" if path.startswith("/") else "/"
        host = {"host": urlsplit(TOP).netloc}
        return call(_app(self.service), slash + path, method, {**host, **sent})

    def followed(self, target: str, accept: str | None = None, **more: str) -> Answer:
        response = self.get(target, accept, headers=more)
        if response.status == 303:
            response = self.get(response.header("location"), accept, headers=more)
        return response


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
