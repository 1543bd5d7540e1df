"""A remote SPARQL endpoint behind the service: its answers, within the limits of the service."""

import asyncio
import logging
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.serialization.context import Context, parse_context
from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.server.query_execution.evaluation import NO_SERVICE
from crosswalk_rdf.server.query_execution.graph_restriction import restricted
from crosswalk_rdf.server.query_execution.result_conversion import Conversion
from crosswalk_rdf.server.query_execution.wait_queue import WaitQueue
from crosswalk_rdf.server.settings import Limits
from crosswalk_rdf.sparql_text.service_clause import may_have_service
from crosswalk_rdf.store.accept import accept_header
from crosswalk_rdf.store.backend import (
    Busy,
    LimitReached,
    QueryRequest,
    QueryResult,
    QuerySyntaxError,
    Refused,
    Unavailable,
)
from crosswalk_rdf.store.endpoint_backend import EndpointBackend, EndpointQuery
from crosswalk_rdf.store.http_client import (
    EndpointError,
    EndpointRefused,
    EndpointTimeout,
    HttpResponse,
    ResponseTooLong,
)
from crosswalk_rdf.store.login import Login

_NOT_ACCEPTABLE: Final = 406
_LONG: Final = 10_000
_TOO_LONG: Final = "the answer has more bytes than it may have"
LOGGER: Final = logging.getLogger("crosswalk_rdf.server.query_execution")


class EndpointExecutor:
    """An AsyncQueryBackend that forwards requests to the SPARQL endpoint at ``url``.

    A request is asked of ``graphs``, each and together, or of those among them that it names: a
    store may hold more than the publication, and its login may read all of it. Where ``graphs`` is
    None the endpoint decides; its default graph should then be the merge of all named graphs.

    What an endpoint says of errors is logged, and not passed on: it may name what is internal.
    """

    def __init__(
        self,
        url: str,
        *,
        limits: Limits,
        prefixes: Mapping[str, str] | None = None,
        context: str = "",
        graphs: tuple[str, ...] | None = None,
        login: Login | None = None,
    ) -> None:
        self._limits, self._graphs = limits, graphs
        self._endpoint = EndpointBackend(
            url, limits.query_seconds, login=login, most_bytes=limits.query_bytes, proxies=False
        )
        json_ld_context = parse_context(context) if context else Context()
        self._conversion = Conversion(prefixes or {}, json_ld_context, limits.query_rows)
        self._wait_queue: WaitQueue[int] = WaitQueue(limits.waiting_queries, limits.waiting_seconds)
        for place in range(limits.concurrent_queries):
            self._wait_queue.give(place)
        self._threads = ThreadPoolExecutor(2 * limits.concurrent_queries, "conversion")
        self._unfinished, self._closing = 0, False
        self._quiet = asyncio.Event()

    async def execute(self, request: QueryRequest) -> QueryResult:
        """Return the answer; errors are those of every AsyncQueryBackend."""
        if self._closing:
            raise Busy(1)
        if len(request.text) > _LONG:  # the event loop is not to wait for it
            query = await asyncio.to_thread(self._query, request)
        else:
            query = self._query(request)
        self._unfinished += 1
        try:
            place = await self._wait_queue.take(request)
            try:
                return await self._answer(query, request.media_type)
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

    async def _answer(self, query: EndpointQuery, media_type: str) -> QueryResult:
        try:
            async with asyncio.timeout(self._limits.query_seconds):
                response = await self._endpoint.fetch(query)
                work = asyncio.get_running_loop().run_in_executor(
                    self._threads, self._converted, response, media_type
                )
                result = await work
        except (TimeoutError, EndpointTimeout) as error:
            message = f"the query ran longer than {self._limits.query_seconds:g} s: ask for less"
            raise LimitReached("time", message) from error
        except ResponseTooLong as error:
            raise LimitReached("size", f"{_TOO_LONG}: ask for less at a time") from error
        except EndpointRefused as error:
            if error.status == _NOT_ACCEPTABLE:
                message = "the endpoint has no such answer in the media type that was asked for"
                raise Refused(message) from error
            raise _unavailable(error, "answered with an error") from error
        except EndpointError as error:
            raise _unavailable(error, "does not respond") from error
        except QuerySyntaxError as error:
            raise _syntax_error(error) from error
        if isinstance(result, CrosswalkError):
            raise result
        return result

    def _converted(self, response: HttpResponse, media_type: str) -> QueryResult | CrosswalkError:
        """Return the result, or the error: what Oxigraph reads is not to leave this thread.

        An error that is raised takes along what the functions held that it went through.
        """
        try:
            result = self._conversion.converted(response, media_type)
        except CrosswalkError as error:
            error.__cause__ = error.__context__ = None
            return error.with_traceback(None)
        if len(result.body) > self._limits.query_bytes:
            return LimitReached("size", f"{_TOO_LONG}: ask for less at a time")
        return result

    def _query(self, request: QueryRequest) -> EndpointQuery:
        """Return what the endpoint is asked; raise Refused, QuerySyntaxError."""
        if may_have_service(request.text):
            raise Refused(NO_SERVICE)
        accept = accept_header(request.media_type, (s.media_type for s in SYNTAXES))
        if self._graphs is not None:
            request = restricted(request, self._graphs)
        return EndpointQuery(
            text=request.text,
            accept=accept,
            default_graphs=request.default_graphs,
            named_graphs=request.named_graphs,
        )


def _unavailable(error: EndpointError, what: str) -> Unavailable:
    LOGGER.error("the store for queries: %s", error)
    return Unavailable(f"the store for queries {what}: try again later")


def _syntax_error(error: QuerySyntaxError) -> QuerySyntaxError:
    """Return ``error`` as it is where it has a place in the query, and else without its words."""
    if error.line:
        return error
    LOGGER.warning("the store for queries: %s", error)
    return QuerySyntaxError("the store for queries does not accept it")
