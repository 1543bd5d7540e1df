"""The description of the service (SPARQL 1.1 Service Description), with VoID."""

from hashlib import sha256
from importlib.resources import files
from typing import Final

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf.namespaces import PREFIXES
from crosswalk_rdf.serialization.context import Context
from crosswalk_rdf.serialization.syntaxes import by_media_type
from crosswalk_rdf.serialization.write import serialize
from crosswalk_rdf.server.content.build import DATASET
from crosswalk_rdf.server.negotiation import acceptable
from crosswalk_rdf.server.requests import base_url, header, raw_path, service_of
from crosswalk_rdf.server.service import Service
from crosswalk_rdf.server.sparql_results.formats import (
    GRAPHS,
    RESULTS,
    NegotiatedFormat,
    by_name,
    negotiate_format,
    not_acceptable,
    of_media_type,
    offers,
)
from crosswalk_rdf.sparql_text.parameters import with_terms

HTML: Final = "text/html"
PAGE: Final = "sparql.html"
_QUERY: Final = "description.rq"
_PREFIXES: Final = {**PREFIXES, "sd": "http://www.w3.org/ns/sparql-service-description#"}


def description_response(request: Request, format: str = "") -> Response:
    """Return the description, or lead a browser to the page that asks for queries.

    ``format`` may name an RDF syntax, whatever the Accept header says; it is passed over where it
    names anything else. Raises a 406 Problem.
    """
    service, top = service_of(request), base_url(request)
    negotiated = _negotiate(request, service, format)
    if negotiated is None:
        headers = {"location": f"{top}{PAGE}", "vary": "accept"}
        return Response(status_code=303, headers=headers)
    quads = description(service, top, raw_path(request).removeprefix("/"))
    syntax = by_media_type(negotiated.format.media_type)
    body = serialize(quads, syntax, prefixes=_PREFIXES, context=Context())
    etag = f'"{sha256(negotiated.media_type.encode() + body).hexdigest()[:32]}"'
    headers = {"content-type": negotiated.content_type, "vary": "accept"}
    headers |= {"etag": etag, "cache-control": "no-cache"}
    return Response(body, headers=headers)


def description(service: Service, top: str, endpoint: str) -> tuple[ox.Quad, ...]:
    """Return what is said of the service at ``top`` whose endpoint is ``top`` + ``endpoint``."""
    base = service.build.manifest.base
    terms = {
        "endpoint": f"<{top}{endpoint}>",
        "description": f"<{top}openapi.json>",
        "dataset": f"<{base}{DATASET}>",
        "base": f"<{base}>",
        "formats": " ".join(f"<{format.iri}>" for format in (*RESULTS, *GRAPHS)),
    }
    text = (files(__package__) / _QUERY).read_text(encoding="utf-8")
    result = service.cached(_dataset).query(with_terms(text, terms))
    triples = result if isinstance(result, ox.QueryTriples) else ()
    return tuple({ox.Quad(*triple) for triple in triples})


def _negotiate(request: Request, service: Service, format: str) -> NegotiatedFormat | None:
    """Return the RDF syntax to answer in; None for the page."""
    named = by_name(format, GRAPHS)
    if named or PAGE not in service.build.files:
        return named or negotiate_format(request, GRAPHS)
    accepted = acceptable(header(request.headers, "accept"), (*offers(GRAPHS), HTML))
    if not accepted:
        raise not_acceptable(GRAPHS, "none of the media types in Accept fits", HTML)
    return None if accepted[0] == HTML else of_media_type(accepted[0], GRAPHS)


def _dataset(service: Service) -> ox.Store:
    """Return what the build says of its dataset."""
    store = ox.Store()
    document = service.build.files.get(f"{DATASET}.nt")
    if document is not None:
        store.load(bytes(document.content), ox.RdfFormat.N_TRIPLES)
    return store
