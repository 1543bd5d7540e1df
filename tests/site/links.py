"""The link checker: every link of a site to what it leads to, in memory, without a server."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urljoin, urlsplit

from crosswalk_rdf.model.document_paths import document_path
from tests.site.documents import Document, Link

_CSS_URL = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s;]+)""")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_XML_URL = re.compile(
    r"""(?:<loc>|<(?:[\w]+:)?(?:link|Url|Image)\b[^>]*?\b(?:href|template)=")([^<"]+)"""
)
_LOADED = {"script", "img", "iframe", "source", "audio", "video", "object", "embed", "track"}
_LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "manifest", "prefetch"}
_SUFFIXES = ("", ".html", ".ttl", "/index.html")


@dataclass(frozen=True, slots=True)
class Site:
    """The paths of a site, the anchors of its pages, and the base of its absolute URLs."""

    base: str
    paths: Collection[str]
    anchors: Mapping[str, Collection[str]]

    def fault(self, page: str, url: str) -> str | None:
        """Return what is wrong with ``url`` where ``page`` has it; None for one that leads on."""
        parts = urlsplit(url)
        if parts.scheme or parts.netloc:
            return self._absolute(url) if url.startswith(self.base) else None
        if parts.path.startswith("/"):
            return self._rooted(page, url)
        path = normpath(join(dirname(page), unquote(parts.path))) if parts.path else page
        if path.startswith(".."):
            return "leads out of the site"
        if parts.path.endswith("/") or path == ".":
            path = join(path, "index.html").removeprefix("./")
        if path not in self.paths:
            return f"there is no {path}"
        return self._anchor(path, unquote(parts.fragment))

    def _rooted(self, page: str, url: str) -> str | None:
        """Return what is wrong with a path on the server; a page for any address needs them."""
        if page != "404.html":
            return "leads to the top of the server, not of the site"
        whole = urljoin(self.base, url)
        return self._absolute(whole) if whole.startswith(self.base) else "leads out of the site"

    def _absolute(self, url: str) -> str | None:
        """Return what is wrong with a URL or IRI below the base; IRIs have no suffix."""
        local, _, fragment = url.removeprefix(self.base).partition("#")
        local = local.partition("?")[0]
        names = (unquote(local), document_path(local)) if local else ("index",)
        candidates = (name + suffix for name in names for suffix in _SUFFIXES)
        path = next((path for path in candidates if path in self.paths), None)
        if path is None:
            return f"there is no document of {local}"
        return self._anchor(path, unquote(fragment))

    def _anchor(self, path: str, fragment: str) -> str | None:
        if not fragment or path not in self.anchors:
            return None
        scripted = "=" in fragment
        exists = scripted or fragment in self.anchors[path]
        return None if exists else f"{path} has no id {fragment!r}"


def page_faults(site: Site, page: Document) -> Iterator[str]:
    """Yield what is wrong with each link of a page, with its place."""
    faults: dict[str, str | None] = {}
    for link in page.links:
        if link.url not in faults:
            faults[link.url] = site.fault(page.path, link.url)
        fault = faults[link.url] or _foreign(site, link)
        if fault:
            yield f"{page.path}: <{link.element}> {link.url}: {fault}"
    refresh = page.meta.get("refresh", "").lower().partition("url=")[2]
    if refresh and (fault := site.fault(page.path, refresh)):
        yield f"{page.path}: refresh {refresh}: {fault}"


def _foreign(site: Site, link: Link) -> str | None:
    """Return that a link loads something from elsewhere, if it does."""
    relations = set(link.attributes.get("rel", "").split())
    loaded = link.element in _LOADED or (link.element == "link" and relations & _LOADED_LINKS)
    foreign = urlsplit(link.url).netloc
    return "is loaded from elsewhere" if loaded and foreign else None


def style_faults(site: Site, path: str, text: str) -> Iterator[str]:
    """Yield what is wrong with each URL of a style sheet."""
    for url in _CSS_URL.findall(_COMMENT.sub("", text)):
        if not url.startswith(("data:", "#")):
            fault = "is loaded from elsewhere" if urlsplit(url).netloc else site.fault(path, url)
            if fault:
                yield f"{path}: {url}: {fault}"


def xml_faults(site: Site, path: str, text: str) -> Iterator[str]:
    """Yield what is wrong with each URL of a sitemap, a feed or an OpenSearch description."""
    for url in map(unescape, _XML_URL.findall(text)):
        whole = urljoin(site.base + path, url.partition("?")[0])
        fault = site.fault(path, whole)
        if fault:
            yield f"{path}: {url}: {fault}"
