"""The files of the build, by their path: nothing is read from disk, so no path leads out."""

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

from crosswalk_rdf.serialization.media_types import media_type_of, with_charset
from crosswalk_rdf.server.content.files import ServedFile
from crosswalk_rdf.server.http_dates import http_date
from crosswalk_rdf.site.well_known.recipes import JSON_FOLDER

VOID: Final = ".well-known/void"
CACHE_CONTROL: Final = "public, max-age=60, must-revalidate"
"""A new build may come at any time; a minute spares most requests, and a validator the rest."""

_NOT_SERVED: Final = frozenset((".htaccess", ".nojekyll"))
_NOT_SERVED_BELOW: Final = "recipes/"
_INDEXES: Final = ("index.json", "index.html")
_UNKNOWN: Final = "application/octet-stream"


def served(files: Mapping[str, ServedFile], name: str) -> str | None:
    """Return the path of the file ``name``, or None where it is not there or not for all."""
    hidden = name in _NOT_SERVED or name.startswith(_NOT_SERVED_BELOW)
    return name if name in files and not hidden else None


def index(files: Mapping[str, ServedFile], folder: str) -> str | None:
    """Return the path of the file that stands for ``folder``, or None."""
    return next(filter(None, (served(files, f"{folder}/{name}") for name in _INDEXES)), None)


def media_type(path: str) -> str:
    """Return the Content-Type of the file at ``path``."""
    if path.startswith(JSON_FOLDER):
        return "application/json"
    return with_charset(media_type_of(path) or _UNKNOWN)


def content_headers(file: ServedFile, media_type: str) -> dict[str, str]:
    """Return the headers of a representation, with its validators."""
    return {
        "content-type": media_type,
        "etag": file.etag,
        "last-modified": http_date(file.modified),
        "cache-control": CACHE_CONTROL,
    }


def file_response(file: ServedFile, media_type: str) -> Response:
    """Return the file as it is."""
    return Response(file.content, headers=content_headers(file, media_type))
