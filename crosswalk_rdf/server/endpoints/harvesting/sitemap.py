"""The sitemap of the service: the pages of the site, and the documents that hold all of its data.

A sitemap may name URLs of its own host alone (sitemaps.org), and the build does not know where it
will be served; nor when a page or a document last changed, which is what ``lastmod`` is for. So the
service writes its own. It lists the JSON-LD of each resource and of each named graph: together they
are exactly what is published.
"""

from collections.abc import Sequence
from typing import Any, Final

from crosswalk_rdf.server.change_log.timestamps import instant
from crosswalk_rdf.server.endpoints.harvesting.operations import operation, path_parameter
from crosswalk_rdf.server.endpoints.harvesting.resource_data import (
    document_paths,
    headers,
    not_found,
    page_number,
)
from crosswalk_rdf.server.endpoints.harvesting.xml import DECLARATION, element, listed
from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.route import Route
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.site.paths import href

MOST_URLS: Final = 25_000
"""Half of what one sitemap may hold: it may have 50 MB, too."""
MEDIA_TYPE: Final = "application/xml"
_NAMESPACE: Final = {"xmlns": "http://www.sitemaps.org/schemas/sitemap/0.9"}
_ROBOTS_TYPE: Final = "text/plain; charset=utf-8"

Place = tuple[str, int]


async def sitemap(request: Request, service: Service) -> Response:
    """Answer with the sitemap, or with the index of its parts."""
    places = _places(request.top, service)
    if len(places) <= MOST_URLS:
        return _response(_listing("urlset", "url", places), request, service)
    latest = service.journal.latest
    numbers = range(-(-len(places) // MOST_URLS))
    parts = [(f"{request.top}sitemap/{number}.xml", latest) for number in numbers]
    return _response(_listing("sitemapindex", "sitemap", parts), request, service)


async def part(request: Request, service: Service) -> Response:
    """Answer with one part of a large sitemap."""
    number = page_number(request, "/sitemap/", ".xml")
    places = _places(request.top, service)[number * MOST_URLS : (number + 1) * MOST_URLS]
    if not places:
        raise not_found()
    return _response(_listing("urlset", "url", places), request, service)


async def robots(request: Request, service: Service) -> Response:
    """Answer with what robots may read (RFC 9309), which is everything, and the sitemap."""
    body = f"User-agent: *\nAllow: /\n\nSitemap: {request.top}sitemap.xml\n".encode()
    found = headers(_ROBOTS_TYPE, service.journal.started, request, service)
    return Response(headers=found, body=body)


def _places(top: str, service: Service) -> Sequence[Place]:
    journal = service.journal
    pages = ((top + e.iri, e.stamp) for e in journal.pages.entries if not e.is_gone)
    documents = ((href(path, top), stamp) for path, stamp in service.kept(_documents))
    return (*pages, *documents)


def _documents(service: Service) -> Sequence[Place]:
    """Return the path of each JSON-LD document, and since when it is as it is."""
    return tuple(
        (path, entry.stamp)
        for entry in service.journal.documents.entries
        for syntax, path in document_paths(entry, service)
        if syntax.name == "json-ld"
    )


def _listing(kind: str, item: str, places: Sequence[Place]) -> str:
    rows = (
        f"  <{item}>{element('loc', url)}{element('lastmod', instant(stamp))}</{item}>\n"
        for url, stamp in places
    )
    return "".join((DECLARATION, f"<{kind}{listed(_NAMESPACE)}>\n", *rows, f"</{kind}>\n"))


def _response(text: str, request: Request, service: Service) -> Response:
    found = headers(MEDIA_TYPE, service.journal.latest, request, service)
    return Response(headers=found, body=text.encode())


ROUTES: Final = (
    Route("/sitemap.xml", sitemap),
    Route("/sitemap/", part),
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
