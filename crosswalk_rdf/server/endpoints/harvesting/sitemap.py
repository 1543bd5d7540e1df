"""The sitemap of the service: the pages of the site, and the documents that hold all of its data.

A sitemap may name URLs of its own host alone (sitemaps.org), and the build does not know where it
will be served; nor when a page or a document last changed, which is what ``lastmod`` is for. So the
service writes its own. It lists the JSON-LD of each resource and of each named graph: together they
are exactly what is published.
"""

from collections.abc import Sequence
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crosswalk_rdf.server.change_log.timestamps import rfc3339
from crosswalk_rdf.server.endpoints.harvesting.operations import operation, path_parameter
from crosswalk_rdf.server.endpoints.harvesting.renderings import rendered
from crosswalk_rdf.server.endpoints.harvesting.resource_data import (
    document_files,
    headers,
    not_found,
    page_number,
)
from crosswalk_rdf.server.endpoints.harvesting.xml import DECLARATION, element, listed
from crosswalk_rdf.server.requests import base_url, service_of
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.site.paths import href

MOST_URLS: Final = 25_000
"""Half of what one sitemap may hold: it may have 50 MB, too."""
MEDIA_TYPE: Final = "application/xml"
_NAMESPACE: Final = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
_ROBOTS_TYPE: Final = "text/plain; charset=utf-8"

DatedUrl = tuple[str, int]


@rendered
def sitemap(request: Request) -> Response:
    """Answer with the sitemap, or with the index of its parts."""
    service = service_of(request)
    urls = _urls(base_url(request), service)
    if len(urls) <= MOST_URLS:
        return _response(_listing("urlset", "url", urls), request, service)
    latest = service.change_log.latest
    numbers = range(-(-len(urls) // MOST_URLS))
    parts = [(f"{base_url(request)}sitemap/{number}.xml", latest) for number in numbers]
    return _response(_listing("sitemapindex", "sitemap", parts), request, service)


@rendered
def part(request: Request) -> Response:
    """Answer with one part of a large sitemap."""
    service = service_of(request)
    number = page_number(request.path_params["number"])
    urls = _urls(base_url(request), service)[number * MOST_URLS : (number + 1) * MOST_URLS]
    if not urls:
        raise not_found()
    return _response(_listing("urlset", "url", urls), request, service)


async def robots(request: Request) -> Response:
    """Answer with what robots may read (RFC 9309), which is everything, and the sitemap."""
    service = service_of(request)
    body = f"User-agent: *\nAllow: /\n\nSitemap: {base_url(request)}sitemap.xml\n".encode()
    common = headers(_ROBOTS_TYPE, service.change_log.started, request, service)
    return Response(body, headers=common)


def _urls(top: str, service: Service) -> Sequence[DatedUrl]:
    change_log = service.change_log
    pages = ((top + e.iri, e.timestamp) for e in change_log.pages.entries if not e.is_gone)
    documents = ((href(path, top), timestamp) for path, timestamp in service.cached(_documents))
    return (*pages, *documents)


def _documents(service: Service) -> Sequence[DatedUrl]:
    """Return the path of each JSON-LD document, and since when it is as it is."""
    return tuple(
        (file.path, entry.timestamp)
        for entry in service.change_log.documents.entries
        for file in document_files(entry, service)
        if file.syntax.name == "json-ld"
    )


def _listing(kind: str, item: str, urls: Sequence[DatedUrl]) -> str:
    rows = (
        f"  <{item}>{element('loc', url)}{element('lastmod', rfc3339(timestamp))}</{item}>\n"
        for url, timestamp in urls
    )
    return "".join((DECLARATION, f"<{kind}{listed(_NAMESPACE)}>\n", *rows, f"</{kind}>\n"))


def _response(text: str, request: Request, service: Service) -> Response:
    return Response(text, headers=headers(MEDIA_TYPE, service.change_log.latest, request, service))


ROUTES: Final = (
    Route("/sitemap.xml", sitemap),
    Route("/sitemap/{number}.xml", part),
    Route("/robots.txt", robots),
)


def paths(_service: Service) -> dict[str, Any]:
    """Return the path items of OpenAPI 3.1."""
    number = path_parameter("number", "The number of the part, from 0", "integer")
    types, tag = (MEDIA_TYPE,), "Harvesting"
    return {
        "/sitemap.xml": operation("The sitemap", tag, types, (), ()),
        "/sitemap/{number}.xml": operation("A part of it", tag, types, (number,), (404,)),
        "/robots.txt": operation("What robots may read", tag, ("text/plain",), (), ()),
    }
