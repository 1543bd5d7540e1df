"""The library as a list: JSON for programs, the page of the build for people."""

import json
from hashlib import sha256
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf.queries.parameters import Parameter
from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.server.endpoints.queries.library import library
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import base_url, header, service_of
from crosswalk_rdf.server.sparql_results.formats import formats_of

JSON: Final = "application/json"
HTML: Final = "text/html"
PAGE: Final = "queries.html"


async def query_list(request: Request) -> Response:
    """Return the list as JSON, or redirect a browser to its page; raises a 406 Problem."""
    service, top = service_of(request), base_url(request)
    offers = (JSON, HTML) if PAGE in service.build.files else (JSON,)
    accepted = acceptable(header(request.headers, "accept"), offers)
    if not accepted:
        detail = f"none of the media types in Accept fits: ask for one of {', '.join(offers)}"
        raise Problem(406, detail, headers={"vary": "accept"}, alternatives=list(offers))
    if accepted[0] == HTML:
        return Response(status_code=303, headers={"location": f"{top}{PAGE}", "vary": "accept"})
    entries = [_entry(query, top) for query in library(service).values()]
    body = json.dumps({"queries": entries}, ensure_ascii=False, indent=1).encode() + b"\n"
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"content-type": JSON, "vary": "accept", "etag": etag, "cache-control": "no-cache"}
    return Response(body, headers=headers)


def _entry(query: Query, top: str) -> dict[str, object]:
    url = f"{top}queries/{query.name}"
    return {
        "name": query.name,
        "summary": query.summary,
        "description": query.description,
        "tags": list(query.tags),
        "form": query.form,
        "parameters": [_parameter(parameter) for parameter in query.parameters],
        "url": url,
        "text": f"{url}.rq",
        "page": f"{url}.html",
        "answers": {f.media_type: f"{url}{f.suffixes[0]}" for f in formats_of(query.form)},
    }


def _parameter(parameter: Parameter) -> dict[str, object]:
    return {
        "name": parameter.name,
        "type": parameter.type,
        "description": parameter.description,
        "required": parameter.required,
        "default": parameter.default,
    }
