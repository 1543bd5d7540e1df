"""The same interface over a remote endpoint: its answers, its faults, the limits kept."""

import asyncio
import socket
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from threading import Thread
from typing import TypeVar

import pyoxigraph as ox
import pytest

from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.server.query_execution.endpoint_executor import EndpointExecutor
from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.server.settings import Limits
from crosswalk_rdf.store.backend import (
    Busy,
    LimitReached,
    QueryRequest,
    QueryResult,
    QuerySyntaxError,
    Refused,
    Unavailable,
)
from tests.queries.server import serving
from tests.server.query_execution.conftest import store_of
from tests.server.query_execution.support import (
    CSV,
    EX,
    JSON,
    LIMITS,
    SHORT,
    TSV,
    TURTLE,
    XML,
    Data,
    outcome,
    run,
    select,
    until,
    values,
)

T = TypeVar("T")

SOLUTIONS = b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"uri","value":"a:b"}}]}}'


@pytest.fixture(scope="module")
def endpoint(overlapping: Data, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(store_of(overlapping), tmp_path_factory.mktemp("remote")) as url:
        yield url


def remotely(
    url: str, use: Callable[[EndpointExecutor], Awaitable[T]], limits: Limits = LIMITS
) -> T:
    async def using() -> T:
        backend = EndpointExecutor(url, limits=limits)
        try:
            return await use(backend)
        finally:
            await backend.close()

    return asyncio.run(using())


def ask(url: str, question: QueryRequest, limits: Limits = LIMITS) -> QueryResult:
    return remotely(url, lambda backend: backend.execute(question), limits)


@pytest.mark.parametrize("media_type", [JSON, XML, CSV, TSV])
@pytest.mark.parametrize(
    "text",
    [
        f"SELECT ?s ?o {{ ?s <{EX}p> ?o ; <{EX}p> 's' }} ORDER BY ?s",
        f"SELECT ?g ?o {{ GRAPH ?g {{ ?s <{EX}p> ?o }} }} ORDER BY ?g ?o",
        'SELECT ?x ?y { VALUES (?x ?y) { ("a\\n,\\"b" UNDEF) (UNDEF UNDEF) } }',
    ],
)
def test_answers_are_those_of_the_pool(
    endpoint: str, overlapping: Data, text: str, media_type: str
) -> None:
    question = select(text, media_type)
    assert ask(endpoint, question) == run(overlapping, lambda pool: pool.execute(question))


def test_datasets_are_forwarded(endpoint: str, overlapping: Data) -> None:
    text = "SELECT ?g ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } ORDER BY ?g ?o"
    question = select(text, default_graphs=(EX + "d",), named_graphs=(EX + "a", EX + "b"))
    reply = ask(endpoint, question)
    assert values(reply) == values(run(overlapping, lambda pool: pool.execute(question)))
    assert reply.rows == 6


def test_graphs_in_every_syntax(endpoint: str) -> None:
    text = f"CONSTRUCT {{ ?s <{EX}n> ?o }} {{ ?s <{EX}q> ?o }}"
    for syntax in SYNTAXES:
        reply = ask(endpoint, select(text, syntax.media_type))
        triples = {quad.triple for quad in ox.parse(reply.body, syntax.parser)}
        assert reply.rows == len(triples) == 3


def test_errors(endpoint: str) -> None:
    with pytest.raises(QuerySyntaxError) as caught:
        ask(endpoint, select("SELECT *\n{ ?s ?p"))
    assert caught.value.line == 2
    with pytest.raises(Refused):
        ask(endpoint, select("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"))
    with pytest.raises(Refused):
        ask(endpoint, select(SHORT, TURTLE))


def test_time(endpoint: str) -> None:
    endless = (
        "SELECT (COUNT(*) AS ?n) { " + " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(9)) + "}"
    )
    with pytest.raises(LimitReached) as caught:
        ask(endpoint, select(endless))
    assert caught.value.limit == "time"


def test_rows_and_bytes(endpoint: str) -> None:
    text = "SELECT * { GRAPH ?g { ?s ?p ?o } }"
    with pytest.raises(LimitReached) as caught:
        ask(endpoint, select(text), replace(LIMITS, query_rows=10))
    assert caught.value.limit == "rows"
    assert ask(endpoint, select(text), replace(LIMITS, query_rows=11)).rows == 11
    with pytest.raises(LimitReached) as caught:
        ask(endpoint, select(text), replace(LIMITS, query_bytes=500))
    assert caught.value.limit == "size"


def http(body: bytes, media_type: str = JSON, status: str = "200 OK", more: str = "") -> bytes:
    length = "" if "Length" in more else f"Content-Length: {len(body)}\r\n"
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{length}{more}Connection: close"
    return f"{head}\r\n\r\n".encode() + body


class Canned:
    """An endpoint that sends what it is given, in pieces with a pause between them."""

    def __init__(self, *pieces: bytes, pause: float = 0) -> None:
        self._pieces, self._pause = pieces, pause
        self.requests: list[bytes] = []
        self.gone = 0

    def __enter__(self) -> "Canned":
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._server.getsockname()[1]}/sparql?x=1"
        Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        with connection:
            request = connection.recv(65536)
            while b"query=" not in request:
                request += connection.recv(65536)
            self.requests.append(request)
            try:
                for piece in self._pieces:
                    connection.sendall(piece)
                    time.sleep(self._pause)
            except OSError:
                self.gone += 1


