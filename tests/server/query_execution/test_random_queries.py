"""Whatever is asked, there is an answer or an error of ours, and the pool goes on."""

import asyncio
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crosswalk_rdf.errors import CrosswalkError
from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.store.backend import QueryRequest, QueryResult
from tests.queries.library import FILES
from tests.server.query_execution.support import (
    CSV,
    EX,
    JSON,
    SHORT,
    TURTLE,
    Data,
    outcome,
    with_pool,
)

LIBRARY = [file.read_text(encoding="utf-8") for file in FILES]
WORDS = """
SELECT * ?x ?y DISTINCT CONSTRUCT ASK DESCRIBE WHERE { } ( ) [ ] . ; , FROM NAMED GRAPH OPTIONAL
UNION MINUS FILTER EXISTS NOT BIND AS VALUES UNDEF ORDER BY LIMIT 10 -1 1e400 COUNT GROUP_CONCAT
REGEX CONCAT STRLEN SUBSTR <a:b> <a> a:b _:b 'x' "y"@en true ^ | / * + ! SERVICE PREFIX a: BASE
<http://127.0.0.1:1/> RAND() NOW() \\u0041 é 😀 #
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\x00"])
SENTENCES = st.lists(PIECES, max_size=25).map(" ".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Return a query of the library with a piece taken out and another put in."""
    text = draw(st.sampled_from(LIBRARY))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 40)))
    return text[:start] + draw(PIECES | st.text(max_size=5)) + text[end:]


GRAPHS = st.lists(st.sampled_from([EX + "a", EX + "b", "", "x", "a:b"]), max_size=3).map(tuple)
QUESTIONS = st.builds(
    QueryRequest,
    SENTENCES | mutated() | st.text(max_size=60),
    st.sampled_from([JSON, CSV, TURTLE, "application/rdf+xml", "x/y", ""]),
    GRAPHS,
    GRAPHS,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(QUESTIONS, min_size=10, max_size=25))
def test_the_pool_goes_on(overlapping: Data, questions: list[QueryRequest]) -> None:
    data = replace(overlapping, limits=replace(overlapping.limits, query_seconds=0.2))

    async def use(pool: WorkerPool) -> None:
        outcomes = await asyncio.gather(
            *[outcome(pool.execute(question)) for question in questions]
        )
        assert all(isinstance(each, QueryResult | CrosswalkError) for each in outcomes)
        reply = await pool.execute(QueryRequest(SHORT, JSON))
        assert reply.rows == 0
        assert pool.metrics.running == pool.metrics.waiting == 0

    asyncio.run(with_pool(data, use))
