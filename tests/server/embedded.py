"""A service on the embedded store in this process, without limits: what endpoints are tried on."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from crosswalk_rdf.namespaces import PREFIXES
from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.serialization.syntaxes import by_media_type
from crosswalk_rdf.serialization.write import serialize
from crosswalk_rdf.server.change_log import advanced
from crosswalk_rdf.server.content.build import load_build
from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.problems import MEDIA_TYPE, Problem
from crosswalk_rdf.server.routing import Router, routes
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import QueryRequest, QueryResult, Refused
from crosswalk_rdf.store.syntax import syntax_error

TOP = "http://localhost:8000/"


class EmbeddedAsker:
    """Answers on the N-Quads ``dump``; its default graph is the merge of the named graphs."""

    def __init__(self, dump: bytes) -> None:
        self.store = ox.Store()
        self.store.load(dump, ox.RdfFormat.N_QUADS)
        quads = list(self.store)
        self.store.extend([ox.Quad(*quad.triple) for quad in quads])
        self.asked: list[QueryRequest] = []

    async def execute(self, question: QueryRequest) -> QueryResult:
        self.asked.append(question)
        try:
            return self._reply(question)
        except SyntaxError as error:
            raise syntax_error(error.msg, question.text) from error

    async def close(self) -> None:
        pass

    def _reply(self, question: QueryRequest) -> QueryResult:
        given = question.default_graphs or question.named_graphs
        dataset: dict[str, Any] = (
            {
                "default_graph": [ox.NamedNode(iri) for iri in question.default_graphs],
                "named_graphs": [ox.NamedNode(iri) for iri in question.named_graphs],
            }
            if given
            else {}
        )
        result = self.store.query(question.text, **dataset)
        if isinstance(result, ox.QueryTriples):
            quads = {ox.Quad(*triple) for triple in result}
            syntax = by_media_type(question.media_type)
            body = serialize(quads, syntax, prefixes=PREFIXES, context=Context())
            return QueryResult(body, len(quads))
        format = ox.QueryResultsFormat.from_media_type(question.media_type)
        if format is None:
            raise Refused(f"{question.media_type} cannot hold it")
        return QueryResult(result.serialize(format=format), 1)


def embedded_service(folder: Path) -> Service:
    """Return a service on the build in ``folder``."""
    build = load_build(folder)
    now = datetime(2026, 11, 24, tzinfo=UTC)
    return Service(
        build=build,
        asker=EmbeddedAsker(build.dump),
        settings=Settings(),
        now=lambda: now,
        journal=advanced(None, build, now),
    )


def ask(
    service: Service,
    target: str,
    method: str = "GET",
    body: bytes = b"",
    **headers: str,
) -> Response:
    """Return the response to one request, problems among them; ``_`` in a name stands for ``-``."""
    path, _, query = target.partition("?")
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = Request(method=method, path=path, query=query, headers=named, body=body, top=TOP)
    return asyncio.run(_answered(request, service))


async def _answered(request: Request, service: Service) -> Response:
    route = Router(routes()).route(request.path)
    try:
        allowed = (*route.methods, "HEAD", "OPTIONS")
        if request.method not in allowed:
            raise Problem(405, "no such method", headers=(("allow", ", ".join(allowed)),))
        return await route.answer(request, service)
    except Problem as problem:
        headers = (("content-type", MEDIA_TYPE), *problem.headers)
        return Response(status=problem.status, headers=headers, body=problem.body())
