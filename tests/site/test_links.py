"""Every link leads somewhere, and nothing is loaded from elsewhere."""

import pytest

from tests.built import BuiltSite
from tests.site import links
from tests.site.documents import Document, document


@pytest.fixture(scope="session")
def checked(site: BuiltSite, pages: dict[str, Document]) -> links.Site:
    anchors = {path: page.ids for path, page in pages.items()}
    return links.Site(site.publication.base, frozenset(site.files), anchors)


def test_links_of_pages(checked: links.Site, pages: dict[str, Document]) -> None:
    faults = [fault for page in pages.values() for fault in links.page_faults(checked, page)]
    assert not faults, "\n".join(faults[:60])


def test_links_of_styles(checked: links.Site, site: BuiltSite) -> None:
    styles = {path: c.decode() for path, c in site.files.items() if path.endswith(".css")}
    faults = [
        fault for path, text in styles.items() for fault in links.style_faults(checked, path, text)
    ]
    assert styles
    assert not faults, "\n".join(faults[:60])


@pytest.mark.parametrize("path", ["sitemap.xml", "changes.atom", "opensearch.xml"])
def test_links_of_the_machine_side(path: str, checked: links.Site, site: BuiltSite) -> None:
    text = site.files[path].decode()
    assert site.publication.base in text
    assert list(links.xml_faults(checked, path, text)) == []


PAGE = """<!doctype html><title>x</title><h1 id="here">x</h1>
<a href="#here">1</a><a href="#gone">2</a><a href="a%20b.html">3</a><a href="missing.html">4</a>
<a href="../x.html">5</a><a href="/x.html">6</a><script src="https://elsewhere.example/x.js"></script>
<a href="https://elsewhere.example/">7</a><a href="https://example.org/k/a%20b">8</a>
<a href="https://example.org/k/gone">9</a><img src="//elsewhere.example/x.png" alt="">
<a href="a%20b.html#there">10</a><a href="a%20b.html?x=1#nowhere">11</a><a href="#query=x">12</a>"""


def test_the_checker_finds_what_is_broken() -> None:
    site = links.Site(
        "https://example.org/k/",
        {"index.html", "a b.html"},
        {"index.html": {"here"}, "a b.html": {"there"}},
    )
    faults = [
        f.partition("> ")[2] for f in links.page_faults(site, document("index.html", PAGE.encode()))
    ]
    assert faults == [
        "#gone: index.html has no id 'gone'",
        "missing.html: there is no missing.html",
        "../x.html: leads out of the site",
        "/x.html: leads to the top of the server, not of the site",
        "https://elsewhere.example/x.js: is loaded from elsewhere",
        "https://example.org/k/gone: there is no document of gone",
        "//elsewhere.example/x.png: is loaded from elsewhere",
        "a%20b.html?x=1#nowhere: a b.html has no id 'nowhere'",
    ]


def test_the_checker_reads_styles_and_feeds() -> None:
    site = links.Site("https://example.org/k/", {"a/x.css", "f/y.woff2", "sitemap.xml"}, {})
    text = "@import 'x.css'; @font-face { src: url(../f/y.woff2), url('z.woff2') } /* url(no) */"
    assert list(links.style_faults(site, "a/x.css", text)) == [
        "a/x.css: z.woff2: there is no a/z.woff2"
    ]
    feed = '<loc>https://example.org/k/gone.html</loc><link rel="self" href="sitemap.xml"/>'
    assert len(list(links.xml_faults(site, "sitemap.xml", feed))) == 1
