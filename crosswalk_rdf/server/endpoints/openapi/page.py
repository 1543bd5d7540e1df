"""The description of the service as a page: endpoints, formats, limits, a form for each query.

It says what the OpenAPI document says, so that what is added there stands on it. Header and footer
are those of the site of the build.
"""

from collections.abc import Iterator
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import Any, Final
from urllib.parse import quote, urlencode

import jinja2
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf.server.endpoints.openapi.description import METHODS, description
from crosswalk_rdf.server.endpoints.openapi.page_elements import first_element
from crosswalk_rdf.server.openapi import Json
from crosswalk_rdf.server.requests import service_of
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.settings import Limits

HTML: Final = "text/html; charset=utf-8"
_TEMPLATE: Final = "page.html"
_FRAMED: Final = "sparql.html"
"""A page of the build at the top of the site, whose header and footer are taken."""
_SHOWN: Final = 90


async def openapi_page(request: Request) -> Response:
    """Return the page; its links are relative, so that it is the same at every address."""
    service = service_of(request)
    body = service.cached(_render)
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"content-type": HTML, "etag": etag, "cache-control": "no-cache"}
    return Response(body, headers=headers)


def _render(service: Service) -> bytes:
    jinja = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    text = (files(__package__) / _TEMPLATE).read_text(encoding="utf-8")
    whole = service.cached(description)
    html = jinja.from_string(text).render(
        info=whole["info"],
        language=service.build.manifest.language,
        header=_frame(service, "header"),
        footer=_frame(service, "footer"),
        limits=list(_limits(service.settings.limits)),
        tags=list(_tags(whole["paths"])),
    )
    return html.lstrip().encode()


def _frame(service: Service, element: str) -> Markup:
    """Return the first ``element`` of a page of the build, with no place marked as the current."""
    file = service.build.files.get(_FRAMED)
    text = bytes(file.content).decode(errors="replace") if file else ""
    return Markup(first_element(text, element))  # noqa: S704 - a page that the build has escaped


def _limits(limits: Limits) -> Iterator[dict[str, object]]:
    limit_rows = (
        ("the time of a query", f"{limits.query_seconds:g} s", 422),
        ("the rows or triples of an answer", f"{limits.query_rows:,}", 422),
        ("the length of an answer", f"{limits.query_bytes:,} bytes", 422),
        ("the memory of a query", f"{limits.query_memory:,} bytes", 422),
        ("the queries that run at a time", f"{limits.concurrent_queries:,}", 503),
        ("the length of a request's body", f"{limits.body_bytes:,} bytes", 413),
        ("the length of a request's headers", f"{limits.header_bytes:,} bytes", 431),
    )
    for of, most, status in limit_rows:
        yield {"of": of, "most": most, "status": status}
    if limits.rate:
        yield {"of": "the requests of a client", "most": f"{limits.rate:g} a second", "status": 429}


def _tags(paths: Json) -> Iterator[dict[str, object]]:
    """Yield each tag with its operations: those to call at once, and those with path parameters."""
    operations = [
        _operation(path, method, operation)
        for path, item in paths.items()
        for method, operation in item.items()
        if method in METHODS
    ]
    for name, group in groupby(sorted(operations, key=_tag), key=_tag):
        whole = list(group)
        plain = [operation for operation in whole if not operation["parts"]]
        templates = [operation for operation in whole if operation["parts"]]
        yield {"name": name, "operations": plain, "templates": templates}


def _tag(operation: Json) -> str:
    return str(operation.get("tags", ["Further"])[0])


def _operation(path: str, method: str, operation: Json) -> Json:
    """Return ``operation`` with what the page shows of it."""
    parameters = operation.get("parameters", [])
    parts = [p for p in parameters if p["in"] == "path"]
    query_parameters = [p for p in parameters if p["in"] == "query"]
    fields = [p for p in query_parameters if _is_field(p)]
    example = _example(path, fields) if method == "get" and not parts else ""
    return operation | {
        "path": path,
        "method": method.upper(),
        "parts": parts,
        "fields": fields if method == "get" and not parts else [],
        "others": [p for p in query_parameters if p not in fields],
        "formats": list(operation["responses"].get("200", {}).get("content", {})),
        "example": example,
        "shown": example if len(example) <= _SHOWN else f"{example[:_SHOWN]}…",
    }


def _is_field(parameter: Json) -> bool:
    """Return whether a form may send ``parameter``: it sends what is left empty as well."""
    schema = parameter.get("schema", {})
    filled = "default" in schema or "example" in parameter or parameter.get("required")
    return schema.get("type") != "array" and bool(filled or parameter.get("allowEmptyValue"))


def _example(path: str, fields: list[Json]) -> str:
    examples = {p["name"]: _text(p["example"]) for p in fields if "example" in p}
    query = f"?{urlencode(examples, quote_via=quote)}" if examples else ""
    return path.removeprefix("/") + query


def _text(value: Any) -> str:  # noqa: ANN401 - a value of JSON
    return str(value).lower() if isinstance(value, bool) else str(value)
