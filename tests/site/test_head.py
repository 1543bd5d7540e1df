"""The head of each page: canonical, alternates, Open Graph; and what a strict CSP forbids."""

import re
from collections.abc import Iterator

from crosswalk_rdf.site.paths import href
from tests.built import BuiltSite
from tests.site.documents import Document

MOST_BYTES_OF_A_STATEMENT = 30_000


def whole_pages(site: BuiltSite, pages: dict[str, Document]) -> Iterator[Document]:
    """Yield the pages that have a kind; others only lead on."""
    yield from (pages[path] for path in site.pages)


def test_every_html_file_has_a_kind(site: BuiltSite, pages: dict[str, Document]) -> None:
    bare = [p for p, page in pages.items() if p not in site.pages and "refresh" not in page.meta]
    assert bare == []


def test_titles_tell_pages_apart(site: BuiltSite, pages: dict[str, Document]) -> None:
    titles: dict[str, str] = {}
    twice = []
    for page in whole_pages(site, pages):
        assert page.title.strip(), page.path
        if page.title in titles:
            twice.append((page.title, titles[page.title], page.path))
        titles[page.title] = page.path
    assert twice == []


def test_canonical(site: BuiltSite, pages: dict[str, Document]) -> None:
    base = site.publication.site.url or site.publication.base
    for page in whole_pages(site, pages):
        if "noindex" in page.meta.get("robots", ""):
            continue
        path = "" if page.path == "index.html" else page.path
        assert [link.url for link in page.head_links("canonical")] == [href(path, base)], page.path


def test_alternates_are_documents_of_their_type(
    site: BuiltSite, pages: dict[str, Document]
) -> None:
    types = {".ttl": "text/turtle", ".nt": "application/n-triples", ".rdf": "application/rdf+xml",
             ".jsonld": "application/ld+json", ".atom": "application/atom+xml"}  # fmt: skip
    for page in whole_pages(site, pages):
        for link in page.head_links("alternate"):
            suffix = re.search(r"\.\w+$", link.url)
            assert suffix, (page.path, link.url)
            assert link.attributes["type"] == types[suffix[0]], (page.path, link.url)


def test_what_has_documents_names_them(site: BuiltSite, pages: dict[str, Document]) -> None:
    for path, kind in site.pages.items():
        stem = path.removesuffix(".html")
        if (
            kind in ("statement", "framework", "alignment", "erratum")
            and f"{stem}.ttl" in site.files
        ):
            types = {link.attributes.get("type") for link in pages[path].head_links("alternate")}
            assert {"text/turtle", "application/ld+json", "application/rdf+xml"} <= types, path


def test_open_graph(site: BuiltSite, pages: dict[str, Document]) -> None:
    for page in whole_pages(site, pages):
        for name in ("description", "og:type", "og:title", "og:description", "og:site_name"):
            assert page.meta.get(name, "").strip(), (page.path, name)
        canonical = [link.url for link in page.head_links("canonical")]
        assert [page.meta["og:url"]] == canonical or not canonical, page.path


def test_nothing_that_a_strict_policy_forbids(pages: dict[str, Document]) -> None:
    faults = [f"{page.path}: {fault}" for page in pages.values() for fault in page.forbidden]
    assert not faults, "\n".join(faults[:60])


def test_a_statement_is_small(site: BuiltSite) -> None:
    sizes = {p: len(site.files[p]) for p, kind in site.pages.items() if kind == "statement"}
    assert {p: n for p, n in sizes.items() if n > MOST_BYTES_OF_A_STATEMENT} == {}


def test_no_page_names_a_machine(site: BuiltSite) -> None:
    wrong = re.compile(rb"file://|localhost|[\"'>]/(home|root|tmp|usr|var)/")
    faults = [p for p in site.pages if wrong.search(site.files[p])]
    assert not faults, "\n".join(faults[:60])
