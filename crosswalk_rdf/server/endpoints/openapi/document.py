"""The description of the service as a document."""

import json
from hashlib import sha256
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf.server.endpoints.openapi.description import description
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import base_url, header, service_of

JSON: Final = "application/json"
OPENAPI: Final = "application/openapi+json;version=3.1"
"""The media type that the OpenAPI Initiative asks to have registered."""


async def openapi_document(request: Request) -> Response:
    """Return the description as JSON; raise a 406 Problem."""
    service = service_of(request)
    accepted = acceptable(header(request.headers, "accept"), (JSON, OPENAPI))
    if not accepted:
        detail = f"none of the media types in Accept fits: ask for {JSON} or {OPENAPI}"
        raise Problem(406, detail, headers={"vary": "accept"}, alternatives=[JSON, OPENAPI])
    whole = service.cached(description) | {"servers": [{"url": base_url(request).rstrip("/")}]}
    body = json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"
    etag = f'"{sha256(accepted[0].encode() + body).hexdigest()[:32]}"'
    headers = {"content-type": accepted[0], "vary": "accept"}
    headers |= {"etag": etag, "cache-control": "no-cache"}
    return Response(body, headers=headers)
