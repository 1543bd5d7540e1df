"""What the service counts, for Prometheus (text format 0.0.4, or OpenMetrics as asked for)."""

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import choose_encoder
from prometheus_client.metrics_core import Metric
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector
from starlette.requests import Request

_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)


class Metrics:
    """The metrics of one process; an observer of every request."""

    def __init__(self) -> None:
        registry = self._registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        self._requests = Counter(
            "crosswalk_rdf_requests", "Requests, by method and status.", ("method", "status"),
            registry=registry,
        )  # fmt: skip
        self._bytes = Counter(
            "crosswalk_rdf_response_bytes", "Bytes of bodies sent.", registry=registry
        )
        self._seconds = Histogram(
            "crosswalk_rdf_request_seconds", "Seconds from the head of a request to the end of its "
            "response.", buckets=_SECONDS, registry=registry,
        )  # fmt: skip
        self.builds = Counter(
            "crosswalk_rdf_builds", "Builds that were taken up or refused.", ("outcome",),
            registry=registry,
        )  # fmt: skip
        self.taken_up = Gauge(
            "crosswalk_rdf_build_timestamp_seconds", "When the present build was taken up.",
            registry=registry,
        )  # fmt: skip
        self.state_failures = Counter(
            "crosswalk_rdf_state_failures", "How often the change log could not be saved.",
            registry=registry,
        )  # fmt: skip
        for outcome in ("taken up", "refused"):
            self.builds.labels(outcome)

    def __call__(self, request: Request, status: int, size: int, seconds: float) -> None:
        """Count one request that has been answered."""
        self._requests.labels(request.method, status).inc()
        self._bytes.inc(size)
        self._seconds.observe(seconds)

    def add(self, collect: Callable[[], Iterator[Metric]]) -> None:
        """Add what ``collect`` yields, each time that the metrics are read."""

        class CustomCollector(Collector):
            def collect(self) -> Iterator[Metric]:
                return collect()

        self._registry.register(CustomCollector())

    def exposition(self, accept: str) -> tuple[bytes, str]:
        """Return the metrics, and their media type: what the Accept header ``accept`` prefers."""
        encode, media_type = choose_encoder(accept)
        return encode(self._registry), media_type
