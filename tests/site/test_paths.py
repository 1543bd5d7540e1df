"""Paths and URLs of pages."""

import pytest

from crosswalk_rdf.model.document_paths import document_path
from crosswalk_rdf.site.paths import href, root_of


@pytest.mark.parametrize(
    ("local", "path"),
    [
        ("psel-2015/1a", "psel-2015/1a"),
        ("schule/D%C3%9C", "schule/DÜ"),
        ("a/..%2Fb", "a/%2E.%2Fb"),
        ("a/%2E%2E", "a/%2E."),
        ("a/%00", "a/%00"),
        ("VVC.1.a", "VVC.1.a"),
    ],
)
def test_document_path(local: str, path: str) -> None:
    assert document_path(local) == path


@pytest.mark.parametrize(
    ("path", "root", "url"),
    [
        ("psel-2015/1a.html", "../", "../psel-2015/1a.html"),
        ("schule/DÜ.html", "", "schule/D%C3%9C.html"),
        ("a b?.html", "", "a%20b%3F.html"),
        ("x.html#1a--VVC.1", "../../", "../../x.html#1a--VVC.1"),
    ],
)
def test_href(path: str, root: str, url: str) -> None:
    assert href(path, root) == url


def test_href_within_a_folder() -> None:
    assert href("psel-2015/1a.html", "../", "psel-2015/") == "1a.html"
    assert href("psel-2015/a:b.html#x", "../", "psel-2015/") == "./a:b.html#x"
    assert href("a:b.html", "") == "./a:b.html"
    assert href("psel-2015.html", "../", "psel-2015/") == "../psel-2015.html"


def test_root_leads_to_the_top() -> None:
    assert root_of("index.html") == ""
    assert root_of("a/b/c.html") == "../../"
