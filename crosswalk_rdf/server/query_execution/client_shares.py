"""How much of a resource each client has had: who has had least comes first (fair queueing).

Each client has a virtual time, which grows by what it takes. That of whoever comes anew, or has
taken nothing for a while, is the virtual time of the whole: it has no claim to what it left unused.
"""

from collections import OrderedDict
from typing import Final

MAX_CLIENTS: Final = 10_000
"""How many clients are remembered; the one that was not there for longest is forgotten first."""

_ESTIMATE: Final = 0.05
"""Seconds that a turn is counted with before it is known how long it takes."""


class ClientShares:
    """The virtual time of each client, in seconds of the resource."""

    def __init__(self) -> None:
        self._now = 0.0
        self._times: OrderedDict[str, float] = OrderedDict()

    def ask(self, client: str) -> float:
        """Return when the next turn of ``client`` is, and count it."""
        turn = max(self._now, self._times.pop(client, 0.0))
        self._set(client, turn + _ESTIMATE)
        return turn

    def begin(self, turn: float) -> None:
        """Note that what was to begin at ``turn`` begins."""
        self._now = max(self._now, turn)

    def charge(self, client: str, seconds: float) -> None:
        """Count what ``client`` took in its turn, beyond the estimate."""
        time = max(self._now, self._times.pop(client, 0.0))
        self._set(client, time + max(seconds - _ESTIMATE, 0.0))

    def _set(self, client: str, time: float) -> None:
        self._times[client] = time
        if len(self._times) > MAX_CLIENTS:
            self._times.popitem(last=False)
