"""Paths below the top of the site to the URLs by which pages link to them."""

import re
from typing import Final
from urllib.parse import quote

_PLAIN: Final = re.compile(r"[A-Za-z0-9/_.-]*")
"""Paths that stand in a URL as they are."""


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
