"""One query of the library: its answer, its text, its page."""

import re
from hashlib import sha256
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf.queries.query import Query
from crosswalk_rdf.server.endpoints.queries.binding import bound
from crosswalk_rdf.server.endpoints.queries.library import FOLDER, SUFFIX, library, unknown
from crosswalk_rdf.server.http_dates import http_date
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import base_url, header, query_params, service_of
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.sparql_results.formats import (
    NegotiatedFormat,
    by_name,
    by_suffix,
    formats_of,
    not_acceptable,
    of_media_type,
    offers,
)
from crosswalk_rdf.server.sparql_results.responses import SparqlQuery, query_response

HTML: Final = "text/html"
QUERY: Final = "application/sparql-query"
PAGE: Final = ".html"
RUN: Final = "sparql.html"

_HEADER: Final = re.compile(r"^(?:#\+[^\n]*\n)+")
_FILES: Final = {PAGE: f"{HTML}; charset=utf-8", SUFFIX: QUERY}
"""What a query has beside its answers, and its media type."""

Parameters = tuple[tuple[str, str], ...]


async def query_resource(request: Request) -> Response:
    """Answer for the path below ``/queries/``: a name, with a suffix or without.

    Without parameters, the files of the build are given as they are. Raises a Problem.
    """
    service = service_of(request)
    name = request.path_params["name"]
    queries = library(service)
    if query := queries.get(name):
        return await _negotiated(request, service, query)
    stem, dot, suffix = name.rpartition(".")
    if stem not in queries:
        raise unknown(stem or name, request, service)
    return await _in_format(request, service, queries[stem], dot + suffix)


async def _negotiated(request: Request, service: Service, query: Query) -> Response:
    formats = formats_of(query.form)
    named, parameters = _format(request, query)
    if format := by_name(named, formats):
        return await query_response(request, _bound(service, query, parameters), format)
    accepted = acceptable(header(request.headers, "accept"), (*offers(formats), QUERY, HTML))
    if not accepted:
        why = "none of the media types in Accept fits"
        raise not_acceptable(formats, why, QUERY, HTML)
    if accepted[0] == HTML:
        return _page(request, service, query, parameters)
    if accepted[0] == QUERY:
        response = _text(service, query, parameters)
        response.headers["vary"] = "accept"
        return response
    format = of_media_type(accepted[0], formats)
    return await query_response(request, _bound(service, query, parameters), format)


async def _in_format(request: Request, service: Service, query: Query, suffix: str) -> Response:
    formats = formats_of(query.form)
    named, parameters = _format(request, query)
    if suffix == SUFFIX:
        return _text(service, query, parameters)
    path = f"{FOLDER}{query.name}{suffix}"
    as_published = suffix == PAGE or not (parameters or named)
    if as_published and (file := _file(service, path, _type(query, suffix))):
        return file
    format = by_suffix(suffix, formats)
    if format is None:
        suffixes = [s for f in formats for s in f.suffixes]
        detail = f"{query.name} has no answer in {suffix or 'that'}: there is {', '.join(suffixes)}"
        url = f"{base_url(request)}{FOLDER}{query.name}"
        raise Problem(404, detail, alternatives=[url + s for s in (*suffixes, *_FILES)])
    bound_query = _bound(service, query, parameters)
    by_address = NegotiatedFormat(format, format.media_type)
    return await query_response(request, bound_query, by_address, is_negotiated=False)


def _bound(service: Service, query: Query, parameters: Parameters) -> SparqlQuery:
    text = bound(query, parameters, service.build.manifest.base)
    return SparqlQuery(text=text, is_of_library=True)


def _format(request: Request, query: Query) -> tuple[str, Parameters]:
    """Return the format that the parameters name, if any, and the other parameters."""
    pairs = tuple(query_params(request).multi_items())
    if any(parameter.name == "format" for parameter in query.parameters):
        return "", pairs
    named = next((value for name, value in pairs if name == "format"), "")
    return named, tuple(pair for pair in pairs if pair[0] != "format")


def _page(request: Request, service: Service, query: Query, parameters: Parameters) -> Response:
    """Redirect to the page of the query; with parameters, to the page that runs it with them."""
    place = f"{FOLDER}{quote(query.name)}{PAGE}"
    if parameters:
        text = _HEADER.sub("", _bound(service, query, parameters).text)
        place = f"{RUN}#query={quote(text, safe='')}&run"
    headers = {"location": base_url(request) + place, "vary": "accept"}
    return Response(status_code=303, headers=headers)


def _text(service: Service, query: Query, parameters: Parameters) -> Response:
    """Return the query as text: the file, or what its parameters make of it."""
    file = _file(service, f"{FOLDER}{query.name}{SUFFIX}", QUERY)
    if file is not None and not parameters:
        return file
    body = bound(query, parameters, service.build.manifest.base).encode()
    etag = f'"{sha256(body).hexdigest()[:32]}"'
    headers = {"content-type": QUERY, "etag": etag, "cache-control": "no-cache"}
    return Response(body, headers=headers)


def _file(service: Service, path: str, content_type: str) -> Response | None:
    """Return the file of the build at ``path``, or None."""
    file = service.build.files.get(path)
    if file is None:
        return None
    headers = {
        "content-type": content_type,
        "etag": file.etag,
        "last-modified": http_date(file.modified),
        "cache-control": "no-cache",
    }
    return Response(file.content, headers=headers)


def _type(query: Query, suffix: str) -> str:
    format = by_suffix(suffix, formats_of(query.form))
    if format is None:
        return _FILES.get(suffix, "application/octet-stream")
    return NegotiatedFormat(format, format.media_type).content_type
