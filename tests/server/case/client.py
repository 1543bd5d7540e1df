"""Requests as tests make them, and what the service answers."""

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from crosswalk_rdf.server.app import create_app
from crosswalk_rdf.server.change_log import updated_change_log
from crosswalk_rdf.server.content.build import load_build
from crosswalk_rdf.server.service import CurrentService, Service
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import AsyncQueryBackend, QueryRequest, QueryResult
from tests.built import BuiltSite
from tests.server.asgi import call
from tests.server.client import Answer

TOP = "https://standards.example/service/"
VERSIONS = {"1.0": "/ims/case/v1p0/", "1.1": "/ims/case/v1p1/"}


class _Unasked:
    async def execute(self, question: QueryRequest) -> QueryResult:
        raise AssertionError("CASE does not ask")

    async def close(self) -> None:
        pass


def service(site: BuiltSite) -> Service:
    backend: AsyncQueryBackend = _Unasked()
    build = load_build(site.folder)
    now = datetime.now(UTC)
    return Service(
        build=build,
        query_backend=backend,
        settings=Settings(public_url=TOP),
        now=lambda: now,
        change_log=updated_change_log(None, build, now),
    )


def get(of: Service, path: str, accept: str = "", query: str = "", **parameters: Any) -> Answer:
    headers = {"accept": accept} if accept else {}
    query = query or urlencode(parameters)
    app = create_app(CurrentService(of), of.settings)
    return call(app, f"{path}?{query}" if query else path, headers=headers)


def body(response: Answer) -> Any:
    """Return what a response in JSON says."""
    assert response.header("content-type") == "application/json"
    return json.loads(response.body)


def document_at(of: Service, path: str, **parameters: Any) -> Any:
    response = get(of, path, **parameters)
    assert response.status == 200, response.body
    return body(response)


def documents_of(of: Service, path: str = "/ims/case/v1p1/CFDocuments", **asked: Any) -> list[Any]:
    """Return what is on a page; nothing where nothing is there."""
    response = get(of, path, **asked)
    assert response.status in (200, 404), response.body
    return body(response)["CFDocuments"] if response.status == 200 else []
