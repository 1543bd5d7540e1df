"""No query reaches the network or a file, whatever it says (SPARQL 1.1 Federated Query)."""

import asyncio
import contextlib
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread

import pyoxigraph as ox
import pytest

from crosswalk_rdf.server.query_execution.worker import restrict_process
from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.sparql_text.service_clause import has_service, may_have_service
from crosswalk_rdf.store.backend import QueryResult, QuerySyntaxError, Refused
from tests.server.query_execution.support import Data, outcome, run, select

PREFIXES = "PREFIX : <http://127.0.0.1:{port}/> PREFIX service: <http://127.0.0.1:{port}/> "
FEDERATED = [
    "SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
    "SELECT * {{ sErViCe<http://127.0.0.1:{port}/>{{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
    "ASK {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
    "ASK {{ SERVICE SILENT <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
    "SELECT * {{ FILTER EXISTS {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
    "DESCRIBE ?s {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
    "SELECT * {{ VALUES ?e {{ <http://127.0.0.1:{port}/> }} SERVICE?e{{ ?s ?p ?o }} }}",
    'SELECT * {{ ?a ?b "x"SERVICE<http://127.0.0.1:{port}/>{{ ?s ?p ?o }} }}',
    "SELECT * {{ OPTIONAL {{ ?a ?b 1SERVICE<http://127.0.0.1:{port}/>{{ ?s ?p ?o }} }} }}",
    "SELECT * {{ ?a ?b ?c OPTIONAL {{ BIND(1 AS ?z)SERVICE<http://127.0.0.1:{port}/>{{}} }} }}",
    PREFIXES + "SELECT * {{ SERVICE:{{ ?s ?p ?o }} }}",
    PREFIXES + "SELECT * {{ SERVICE :x{{ ?s ?p ?o }} }}",
    PREFIXES + "SELECT * {{ SERVICE service:x{{ ?s ?p ?o }} }}",
    PREFIXES + "SELECT * {{ ?a ?b service:.SERVICE<http://127.0.0.1:{port}/>{{ ?s ?p ?o }} }}",
    "SELECT * {{ SERVICE # a comment\n<http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
    "SELECT * {{ ?a ?b ?service . SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}",
]
INNOCENT = [
    'SELECT * { ?s ?p "SERVICE <http://x/> { }" }',
    "SELECT * { ?s ?p '''\n' SERVICE <http://x/> { }''' }",
    "SELECT * { ?service ?p $SERVICE }",
    "SELECT (1 AS ?service) (2 AS ?servica) (3 AS ?SERVICE) { }",
    "SELECT * { ?s <http://x/SERVICE> <service:a> } # SERVICE <http://x/> {}",
    "PREFIX service: <http://x/> SELECT * { ?s service:service service:SERVICE }",
    "PREFIX service: <http://x/> SELECT * { GRAPH service:g { ?s ?p ?o } FILTER(?s < ?o) }",
    "PREFIX ex: <http://x/> SELECT * { ?s ex:service-b ex:my.services . ?t ex:p _:service }",
    'SELECT * { ?s ?p "\\u0022 SERVICE <http://x/> { }" }',
]


@contextmanager
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """Yield the port of a listening socket, and what connects to it."""
    heard: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            with contextlib.suppress(OSError):
                while True:
                    connection, _ = server.accept()
                    with connection:
                        heard.append(b"connected")

        Thread(target=accept, daemon=True).start()
        yield server.getsockname()[1], heard
        server.shutdown(socket.SHUT_RDWR)


def test_service_is_refused_and_reaches_nothing(overlapping: Data) -> None:
    async def use(pool: WorkerPool, port: int) -> list[object]:
        asked = [pool.execute(select(text.format(port=port))) for text in FEDERATED]
        return [await outcome(question) for question in asked]

    with listener() as (port, heard):
        outcomes = run(overlapping, lambda pool: use(pool, port))
        assert heard == []
    for text, actual in zip(FEDERATED, outcomes, strict=True):
        assert isinstance(actual, Refused), (text, actual)
        assert "SERVICE" in str(actual)


@pytest.mark.parametrize("text", FEDERATED)
def test_the_listener_would_have_heard(text: str) -> None:
    """What is refused are queries that Oxigraph would have asked others with, or syntax errors."""
    with listener() as (port, _):
        with contextlib.suppress(OSError, RuntimeError):
            result = ox.Store().query(text.format(port=port))
            if isinstance(result, ox.QuerySolutions):
                list(result)
        assert has_service(text.format(port=port))


@pytest.mark.parametrize("text", INNOCENT)
def test_the_word_may_stand_elsewhere(overlapping: Data, text: str) -> None:
    assert isinstance(run(overlapping, lambda pool: pool.execute(select(text))), QueryResult)
    assert may_have_service(text) == ("\\u0022" in text)  # others may undo that escape first


@pytest.mark.parametrize("text", FEDERATED)
def test_service_is_seen_in_what_others_are_asked(text: str) -> None:
    assert may_have_service(text.format(port=1))
    escaped = text.format(port=1).replace("SERVICE", "\\u0053ERV\\U00000049CE")
    assert may_have_service(escaped) or "SERVICE" not in text


def test_an_escaped_keyword_is_a_syntax_error(overlapping: Data) -> None:
    """Oxigraph does not know codepoint escapes outside strings and IRIs."""
    with listener() as (port, heard):
        text = FEDERATED[0].format(port=port).replace("SERVICE", "\\u0053ERVICE")
        with pytest.raises(QuerySyntaxError):
            run(overlapping, lambda pool: pool.execute(select(text)))
        assert heard == []


def test_a_confined_process_opens_nothing() -> None:
    with listener() as (port, heard):
        process = os.fork()
        if not process:
            restrict_process(100 * 1024 * 1024)
            opened = 0
            for attempt in (
                lambda: socket.create_connection(("127.0.0.1", port)),
                lambda: open("/etc/passwd"),  # noqa: SIM115
                lambda: list(
                    ox.Store().query(f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{}} }}")
                ),
            ):
                with contextlib.suppress(OSError):
                    attempt()
                    opened += 1
            os._exit(opened)
        assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0
        assert heard == []


def test_a_hostile_text_does_not_hold_up_others(overlapping: Data) -> None:
    data = replace(overlapping, limits=replace(overlapping.limits, query_seconds=0.3))

    async def use(pool: WorkerPool) -> None:
        hostile = "SELECT * FROM <a:b> FROM <a:c> { ?s ?p " + "a.a" * 300_000
        task = asyncio.create_task(outcome(pool.execute(select(hostile))))
        assert isinstance(await pool.execute(select("ASK {}")), QueryResult)
        assert not isinstance(await task, QueryResult)

    run(data, use)
