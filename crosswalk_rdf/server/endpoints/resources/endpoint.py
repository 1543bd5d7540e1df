"""A path to what it names: a file, a document, a resource, or nothing."""

from typing import Final

from crosswalk_rdf.dataset.paths import document_path
from crosswalk_rdf.serialization.media_types import media_type_of
from crosswalk_rdf.serialization.syntaxes import SYNTAXES
from crosswalk_rdf.server.content.build import DATASET
from crosswalk_rdf.server.endpoints.resources.files import (
    CACHED,
    VOID,
    file_response,
    index,
    media_type,
    served,
)
from crosswalk_rdf.server.endpoints.resources.links import of_service
from crosswalk_rdf.server.endpoints.resources.local_names import local_name, url
from crosswalk_rdf.server.endpoints.resources.negotiation import chosen
from crosswalk_rdf.server.endpoints.resources.not_found import not_found
from crosswalk_rdf.server.endpoints.resources.profiles import (
    FULL,
    asked,
    parameters,
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
from crosswalk_rdf.server.endpoints.resources.resource import Resource, resource
from crosswalk_rdf.server.endpoints.resources.response_cache import recent
from crosswalk_rdf.server.endpoints.resources.responses import (
    VARY,
    document_response,
    negotiated,
    not_acceptable,
)
from crosswalk_rdf.server.messages import Request, Response
from crosswalk_rdf.server.middleware.common_headers import with_header
from crosswalk_rdf.server.service import Service

_HOME: Final = "index.html"
_LONGEST_KEY: Final = 4096
_RECENT: Final = (200, 303)
_OF_DOCUMENTS: Final = (".html", *(syntax.suffix for syntax in SYNTAXES), ".json")


async def answer(request: Request, service: Service) -> Response:
    """Return what is published at the path of ``request``; raise Problem 404, 406 or 400."""
    key = (
        *(request.path, request.query, request.top),
        *(request.header("accept"), request.header("accept-profile")),
    )
    cache = service.kept(recent)
    found = cache.get(key)
    if found is None:
        found = _answered(request, service)
        if found.status in _RECENT and sum(map(len, key)) < _LONGEST_KEY:
            cache.keep(key, found)
    return found


def _answered(request: Request, service: Service) -> Response:
    local = local_name(request.path)
    if local is None:
        return not_found(request, service)
    if local in ("", VOID):
        return _at_the_top(request, service, local)
    is_folder = request.path.endswith("/")
    return (
        (not is_folder and _document(request, service, local))
        or (not is_folder and _file(service, served(service.build.files, document_path(local))))
        or _resource(request, service, local)
        or _file(service, index(service.build.files, document_path(local)))
        or _page(request, service, local)
        or not_found(request, service)
    )


def _at_the_top(request: Request, service: Service, local: str) -> Response:
    """Return the home page or the description of the dataset, under their own addresses.

    The top names the publication: its page stands there, and other media types are had from the
    document of the dataset, by 303.
    """
    place, type = (VOID, TURTLE) if local else (_HOME, HTML)
    packed = service.build.files.get(place)
    about = resource(service.build, DATASET)
    if packed is None or about is None:
        return not_found(request, service)
    here = Representation(
        place=place, suffix="", media_type=type, content=lambda: packed, asked_as=_as_page(type)
    )
    others = [
        each
        for each in representations(service, about)
        if each.media_type != type or each.profile != FULL
    ]
    found = (here, *others)
    wanted = chosen(request, found, service.build.manifest.base)
    if wants_alternates(request) or (wanted and wanted[0] is not here):
        return negotiated(request, service, about, found)
    if not wanted:
        raise not_acceptable(request, service, found)
    answer = document_response(request, service, about, found, here)
    location = ("content-location", url(request.top, place))
    own = with_header(answer.headers, "link", f"{answer.header('link')}, {of_service(request.top)}")
    return Response(headers=(*own, VARY, location), body=answer.body)


def _as_page(type: str) -> tuple[str, ...]:
    return ("application/xhtml+xml",) if type == HTML else ()


def _document(request: Request, service: Service, local: str) -> Response | None:
    """Return a document about a resource, named by its suffix, whatever is accepted."""
    stem, dot, end = local.rpartition(".")
    suffix = dot + end
    if suffix not in _OF_DOCUMENTS or not (about := resource(service.build, stem)):
        return None
    if document(service, about.path, suffix) is None or document_path(stem) != about.path:
        return None
    found = representations(service, about)
    if _asks_for_profile(request):
        return _in_profile(request, service, about, found, suffix)
    if suffix == ".jsonld":
        return _in_form(request, service, about, found)
    whole = [each for each in found if each.suffix == suffix and each.profile == FULL]
    chosen_one = whole[0] if whole else _as_json(service, about)
    return document_response(request, service, about, found, chosen_one)


def _as_json(service: Service, about: Resource) -> Representation:
    """Return the JSON-LD as what it is too."""
    packed = service.build.files[f"{about.path}.jsonld"]
    return Representation(
        place=f"{about.path}.json", suffix=".json", media_type=JSON, content=lambda: packed
    )


def _asks_for_profile(request: Request) -> bool:
    return bool(parameters(request, "profile", "_profile"))


def _in_profile(
    request: Request,
    service: Service,
    about: Resource,
    found: tuple[Representation, ...],
    suffix: str,
) -> Response:
    """Return what ``?profile=`` names, in the syntax of the suffix; raise 406 if there is none."""
    if wants_alternates(request):
        return negotiated(request, service, about, found)
    suffixes = (suffix, ".jsonld") if suffix == ".json" else (suffix,)
    for profile in asked(request, service.build.manifest.base) or ():
        for each in suffixes:
            for representation in found:
                if representation.profile == profile and representation.suffix == each:
                    return document_response(request, service, about, found, representation)
    raise not_acceptable(request, service, found)


def _in_form(
    request: Request, service: Service, about: Resource, found: tuple[Representation, ...]
) -> Response:
    """Return the form of JSON-LD that Accept names best, at the address of JSON-LD."""
    forms = [each for each in found if each.media_type.startswith(LD_JSON)]
    plain = next(each for each in forms if each.profile == FULL)
    wanted = (*chosen(request, forms, service.build.manifest.base), plain)[0]
    answer = document_response(request, service, about, found, wanted)
    location = ("content-location", url(request.top, wanted.place))
    return Response(headers=(*answer.headers, VARY, location), body=answer.body)


def _file(service: Service, path: str | None) -> Response | None:
    if path is None:
        return None
    return file_response(service.build.files[path], media_type(path))


def _resource(request: Request, service: Service, local: str) -> Response | None:
    about = resource(service.build, local)
    if about is None:
        return None
    return negotiated(request, service, about, representations(service, about))


def _page(request: Request, service: Service, local: str) -> Response | None:
    """Return the way to a page that is no resource, which has a short address too."""
    path = f"{document_path(local)}.html"
    if served(service.build.files, path) is None or media_type_of(path) != HTML:
        return None
    location = url(request.top, path)
    headers = (("location", location), ("cache-control", CACHED))
    return Response(status=303, headers=headers)
