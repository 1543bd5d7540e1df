"""How many requests a client may make: a bucket of tokens for each address."""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.settings import Limits

MAX_CLIENTS: Final = 10_000
"""How many clients are remembered; the one that was not seen for longest is forgotten first."""


class RateLimitMiddleware:
    """Answers 429 to a client that makes more requests than the limits allow."""

    def __init__(
        self,
        app: ASGIApp,
        limits: Limits,
        error_response: Callable[[Request, HTTPException], Response],
    ) -> None:
        self.app = app
        self._buckets, self._error_response = TokenBuckets(limits), error_response

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        client = scope["client"][0] if scope.get("client") else ""
        seconds = self._buckets.wait(client)
        if not seconds:
            await self.app(scope, receive, send)
            return
        detail = f"too many requests from {client}: try again in {seconds} s"
        error = Problem(429, detail, headers={"retry-after": str(seconds)})
        await self._error_response(Request(scope), error)(scope, receive, send)


class TokenBuckets:
    """Tells each client when it may come again."""

    def __init__(self, limits: Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._clock = limits.rate, float(limits.rate_burst), clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> int:
        """Count a request of ``client``; return for how many seconds it must wait, 0 for none."""
        if not self._rate:
            return 0
        now = self._clock()
        tokens, then = self._buckets.pop(client, (self._burst, now))
        tokens = min(self._burst, tokens + (now - then) * self._rate)
        served = tokens >= 1
        self._buckets[client] = (tokens - 1 if served else tokens, now)
        if len(self._buckets) > MAX_CLIENTS:
            self._buckets.popitem(last=False)
        return 0 if served else math.ceil((1 - tokens) / self._rate)
