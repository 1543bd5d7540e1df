"""The description of the service as a document."""

import json
from hashlib import sha256
from typing import Final

from crosswalk_rdf.server.endpoints.openapi.description import description
from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.service import Service

JSON: Final = "application/json"
OPENAPI: Final = "application/openapi+json;version=3.1"
"""The media type that the OpenAPI Initiative asks to have registered."""


async def document(request: Request, service: Service) -> Response:
    """Return the description as JSON; raise a 406 Problem."""
    accepted = acceptable(request.header("accept"), (JSON, OPENAPI))
    if not accepted:
        detail = f"none of the media types in Accept fits: ask for {JSON} or {OPENAPI}"
        vary = (("vary", "accept"),)
        raise Problem(406, detail, headers=vary, alternatives=[JSON, OPENAPI])
    whole = service.kept(description) | {"servers": [{"url": request.top.rstrip("/")}]}
    body = json.dumps(whole, ensure_ascii=False, indent=1).encode() + b"\n"
    etag = f'"{sha256(accepted[0].encode() + body).hexdigest()[:32]}"'
    validated = (("etag", etag), ("cache-control", "no-cache"))
    headers = (("content-type", accepted[0]), ("vary", "accept"), *validated)
    return Response(headers=headers, body=body)
