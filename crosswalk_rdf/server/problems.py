"""Errors of HTTP as ``application/problem+json`` (RFC 9457)."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

MEDIA_TYPE: Final = "application/problem+json"


class Problem(HTTPException):
    """An HTTP error with more to say than its status.

    ``detail`` is a sentence for the client: what is wrong and what to do. ``headers`` go with the
    response; ``members`` are further members of the document, such as the alternatives.
    """

    def __init__(
        self,
        status_code: int,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        **members: object,
    ) -> None:
        super().__init__(status_code, detail, headers)
        self.members = members


def problem_document(error: HTTPException, request_id: str = "") -> bytes:
    """Return ``error`` as JSON; ``request_id`` is what logs call the request."""
    status = HTTPStatus(error.status_code)
    document: dict[str, object] = {"title": status.phrase, "status": error.status_code}
    document["detail"] = error.detail
    if isinstance(error, Problem):
        document |= error.members
    if request_id:
        document["request"] = request_id
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def problem_response(error: HTTPException, request_id: str = "") -> Response:
    """Return ``error`` as a response, with its headers."""
    own = {"content-type": MEDIA_TYPE, "cache-control": "no-store"}
    return Response(
        problem_document(error, request_id), error.status_code, {**(error.headers or {}), **own}
    )
