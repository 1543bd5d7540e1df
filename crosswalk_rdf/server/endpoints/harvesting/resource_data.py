"""The change log and the build to what every way of harvesting needs: texts, names, addresses."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rdflib import DCTERMS, FOAF, RDFS, SKOS
from starlette.requests import Request

from crosswalk_rdf.dataset.distributions import COMPRESSED_SUFFIX
from crosswalk_rdf.namespaces import PREFIXES, SCHEMA, ontology_namespace
from crosswalk_rdf.serialization.context import Context, parse_context
from crosswalk_rdf.serialization.document import Document
from crosswalk_rdf.serialization.literals import literal_parts
from crosswalk_rdf.serialization.naming import Naming
from crosswalk_rdf.serialization.syntaxes import Syntax, document_syntaxes
from crosswalk_rdf.server.change_log import Entry
from crosswalk_rdf.server.change_log.update import documents
from crosswalk_rdf.server.content.build import N_TRIPLES
from crosswalk_rdf.server.http_dates import http_date
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import base_url, header
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.site.paths import href

_LABELS: Final = (SKOS.prefLabel, DCTERMS.title, RDFS.label, FOAF.name, SCHEMA.name, SKOS.notation)
_CONTEXT: Final = "context.jsonld"
_SIBLINGS: Final = (
    ("catalog", "describedby", ""),
    ("openapi.json", "service-desc", "application/json"),
    ("changes/feed.atom", "alternate", "application/atom+xml"),
)


def lines(iri: str, service: Service) -> tuple[str, ...]:
    """Return what is said of ``iri`` as statements of N-Triples without period, sorted."""
    text = service.change_log.text
    return text.lines(iri) if text is not None else ()


def described(iri: str, service: Service) -> Document:
    """Return the description of ``iri`` as a document to be written."""
    return Document({"": lines(iri, service)}, service.cached(naming), iri)


def naming(service: Service) -> Naming:
    """Return what IRIs are called in what is written."""
    own = {"xw": str(ontology_namespace(service.build.manifest.base))}
    return Naming({**PREFIXES, **own}, _context(service))


def _context(service: Service) -> Context:
    file = service.build.files.get(_CONTEXT)
    return parse_context(bytes(file.content).decode()) if file else Context()


def values(iri: str, properties: Sequence[str], service: Service) -> Iterator[tuple[str, str]]:
    """Yield the property and the value (N-Triples text) of what is said of ``iri`` with them."""
    names = {f"<{property}>": property for property in map(str, properties)}
    for line in lines(iri, service):
        _, property, value = line.split(" ", 2)
        if property in names:
            yield names[property], value


def label(iri: str, service: Service) -> str:
    """Return what ``iri`` is called; itself where it has no name."""
    labels = dict(reversed(list(values(iri, _LABELS, service))))
    names = (
        literal_parts(v).value for p in map(str, _LABELS) if (v := labels.get(p, "<"))[0] == '"'
    )
    return next(names, iri)


class DocumentFile(NamedTuple):
    """A document that describes a resource."""

    syntax: Syntax
    path: str
    """Below the top of the site."""
    media_type: str
    """That of the compression, if it is compressed."""


def document_files(entry: Entry, service: Service) -> list[DocumentFile]:
    """Return each document of what ``entry`` is about; none of what is gone."""
    files = service.build.files
    paths = {} if entry.is_gone else documents(entry.iri, service.build)
    return [
        DocumentFile(syntax, path, files[path].kind.compression or syntax.media_type)
        for syntax in document_syntaxes()
        if (path := paths.get(syntax.media_type))
    ]


def address(entry: Entry, service: Service, top: str) -> str:
    """Return the URL at which the service tells of ``entry``: that of its IRI moved to ``top``.

    A named graph of a build whose graphs are compressed is at its N-Triples, whether it is still
    published or not: its IRI leads to what is said about it.
    """
    manifest = service.build.manifest
    local = entry.iri.removeprefix(manifest.base)
    if local.startswith("graph/") and service.build.files[manifest.dump].kind.compression:
        return href(f"{local}{N_TRIPLES.suffix}{COMPRESSED_SUFFIX}", top)
    return top + local


def negotiated(request: Request, offers: Sequence[str]) -> str:
    """Return the one of ``offers`` that the client wants most; raise a 406 Problem for none."""
    media_types = acceptable(header(request.headers, "accept"), offers)
    if not media_types:
        raise Problem(
            406, "ask for one of the alternatives, or send no Accept header", alternatives=[*offers]
        )
    return media_types[0]


def headers(media_type: str, timestamp: int, request: Request, service: Service) -> dict[str, str]:
    """Return what every response here has: its type, its age, the links to what goes with it."""
    modified = min(timestamp, int(service.now().timestamp()))
    top = base_url(request)
    links = (
        f'<{top}{path}>; rel="{rel}"' + (f'; type="{kind}"' if kind else "")
        for path, rel, kind in _SIBLINGS
    )
    return {
        "content-type": media_type,
        "last-modified": http_date(modified),
        "link": ", ".join(links),
    }


def page_number(text: str) -> int:
    """Return the number that ``text``, a part of a path, is; raise a 404 Problem for none."""
    if not text.isdecimal() or not text.isascii():
        raise not_found()
    number = int(text) if len(text) < 10 else -1
    if str(number) != text:
        raise not_found()
    return number


def not_found() -> Problem:
    """Return the problem of a page that never was."""
    return Problem(404, "there is no such page: follow the links from the first")
