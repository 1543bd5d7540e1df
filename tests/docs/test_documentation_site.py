"""The documentation site is built without a warning, is complete, and loads its own files only."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from sphinx.util.inventory import InventoryFile

import crosswalk_rdf
from tests.conftest import REPOSITORY
from tests.docs.pages import markdown_files

pytestmark = pytest.mark.slow

_LOADED = re.compile(
    r"""<(?:script|img|iframe)[^>]*\bsrc="(?:https?:)?//|url\(["']?https?:|@import"""
)
_STYLE = re.compile(r'<link[^>]*\brel="(?:stylesheet|preconnect|icon)"[^>]*href="(?:https?:)?//')


@pytest.fixture(scope="module")
def documentation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built as ``make docs`` builds it."""
    folder = tmp_path_factory.mktemp("documentation")
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-c", "docs"]
    command += ["-d", str(folder / "cache"), ".", str(folder / "site")]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_every_page_is_there(documentation: Path) -> None:
    pages = (page.relative_to(REPOSITORY).with_suffix(".html") for page in markdown_files())
    assert [page for page in pages if not (documentation / page).is_file()] == []
    assert (documentation / "index.html").is_file()


def test_the_reference_holds_every_public_name(documentation: Path) -> None:
    with (documentation / "objects.inv").open("rb") as stream:
        inventory = InventoryFile.load(stream, "", lambda base, path: base + path)
    documented_names = {name for kind in inventory for name in inventory[kind]}
    public = [name for name in getattr(crosswalk_rdf, "__all__", ()) if name != "__version__"]
    assert "crosswalk_rdf" in documented_names
    assert [name for name in public if f"crosswalk_rdf.{name}" not in documented_names] == []


def test_nothing_is_loaded_from_elsewhere(documentation: Path) -> None:
    files = [*documentation.rglob("*.html"), *documentation.rglob("*.css")]
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    loading = [path for path, text in texts.items() if _LOADED.search(text) or _STYLE.search(text)]
    assert loading == []
