"""Where each resource is published: its path below the base, without a suffix."""

import re
from pathlib import PurePosixPath
from urllib.parse import quote, unquote


def document_path(local: str) -> str:
    """Return the path, without suffix, of the resource whose IRI is the base followed by ``local``.

    Percent-encoded characters are decoded, as a web server does before it looks for a file; a
    segment that would then lead elsewhere stays as it is.
    """
    return "/".join(map(_segment, local.split("/"))) if "%" in local else local


def page_path(iri: str, base: str, folder: str, name: str) -> str:
    """Return the path, without suffix, of the resource ``iri``, below ``base`` or external.

    An external resource is published in ``folder`` as ``name``, encoded as one path segment.
    """
    if iri.startswith(base):
        return document_path(iri.removeprefix(base))
    segment = quote(name, safe="!$&'()*+,;=:@-._~")
    safe = segment.replace(".", "%2E") if segment in (".", "..") else segment
    return document_path(f"{folder}/{safe}" if folder else safe)


def record_name(iri: str) -> str:
    """Return a file name for an alignment record with an external IRI."""
    return re.sub(r"[^\w.-]+", "-", iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1])


def _segment(segment: str) -> str:
    decoded = unquote(segment)
    unsafe = decoded in ("", ".", "..") or "\x00" in decoded
    return segment if unsafe or PurePosixPath(decoded).name != decoded else decoded
