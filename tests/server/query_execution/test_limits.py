"""Runaway queries end at their limit, with an error, while other questions are answered."""

import asyncio
from collections.abc import Awaitable
from dataclasses import replace

import pytest

from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.store.backend import (
    Busy,
    LimitReached,
    QueryRequest,
    QueryResult,
)
from tests.server.query_execution.support import (
    JSON,
    LIMITS,
    LONG,
    SHORT,
    TURTLE,
    Data,
    outcome,
    run,
    select,
    until,
    values,
)


def growing(doublings: int) -> str:
    """Return a query that makes a string of 1,000 characters ten times as long, several times."""
    steps = "".join(
        f"BIND(CONCAT({', '.join([f'?x{n}'] * 10)}) AS ?x{n + 1}) " for n in range(doublings)
    )
    return f'SELECT (STRLEN(?x{doublings}) AS ?n) {{ BIND("{"x" * 1000}" AS ?x0) {steps} }}'


RUNAWAYS = {
    "cartesian product, counted": (LONG, JSON, {"time"}),
    "cartesian product, written": ("SELECT * { ?a ?b ?c . ?d ?e ?f }", JSON, {"rows", "size"}),
    "cartesian product, sorted": (
        "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a", JSON, {"memory", "time"}),
    "cartesian product, without repeats": (
        "SELECT DISTINCT ?a ?d ?h { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", JSON,
        {"rows", "size", "time", "memory"}),
    "unbounded path": ("SELECT * { ?s (<a:a>|!<a:a>)* ?o }", JSON, {"time", "memory", "rows"}),
    "unbounded path, counted": (
        "SELECT (COUNT(*) AS ?n) { ?s (<a:a>|!<a:a>)*/(<a:b>|!<a:b>)* ?o }", JSON,
        {"time", "memory"}),
    "paths within paths": (
        "SELECT * { ?s " + "(" * 40 + "(<a:a>|!<a:a>)" + ")*" * 40 + " ?o }", JSON,
        {"time", "memory"}),
    "huge graph": (
        "CONSTRUCT { ?a ?e ?c . ?d ?b ?f } { ?a ?b ?c . ?d ?e ?f }", TURTLE,
        {"rows", "time", "memory"}),
    "graph of the same triple again and again": (
        "CONSTRUCT { <a:b> <a:b> <a:b> } { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", TURTLE, {"time"}),
    "blank nodes that look alike": (
        "CONSTRUCT { [] <a:b> [] . [] <a:b> [] } { ?a ?b ?c }", TURTLE, {"time", "rows", "size"}),
    "growing strings": (growing(8), JSON, {"memory"}),
    "long strings, written": (
        f"SELECT ?x4 {{ {growing(4).partition('{')[2]}", JSON, {"size"}),
    "replacement that grows": (
        'SELECT (STRLEN(REPLACE(REPLACE(?x4, "x", "$0$0$0$0$0$0$0$0"), "x", "$0$0$0$0$0$0$0$0"))'
        f" AS ?n) {{ {growing(4).partition('{')[2]}", JSON, {"memory", "time"}),
    "regular expressions": (
        'SELECT * { ?a ?b ?c . ?d ?e ?f FILTER REGEX(CONCAT(STR(?c), STR(?f)),'
        ' CONCAT("(x+x+)+y{0,50}$", STR(?c))) }', JSON, {"time", "memory"}),
    "aggregates": (
        "SELECT ?a (GROUP_CONCAT(?f) AS ?all) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a", JSON,
        {"time", "memory"}),
    "deep nesting": ("SELECT * " + "{" * 20_000 + "}" * 20_000, JSON, {"memory"}),
    "brackets": ("ASK { FILTER(" + "(" * 50_000 + "1" + ")" * 50_000 + ") }", JSON, {"memory"}),
    "many parts": (
        "SELECT * { " + " UNION ".join(["{ ?s ?p ?o }"] * 20_000) + " }", JSON,
        {"memory", "time", "rows", "size"}),
}  # fmt: skip
"""Query, media type, and the limits at which it may end."""


@pytest.mark.parametrize("name", RUNAWAYS)
def test_runaway(flagship_data: Data, name: str) -> None:
    text, media_type, limits = RUNAWAYS[name]
    seconds = LIMITS.query_seconds if "time" in limits else 60  # on a busy machine, too

    async def use(pool: WorkerPool) -> tuple[object, int, QueryResult]:
        runaway = asyncio.create_task(outcome(pool.execute(QueryRequest(text, media_type))))
        others = 0
        while not runaway.done():
            await pool.execute(select(SHORT))
            others += 1
            await asyncio.sleep(0.02)
        replies = await asyncio.gather(*[pool.execute(select(SHORT)) for _ in range(4)])
        return runaway.result(), others, replies[0]

    patient = replace(LIMITS, query_seconds=seconds)
    error, others, reply = run(replace(flagship_data, limits=patient), use)
    assert isinstance(error, LimitReached), error
    assert error.limit in limits
    assert others > 0
    assert reply.rows == 3