def test_the_request_is_a_form() -> None:
    with Canned(http(SOLUTIONS)) as canned:
        assert ask(canned.url, select("SELECT ?x {}", default_graphs=("a:b",))).body == SOLUTIONS
        head, _, body = canned.requests[0].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /sparql?x=1 HTTP/1.1")
    assert b"Accept: application/sparql-results+json, " in head
    assert b"Content-Type: application/x-www-form-urlencoded" in head
    assert body == b"query=SELECT+%3Fx+%7B%7D&default-graph-uri=a%3Ab"


@pytest.mark.parametrize("media_type", [XML, CSV, TSV])
def test_another_format_is_converted(media_type: str) -> None:
    with Canned(http(SOLUTIONS, f"{JSON}; charset=utf-8")) as canned:
        reply = ask(canned.url, select(SHORT, media_type))
    assert reply.rows == 1
    assert b"a:b" in reply.body
    assert reply.body != SOLUTIONS


@pytest.mark.parametrize(
    "response",
    [
        http(b"no", "text/plain", "500 Internal Server Error"),
        http(b"", "text/html", "302 Found", "Location: https://example.org/\r\n"),
        http(b"<html>", "text/html"),
        http(SOLUTIONS[:-5]),
        http(SOLUTIONS[:-5], more=f"Content-Length: {len(SOLUTIONS)}\r\n"),
        http(b"20\r\n" + SOLUTIONS[:20], more="Transfer-Encoding: chunked\r\nX-Length: 0\r\n"),
        http(b"x\r\n1\r\n", "text/csv"),
        http(b"<a:b> <a:c> ", "text/turtle"),
        b"this is no HTTP",
        b"",
    ],
)
def test_no_half_answer_and_no_foreign_one(response: bytes) -> None:
    with Canned(response) as canned, pytest.raises(Unavailable):
        ask(canned.url, select("CONSTRUCT {} {}", TURTLE) if b"turtle" in response
            else select(SHORT))  # fmt: skip


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "ftp://example.org/", "nonsense"])
def test_an_endpoint_that_is_not_there(url: str) -> None:
    with pytest.raises(Unavailable):
        ask(url, select(SHORT))


INTERNAL = "store-7.internal"


@pytest.mark.parametrize(
    ("status", "more"),
    [
        ("500 Internal Server Error", ""),
        ("400 Bad Request", ""),
        ("401 Unauthorized", ""),
        ("404 Not Found", ""),
        ("413 Too Large", ""),
        ("302 Found", f"Location: http://{INTERNAL}/\r\n"),
        ("200 OK", ""),
    ],
)
def test_what_a_store_says_of_itself_is_logged_and_not_sent(
    status: str, more: str, caplog: pytest.LogCaptureFixture
) -> None:
    body = f"no: ask http://{INTERNAL}:8890/".encode()
    errors = (Unavailable, QuerySyntaxError)
    with Canned(http(body, "text/plain", status, more)) as canned, pytest.raises(errors) as caught:
        ask(canned.url, select(SHORT))
    assert INTERNAL not in str(caught.value)
    assert "127.0.0.1" not in str(caught.value)
    assert status.startswith("200") or canned.url in caplog.text


def test_a_store_that_is_not_there_is_logged_and_not_named(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with pytest.raises(Unavailable) as caught:
        ask("http://127.0.0.1:1/internal", select(SHORT))
    assert "127.0.0.1" not in str(caught.value)
    assert "http://127.0.0.1:1/internal" in caplog.text


def test_an_answer_that_drips_ends_in_time_while_others_are_answered(endpoint: str) -> None:
    drops = [http(b"", more="Content-Length: 1000\r\n"), *[b"{"] * 100]
    with Canned(*drops, pause=0.1) as canned:
        with pytest.raises(LimitReached) as caught:
            ask(canned.url, select(SHORT))
        assert caught.value.limit == "time"


def test_whoever_goes_away_breaks_off_and_others_get_their_turn() -> None:
    drops = [http(b"", more="Content-Length: 1000\r\n"), *[b"{"] * 100]
    limits = replace(LIMITS, query_seconds=20, waiting_queries=1, concurrent_queries=1)

    async def use(backend: EndpointExecutor, canned: Canned) -> None:
        first = asyncio.create_task(backend.execute(select(SHORT)))
        await until(lambda: len(canned.requests) == 1)
        second = asyncio.create_task(backend.execute(select(SHORT)))
        await asyncio.sleep(0)
        assert isinstance(await outcome(backend.execute(select(SHORT))), Busy)
        first.cancel()
        await until(lambda: len(canned.requests) == 2)
        second.cancel()
        await until(lambda: canned.gone == 2)

    with Canned(*drops, pause=0.02) as canned:
        remotely(canned.url, lambda backend: use(backend, canned), limits)


def test_pool_and_remote_have_one_interface() -> None:
    for name in ("execute", "close"):
        assert asyncio.iscoroutinefunction(getattr(WorkerPool, name))
        assert asyncio.iscoroutinefunction(getattr(EndpointExecutor, name))
