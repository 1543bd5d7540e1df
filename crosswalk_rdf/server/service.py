"""What an endpoint has to answer with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from crosswalk_rdf.server.change_log import Journal
from crosswalk_rdf.server.content.build import ServedBuild
from crosswalk_rdf.server.settings import Settings
from crosswalk_rdf.store.backend import AsyncQueryBackend

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Service:
    """One build and what goes with it; a new build makes a new service.

    An endpoint keeps what it works out once of a build with :meth:`kept`.
    """

    build: ServedBuild
    asker: AsyncQueryBackend
    """Answers SPARQL on the data of the build."""
    settings: Settings
    now: Callable[[], datetime]
    """The time, in UTC."""
    journal: Journal
    """What changed when, up to this build (:func:`~crosswalk_rdf.server.change_log.advanced`)."""
    _kept: dict[object, object] = field(default_factory=dict)

    def kept(self, make: Callable[["Service"], T]) -> T:
        """Return what ``make``, a function of a module, gives for this service; made once."""
        if make not in self._kept:
            self._kept[make] = make(self)
        return self._kept[make]  # type: ignore[return-value]
