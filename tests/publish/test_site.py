"""The site as a whole: a page for each resource, a path for each page, checksums that hold."""

import hashlib
from dataclasses import replace

import pytest

from crosswalk_rdf import publish
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.site.path_conflicts import PathTaken
from crosswalk_rdf.site.templating.rendering import BrokenTemplate
from tests.built import REPOSITORY, BuiltSite

TINY = REPOSITORY / "tests/publications/tiny"
NO_RESOURCES = ("dumps/", "graph/", "queries/", "shapes/", "validation/", "skos/", "sssom/")
KIND = b'path = "%s"\ntitle = "Noch eine"\ndescription = "Noch eine Seite"\n'


@pytest.fixture(params=["flagship", "tiny"])
def site(request: pytest.FixtureRequest) -> BuiltSite:
    value: BuiltSite = request.getfixturevalue(f"{request.param}_site")
    return value


def test_every_resource_has_a_page_beside_its_documents(site: BuiltSite) -> None:
    documents = [p for p in site.files if p.endswith(".ttl") and not p.startswith(NO_RESOURCES)]
    missing = [p for p in documents if f"{p.removesuffix('.ttl')}.html" not in site.files]
    assert documents
    assert missing == []


def test_a_page_says_what_points_at_its_resource(flagship_site: BuiltSite) -> None:
    page = flagship_site.files["agent/jobs-for-the-future.html"].decode()
    assert "<h1>Jobs for the Future</h1>" in page
    assert '<a href="../lcpe-2017.html"' in page


def test_every_term_of_the_ontology_is_a_place_in_its_page(site: BuiltSite) -> None:
    page = site.files["ontology.html"].decode()
    namespace = f"{site.publication.base}ontology#"
    turtle = site.files["ontology.nt"].decode()
    terms = {line.split(">")[0].removeprefix(f"<{namespace}") for line in turtle.splitlines()}
    names = {name for name in terms if not name.startswith("<")}
    assert names
    assert [name for name in sorted(names) if f' id="{name}"' not in page] == []


def test_two_pages_must_not_share_a_path() -> None:
    kinds = r"site/pages/about/page\.toml and for site/pages/noch/page\.toml"
    with pytest.raises(PathTaken, match=rf"^about\.html would be written twice, for {kinds}: "):
        built_with({"page.toml": KIND % b"about.html", "page.html": b"<p>"})


def test_pages_that_share_a_path_name_the_rows_that_they_are_about() -> None:
    rows = (rf"beruf/0{n} \(data/frameworks/beruf/statements\.csv:{n + 1}\)" for n in (1, 2))
    with pytest.raises(PathTaken, match=r"^x\.html would .*{} and for site/.*{}: ".format(*rows)):
        built_with({"page.toml": b'each = "statement"\n' + KIND % b"x.html", "page.html": b"<p>"})


def test_a_kind_of_page_of_a_publication_is_published() -> None:
    files = built_with({"page.toml": KIND % b"noch.html", "page.html": b"{{ site.citation }}"})
    assert files["noch.html"].startswith(b"Erika Mustermann (2025). Schule und Beruf.")


def test_an_undefined_name_stops_the_build() -> None:
    with pytest.raises(BrokenTemplate, match=r"site/pages/noch/page\.html, for noch\.html"):
        built_with({"page.toml": KIND % b"noch.html", "page.html": b"{{ site.nothing }}"})


def built_with(kind: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of the tiny publication with a further kind of page."""
    publication = load_publication(TINY)
    library = load_library(publication.base, (TINY, publication.written_base))
    own = {f"site/pages/noch/{name}": content for name, content in kind.items()}
    return publish.build(publication, replace(library, site={**library.site, **own})).files


def test_the_checksums_are_those_of_the_files(site: BuiltSite) -> None:
    lines = site.files["checksums.sha256"].decode().splitlines()
    listed = dict(reversed(line.split("  ", 1)) for line in lines)
    checksums = {path: hashlib.sha256(site.files[path]).hexdigest() for path in listed}
    assert checksums == listed
    paths = {p for p in site.files if p.startswith(("dumps/", "graph/", "sssom/"))}
    assert paths <= set(listed)


def test_the_words_of_the_publication_are_shown(flagship_site: BuiltSite) -> None:
    assert b"<h2>The document of 2017</h2>" in flagship_site.files["about.html"]
    assert b"review and generate powerful discussion" in flagship_site.files["index.html"]
