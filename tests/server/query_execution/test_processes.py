"""Processes come and go: killed, abandoned, worn; nothing is left behind and nothing grows."""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.store.backend import Busy, QueryResult, Unavailable
from tests.server.query_execution.support import (
    JSON,
    LONG,
    PATIENT,
    SHORT,
    TURTLE,
    Data,
    alive,
    outcome,
    resident,
    run,
    select,
    until,
)

LOOPS = pytest.mark.parametrize("loop", ["asyncio", "uvloop"])


@LOOPS
def test_closing_ends_all_processes(overlapping: Data, loop: str) -> None:
    async def use(pool: WorkerPool) -> tuple[int, ...]:
        await asyncio.gather(*[pool.execute(select(SHORT)) for _ in range(4)])
        await until(lambda: len(pool.processes) == 4 and all(pool.processes))
        assert all(map(alive, pool.processes))
        return pool.processes

    processes = run(overlapping, use, loop)
    assert len(set(processes)) == 4
    assert not any(map(alive, processes))


@LOOPS
def test_closing_lets_what_runs_and_waits_come_to_its_end(flagship_data: Data, loop: str) -> None:
    async def use(pool: WorkerPool) -> list[object]:
        asked = [asyncio.create_task(outcome(pool.execute(select(t)))) for t in (LONG, LONG, SHORT)]
        await until(lambda: pool.metrics.running == 2)
        closing = asyncio.create_task(pool.close())
        await asyncio.sleep(0)
        late = await outcome(pool.execute(select(SHORT)))
        await closing
        return [late, *[task.result() for task in asked]]

    late, first, second, waited = run(flagship_data, use, loop)
    assert isinstance(late, Busy)
    assert getattr(first, "limit", "") == getattr(second, "limit", "") == "time"
    assert isinstance(waited, QueryResult) and waited.rows == 3


@LOOPS
def test_a_client_that_goes_away_stops_its_query(flagship_data: Data, loop: str) -> None:
    async def use(pool: WorkerPool) -> None:
        before = pool.processes
        task = asyncio.create_task(pool.execute(select(LONG)))
        await until(lambda: pool.metrics.running == 1)
        await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await until(lambda: sum(map(alive, before)) == len(before) - 1)
        assert pool.metrics.running == 0
        assert (await pool.execute(select(SHORT))).rows == 3
        await until(lambda: pool.metrics.workers == 3 and all(pool.processes))

    run(replace(flagship_data, limits=PATIENT), use, loop)


def test_a_client_that_goes_away_while_it_waits_takes_no_turn(flagship_data: Data) -> None:
    async def use(pool: WorkerPool) -> None:
        for _ in range(2):
            tasks = [asyncio.create_task(outcome(pool.execute(select(LONG)))) for _ in range(2)]
            await until(lambda: pool.metrics.running == 2)
            waiting = [asyncio.create_task(pool.execute(select(SHORT))) for _ in range(6)]
            await asyncio.sleep(0)  # each asks; the first takes the worker that is free for it
            assert pool.metrics.waiting >= 3
            waiting[3].cancel()
            waiting[5].cancel()
            assert (await waiting[4]).rows == 3
            await asyncio.gather(*tasks, *waiting, return_exceptions=True)
            assert pool.metrics.waiting == 0

    run(flagship_data, use)


@LOOPS
def test_a_killed_worker_is_replaced(flagship_data: Data, loop: str) -> None:
    async def use(pool: WorkerPool) -> None:
        for _ in range(3):
            await until(lambda: len(pool.processes) == 4 and all(pool.processes))
            for process in pool.processes[1:]:
                os.kill(process, signal.SIGKILL)
            replies = await asyncio.gather(*[pool.execute(select(SHORT)) for _ in range(8)])
            assert [reply.rows for reply in replies] == [3] * 8

    run(flagship_data, use, loop)


@LOOPS
def test_a_killed_host_is_replaced(flagship_data: Data, loop: str) -> None:
    async def use(pool: WorkerPool) -> None:
        for _ in range(2):
            await until(lambda: len(pool.processes) == 4 and all(pool.processes))
            before = pool.processes
            os.kill(before[0], signal.SIGKILL)
            replies = await asyncio.gather(*[pool.execute(select(SHORT)) for _ in range(8)])
            assert [reply.rows for reply in replies] == [3] * 8
            for process in before:
                await until(lambda process=process: not alive(process))
        assert pool.metrics.fork_servers_restarted == 2

    run(flagship_data, use, loop)


