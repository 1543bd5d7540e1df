"""The files of the build, by their path: nothing is read from disk, so no path leads out."""

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

from crosswalk_rdf.model.published_file import Role
from crosswalk_rdf.serialization.media_types import media_type_of, with_charset
from crosswalk_rdf.server.content.files import ServedFile
from crosswalk_rdf.server.http_dates import http_date

VOID: Final = ".well-known/void"
CACHE_CONTROL: Final = "public, max-age=60, must-revalidate"
"""A new build may come at any time; a minute spares most requests, and a validator the rest."""

_INDEXES: Final = ("index.json", "index.html")
_UNKNOWN: Final = "application/octet-stream"


def served(files: Mapping[str, ServedFile], name: str | None) -> str | None:
    """Return the path of the file ``name``, or None where it is not there or not for all."""
    file = files.get(name) if name is not None else None
    return name if file is not None and file.kind.role is not Role.CONFIGURATION else None


def index(files: Mapping[str, ServedFile], folder: str | None) -> str | None:
    """Return the path of the file that stands for ``folder``, or None."""
    return next(filter(None, (served(files, f"{folder}/{name}") for name in _INDEXES)), None)


def content_type(path: str, file: ServedFile) -> str:
    """Return the Content-Type of the file at ``path``; by its suffix if no index lists it."""
    media_type = file.kind.compression or file.kind.media_type
    return with_charset(media_type or media_type_of(path) or _UNKNOWN)


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
