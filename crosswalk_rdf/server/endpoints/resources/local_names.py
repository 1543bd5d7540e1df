"""The path of a request to the local name of what it asks for."""

import re
from typing import Final
from urllib.parse import quote, unquote

from crosswalk_rdf.site.paths import href

_ENCODED: Final = re.compile("%([0-9A-Fa-f]{2})")
_BROKEN: Final = re.compile("%(?![0-9A-Fa-f]{2})")
_UNRESERVED: Final = re.compile("[A-Za-z0-9._~-]")


def local_name(path: str) -> str | None:
    """Return what ``path`` has after the base, in normal form; None where no IRI has such a path.

    Equivalent encodings are made equal (RFC 3986 §6.2.2): hexadecimal digits in upper case, nothing
    encoded that need not be, everything that must. One slash at the end makes no difference.
    Bytes that are not encoded at all come as characters of Latin-1, as HTTP has them.
    Empty and dot segments, encoded or not, lead nowhere.
    """
    if path in ("", "/"):
        return ""
    local = _ENCODED.sub(_normal, _sent(path.removeprefix("/").removesuffix("/")))
    if _BROKEN.search(local):
        return None
    segments = (unquote(segment) for segment in local.split("/"))
    is_plain = all(part not in ("", ".", "..") and "\x00" not in part for part in segments)
    return local if is_plain else None


def _sent(path: str) -> str:
    return quote(path, safe=_KEPT, encoding="latin-1", errors="replace")


_KEPT: Final = "/%:?#[]@!$&'()*+,;="
"""What stands in a path as it was sent (RFC 3986 §2.2), and what is encoded already."""


def _normal(encoded: re.Match[str]) -> str:
    character = chr(int(encoded[1], 16))
    return character if _UNRESERVED.fullmatch(character) else encoded[0].upper()


def url(top: str, location: str) -> str:
    """Return the URL of the file at ``location``, which may have a query, below ``top``."""
    path, mark, query = location.partition("?")
    return f"{top}{href(path, '').removeprefix('./')}{mark}{query}"
