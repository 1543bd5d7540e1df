"""Answers are kept and shared, and nothing that may change is."""

import asyncio
from dataclasses import dataclass, field, replace

import pytest

from crosswalk_rdf.server.query_execution.result_cache import CachingBackend
from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.store.backend import LimitReached, QueryRequest, QueryResult
from tests.server.query_execution.support import (
    CSV,
    LONG,
    PATIENT,
    SHORT,
    Data,
    outcome,
    run,
    select,
    until,
)


@dataclass
class Counting:
    """Passes questions on, and remembers them."""

    pool: WorkerPool
    asked: list[QueryRequest] = field(default_factory=list)

    async def execute(self, question: QueryRequest) -> QueryResult:
        self.asked.append(question)
        return await self.pool.execute(question)

    async def close(self) -> None:
        await self.pool.close()


def asked(
    data: Data, most: int, *questions: QueryRequest
) -> tuple[list[QueryRequest], CachingBackend]:
    async def use(pool: WorkerPool) -> tuple[list[QueryRequest], CachingBackend]:
        counting = Counting(pool)
        caching = CachingBackend(counting, most)
        for question in questions:
            assert await caching.execute(question) == await pool.execute(question)
        return counting.asked, caching

    return run(data, use)


def test_the_same_is_asked_once(overlapping: Data) -> None:
    first, caching = asked(overlapping, 10**6, *[select(SHORT)] * 3)
    assert len(first) == 1
    assert (caching.hits, caching.misses) == (2, 1)


def test_another_media_type_or_dataset_is_another_question(overlapping: Data) -> None:
    questions = [
        select(SHORT),
        select(SHORT, CSV),
        select(SHORT, default_graphs=("a:b",)),
        select(SHORT, named_graphs=("a:b",)),
        select(SHORT + " "),
    ]
    assert asked(overlapping, 10**6, *questions)[0] == questions


def test_nothing_is_kept_where_nothing_may_be(overlapping: Data) -> None:
    assert len(asked(overlapping, 0, *[select(SHORT)] * 3)[0]) == 3


@pytest.mark.parametrize(
    "expression",
    ["NOW()", "rand ()", "RAND #c\n()", "UUID()", "STRUUID()", "BNODE()", "1+RAND()", "TZ(NOW())"],
)
def test_what_changes_is_not_kept(overlapping: Data, expression: str) -> None:
    question = select(f"SELECT (STR({expression}) AS ?x) {{}}")

    async def use(pool: WorkerPool) -> int:
        counting = Counting(pool)
        caching = CachingBackend(counting, 10**6)
        await asyncio.gather(*[caching.execute(question) for _ in range(3)])
        return len(counting.asked)

    assert run(overlapping, use) == 3


def test_what_is_kept_has_a_bound(overlapping: Data) -> None:
    questions = [select(f"SELECT ?x {{ VALUES ?x {{ {n} }} }}") for n in range(50)]
    results, caching = asked(overlapping, 8000, *questions, questions[-1], questions[0])
    assert 0 < caching.bytes <= 8000
    assert len(results) == 51  # the last was kept, the first was not
    large = select("SELECT ?x { VALUES ?x { '" + "x" * 8000 + "' } }")
    assert len(asked(overlapping, 8000, large, large)[0]) == 2


def test_equal_questions_at_a_time_are_asked_once(flagship_data: Data) -> None:
    async def use(pool: WorkerPool) -> None:
        counting = Counting(pool)
        caching = CachingBackend(counting, 10**6)
        replies = await asyncio.gather(*[caching.execute(select(SHORT)) for _ in range(20)])
        assert len(counting.asked) == 1
        assert all(reply is replies[0] for reply in replies)

    run(flagship_data, use)


def test_errors_are_shared_and_not_kept(flagship_data: Data) -> None:
    async def use(pool: WorkerPool) -> None:
        counting = Counting(pool)
        caching = CachingBackend(counting, 10**6)
        for _ in range(2):
            asked = [outcome(caching.execute(select(LONG))) for _ in range(3)]
            assert all(isinstance(e, LimitReached) for e in await asyncio.gather(*asked))
        assert len(counting.asked) == 2

    run(flagship_data, use)


def test_whoever_goes_away_takes_the_answer_from_nobody(flagship_data: Data) -> None:
    async def use(pool: WorkerPool) -> None:
        caching = CachingBackend(pool, 10**6)
        text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c }"
        first, second = (asyncio.create_task(caching.execute(select(text))) for _ in range(2))
        await asyncio.sleep(0)
        first.cancel()
        assert (await second).rows == 1
        lone = asyncio.create_task(caching.execute(select(LONG)))
        await until(lambda: pool.metrics.running == 1)
        lone.cancel()
        await until(lambda: pool.metrics.running == 0)

    run(replace(flagship_data, limits=PATIENT), use)
