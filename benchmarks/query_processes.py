"""Two ways to answer queries in processes that can be killed: our fork server, and Pebble.

Pebble's pool (``pip install pebble``) keeps its workers, stops those whose time is up or whose
future is canceled, and replaces those that ended; each worker opens one Oxigraph store on disk for
reading. Both answer the library's queries on the flagship, two at a time, in turns in one run.
"""

import asyncio
import gc
import multiprocessing
import os
import resource
import tempfile
import time
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import TimeoutError as TimeIsUp
from pathlib import Path
from statistics import median
from typing import Protocol, Self

import pyoxigraph as ox
from pebble import CONSTS, ProcessExpired, ProcessPool

from benchmarks.flagship import build
from benchmarks.measuring import REPOSITORY, children, process_seconds, tree, tree_megabytes
from benchmarks.service import library_texts
from benchmarks.tables import figure, table
from crosswalk_rdf.model.manifest import FILE, read_manifest
from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.server.query_execution.evaluation import QueryEvaluator
from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.server.settings import Limits
from crosswalk_rdf.store.backend import LimitReached, QueryRequest, QueryResult
from crosswalk_rdf.store.dataset import MergedDataset, Result

JSON, N_TRIPLES = "application/sparql-results+json", "application/n-triples"
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
HUNGRY = "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f"
LIMITS = Limits(query_seconds=2.0, query_memory=256 * 1024 * 1024)
ROUNDS = 3


class Pool(Protocol):
    """What is measured."""

    async def execute(self, request: QueryRequest) -> QueryResult:
        """Answer; raise LimitReached."""
        ...

    async def close(self) -> None:
        """End all processes."""
        ...


class Opened:
    """A store on disk, the merge of its graphs in its default graph, opened for reading."""

    def __init__(self, folder: str) -> None:
        self._store = ox.Store.read_only(folder)

    def query(self, text: str, default: tuple[str, ...], named: tuple[str, ...]) -> Result:
        """Return what ``text`` gives; a dataset of several graphs repeats what they share."""
        if not default and not named:
            return self._store.query(text)
        return self._store.query(
            text,
            default_graph=[ox.NamedNode(name) for name in default],
            named_graphs=[ox.NamedNode(name) for name in named],
        )


_evaluator: list[QueryEvaluator] = []
"""What a worker of Pebble answers with, from its start on."""


def begin(folder: str, limits: Limits) -> None:
    """Open the store in a worker, and set its limit of memory."""
    dataset = Opened(folder)
    _evaluator[:] = [
        QueryEvaluator(
            dataset=dataset,  # type: ignore[arg-type]
            prefixes={},
            context=Context(),
            most_rows=limits.query_rows,
            most_bytes=limits.query_bytes,
        )
    ]
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + limits.query_memory,) * 2)


def evaluate(request: QueryRequest) -> QueryResult:
    """Answer in a worker of Pebble."""
    return _evaluator[0].answer(request)


class PebblePool:
    """The pool of Pebble, behind the interface of ours."""

    def __init__(self, folder: str, limits: Limits) -> None:
        self._limits = limits
        CONSTS.term_timeout = 0.05  # seconds for SIGTERM before SIGKILL, by default 3
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([__name__])
        self._pool = ProcessPool(
            limits.concurrent_queries, initializer=begin, initargs=(folder, limits), context=context
        )

    @classmethod
    async def start(cls, dump: bytes, folder: Path) -> Self:
        """Write the store, and start a pool on it."""
        path = str(folder / f"store-{time.monotonic_ns()}")
        store = ox.Store(path)
        store.bulk_load(input=dump, format=ox.RdfFormat.N_QUADS)
        MergedDataset(store)
        store.optimize()
        store.flush()
        del store
        gc.collect()  # the store is closed when nothing refers to it, not even a cycle
        return cls(path, LIMITS)

    async def execute(self, request: QueryRequest) -> QueryResult:
        """Answer; raise LimitReached for time, and for memory where a worker has ended."""
        seconds = self._limits.query_seconds
        future = self._pool.schedule(evaluate, args=(request,), timeout=seconds)
        try:
            return await asyncio.wrap_future(future)
        except TimeIsUp as error:
            raise LimitReached("time", "too long") from error
        except (ProcessExpired, MemoryError) as error:
            raise LimitReached("memory", "too large") from error

    async def close(self) -> None:
        """End all processes."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        await asyncio.to_thread(self._pool.join)


def report(seconds: float = 5.0) -> str:
    """Return the figures as Markdown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build(REPOSITORY, folder / "dist")
        manifest = read_manifest((folder / "dist" / FILE).read_bytes())
        dump = (folder / "dist" / manifest.dump).read_bytes()
        requests = [_request(text) for text in library_texts(manifest.base).values()]
        starts: Mapping[str, Callable[[], Awaitable[Pool]]] = {
            "fork server": lambda: WorkerPool.start(dump, manifest.base, limits=LIMITS),
            "Pebble": lambda: PebblePool.start(dump, folder),
        }
        samples: dict[str, list[dict[str, float]]] = {name: [] for name in starts}
        for _ in range(ROUNDS):
            for name, start in starts.items():
                samples[name].append(asyncio.run(_measured(start, requests, seconds)))
    rows = [[key, *(figure(median(s[key] for s in samples[name])) for name in starts)]
            for key in samples["Pebble"][0]]  # fmt: skip
    return f"{table(['what', *starts], rows)}\nMedians of {ROUNDS} runs in turn.\n"


