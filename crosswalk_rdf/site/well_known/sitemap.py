"""Pages to what crawlers read: ``sitemap.xml`` (sitemaps.org 0.9), ``robots.txt``, OpenSearch."""

from collections.abc import Iterable, Iterator
from typing import Final
from xml.etree import ElementTree as ET

from crosswalk_rdf.model import Publication
from crosswalk_rdf.site.paths import href

MOST_URLS: Final = 50_000
"""What one sitemap may hold."""

_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_OPENSEARCH: Final = "http://a9.com/-/spec/opensearch/1.1/"
_LONGEST_NAMES: Final = {"ShortName": 16, "LongName": 48, "Description": 1024}

Files = Iterator[tuple[str, bytes]]


def site_url(publication: Publication) -> str:
    """Return the URL of the top of the site, which ends in a slash."""
    return publication.site.url or publication.base


def sitemap_files(publication: Publication, pages: Iterable[str], most: int = MOST_URLS) -> Files:
    """Yield the sitemap of ``pages``, paths below the top: one file, or an index and its parts."""
    top, modified = site_url(publication), publication.modified
    paths = sorted(pages)
    parts = [paths[start : start + most] for start in range(0, len(paths), most)]
    if len(parts) <= 1:
        yield "sitemap.xml", _sitemap_document("urlset", "url", top, paths, modified)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield "sitemap.xml", _sitemap_document("sitemapindex", "sitemap", top, names, modified)
    for name, part in zip(names, parts, strict=True):
        yield name, _sitemap_document("urlset", "url", top, part, modified)


def robots(publication: Publication) -> bytes:
    """Return ``robots.txt``: everybody may read everything."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site_url(publication)}sitemap.xml\n".encode()


def opensearch(publication: Publication) -> bytes:
    """Return the description of the site's search, by which browsers can search it."""
    top, title = site_url(publication), str(publication.title)
    root = ET.Element("OpenSearchDescription", xmlns=_OPENSEARCH)
    texts = {
        "ShortName": publication.site.name or title,
        "LongName": title,
        "Description": str(publication.description),
    }
    for name, text in texts.items():
        ET.SubElement(root, name).text = _cut(text, _LONGEST_NAMES[name])
    ET.SubElement(root, "Url", type="text/html", template=f"{top}search.html?q={{searchTerms}}")
    self = {"type": "application/opensearchdescription+xml", "rel": "self"}
    ET.SubElement(root, "Url", self, template=f"{top}opensearch.xml")
    ET.SubElement(root, "Language").text = publication.language
    ET.SubElement(root, "InputEncoding").text = "UTF-8"
    return xml(root)


def xml(root: ET.Element) -> bytes:
    """Return an element as a document, indented."""
    ET.indent(root)
    text = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _sitemap_document(kind: str, item: str, top: str, paths: Iterable[str], modified: str) -> bytes:
    root = ET.Element(kind, xmlns=_SITEMAP)
    for path in paths:
        entry = ET.SubElement(root, item)
        ET.SubElement(entry, "loc").text = href(path, top)
        ET.SubElement(entry, "lastmod").text = modified
    return xml(root)


def _cut(text: str, most: int) -> str:
    """Return ``text``, cut at the end of a word where it is too long."""
    if len(text) <= most:
        return text
    cut_text = text[: most + 1].rpartition(" ")[0].rstrip(" ,;:–-")
    return cut_text or text[:most]
