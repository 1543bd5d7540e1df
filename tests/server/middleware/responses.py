"""A request and what an endpoint answers, to what is sent."""

from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.middleware import CompressedBodies, finished

BODY = b"".join(f"<s> <p> {n} .\n".encode() for n in range(400))
ETAG = '"abc"'
DATE = "Tue, 24 Nov 2026 18:31:16 GMT"


def request(method: str = "GET", path: str = "/x", **headers: str) -> Request:
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    return Request(method=method, path=path, headers=sent, top="http://localhost/")


def response(
    body: bytes = BODY, type: str = "text/turtle; charset=utf-8", **headers: str
) -> Response:
    given = {"etag": ETAG, "last-modified": DATE, "cache-control": "no-cache"} | headers
    pairs = tuple((name.replace("_", "-"), value) for name, value in given.items() if value)
    return Response(headers=(("content-type", type), *pairs), body=body)


def sent(given: Response | None = None, method: str = "GET", **headers: str) -> Response:
    return finished(request(method, **headers), given or response(), CompressedBodies(1 << 20))
