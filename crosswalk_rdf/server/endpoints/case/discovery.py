"""This service in the words of OpenAPI: the discovery document, and its share of the whole's.

CASE 1.1 wants the document at a fixed path, localized (REST binding §2.5). The text is ours; the
operations are those of a static host, with parameters and errors.
"""

from collections.abc import Mapping
from typing import Final

from starlette.requests import Request

from crosswalk_rdf.formats.case.extensions import Object
from crosswalk_rdf.formats.case.service.discovery import OPERATIONS, answer, document, operation
from crosswalk_rdf.formats.case.service.schemas import schemas
from crosswalk_rdf.formats.shared.json_documents import write_json
from crosswalk_rdf.server.content.files import ServedFile, generated_file
from crosswalk_rdf.server.endpoints.case.catalog import catalogs
from crosswalk_rdf.server.endpoints.case.paging import LIMIT, MOST
from crosswalk_rdf.server.endpoints.case.status_info import status_schema
from crosswalk_rdf.server.endpoints.case.version import Version
from crosswalk_rdf.server.requests import base_url
from crosswalk_rdf.server.service import Service

_ERRORS: Final = {
    "400": "A parameter is not what it may be: invalid_selection_field or invalid_sort_field.",
    "404": "There is nothing of that kind with this identifier, or it is no UUID: unknownobject or "
    "the word of this version for an invalid UUID.",
    "429": "Too many requests: server_busy.",
    "500": "The service is at fault: internal_server_error.",
    "default": "Any other refusal: 405, 406 and the like.",
}
_TEXT: Final[Object] = {"type": "string"}
_PARAMETERS: Final[dict[str, tuple[str, Object]]] = {
    "limit": (
        "How many documents a page has.",
        {"type": "integer", "format": "int32", "minimum": 1, "maximum": MOST, "default": LIMIT},
    ),
    "offset": (
        "How many documents come before the page.",
        {"type": "integer", "format": "int32", "minimum": 0, "maximum": MOST, "default": 0},
    ),
    "sort": (
        "The property of a CFDocument to sort by, dotted for one of an object in it. Documents "
        "without it come last; one that does not exist changes nothing.",
        _TEXT,
    ),
    "orderBy": (
        "Which way to sort.",
        {"type": "string", "enum": ["asc", "desc"], "default": "asc"},
    ),
    "filter": (
        "A property, one of = != > >= < <= ~ (contains), and a value in single quotes; or two of "
        "these with ' AND ' or ' OR ' between them. Case does not count. A property that does "
        "not exist is refused.",
        _TEXT,
    ),
    "fields": (
        "The properties to return, and no others, with commas between. With one that does not "
        "exist among them, all are returned; a blank one is refused.",
        {"type": "array", "minItems": 1, "items": {"type": "string", "minLength": 1}},
    ),
}
_HEADERS: Final[Object] = {
    "X-Total-Count": {
        "description": "How many documents there are, on all pages.",
        "schema": {"type": "integer"},
    },
    "Link": {
        "description": "The other pages: first, last, next, prev (RFC 8288).",
        "schema": _TEXT,
    },
}


def discovery(request: Request, version: Version, modified: int) -> ServedFile:
    """Return the discovery document of the service at the place that ``request`` came to."""
    every = {**schemas(version.number), "imsx_StatusInfoDType": status_schema(version)}
    paths = {path: {"get": get} for path, get in _operations(version).items()}
    info: Object = {
        "title": f"Competencies and Academic Standards Exchange (CASE) {version.number}",
        "description": "Read only, without authentication. The addresses within documents are "
        "those of the publication, which may be served from another place as well.",
        "version": version.number,
    }
    whole = document(info, base_url(request) + version.folder, paths)
    return generated_file(write_json({**whole, "components": {"schemas": every}}), modified)


def paths(service: Service) -> Mapping[str, object]:
    """Return the path items of what the build has, for the OpenAPI document of the whole service.

    What a response looks like is in the discovery document, but for errors.
    """
    items: dict[str, object] = {}
    for version, held in service.cached(catalogs).items():
        if held.index is None:
            continue
        for path, get in _operations(version, is_whole=False).items():
            items[f"/{version.folder}{path[1:]}"] = {"get": get}
        described = {
            "operationId": f"getDiscovery{_suffix(version)}",
            "summary": f"CASE {version.number} as an OpenAPI document of its own.",
            "responses": {"200": answer("The discovery document.")},
        }
        items[f"/{version.folder}{version.discovery}"] = {"get": described}
    return items


def components(service: Service) -> Mapping[str, Object]:
    """Return the schemas that :func:`paths` points at, for the document of the whole service."""
    return {
        "schemas": {
            f"{_status(version)}DType": status_schema(version)
            for version, held in service.cached(catalogs).items()
            if held.index is not None
        }
    }


def _operations(version: Version, *, is_whole: bool = True) -> dict[str, Object]:
    """Return each operation by its path; ``is_whole`` where every schema can be pointed at."""
    refused = _schema("imsx_StatusInfo" if is_whole else _status(version))
    errors = {status: answer(text, refused) for status, text in _ERRORS.items()}
    documents = _schema("CFDocumentSet") if is_whole else None
    items = {"/CFDocuments": _every(documents, errors)}
    for kind, (_, schema, _) in OPERATIONS.items():
        one = operation(kind, errors, _schema(schema) if is_whole else None)
        items[f"/{kind}/{{sourcedId}}"] = one
    if not is_whole:
        for get in items.values():
            get["operationId"] += _suffix(version)
            get["tags"] = [f"CASE {version.number}"]
    return items


def _every(schema: Object | None, errors: Object) -> Object:
    page = {**answer("A page of CFDocuments.", schema), "headers": _HEADERS}
    return {
        "operationId": "getAllCFDocuments",
        "summary": "Return the frameworks and crosswalks, in pages, sorted and filtered.",
        "parameters": [_parameter(name, *told) for name, told in _PARAMETERS.items()],
        "responses": {"200": page, **errors},
    }


def _parameter(name: str, description: str, schema: Object) -> Object:
    parameter = {"name": name, "in": "query", "description": description, "schema": schema}
    return {**parameter, "style": "form", "explode": False} if name == "fields" else parameter


def _schema(name: str) -> Object:
    return {"$ref": f"#/components/schemas/{name}DType"}


def _status(version: Version) -> str:
    return f"imsx_StatusInfo{_suffix(version)}"


def _suffix(version: Version) -> str:
    return f"_{version.number.replace('.', '_')}"
