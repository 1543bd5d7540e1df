"""Where each resource is published: its path below the base, without a suffix."""

import re
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote, unquote

_PLAIN: Final = re.compile(r"[A-Za-z0-9/_.-]*")
"""Paths that stand in a URL as they are."""


def document_path(local: str) -> str:
    """Return the path, without suffix, of the resource whose IRI is the base followed by ``local``.

    Percent-encoded characters are decoded, as a web server does before it looks for a file; a
    segment that would then lead elsewhere stays as it is.
    """
    return "/".join(map(_segment, local.split("/"))) if "%" in local else local


def page_path(iri: str, base: str, folder: str, name: str) -> str:
    """Return the path, without suffix, of what has ``iri``: below ``base``, or of others.

    What others name stands in ``folder`` under ``name``, each made safe as one segment.
    """
    if iri.startswith(base):
        return document_path(iri.removeprefix(base))
    segment = quote(name, safe="!$&'()*+,;=:@-._~")
    safe = segment.replace(".", "%2E") if segment in (".", "..") else segment
    return document_path(f"{folder}/{safe}" if folder else safe)


def record_name(iri: str) -> str:
    """Return a name for a record that others have named, fit for a file."""
    return re.sub(r"[^\w.-]+", "-", iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1])


def href(path: str, root: str, folder: str = "") -> str:
    """Return the URL of ``path``, which may end in a fragment, from a page at ``root``.

    ``folder`` is that of the page: what stands in it is named without the way up and down again.
    """
    place, mark, fragment = path.partition("#")
    if folder and place.startswith(folder):
        root, place = "", place[len(folder) :]
    if not root and ":" in place.partition("/")[0]:
        root = "./"  # what stands before a colon would be read as a scheme (RFC 3986, 4.2)
    if not _PLAIN.fullmatch(place):
        place = quote(place, safe="/-._~!$&()*+,;=:@")
    return f"{root}{place}{mark}{fragment}"


def root_of(path: str) -> str:
    """Return what leads from the page at ``path`` up to the top of the site: ``../../`` or ````."""
    return "../" * path.count("/")


def anchor(*names: str) -> str:
    """Return an id for a place in a page: HTML allows no space in it."""
    return "_".join("--".join(names).split())


def _segment(segment: str) -> str:
    decoded = unquote(segment)
    unsafe = decoded in ("", ".", "..") or "\x00" in decoded
    return segment if unsafe or PurePosixPath(decoded).name != decoded else decoded
