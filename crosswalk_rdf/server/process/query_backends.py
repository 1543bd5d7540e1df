"""What answers queries: processes of our own on the build's data, or a store elsewhere."""

from collections.abc import Iterator
from typing import Final

from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, Metric

from crosswalk_rdf.server.content.build import ServedBuild
from crosswalk_rdf.server.metrics import Metrics
from crosswalk_rdf.server.process.loading import StartBackend
from crosswalk_rdf.server.query_execution.endpoint_executor import EndpointExecutor
from crosswalk_rdf.server.query_execution.metrics import PoolMetrics
from crosswalk_rdf.server.query_execution.result_cache import CachingBackend
from crosswalk_rdf.server.query_execution.worker_pool import WorkerPool
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import AsyncQueryBackend
from crosswalk_rdf.store.login import Login

_CONTEXT: Final = "context.jsonld"


def backend_starter(
    endpoint: str | None, login: Login | None, settings: Settings, metrics: Metrics
) -> StartBackend:
    """Return what starts a backend for a build; ``metrics`` tell of the last that was started."""
    current: list[WorkerPool] = []
    metrics.add(lambda: _metrics(current[-1].metrics) if current else iter(()))

    async def start(build: ServedBuild) -> AsyncQueryBackend:
        context = bytes(build.files[_CONTEXT].content).decode()
        if endpoint is not None:
            return EndpointExecutor(
                endpoint,
                limits=settings.limits,
                context=context,
                graphs=tuple(sorted(build.graphs)),
                login=login,
            )
        base = build.manifest.base
        pool = await WorkerPool.start(build.dump, base, limits=settings.limits, context=context)
        current[:] = [pool]
        return CachingBackend(pool, settings.result_cache_bytes)

    return start


def _metrics(pool: PoolMetrics) -> Iterator[Metric]:
    """Yield what a pool does, and has done since its build was loaded."""
    yield _gauge("queries_running", "Queries that run.", pool.running)
    yield _gauge("queries_waiting", "Queries that wait for their turn.", pool.waiting)
    yield _gauge("query_processes", "Processes that answer queries.", pool.workers)
    yield _counter("queries_answered", "Queries that were answered, from no cache.", pool.answered)
    yield _counter("queries_turned_away", "Queries that waited too long.", pool.rejected)
    yield _counter("query_processes_replaced", "Processes that ended.", pool.workers_replaced)
    limits = CounterMetricFamily(
        "crosswalk_rdf_queries_limited", "Queries that came to a limit.", labels=("limit",)
    )
    for limit, count in sorted(pool.limited.items()):
        limits.add_metric((limit,), count)
    yield limits


def _gauge(name: str, text: str, value: int) -> Metric:
    return GaugeMetricFamily(f"crosswalk_rdf_{name}", text, value)


def _counter(name: str, text: str, value: int) -> Metric:
    return CounterMetricFamily(f"crosswalk_rdf_{name}", text, value)
