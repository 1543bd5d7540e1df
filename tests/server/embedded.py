"""A service on the embedded store in this process, without limits: what endpoints are tried on."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from crosswalk_rdf.namespaces import PREFIXES
from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.serialization.syntaxes import by_media_type
from crosswalk_rdf.serialization.write import serialize
from crosswalk_rdf.server.change_log import updated_change_log
from crosswalk_rdf.server.content.build import load_build
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import QueryRequest, QueryResult, Refused
from crosswalk_rdf.store.syntax import syntax_error
from tests.server.client import TOP, Answer, client_of

__all__ = ["TOP", "ask", "embedded_service"]


class EmbeddedBackend:
    """Answers on the N-Quads ``dump``; its default graph is the merge of the named graphs."""

    def __init__(self, dump: bytes) -> None:
        self.store = ox.Store()
        self.store.load(dump, ox.RdfFormat.N_QUADS)
        quads = list(self.store)
        self.store.extend([ox.Quad(*quad.triple) for quad in quads])
        self.requests: list[QueryRequest] = []

    async def execute(self, request: QueryRequest) -> QueryResult:
        self.requests.append(request)
        try:
            return self._result(request)
        except SyntaxError as error:
            raise syntax_error(error.msg, request.text) from error

    async def close(self) -> None:
        pass

    def _result(self, request: QueryRequest) -> QueryResult:
        graphs = request.default_graphs or request.named_graphs
        dataset: dict[str, Any] = (
            {
                "default_graph": [ox.NamedNode(iri) for iri in request.default_graphs],
                "named_graphs": [ox.NamedNode(iri) for iri in request.named_graphs],
            }
            if graphs
            else {}
        )
        result = self.store.query(request.text, **dataset)
        if isinstance(result, ox.QueryTriples):
            quads = {ox.Quad(*triple) for triple in result}
            syntax = by_media_type(request.media_type)
            body = serialize(quads, syntax, prefixes=PREFIXES, context=Context())
            return QueryResult(body, len(quads))
        format = ox.QueryResultsFormat.from_media_type(request.media_type)
        if format is None:
            raise Refused(f"{request.media_type} cannot hold it")
        return QueryResult(result.serialize(format=format), 1)


def embedded_service(folder: Path) -> Service:
    """Return a service on the build in ``folder``."""
    build = load_build(folder)
    now = datetime(2026, 11, 24, tzinfo=UTC)
    return Service(
        build=build,
        query_backend=EmbeddedBackend(build.dump),
        settings=Settings(),
        now=lambda: now,
        change_log=updated_change_log(None, build, now),
    )


def ask(
    service: Service,
    target: str,
    method: str = "GET",
    body: bytes | None = None,
    **headers: str,
) -> Answer:
    """Return the answer to one request, problems among them; ``_`` in a name stands for ``-``."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client_of(service).send(target, method, body, named)
