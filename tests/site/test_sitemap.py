"""What crawlers and browsers read: sitemap, robots.txt, OpenSearch."""

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from rdflib import Literal

from crosswalk_rdf.model import Publication, Site
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.site.well_known.sitemap import opensearch, robots, sitemap_files

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


@pytest.fixture(scope="module")
def tiny() -> Publication:
    return load_publication(Path(__file__).parent.parent / "publications/tiny")


def _locations(data: bytes, kind: str) -> list[tuple[str | None, str | None]]:
    root = ET.fromstring(data)
    assert root.tag == f"{SITEMAP}{kind}"
    return [(e.findtext(f"{SITEMAP}loc"), e.findtext(f"{SITEMAP}lastmod")) for e in root]


def test_a_small_site_has_one_sitemap(tiny: Publication) -> None:
    files = dict(sitemap_files(tiny, ["schule/MA 1.html", "index.html", "schule/Ä.html"]))
    assert _locations(files["sitemap.xml"], "urlset") == [
        ("https://example.org/kompetenzen/index.html", "2025-06-01"),
        ("https://example.org/kompetenzen/schule/MA%201.html", "2025-06-01"),
        ("https://example.org/kompetenzen/schule/%C3%84.html", "2025-06-01"),
    ]
    assert len(files) == 1


def test_a_large_site_has_an_index_and_parts(tiny: Publication) -> None:
    pages = [f"{number}.html" for number in range(7)]
    files = dict(sitemap_files(tiny, pages, most=3))
    parts = [loc for loc, _ in _locations(files["sitemap.xml"], "sitemapindex")]
    base = "https://example.org/kompetenzen"
    assert parts == [f"{base}/sitemap-{number}.xml" for number in (1, 2, 3)]
    locations = [_locations(files[f"sitemap-{number}.xml"], "urlset") for number in (1, 2, 3)]
    assert [len(part) for part in locations] == [3, 3, 1]
    assert {loc for part in locations for loc, _ in part} == {f"{base}/{page}" for page in pages}


def test_as_many_as_fit_need_no_index(tiny: Publication) -> None:
    assert len(dict(sitemap_files(tiny, ["a.html", "b.html", "c.html"], most=3))) == 1


def test_the_sitemap_is_where_the_site_is(tiny: Publication) -> None:
    moved = replace(tiny, site=Site(url="https://www.example.com/k/"))
    files = dict(sitemap_files(moved, ["index.html"]))
    assert (
        _locations(files["sitemap.xml"], "urlset")[0][0] == "https://www.example.com/k/index.html"
    )
    assert b"Sitemap: https://www.example.com/k/sitemap.xml\n" in robots(moved)


def test_robots_may_read_everything(tiny: Publication) -> None:
    lines = robots(tiny).decode().splitlines()
    assert lines[:2] == ["User-agent: *", "Allow: /"]
    assert "Sitemap: https://example.org/kompetenzen/sitemap.xml" in lines


def test_the_search_can_be_found(tiny: Publication) -> None:
    root = ET.fromstring(opensearch(tiny))
    assert root.tag == f"{OPENSEARCH}OpenSearchDescription"
    urls = {url.get("type"): url.get("template") for url in root.findall(f"{OPENSEARCH}Url")}
    assert urls["text/html"] == "https://example.org/kompetenzen/search.html?q={searchTerms}"
    assert root.findtext(f"{OPENSEARCH}ShortName") == "Schule und Beruf"
    assert root.findtext(f"{OPENSEARCH}Language") == "de"


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Leadership Competencies", "Leadership"),
        ("Kompetenzen: Schule und Beruf", "Kompetenzen"),
        ("Rahmenlehrplankompetenzen", "Rahmenlehrplanko"),
        ("Exactly sixteen!", "Exactly sixteen!"),
    ],
)
def test_a_long_name_is_cut_after_a_word(tiny: Publication, title: str, short: str) -> None:
    root = ET.fromstring(opensearch(replace(tiny, title=Literal(title))))
    assert root.findtext(f"{OPENSEARCH}ShortName") == short
