"""A request and what an endpoint answers, to what is sent."""

from collections.abc import Mapping

from starlette.responses import Response
from starlette.types import ASGIApp

from crosswalk_rdf.server.middleware.common_headers import CommonHeadersMiddleware
from crosswalk_rdf.server.middleware.content import ContentMiddleware
from tests.server.asgi import call
from tests.server.client import Answer

BODY = b"".join(f"<s> <p> {n} .\n".encode() for n in range(400))
ETAG = '"abc"'
DATE = "Tue, 24 Nov 2026 18:31:16 GMT"


def response(
    body: bytes = BODY,
    type: str = "text/turtle; charset=utf-8",
    status: int = 200,
    **headers: str,
) -> Response:
    all_headers = {"etag": ETAG, "last-modified": DATE, "cache-control": "no-cache"} | headers
    named = {name.replace("_", "-"): value for name, value in all_headers.items() if value}
    return Response(body, status, {"content-type": type, **named})


def middleware(app: ASGIApp, cache_bytes: int = 1 << 20) -> ASGIApp:
    return CommonHeadersMiddleware(ContentMiddleware(app, cache_bytes, 1 << 20))


def sent(
    app: ASGIApp | None = None, method: str = "GET", path: str = "/x", **headers: str
) -> Answer:
    """Return what is sent of a response, which is an ASGI application like others."""
    return answer(middleware(app or response()), method, path, headers)


def answer(
    app: ASGIApp, method: str = "GET", path: str = "/x", headers: Mapping[str, str] | None = None
) -> Answer:
    """Call an application; ``_`` in a name of a header is ``-``."""
    named = {name.replace("_", "-"): value for name, value in (headers or {}).items()}
    return call(app, path, method, named, state={"request_id": "r-1"})
