"""What endpoints describe themselves with (OpenAPI 3.1): responses, parameters, problems.

An endpoint, a module or package of ``endpoints``, may have a function ``paths(service)``. It
returns the Paths Object of the endpoint (OpenAPI 3.1 §4.8.8): path items by path, which may name
the components of this module, and those that a function ``components(service)`` of the endpoint
returns. ``/openapi.json`` and its page gather them as the router gathers ``ROUTES``, so an endpoint
that is added is described without being named anywhere.
"""

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any, Final

from crosswalk_rdf.server.problems import MEDIA_TYPE

Json = dict[str, Any]
"""An object of JSON."""

ALWAYS: Final = (400, 408, 413, 429, 431, 503)
"""What any request may be answered with, whatever it asks for."""
CONDITIONAL: Final = (412, 416)
"""What a request with preconditions or ranges may be answered with."""

_MEANINGS: Final = {
    400: "The request is not as it must be; the problem says what is wrong with it.",
    403: "The service does not do this: it is read-only, and it asks no other services.",
    404: "There is nothing here; the problem may list what is near.",
    405: "The method is not for this resource; the header Allow lists those that are.",
    406: "There is nothing of what Accept, or the parameter format, asks for; the problem lists "
    "what there is.",
    408: "The request did not come in time.",
    410: "What was here is gone; its tombstone says what replaces it.",
    412: "What the request takes for granted is not so.",
    413: "The body of the request is too long.",
    414: "The address is too long: send the query in the body of a POST.",
    415: "The body has no media type that is understood here.",
    416: "The range is not within the content.",
    422: "The query asks for more than the service gives: the member limit of the problem says of "
    "what.",
    429: "Too many requests: the header Retry-After says when to go on.",
    431: "The headers of the request are too long.",
    502: "The store that answers queries cannot be reached.",
    503: "The service is busy: the header Retry-After says when to come back.",
}


def responses(
    description: str,
    content: Mapping[str, object],
    *problems: int,
    also: Mapping[int, str] | None = None,
    partial: bool = True,
) -> Json:
    """Return the Responses Object for an operation with a body of ``content`` (by media type).

    ``problems`` are further statuses than :data:`ALWAYS`; ``also`` has statuses without a problem,
    such as a redirection; ``partial`` says whether preconditions and ranges are supported.
    """
    statuses = {*ALWAYS, *problems, *(CONDITIONAL if partial else ())}
    named = {str(status): {"description": text} for status, text in (also or {}).items()}
    whole = {"description": description, "content": dict(content)}
    answers: Json = {"200": whole, **named}
    if partial:
        answers["206"] = {"description": "A range of it.", "content": dict(content)}
        answers["304"] = {"description": "It is what the client has already."}
    answers |= {str(s): {"$ref": f"#/components/responses/Problem{s}"} for s in statuses}
    return dict(sorted(answers.items()))


def parameter(
    name: str,
    description: str,
    schema: Mapping[str, object],
    *,
    place: str = "query",
    **more: object,
) -> Json:
    """Return a Parameter Object; one in the path is required."""
    fields: Json = {"name": name, "in": place, "description": description, "schema": dict(schema)}
    return fields | ({"required": True} if place == "path" else {}) | more


def content(
    media_types: Iterable[str], schemas: Mapping[str, Mapping[str, object]] | None = None
) -> Json:
    """Return the content of a response by media type, with the schema of those that have one."""
    schema_of = schemas or {}
    return {m: {"schema": dict(schema_of[m])} if m in schema_of else {} for m in media_types}


def components() -> Json:
    """Return the Components Object that descriptions refer to."""
    problem = {
        "type": "object",
        "description": "A problem (RFC 9457), with members that say more where there is more.",
        "required": ["title", "status", "detail"],
        "properties": {
            "title": {"type": "string", "description": "The words of the status."},
            "status": {"type": "integer", "minimum": 400, "maximum": 599},
            "detail": {"type": "string", "description": "What is wrong, and what to do."},
            "request": {"type": "string", "description": "What logs call the request."},
            "alternatives": {
                "type": "array",
                "items": {"type": "string"},
                "description": "What there is instead.",
            },
        },
    }
    refused = {status: _response(status, text) for status, text in _MEANINGS.items()}
    named = {f"Problem{status}": response for status, response in refused.items()}
    return {"schemas": {"Problem": problem}, "responses": named}


def _response(status: int, meaning: str) -> Json:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        "description": f"{HTTPStatus(status).phrase}. {meaning}",
        "content": {MEDIA_TYPE: {"schema": schema}},
    }
