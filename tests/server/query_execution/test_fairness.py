"""Queries that run long, and clients that ask much, do not keep others from being answered."""

import asyncio
from dataclasses import replace

import pytest
from rdflib import RDF

from crosswalk_rdf.server.query_execution.client_shares import ClientShares
from crosswalk_rdf.server.query_execution.wait_queue import WaitQueue
from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.store.backend import PROBE, Busy, QueryRequest
from tests.server.query_execution.support import EX, JSON, LIMITS, LONG, SHORT, Data, run, until

GREEDY = 40
PATIENT = replace(LIMITS, query_seconds=300, waiting_seconds=300)


@pytest.fixture(scope="module")
def data() -> Data:
    lines = [f'<{EX}s{n}> <{EX}p> "{n}" <{EX}graph/a> .\n' for n in range(1500)]
    lines.append(f"<{EX}s> <{RDF.type}> <{EX}o> <{EX}graph/a> .\n")
    return Data("".join(lines).encode(), EX, limits=PATIENT)


@pytest.mark.parametrize("address", ["one", "each"])
def test_forty_greedy_clients_and_a_polite_one(data: Data, address: str) -> None:
    """The loops run on: whoever is polite is answered before any of them ends."""

    async def use(pool: WorkerPool) -> list[int]:
        loops = [
            asyncio.create_task(
                pool.execute(QueryRequest(f"{LONG} # {number}", JSON, client=_name(number)))
            )
            for number in range(GREEDY)
        ]
        await until(lambda: pool.metrics.waiting > 0)
        rows = [
            (await pool.execute(QueryRequest(SHORT + f" # {n}", JSON, client="polite"))).rows
            for n in range(20)
        ]
        await pool.execute(PROBE)
        assert [loop.exception() or loop.result() for loop in loops if loop.done()] == []
        for loop in loops:
            loop.cancel()
        await asyncio.gather(*loops, return_exceptions=True)
        return rows

    def _name(number: int) -> str:
        return "polite" if address == "one" else f"greedy {number}"

    assert run(data, use) == [1] * 20


def test_a_query_that_is_stopped_begins_anew(data: Data) -> None:
    """With every place for long ones taken, it waits for one, and is answered whole."""
    text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . FILTER(STRLEN(STR(?c)) > 0) }"

    async def use(pool: WorkerPool) -> bytes:
        loops = [asyncio.create_task(pool.execute(_query(f"{LONG} # {n}"))) for n in range(2)]
        await until(lambda: pool.metrics.running == 2)
        answer = asyncio.create_task(pool.execute(_query(text)))
        await until(lambda: pool.metrics.running >= 2)
        loops[0].cancel()
        body = (await answer).body
        loops[1].cancel()
        await asyncio.gather(*loops, return_exceptions=True)
        return body

    alone = run(data, lambda pool: pool.execute(_query(text))).body
    assert run(data, use) == alone


def _query(text: str, client: str = "", precedence: int = 2) -> QueryRequest:
    return QueryRequest(text, JSON, client=client, precedence=precedence)


def _order(requests: list[QueryRequest], most: int = 100) -> list[str]:
    """Return the texts of ``requests`` in the order in which they get the one resource."""

    async def ask() -> list[str]:
        waiting: WaitQueue[int] = WaitQueue(most, 60)
        order: list[str] = []

        async def one(request: QueryRequest) -> None:
            try:
                thing = await waiting.take(request)
            except Busy:
                order.append(f"not {request.text}")
                return
            order.append(request.text)
            waiting.give(thing)

        tasks = [asyncio.create_task(one(request)) for request in requests]
        await until(lambda: waiting.waiting + len(order) == len(tasks))
        waiting.give(1)
        await asyncio.gather(*tasks)
        return order

    return asyncio.run(ask())


def test_each_client_in_turn() -> None:
    many = [_query(f"a{n}", "a") for n in range(4)]
    assert _order([*many, _query("b", "b"), _query("c", "c")]) == ["a0", "b", "c", "a1", "a2", "a3"]


def test_probes_and_the_library_come_first() -> None:
    order = _order([_query("any"), _query("library", precedence=1), _query("probe", precedence=0)])
    assert order == ["probe", "library", "any"]


def test_a_full_queue_has_room_for_who_had_less() -> None:
    many = [_query(f"a{n}", "a") for n in range(3)]
    assert _order([*many, _query("b", "b"), _query("a3", "a")], most=3) == [
        "not a3", "not a2", "a0", "b", "a1",
    ]  # fmt: skip


def test_who_took_long_comes_later() -> None:
    shares = ClientShares()
    shares.begin(shares.ask("a"))
    shares.charge("a", 10)
    assert shares.ask("b") < shares.ask("a")
    shares.begin(10)
    assert shares.ask("new") == 10  # nobody saves up what was not used
