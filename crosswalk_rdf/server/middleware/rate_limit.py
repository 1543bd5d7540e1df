"""How many requests a client may make: a bucket of tokens for each address."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from crosswalk_rdf.server.settings import Limits

MOST_CLIENTS: Final = 10_000
"""How many clients are remembered; of more, those that were longest away are forgotten."""


class Rates:
    """Tells each client when it may come again."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = limits.rate, float(limits.rate_burst), clock
        self._known: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> int:
        """Count a request of ``client``; return for how many seconds it must wait, 0 for none."""
        if not self._rate:
            return 0
        now = self._clock()
        tokens, then = self._known.pop(client, (self._burst, now))
        tokens = min(self._burst, tokens + (now - then) * self._rate)
        served = tokens >= 1
        self._known[client] = (tokens - 1 if served else tokens, now)
        if len(self._known) > MOST_CLIENTS:
            self._known.popitem(last=False)
        return 0 if served else math.ceil((1 - tokens) / self._rate)
