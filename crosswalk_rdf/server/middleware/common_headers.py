"""Headers that do not depend on what is answered: security, CORS, Allow; and how two merge."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from crosswalk_rdf.server.messages import Headers, Request, Response
from crosswalk_rdf.site.well_known.security import HEADERS

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

_ASKED_WITH: Final = (
    "Accept, Accept-Encoding, Accept-Language, Accept-Profile, Authorization, Cache-Control, "
    "Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Range, If-Unmodified-Since, "
    "Range, X-Request-Id, *"
)
"""The wildcard is for what no list can know; it does not cover Authorization (Fetch §3.2.3)."""


def options(request: Request, methods: Iterable[str]) -> Response:
    """Return the answer to OPTIONS, a preflight of CORS or not: 204 and what is allowed.

    ``methods`` are those of the route; HEAD goes with GET, and OPTIONS is always there. It is to be
    finished like any other response.
    """
    allowed = allow(methods)
    headers: Headers = (("allow", allowed), ("cache-control", "public, max-age=86400"))
    if request.header("origin"):
        headers += (
            ("access-control-allow-methods", allowed),
            ("access-control-allow-headers", _ASKED_WITH),
            ("access-control-max-age", "86400"),
        )
    return Response(status=204, headers=headers)


def allow(methods: Iterable[str]) -> str:
    """Return the Allow header for a route's ``methods``."""
    found: dict[str, None] = {}
    for method in methods:
        found[method] = None
        if method == "GET":
            found["HEAD"] = None
    return ", ".join(found | {"OPTIONS": None})


@lru_cache(maxsize=256)
def varying(vary: str, name: str) -> str:
    """Return the Vary header ``vary`` with ``name`` in it (RFC 9110 §12.5.5)."""
    known = [part.strip() for part in vary.split(",") if part.strip()]
    if "*" in known or name.lower() in (part.lower() for part in known):
        return ", ".join(known)
    return ", ".join((*known, name))


def with_header(headers: Headers, name: str, value: str) -> Headers:
    """Return ``headers`` with ``name`` once, as ``value``."""
    return (*(pair for pair in headers if pair[0] != name), (name, value))
