"""Operations of OpenAPI 3.1 (§4.8.10) for what can be harvested."""

from collections.abc import Sequence
from typing import Any, Final

from crosswalk_rdf.server.problems import MEDIA_TYPE

_REASONS: Final = {
    400: "A parameter that cannot be understood",
    404: "There is no such page",
    406: "There is nothing that the client accepts",
}

Json = dict[str, Any]


def operation(
    summary: str,
    tag: str,
    media_types: Sequence[str],
    parameters: Sequence[Json] = (),
    problems: Sequence[int] = (406,),
    method: str = "get",
) -> Json:
    """Return a path item with one operation that answers in one of ``media_types``."""
    responses: Json = {
        "200": {"description": summary, "content": {kind: {} for kind in media_types}},
        "304": {"description": "Nothing changed since"},
    }
    for status in problems:
        content = {MEDIA_TYPE: {"schema": {"type": "object"}}}
        responses[str(status)] = {"description": _REASONS[status], "content": content}
    item: Json = {"summary": summary, "tags": [tag], "responses": responses}
    if parameters:
        item["parameters"] = [*parameters]
    return {method: item}


def path_parameter(name: str, description: str, kind: str) -> Json:
    """Return a parameter that stands in the path."""
    return _parameter(name, "path", description, kind, required=True)


def query_parameter(name: str, description: str) -> Json:
    """Return a text that may stand in the query string."""
    return _parameter(name, "query", description, "string", required=False)


def _parameter(name: str, location: str, description: str, kind: str, *, required: bool) -> Json:
    return {
        "name": name,
        "in": location,
        "required": required,
        "description": description,
        "schema": {"type": kind},
    }
