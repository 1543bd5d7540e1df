"""What an endpoint has to answer with: one build, and what belongs to it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from crosswalk_rdf.server.change_log import ChangeLog
from crosswalk_rdf.server.content.build import ServedBuild
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import AsyncQueryBackend

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Service:
    """One build and what goes with it; a new build makes a new service.

    An endpoint keeps what it computes once for a build with :meth:`cached`.
    """

    build: ServedBuild
    query_backend: AsyncQueryBackend
    """Answers SPARQL on the data of the build."""
    settings: Settings
    now: Callable[[], datetime]
    """The time, in UTC."""
    change_log: ChangeLog
    """What changed when, up to this build."""
    _cache: dict[object, object] = field(default_factory=dict)

    def cached(self, compute: Callable[["Service"], T]) -> T:
        """Return what ``compute``, a function of a module, gives for this service; called once."""
        if compute not in self._cache:
            self._cache[compute] = compute(self)
        return self._cache[compute]  # type: ignore[return-value]


class CurrentService:
    """The service that new requests get; ``app.state.current_service`` of the application.

    A reload sets :attr:`service`; requests that run keep the one that they began with.
    """

    def __init__(self, service: Service) -> None:
        self.service = service
        self._requests: Counter[Service] = Counter()

    def acquire(self) -> Service:
        """Return the service for one request, and count it as in use until it is released."""
        self._requests[self.service] += 1
        return self.service

    def release(self, service: Service) -> None:
        """Count one request less that uses ``service``."""
        self._requests[service] -= 1
        if not self._requests[service]:
            del self._requests[service]

    def is_in_use(self, service: Service) -> bool:
        """Return whether a request is being answered with ``service``."""
        return self._requests[service] > 0
