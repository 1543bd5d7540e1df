"""The files of the build, by their path: nothing is read from disk, so no path leads out."""

from collections.abc import Mapping
from typing import Final

from crosswalk_rdf.serialization.media_types import media_type_of, with_charset
from crosswalk_rdf.server.content.files import Packed
from crosswalk_rdf.server.http_dates import http_date
from crosswalk_rdf.server.messages import Headers, Response
from crosswalk_rdf.site.well_known.recipes import JSON_FOLDER

VOID: Final = ".well-known/void"
CACHED: Final = "public, max-age=60, must-revalidate"
"""A new build may come at any time; a minute spares most requests, and a validator the rest."""

_NOT_SERVED: Final = frozenset((".htaccess", ".nojekyll"))
_NOT_SERVED_BELOW: Final = "recipes/"
_INDEXES: Final = ("index.json", "index.html")
_UNKNOWN: Final = "application/octet-stream"


def served(files: Mapping[str, Packed], name: str) -> str | None:
    """Return the path of the file ``name``, or None where it is not there or not for all."""
    hidden = name in _NOT_SERVED or name.startswith(_NOT_SERVED_BELOW)
    return name if name in files and not hidden else None


def index(files: Mapping[str, Packed], folder: str) -> str | None:
    """Return the path of the file that stands for ``folder``, or None."""
    return next(filter(None, (served(files, f"{folder}/{name}") for name in _INDEXES)), None)


def media_type(path: str) -> str:
    """Return the Content-Type of the file at ``path``."""
    if path.startswith(JSON_FOLDER):
        return "application/json"
    return with_charset(media_type_of(path) or _UNKNOWN)


def content_headers(packed: Packed, type: str) -> Headers:
    """Return the headers of a representation, with its validators."""
    return (
        ("content-type", type),
        ("etag", packed.etag),
        ("last-modified", http_date(packed.modified)),
        ("cache-control", CACHED),
    )


def file_response(packed: Packed, type: str, *more: tuple[str, str]) -> Response:
    """Return the file as it is."""
    return Response(headers=(*content_headers(packed, type), *more), body=packed.content)
