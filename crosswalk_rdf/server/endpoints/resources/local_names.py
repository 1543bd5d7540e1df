"""The path of a request to the local name of what it asks for."""

import re
from typing import Final
from urllib.parse import quote, unquote

from crosswalk_rdf.model.document_paths import normal_name
from crosswalk_rdf.site.paths import href

_BROKEN: Final = re.compile("%(?![0-9A-Fa-f]{2})")
_SENT: Final = "/%:?#[]@!$&'()*+,;="
"""What stands in a path as it was sent (RFC 3986 §2.2), and what is encoded already."""


def local_name(path: str) -> str | None:
    """Return what ``path`` has after the base, in normal form; None where no IRI has such a path.

    Equivalent encodings are made equal (RFC 3986 §6.2.2): hexadecimal digits in upper case, nothing
    encoded that need not be, everything that must. One slash at the end makes no difference.
    Bytes that are not encoded at all come as characters of Latin-1, as HTTP has them.
    Empty and dot segments, encoded or not, lead nowhere.
    """
    if path in ("", "/"):
        return ""
    sent = quote(
        path.removeprefix("/").removesuffix("/"), safe=_SENT, encoding="latin-1", errors="replace"
    )
    if _BROKEN.search(sent):
        return None
    local = normal_name(sent)
    segments = (unquote(segment) for segment in local.split("/"))
    is_plain = all(part not in ("", ".", "..") and "\x00" not in part for part in segments)
    return local if is_plain else None


def exact_names(path: str, query: str) -> tuple[str, ...]:
    """Return the local names that have all of a request: its query, its slashes."""
    sent = quote(path.removeprefix("/"), safe=_SENT, encoding="latin-1", errors="replace")
    names = (f"{sent}?{query}",) if query else ()
    return tuple(map(normal_name, (*names, sent) if "//" in path or path.endswith("/") else names))


def file_path(local: str) -> str | None:
    """Return the path of the file that is called ``local``; None where no file can be."""
    try:
        segments = [unquote(segment, errors="strict") for segment in local.split("/")]
    except UnicodeDecodeError:
        return None
    return None if any("/" in segment for segment in segments) else "/".join(segments)


def url(top: str, location: str) -> str:
    """Return the URL of the file at ``location``, which may have a query, below ``top``."""
    path, mark, query = location.partition("?")
    return f"{top}{href(path, '').removeprefix('./')}{mark}{query}"