def test_a_question_whose_worker_is_killed_is_asked_again(flagship_data: Data) -> None:
    async def use(pool: WorkerPool) -> None:
        text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d a ?f }"
        task = asyncio.create_task(pool.execute(select(text)))
        await until(lambda: pool.metrics.running == 1)
        for process in pool.processes[1:]:
            os.kill(process, signal.SIGKILL)
        assert (await task).rows == 1

    run(replace(flagship_data, limits=PATIENT), use)


OWNER = """
import asyncio, sys
from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.store.backend import QueryRequest
from crosswalk_rdf.server.settings import Limits

async def main():
    limits = Limits(query_seconds=300)
    pool = await WorkerPool.start(sys.stdin.buffer.read(), "https://example.org/", limits=limits)
    asked = [asyncio.create_task(pool.execute(QueryRequest(sys.argv[1], sys.argv[2])))]
    await asyncio.sleep(0.3)
    print(*pool.processes, flush=True)
    await asyncio.gather(*asked)

asyncio.run(main())
"""


def test_an_owner_that_is_killed_leaves_no_process(flagship_data: Data) -> None:
    command = [sys.executable, "-c", OWNER, LONG, JSON]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as owner:
        assert owner.stdin and owner.stdout
        owner.stdin.write(flagship_data.dump)
        owner.stdin.close()
        processes = [int(number) for number in owner.stdout.readline().split()]
        assert len(processes) == 4 and all(map(alive, processes))
        owner.kill()
        owner.wait()
        asyncio.run(until(lambda: not any(map(alive, processes))))


def open_files(process: int) -> Iterator[Path]:
    """Yield what a process has open; it may close some of it meanwhile."""
    for descriptor in Path(f"/proc/{process}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):
            yield descriptor.readlink()


def test_processes_hold_none_of_the_sockets_of_the_service(overlapping: Data) -> None:
    async def use(pool: WorkerPool) -> None:
        server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
        async with server:
            os.kill(pool.processes[0], signal.SIGKILL)
            await pool.execute(select(SHORT))
            await until(lambda: len(pool.processes) == 4 and all(pool.processes))
            held = {target for process in pool.processes for target in open_files(process)}
            ours = Path(f"/proc/self/fd/{server.sockets[0].fileno()}").readlink()
            assert ours not in held

    run(overlapping, use)


def test_memory_stays_flat(flagship_data: Data) -> None:
    large = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
    table = "SELECT * { ?s ?p ?o } ORDER BY ?o"

    async def use(pool: WorkerPool) -> tuple[int, int]:
        async def ask(times: int) -> int:
            for n in range(times):
                await pool.execute(select(large, TURTLE) if n % 10 == 0 else select(SHORT))
                await pool.execute(select(table if n % 5 == 0 else SHORT))
                await pool.execute(
                    select(SHORT, default_graphs=(f"{flagship_data.base}graph/psel-2015",
                                                  f"{flagship_data.base}graph/inferred"))
                )  # fmt: skip
            await until(lambda: len(pool.processes) == 4 and all(pool.processes))
            return sum(map(resident, pool.processes))

        return await ask(10), await ask(50)

    limits = replace(PATIENT, query_rows=100_000)
    early, late = run(replace(flagship_data, limits=limits), use)
    assert late < early + PATIENT.query_memory


def test_a_worker_that_has_grown_is_replaced(flagship_data: Data) -> None:
    text = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"
    limits = replace(PATIENT, query_memory=64 * 1024 * 1024)

    async def use(pool: WorkerPool) -> int:
        for _ in range(4):
            await pool.execute(select(text, TURTLE))
        return pool.metrics.workers_replaced

    assert run(replace(flagship_data, limits=limits), use) > 0


@pytest.mark.parametrize(
    ("dump", "context"),
    [(b"this is no N-Quads", ""), (b"", "no context"), (b"", '{"@context": 1}')],
)
def test_data_that_cannot_be_loaded(
    dump: bytes, context: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(Unavailable):
        run(Data(dump, "https://example.org/", context), lambda pool: pool.execute(select(SHORT)))
    assert "the data cannot be loaded" in capfd.readouterr().err
