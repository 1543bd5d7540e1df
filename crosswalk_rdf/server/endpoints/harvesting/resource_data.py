"""The change log and the build to what every way of harvesting needs: texts, names, addresses."""

from collections.abc import Iterator, Sequence
from typing import Final

from rdflib import DCTERMS, FOAF, RDFS, SKOS
from starlette.requests import Request

from crosswalk_rdf.namespaces import PREFIXES, SCHEMA, ontology_namespace
from crosswalk_rdf.serialization.context import Context, parse_context
from crosswalk_rdf.serialization.document import Document
from crosswalk_rdf.serialization.literals import literal_parts
from crosswalk_rdf.serialization.naming import Naming
from crosswalk_rdf.serialization.syntaxes import Syntax, document_syntaxes
from crosswalk_rdf.server.change_log import Entry
from crosswalk_rdf.server.change_log.update import document
from crosswalk_rdf.server.http_dates import http_date
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.problems import Problem
from crosswalk_rdf.server.requests import base_url, header
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.site.paths import href

_LABELS: Final = (SKOS.prefLabel, DCTERMS.title, RDFS.label, FOAF.name, SCHEMA.name, SKOS.notation)
_PACKED: Final = ".gz"
_CONTEXT: Final = "context.jsonld"
_SIBLINGS: Final = (
    ("catalog", "describedby", ""),
    ("openapi.json", "service-desc", "application/json"),
    ("changes/feed.atom", "alternate", "application/atom+xml"),
)


def lines(iri: str, service: Service) -> tuple[str, ...]:
    """Return what is said of ``iri`` as statements of N-Triples without full stop, sorted."""
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
    wanted = {f"<{property}>": property for property in map(str, properties)}
    for line in lines(iri, service):
        _, property, value = line.split(" ", 2)
        if property in wanted:
            yield wanted[property], value


def label(iri: str, service: Service) -> str:
    """Return what ``iri`` is called; itself where it has no name."""
    found = dict(reversed(list(values(iri, _LABELS, service))))
    names = (
        literal_parts(v).value for p in map(str, _LABELS) if (v := found.get(p, "<"))[0] == '"'
    )
    return next(names, iri)


def addresses(entry: Entry, service: Service, top: str) -> list[tuple[Syntax, str]]:
    """Return the URL of each document of what ``entry`` is about; none of what is gone."""
    return [(syntax, href(path, top)) for syntax, path in document_paths(entry, service)]


def document_paths(entry: Entry, service: Service) -> list[tuple[Syntax, str]]:
    """Return the path of each document of what ``entry`` is about; none of what is gone."""
    path = None if entry.is_gone else document(entry.iri, service.build)
    if path is None:
        return []
    packed = _PACKED if path.endswith(_PACKED) else ""
    stem = path.removesuffix(packed).removesuffix(".nt")
    found = ((syntax, f"{stem}{syntax.suffix}{packed}") for syntax in document_syntaxes())
    return [(syntax, path) for syntax, path in found if path in service.build.files]


def media_type(syntax: Syntax, url: str) -> str:
    """Return the media type of a document at ``url``, which may be packed."""
    return "application/gzip" if url.endswith(_PACKED) else syntax.media_type


def address(entry: Entry, service: Service, top: str) -> str:
    """Return the URL at which the service tells of ``entry``: that of its IRI moved to ``top``.

    A named graph of a build whose graphs are packed is at its N-Triples, whether it is still there
    or not: its IRI leads to what is said about it.
    """
    manifest = service.build.manifest
    local = entry.iri.removeprefix(manifest.base)
    if local.startswith("graph/") and manifest.dump.endswith(_PACKED):
        return href(f"{local}.nt{_PACKED}", top)
    return top + local


def negotiated(request: Request, offers: Sequence[str]) -> str:
    """Return the one of ``offers`` that the client wants most; raise a 406 Problem for none."""
    found = acceptable(header(request.headers, "accept"), offers)
    if not found:
        raise Problem(
            406, "ask for one of the alternatives, or send no Accept header", alternatives=[*offers]
        )
    return found[0]


def headers(media_type: str, stamp: int, request: Request, service: Service) -> dict[str, str]:
    """Return what every response here has: its type, its age, the links to what goes with it."""
    modified = min(stamp, int(service.now().timestamp()))
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
