"""A path to what it names: a file, a document, a resource, or nothing."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.server.content.build import DATASET
from crosswalk_rdf.server.content.files import ServedFile
from crosswalk_rdf.server.endpoints.resources.files import (
    CACHE_CONTROL,
    VOID,
    content_type,
    file_response,
    index,
    served,
)
from crosswalk_rdf.server.endpoints.resources.links import of_service
from crosswalk_rdf.server.endpoints.resources.local_names import (
    exact_names,
    file_path,
    local_name,
    url,
)
from crosswalk_rdf.server.endpoints.resources.negotiation import negotiate
from crosswalk_rdf.server.endpoints.resources.not_found import not_found
from crosswalk_rdf.server.endpoints.resources.profiles import (
    FULL,
    parameters,
    requested_profiles,
    wants_alternates,
)
from crosswalk_rdf.server.endpoints.resources.representations import (
    HTML,
    JSON,
    LD_JSON,
    TURTLE,
    Representation,
    document,
    representations,
)
from crosswalk_rdf.server.endpoints.resources.resource import Resource, resource, resource_at
from crosswalk_rdf.server.endpoints.resources.response_cache import cache_key, response_cache
from crosswalk_rdf.server.endpoints.resources.responses import (
    VARY,
    document_response,
    negotiated,
    not_acceptable,
)
from crosswalk_rdf.server.requests import base_url, raw_path, service_of
from crosswalk_rdf.server.service import Service

_HOME: Final = "index.html"
_CACHEABLE: Final = (200, 303)
_OF_DOCUMENTS: Final = (".html", *(syntax.suffix for syntax in SYNTAXES), ".json")


async def resource_endpoint(request: Request) -> Response:
    """Return what is published at the path of ``request``; raise Problem 404, 406 or 400."""
    service = service_of(request)
    cache, key = service.cached(response_cache), cache_key(request.scope)
    response = cache.get(key)
    if response is None:
        response = _response(request, service)
        if response.status_code in _CACHEABLE:
            cache.add(key, response)
    return response


def _response(request: Request, service: Service) -> Response:
    path, query = raw_path(request), request.scope["query_string"].decode("latin-1")
    documents = service.build.documents
    exact = next((name for name in exact_names(path, query) if name in documents), "")
    local = exact or local_name(path)
    if local is None:
        return not_found(request, service)
    if local in ("", VOID):
        return _top(request, service, local)
    files = service.build.files
    file = None if exact else file_path(local)
    document = None if file is None or path.endswith("/") else file
    return (
        _document(request, service, document)
        or _file(service, served(files, document))
        or _resource(request, service, local, file)
        or _file(service, index(files, file))
        or _page(request, service, file)
        or not_found(request, service)
    )


def _top(request: Request, service: Service, local: str) -> Response:
    """Return the home page or the description of the dataset, under their own addresses.

    The top names the publication: its page stands there, and other media types are had by 303 from
    the document of the dataset, or of a framework whose IRI is the base.
    """
    location, media_type = (VOID, TURTLE) if local else (_HOME, HTML)
    file = service.build.files.get(location)
    dataset = resource(service.build, "") or resource(service.build, DATASET)
    if file is None or dataset is None:
        return not_found(request, service)
    here = _at_the_top(location, media_type, file)
    others = (
        each
        for each in representations(service, dataset)
        if each.media_type != media_type or each.profile != FULL
    )
    available = (here, *others)
    acceptable = negotiate(request, available, service.build.manifest.base)
    if wants_alternates(request) or (acceptable and acceptable[0] is not here):
        return negotiated(request, service, dataset, available)
    if not acceptable:
        raise not_acceptable(request, service, available)
    response = document_response(request, service, dataset, available, here)
    top = base_url(request)
    response.headers["link"] += f", {of_service(top)}"
    return _varying(response, url(top, location))


def _at_the_top(location: str, media_type: str, file: ServedFile) -> Representation:
    return Representation(
        location=location,
        suffix="",
        media_type=media_type,
        content=lambda: file,
        aliases=("application/xhtml+xml",) if media_type == HTML else (),
    )


def _varying(response: Response, location: str) -> Response:
    """Return ``response`` as the one that was negotiated, which has an address of its own too."""
    response.headers["vary"] = VARY
    response.headers["content-location"] = location
    return response


def _document(request: Request, service: Service, path: str | None) -> Response | None:
    """Return the document about a resource at ``path``, whatever is accepted."""
    stem, dot, end = (path or "").rpartition(".")
    suffix = dot + end
    if suffix not in _OF_DOCUMENTS or not (about := resource_at(service.build, stem)):
        return None
    if document(service, about.path, suffix) is None:
        return None
    available = representations(service, about)
    if parameters(request, "profile", "_profile"):
        return _in_profile(request, service, about, available, suffix)
    if suffix == ".jsonld":
        return _in_form(request, service, about, available)
    whole = [each for each in available if each.suffix == suffix and each.profile == FULL]
    representation = whole[0] if whole else _as_json(service, about)
    return document_response(request, service, about, available, representation)


def _as_json(service: Service, about: Resource) -> Representation:
    """Return the JSON-LD as what it is too."""
    file = service.build.files[f"{about.path}.jsonld"]
    return Representation(
        location=f"{about.path}.json", suffix=".json", media_type=JSON, content=lambda: file
    )


def _in_profile(
    request: Request,
    service: Service,
    about: Resource,
    available: tuple[Representation, ...],
    suffix: str,
) -> Response:
    """Return what ``?profile=`` names, in the syntax of the suffix; raise 406 if there is none."""
    if wants_alternates(request):
        return negotiated(request, service, about, available)
    suffixes = (suffix, ".jsonld") if suffix == ".json" else (suffix,)
    for profile in requested_profiles(request, service.build.manifest.base) or ():
        for each in suffixes:
            for representation in available:
                if representation.profile == profile and representation.suffix == each:
                    return document_response(request, service, about, available, representation)
    raise not_acceptable(request, service, available)


def _in_form(
    request: Request, service: Service, about: Resource, available: tuple[Representation, ...]
) -> Response:
    """Return the form of JSON-LD that Accept names best, at the address of JSON-LD."""
    forms = [each for each in available if each.media_type.startswith(LD_JSON)]
    plain = next(each for each in forms if each.profile == FULL)
    best = (*negotiate(request, forms, service.build.manifest.base), plain)[0]
    response = document_response(request, service, about, available, best)
    return _varying(response, url(base_url(request), best.location))


def _file(service: Service, path: str | None) -> Response | None:
    if path is None:
        return None
    file = service.build.files[path]
    return file_response(file, content_type(path, file))


def _resource(request: Request, service: Service, local: str, file: str | None) -> Response | None:
    """Return what leads to the documents about ``local``, or to those that are called ``file``."""
    about = resource(service.build, local) or resource_at(service.build, file or "")
    if about is None:
        return None
    return negotiated(request, service, about, representations(service, about))


def _page(request: Request, service: Service, file: str | None) -> Response | None:
    """Redirect to a page that is not a resource, which has a short address too."""
    path = f"{file}.html"
    if file is None or served(service.build.files, path) is None:
        return None
    headers = {"location": url(base_url(request), path), "cache-control": CACHE_CONTROL}
    return Response(status_code=303, headers=headers)
