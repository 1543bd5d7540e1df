"""Links of pages: whatever the data say, none runs a script or leads nowhere."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.site.linkable import is_linkable, is_linkable_reference
from crosswalk_rdf.site.security import PAGE_POLICY
from tests.built import BuiltSite
from tests.conftest import TINY
from tests.site.documents import Document, document

SCRIPT = "javascript:alert(1)"


@pytest.mark.parametrize("iri", ["http://a/", "HTTPS://a/", "mailto:a@b.example"])
def test_linkable(iri: str) -> None:
    assert is_linkable(iri)
    assert is_linkable_reference(iri)


@pytest.mark.parametrize(
    "iri", [SCRIPT, "JavaScript:x", "data:text/html,x", "urn:x:y", "file:///etc", "vbscript:x"]
)
def test_text(iri: str) -> None:
    assert not is_linkable(iri)
    assert not is_linkable_reference(iri)


@pytest.mark.parametrize("reference", ["a.html", "../a#b", "#b", "?c", "//host/a"])
def test_relative(reference: str) -> None:
    assert is_linkable_reference(reference)
    assert not is_linkable(reference)


def test_every_page_says_what_it_may_run(site: BuiltSite, pages: dict[str, Document]) -> None:
    """For hosts that send no headers; the pages that only lead on run nothing."""
    text = f'<meta http-equiv="Content-Security-Policy" content="{PAGE_POLICY}">'.encode()
    assert "default-src 'self'; " in PAGE_POLICY
    assert [path for path in site.pages if text not in site.files[path]] == []


def test_scripts_in_the_data(tmp_path: Path) -> None:
    """In each field of a publication that is an IRI."""
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    for file in ("frameworks/schule/framework.toml", "crosswalks/schule-beruf/crosswalk.toml"):
        path = folder / "data" / file
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        head = [f'license = "{SCRIPT}"\n', f'sources = ["{SCRIPT}"]\n'][
            : 2 if "frame" in file else 1
        ]
        path.write_text("".join([*head, *(x for x in lines if "license =" not in x)]), "utf-8")
    (folder / "data/site").mkdir(exist_ok=True)
    (folder / "data/site/about.md").write_text(f"[a]({SCRIPT}) [b](urn:x:y)", encoding="utf-8")
    open_publication(folder).build(tmp_path / "out")
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.html")]
    links = {link.url for text in texts for link in document("page.html", text.encode()).links}
    assert {urlsplit(url).scheme for url in links} <= {"", "http", "https", "mailto"}
    assert any(SCRIPT in text for text in texts)
