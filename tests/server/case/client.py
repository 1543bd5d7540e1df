"""Requests as tests make them, and what the service answers."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any
from urllib.parse import urlencode

from crosswalk_rdf.server.change_log import advanced
from crosswalk_rdf.server.content.build import load_build
from crosswalk_rdf.server.endpoints import case
from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.routing import Router
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import AsyncQueryBackend, QueryRequest, QueryResult
from tests.built import BuiltSite

TOP = "https://standards.example/service/"
VERSIONS = {"1.0": "/ims/case/v1p0/", "1.1": "/ims/case/v1p1/"}


class _Unasked:
    async def execute(self, question: QueryRequest) -> QueryResult:
        raise AssertionError("CASE does not ask")

    async def close(self) -> None:
        pass


def service(site: BuiltSite) -> Service:
    asker: AsyncQueryBackend = _Unasked()
    build = load_build(site.folder)
    now = datetime.now(UTC)
    return Service(
        build=build,
        asker=asker,
        settings=Settings(),
        now=lambda: now,
        journal=advanced(None, build, now),
    )


@cache
def router() -> Router:
    return Router(case.ROUTES)


def answer(request: Request, of: Service) -> Response:
    """Return what the route answers or refuses, with headers as ``running`` puts them together."""
    route = router().route(request.path)
    try:
        return asyncio.run(route.answer(request, of))
    except Problem as problem:
        assert route.refusal
        response = route.refusal(problem)
        return replace(response, headers=(*response.headers, *problem.headers))


def get(of: Service, path: str, accept: str = "", query: str = "", **parameters: Any) -> Response:
    headers = {"accept": accept} if accept else {}
    query = query or urlencode(parameters)
    return answer(Request(method="GET", path=path, query=query, headers=headers, top=TOP), of)


def body(response: Response) -> Any:
    """Return what a response in JSON says."""
    assert response.header("content-type") == "application/json"
    return json.loads(bytes(response.body))  # type: ignore[arg-type]


def found(of: Service, path: str, **parameters: Any) -> Any:
    response = get(of, path, **parameters)
    assert response.status == 200, bytes(response.body)  # type: ignore[arg-type]
    return body(response)


def documents_of(of: Service, path: str = "/ims/case/v1p1/CFDocuments", **asked: Any) -> list[Any]:
    """Return what is on a page; nothing where nothing is there."""
    response = get(of, path, **asked)
    assert response.status in (200, 404), bytes(response.body)  # type: ignore[arg-type]
    return body(response)["CFDocuments"] if response.status == 200 else []
