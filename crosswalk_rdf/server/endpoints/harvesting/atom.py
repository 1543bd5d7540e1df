"""The documents of the change log as an archived Atom feed.

Atom (RFC 4287), archives (RFC 5005 §4), and a tombstone for each document that is gone (RFC 6721).
The identifier of an entry is the IRI of what it tells of; its latest entry is the one that counts.
"""

from collections.abc import Iterator
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from crosswalk_rdf.server.change_log import Entry
from crosswalk_rdf.server.change_log.timestamps import rfc3339
from crosswalk_rdf.server.content.build import N_TRIPLES
from crosswalk_rdf.server.endpoints.harvesting.operations import operation, path_parameter
from crosswalk_rdf.server.endpoints.harvesting.renderings import rendered
from crosswalk_rdf.server.endpoints.harvesting.resource_data import (
    DocumentFile,
    address,
    document_files,
    headers,
    label,
    not_found,
    page_number,
)
from crosswalk_rdf.server.endpoints.harvesting.xml import DECLARATION, element, listed
from crosswalk_rdf.server.requests import base_url, service_of
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.site.paths import href

PAGE: Final = 100
"""How many places an archive has."""
MEDIA_TYPE: Final = "application/atom+xml"
_FEED: Final = "changes/feed.atom"
_ARCHIVES: Final = "changes/feed/"
_NAMESPACES: Final = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns_at": "http://purl.org/atompub/tombstones/1.0",
    "xmlns_fh": "http://purl.org/syndication/history/1.0",
}
_ACTIVITIES: Final = "https://www.w3.org/ns/activitystreams#"


@rendered
def subscription(request: Request) -> Response:
    """Answer with the document to subscribe to: the latest changes (RFC 5005 §4)."""
    service = service_of(request)
    return _response(_last(service), request, service)


@rendered
def archive(request: Request) -> Response:
    """Answer with an archive: changes before those, which stay where they are."""
    service = service_of(request)
    number = page_number(request.path_params["number"])
    if request.path_params["history"] != service.change_log.origin or number >= _last(service):
        raise not_found()
    return _response(number, request, service)


def _last(service: Service) -> int:
    return max(service.change_log.documents.next_position - 1, 0) // PAGE


def _response(number: int, request: Request, service: Service) -> Response:
    log = service.change_log.documents
    entries = log.range(number * PAGE, (number + 1) * PAGE)
    body = "".join(
        (
            DECLARATION,
            f"<feed{listed(_NAMESPACES)}>\n",
            *(f"  {line}\n" for line in _head(number, base_url(request), service)),
            *(_entry(entry, service, base_url(request)) for entry in reversed(entries)),
            "</feed>\n",
        )
    )
    return Response(body, headers=headers(MEDIA_TYPE, service.change_log.latest, request, service))


def _head(number: int, top: str, service: Service) -> Iterator[str]:
    manifest, last = service.build.manifest, _last(service)
    self = f"{top}{_FEED}" if number == last else _archive(number, top, service)
    yield element("id", f"{manifest.base}{_FEED}")
    yield element("title", f"Changes of documents: {manifest.title}", xml_lang=manifest.language)
    yield element("updated", rfc3339(service.change_log.latest))
    yield f"<author>{element('name', manifest.creator or manifest.title)}</author>"
    yield element("link", rel="self", href=self, type=MEDIA_TYPE)
    yield element("link", rel="alternate", href=f"{top}changes", type="text/html")
    if number != last:
        yield "<fh:archive/>"
        yield element("link", rel="current", href=f"{top}{_FEED}", type=MEDIA_TYPE)
    if number > 0:
        earlier = _archive(number - 1, top, service)
        yield element("link", rel="prev-archive", href=earlier, type=MEDIA_TYPE)
    if number < last - 1:
        later = _archive(number + 1, top, service)
        yield element("link", rel="next-archive", href=later, type=MEDIA_TYPE)


def _archive(number: int, top: str, service: Service) -> str:
    return f"{top}{_ARCHIVES}{service.change_log.origin}/{number}.atom"


def _entry(entry: Entry, service: Service, top: str) -> str:
    moment = rfc3339(entry.timestamp)
    if entry.is_gone:
        return f"  {element('at:deleted-entry', ref=entry.iri, when=moment)}\n"
    verb = entry.change.value.capitalize()
    links = [
        element("link", rel="alternate", href=href(file.path, top), type=file.media_type)
        for file in _one_of_each_type(entry, service)
    ]
    lines = (
        element("id", entry.iri),
        element("title", label(entry.iri, service)),
        element("updated", moment),
        element("category", term=verb, scheme=_ACTIVITIES),
        *links,
        element("link", rel="related", href=address(entry, service, top)),
        element("summary", f"{verb} {entry.iri}"),
    )
    return "".join(("  <entry>\n", *(f"    {line}\n" for line in lines), "  </entry>\n"))


def _one_of_each_type(entry: Entry, service: Service) -> Iterator[DocumentFile]:
    """Yield the documents: no type twice, as RFC 4287 §4.1.2 demands.

    Compressed documents all have one type: of them, the N-Triples.
    """
    for file in document_files(entry, service):
        if file.media_type == file.syntax.media_type or file.syntax == N_TRIPLES:
            yield file


ROUTES: Final = (
    Route(f"/{_FEED}", subscription),
    Route(f"/{_ARCHIVES}{{history}}/{{number}}.atom", archive),
)


def paths(_service: Service) -> dict[str, Any]:
    """Return the path items of OpenAPI 3.1."""
    types = (MEDIA_TYPE,)
    return {
        f"/{_FEED}": operation("The latest changes of documents", "Harvesting", types, (), ()),
        f"/{_ARCHIVES}{{history}}/{{number}}.atom": operation(
            "An archive of changes of documents",
            "Harvesting",
            types,
            (
                path_parameter("history", "As the feed names it", "string"),
                path_parameter("number", "The number of the archive, from 0", "integer"),
            ),
            (404,),
        ),
    }
