"""The headers of every response (security, CORS), and the answer to OPTIONS.

Starlette's ``CORSMiddleware`` answers a request that has ``Origin`` alone, and a preflight with the
same methods for every path. Here a response is the same with and without ``Origin``, so that shared
caches may hand it to anyone, and OPTIONS tells the methods of the route.
"""

from typing import Final

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from crosswalk_rdf.site.security import HEADERS

COMMON: Final = (
    *((name.lower(), value) for name, value in HEADERS),
    (
        "access-control-expose-headers",
        "Accept-Ranges, Allow, Content-Length, Content-Location, Content-Profile, Content-Range, "
        "ETag, Link, Location, Retry-After, Vary, X-Request-Id, X-Total-Count",
    ),
    ("cross-origin-resource-policy", "cross-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
)
"""What a page may embed is told by ``frame-ancestors``, which replaces X-Frame-Options."""

_RAW: Final = tuple((name.encode(), value.encode()) for name, value in COMMON)
_REQUEST_HEADERS: Final = (
    "Accept, Accept-Encoding, Accept-Language, Accept-Profile, Authorization, Cache-Control, "
    "Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Range, If-Unmodified-Since, "
    "Range, X-Request-Id, *"
)
"""The wildcard is for what no list can know; it does not cover Authorization (Fetch §3.2.3)."""
_DAY: Final = "86400"


class CommonHeadersMiddleware:
    """Adds the common headers that a response does not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message["headers"]
                names = {name for name, _ in headers}
                missing = (pair for pair in _RAW if pair[0] not in names)
                message = {**message, "headers": [*headers, *missing]}
            await send(message)

        await self.app(scope, receive, send_with_headers)


def options_response(origin: str, allow: str) -> Response:
    """Return the answer to OPTIONS, a preflight of CORS or not: 204 and the methods of the route.

    ``origin`` is the header of the request, ``allow`` the value of the header Allow.
    """
    headers = {"allow": allow, "cache-control": f"public, max-age={_DAY}"}
    if origin:
        headers["access-control-allow-methods"] = allow
        headers["access-control-allow-headers"] = _REQUEST_HEADERS
        headers["access-control-max-age"] = _DAY
    return Response(status_code=204, headers=headers)