async def _measured(
    start: Callable[[], Awaitable[Pool]], requests: list[QueryRequest], seconds: float
) -> dict[str, float]:
    begun = time.perf_counter()
    pool = await start()
    await asyncio.gather(*(pool.execute(_request("ASK {}")) for _ in range(2)))
    ready = time.perf_counter() - begun
    before = _memory()
    cpu = _cpu_seconds()
    done = await _answered(pool, requests, seconds)
    cpu, after = _cpu_seconds() - cpu, _memory()
    runaway, meanwhile = await _limited(pool, RUNAWAY)
    hungry, _ = await _limited(pool, HUNGRY)
    gone = await _canceled(pool)
    await pool.close()
    return {
        "seconds until both workers answer": ready,
        "MB (PSS) at the start": before,
        "MB (PSS) after the load": after,
        "library queries a second": done / seconds,
        "CPU ms a query, all processes": cpu / done * 1000,
        f"a runaway query, limit {LIMITS.query_seconds:g} s: seconds until its error": runaway,
        "other queries answered a second meanwhile": meanwhile / runaway,
        "a query without bound on memory: seconds until its error": hungry,
        "client gone: seconds until the worker is killed and replaced": gone,
    }


async def _answered(pool: Pool, requests: list[QueryRequest], seconds: float) -> int:
    end = time.perf_counter() + seconds
    count = 0

    async def client(offset: int) -> None:
        nonlocal count
        while time.perf_counter() < end:
            await pool.execute(requests[(count + offset) % len(requests)])
            count += 1

    await asyncio.gather(*(client(n) for n in range(4)))
    return count


async def _limited(pool: Pool, text: str) -> tuple[float, int]:
    """Return the seconds until ``text`` exceeds a limit, and what else was answered meanwhile."""
    begun = time.perf_counter()
    task = asyncio.create_task(pool.execute(_request(text)))
    await asyncio.sleep(0.02)
    count = 0
    while not task.done():
        await pool.execute(_request("ASK {}"))
        count += 1
    if not isinstance(task.exception(), LimitReached):
        raise SystemExit(f"no limit was reached: {task.exception()}")
    return time.perf_counter() - begun, count


async def _canceled(pool: Pool) -> float:
    """Return the seconds from the departure of both clients until a query is answered again."""
    tasks = [asyncio.create_task(pool.execute(_request(RUNAWAY))) for _ in range(2)]
    await asyncio.sleep(0.3)
    begun = time.perf_counter()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    await pool.execute(_request("ASK {}"))
    return time.perf_counter() - begun


def _cpu_seconds() -> float:
    """Return the CPU time of this process and of all that it has started and that live."""
    return sum(map(process_seconds, tree(os.getpid())))


def _memory() -> float:
    """Return what the processes hold that this one has started, in MB; shared pages count once."""
    return sum(map(tree_megabytes, children(os.getpid())))


def _request(text: str) -> QueryRequest:
    is_graph = isinstance(ox.Store().query(text), ox.QueryTriples)
    return QueryRequest(text, N_TRIPLES if is_graph else JSON)


if __name__ == "__main__":
    print(report())
