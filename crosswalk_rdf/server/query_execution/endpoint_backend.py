"""Requests to results on an endpoint of others (SPARQL 1.1 Protocol §2.1.2), within the limits."""

import asyncio
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.serialization.context import Context, parse_context
from crosswalk_rdf.server.query_execution.backend import (
    Busy,
    LimitReached,
    QueryRequest,
    QueryResult,
    Refused,
    Unavailable,
)
from crosswalk_rdf.server.query_execution.evaluation import NO_SERVICE
from crosswalk_rdf.server.query_execution.result_conversion import Conversion, accept_header
from crosswalk_rdf.server.query_execution.wait_queue import WaitQueue
from crosswalk_rdf.server.settings import Limits
from crosswalk_rdf.sparql_text.dataset_clauses import NO_CLAUSES, dataset_clauses
from crosswalk_rdf.sparql_text.service_clause import may_have_service
from crosswalk_rdf.store.engine import QuerySyntaxError, syntax_error
from crosswalk_rdf.store.login import Login
from crosswalk_rdf.store.protocol_client import (
    Answered,
    AnswerTooLong,
    EndpointTooSlow,
    EndpointUnreachable,
    Exchange,
)

_OK: Final = 200
_BAD_REQUEST: Final = 400
_NOT_ACCEPTABLE: Final = 406
_OXIGRAPH_PLACE: Final = re.compile(r"error at [0-9]+:[0-9]+:")
_GRACE: Final = 0.25
"""Seconds that a thread may take to see that its exchange took too long, before it is told."""


class EndpointBackend:
    """A QueryBackend that forwards requests to the SPARQL endpoint at ``url``.

    A request that names no dataset is asked of ``graphs``, each and together: a store may hold
    more than the publication. Without ``graphs`` the endpoint decides; its default graph should
    then be the merge of all named graphs.
    """

    def __init__(
        self,
        url: str,
        *,
        limits: Limits,
        prefixes: Mapping[str, str] | None = None,
        context: str = "",
        graphs: tuple[str, ...] = (),
        login: Login | None = None,
    ) -> None:
        self._url, self._limits, self._graphs, self._login = url, limits, graphs, login
        known = parse_context(context) if context else Context()
        self._conversion = Conversion(prefixes or {}, known, limits.query_rows)
        self._wait_queue: WaitQueue[int] = WaitQueue(limits.waiting_queries, limits.waiting_seconds)
        for place in range(limits.concurrent_queries):
            self._wait_queue.give(place)
        self._threads = ThreadPoolExecutor(2 * limits.concurrent_queries, "endpoint")
        self._unfinished, self._closing = 0, False
        self._quiet = asyncio.Event()

    async def execute(self, request: QueryRequest) -> QueryResult:
        """Return the answer; errors are those of every QueryBackend."""
        if self._closing:
            raise Busy(1)
        if await asyncio.to_thread(may_have_service, request.text):
            raise Refused(NO_SERVICE)
        self._unfinished += 1
        try:
            place = await self._wait_queue.take()
            try:
                return await self._answer(request)
            finally:
                self._wait_queue.give(place)
        finally:
            self._unfinished -= 1
            self._quiet.set()

    async def close(self) -> None:
        """Take no more requests, and wait for the answers to those that there are."""
        self._closing = True
        while self._unfinished:
            self._quiet.clear()
            await self._quiet.wait()
        self._threads.shutdown(wait=False)

    async def _answer(self, request: QueryRequest) -> QueryResult:
        exchange = self._exchange()
        work = asyncio.get_running_loop().run_in_executor(
            self._threads, self._exchanged, exchange, request
        )
        try:
            result = await asyncio.wait_for(work, self._limits.query_seconds + _GRACE)
            if isinstance(result, CrosswalkError):
                raise result
            return result
        except (TimeoutError, EndpointTooSlow) as error:
            message = f"the query ran longer than {self._limits.query_seconds:g} s: ask for less"
            raise LimitReached("time", message) from error
        except AnswerTooLong as error:
            raise LimitReached("size", f"{error}: ask for less at a time") from error
        except EndpointUnreachable as error:
            raise Unavailable(f"{error}") from error
        finally:
            exchange.break_off()

    def _exchange(self) -> Exchange:
        try:
            limits = self._limits
            return Exchange(self._url, limits.query_seconds, limits.query_bytes, self._login)
        except EndpointUnreachable as error:
            raise Unavailable(f"{error}") from error

    def _exchanged(self, exchange: Exchange, request: QueryRequest) -> QueryResult | CrosswalkError:
        """Return the answer, or the error: what Oxigraph reads is not to leave this thread.

        An error that is raised takes along what the functions held that it went through.
        """
        try:
            return self._fetched(exchange, request)
        except CrosswalkError as error:
            error.__cause__ = error.__context__ = None
            return error.with_traceback(None)

    def _fetched(self, exchange: Exchange, request: QueryRequest) -> QueryResult:
        answered = exchange.post(self._form(request), accept_header(request.media_type))
        if answered.status != _OK:
            raise self._refusal(answered, request.text)
        result = self._conversion.converted(answered, request.media_type)
        if len(result.body) > self._limits.query_bytes:
            raise AnswerTooLong(f"the answer has more than {self._limits.query_bytes:,} bytes")
        return result

    def _form(self, request: QueryRequest) -> list[tuple[str, str]]:
        default, named = request.default_graphs, request.named_graphs
        if not default and not named and dataset_clauses(request.text) == NO_CLAUSES:
            default = named = self._graphs
        graphs = [("default-graph-uri", graph) for graph in default]
        graphs += [("named-graph-uri", graph) for graph in named]
        return [("query", request.text), *graphs]

    def _refusal(self, answered: Answered, text: str) -> CrosswalkError:
        """Return the error for a status other than 200, with the first words of its body."""
        detail = answered.body[:2000].decode(errors="replace").strip()
        if answered.status == _BAD_REQUEST:
            if match := _OXIGRAPH_PLACE.search(detail):
                return syntax_error(detail[match.start() :], text)
            return QuerySyntaxError(" ".join(detail.split())[:200] or "the endpoint refused it")
        if answered.status == _NOT_ACCEPTABLE:
            return Refused("the endpoint has no such answer in the media type that was asked for")
        moved = f", and names {answered.location}" if answered.location else ""
        return Unavailable(f"{self._url} answered with HTTP status {answered.status}{moved}")