def test_all_workers_at_once_run_away(flagship_data: Data) -> None:
    async def use(pool: WorkerPool) -> tuple[list[object], QueryResult]:
        asked: list[Awaitable[object]] = [outcome(pool.execute(select(LONG))) for _ in range(4)]
        return await asyncio.gather(*asked), await pool.execute(select(SHORT))

    errors, reply = run(flagship_data, use)
    assert [e.limit for e in errors if isinstance(e, LimitReached)] == ["time"] * 4
    assert reply.rows == 3


def test_an_answer_at_the_limit_is_whole_and_one_above_it_is_none(flagship_data: Data) -> None:
    rows = "SELECT ?s {{ ?s ?p ?o }} LIMIT {}"
    graph = "CONSTRUCT {{ ?s ?p ?o }} {{ SELECT DISTINCT ?s ?p ?o {{ ?s ?p ?o }} LIMIT {} }}"
    data = replace(flagship_data, limits=replace(LIMITS, query_rows=1000))

    async def use(pool: WorkerPool) -> list[object]:
        return [
            await outcome(pool.execute(QueryRequest(text.format(size), media_type)))
            for text, media_type in [(rows, JSON), (graph, TURTLE)]
            for size in (1000, 1001)
        ]

    whole, above, whole_graph, graph_above = run(data, use)
    assert isinstance(whole, QueryResult) and len(values(whole)) == whole.rows == 1000
    assert isinstance(whole_graph, QueryResult) and whole_graph.rows == 1000
    for error in (above, graph_above):
        assert isinstance(error, LimitReached) and error.limit == "rows"


def test_bytes_at_the_limit(flagship_data: Data) -> None:
    text = "SELECT ?x { VALUES ?x { '" + "x" * 5000 + "' } }"

    async def size(pool: WorkerPool) -> int:
        return len((await pool.execute(select(text))).body)

    exact = run(flagship_data, size)
    enough = replace(flagship_data, limits=replace(LIMITS, query_bytes=exact))
    assert run(enough, size) == exact
    short = replace(flagship_data, limits=replace(LIMITS, query_bytes=exact - 1))
    with pytest.raises(LimitReached) as caught:
        run(short, size)
    assert caught.value.limit == "size"


def test_questions_wait_for_their_turn_and_no_longer(flagship_data: Data) -> None:
    few = replace(LIMITS, concurrent_queries=1, waiting_queries=2, waiting_seconds=0.2)

    async def use(pool: WorkerPool) -> tuple[list[object], int, object]:
        await outcome(pool.execute(select(LONG)))  # from now on it is known to run long
        asked = [asyncio.create_task(outcome(pool.execute(select(LONG))))]
        await until(lambda: pool.metrics.running == 1)
        asked += [asyncio.create_task(outcome(pool.execute(select(LONG)))) for _ in range(2)]
        await until(lambda: pool.metrics.waiting == 2)
        refused = await outcome(pool.execute(select(LONG)))
        assert pool.metrics.waiting == 2  # it was turned away before any of the others was served
        results: list[object] = list(await asyncio.gather(*asked))
        return [refused, *results], pool.metrics.rejected, await pool.execute(select(SHORT))

    (refused, long, *waited), rejected, reply = run(replace(flagship_data, limits=few), use)
    assert isinstance(refused, Busy) and refused.retry_after >= 1
    assert isinstance(long, LimitReached)
    assert all(isinstance(error, Busy) for error in waited)
    assert rejected == 3
    assert isinstance(reply, QueryResult)


def test_only_so_many_run_at_a_time(flagship_data: Data) -> None:
    async def use(pool: WorkerPool) -> list[int]:
        asked = [asyncio.create_task(pool.execute(select(SHORT))) for _ in range(40)]
        outcomes = []
        while not all(task.done() for task in asked):
            outcomes.append(pool.metrics.running)
            await asyncio.sleep(0)
        await asyncio.gather(*asked)
        assert pool.metrics.answered == 40
        return outcomes

    assert max(run(flagship_data, use)) == LIMITS.concurrent_queries + 1  # one for short ones


def test_figures_count_what_came_to_a_limit(flagship_data: Data) -> None:
    async def use(pool: WorkerPool) -> None:
        await outcome(pool.execute(select(LONG)))
        await outcome(pool.execute(select(growing(8))))
        await outcome(pool.execute(select("SELECT ?n { ?a ?b ?c . ?d ?e ?f BIND(1 AS ?n) }")))
        await pool.execute(select(SHORT))
        figures = pool.metrics
        assert figures.limited == {"time": 1, "memory": 1, "rows": 1}
        assert (figures.answered, figures.running, figures.waiting) == (1, 0, 0)
        assert figures.workers_replaced >= 2

    run(replace(flagship_data, limits=replace(LIMITS, query_seconds=5)), use)
