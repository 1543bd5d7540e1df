"""What connections wait for, and how long each may: the one that waits for longer is ended."""

import asyncio
from collections.abc import Collection
from enum import Enum, auto
from typing import Final, Protocol

from crosswalk_rdf.server.settings import Limits

_LONGEST_TICK: Final = 1.0
_TICKS: Final = 5
"""How often connections are looked at in the shortest time that any may take."""
_REFUSAL_SECONDS: Final = 2.0
_CROWD: Final = 0.9
"""The part of the connections that there may be, from which on none is idle."""


class Phase(Enum):
    """What a connection waits for."""

    HEAD = auto()
    """The client is to send the head of a request."""
    RESPONSE = auto()
    """The service is to respond; that has limits of its own."""
    READER = auto()
    """The client is to read what was sent."""
    BODY = auto()
    """The client is to send the rest of a body that has had its response."""
    IDLE = auto()
    """The client may send another request."""
    REFUSAL = auto()
    """The client is to read why its request is refused, and to close the connection; what it sends
    is passed over meanwhile, for a reset would take the response along (RFC 9112 §9.6)."""
    CLOSE = auto()
    """The client is to read the rest."""


class Connection(Protocol):
    """A connection that has phases."""

    @property
    def phase(self) -> tuple[Phase, int, int]:
        """Its phase, and numbers that tell it from another of the kind; no byte prolongs it."""
        ...

    def expire(self, phase: Phase) -> None:
        """End it: ``phase`` took too long."""
        ...


class Timeouts:
    """Ends connections whose phase lasts for too long; idle ones as soon as there are too many.

    It compares phases a few times a second. Nothing that a client sends can put an end off, but
    what it was asked for, and a connection costs no timer.
    """

    def __init__(self, limits: Limits) -> None:
        self._seconds: dict[Phase, float] = {
            Phase.HEAD: limits.header_seconds,
            Phase.READER: limits.write_seconds,
            Phase.BODY: limits.header_seconds,
            Phase.IDLE: limits.keep_alive_seconds,
            Phase.REFUSAL: min(_REFUSAL_SECONDS, limits.write_seconds),
            Phase.CLOSE: limits.write_seconds,
        }
        self._most = limits.connections * _CROWD
        self._phases: dict[Connection, tuple[tuple[Phase, int, int], float]] = {}

    async def watch(self, connections: Collection[Connection]) -> None:
        """End those among ``connections`` that are late, until canceled."""
        clock = asyncio.get_running_loop().time
        tick = min(_LONGEST_TICK, min(self._seconds.values()) / _TICKS)
        while True:
            await asyncio.sleep(tick)
            self.check(connections, clock())

    def check(self, connections: Collection[Connection], now: float) -> None:
        """End those among ``connections`` that are late at the time ``now``."""
        before, self._phases = self._phases, {}
        is_crowded = len(connections) > self._most
        for connection in tuple(connections):
            phase = connection.phase
            since = now
            if connection in before and before[connection][0] == phase:
                since = before[connection][1]
                seconds = self._seconds.get(phase[0])
                is_surplus = is_crowded and phase[0] is Phase.IDLE
                if seconds is not None and (now - since >= seconds or is_surplus):
                    connection.expire(phase[0])
            self._phases[connection] = phase, since
