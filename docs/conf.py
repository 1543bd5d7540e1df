"""Settings of Sphinx: the pages of this repository to a documentation site, in ``build/docs``.

The pages stay plain Markdown that GitHub shows as well. The table of contents, which only the site
needs, is added to them here as they are read.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sphinx.application import Sphinx

REPOSITORY: Final = Path(__file__).resolve().parent.parent

project = "crosswalk-rdf"
author = "The crosswalk-rdf project"
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
root_doc = "README"
include_patterns = [
    "*.md",
    "docs/**.md",
    *("data/RIGHTS.md", "data/crosswalks/**.md", "data/extraction/*.md"),
    *("site/README.md", "tests/publications/README.md"),
]
suppress_warnings = ["misc.highlighting_failure"]  # examples are abridged with "…"
myst_heading_anchors = 6
autodoc_member_order = "bysource"
autodoc_typehints = "description"
html_theme = "furo"
html_title = project
html_show_sourcelink = False
html_copy_source = False

SECTIONS: Final = {
    "Use": (
        *("docs/README", "docs/python", "docs/api-reference", "docs/command-line"),
        *("docs/data-files", "docs/formats", "docs/queries", "docs/plug-ins"),
    ),
    "What is published": ("docs/graph", "docs/ontology", "docs/shapes", "docs/inference"),
    "Put it online": (
        *("docs/site", "site/README", "docs/hosting", "docs/service", "docs/deployment"),
        "docs/scaling",
    ),
    "The flagship": (
        *("data/RIGHTS", "data/crosswalks/crosswalk-2017/source/ORIGIN"),
        "data/extraction/README",
    ),
    "The project": (
        *("CONTRIBUTING", "CODE_OF_CONDUCT", "SECURITY", "CHANGELOG", "docs/architecture"),
        *("docs/decisions/README", "docs/performance", "tests/publications/README"),
    ),
}
"""The table of contents; a page of ``docs/`` that is not named here is added to the first."""


def contents(page: str) -> str:
    """Return the tables of contents that the site needs at the end of ``page``; often none."""
    if page == root_doc:
        named = {name for names in SECTIONS.values() for name in names}
        others = (name for name in _pages("docs") if name not in named)
        first, *rest = SECTIONS
        tables = [_table((*SECTIONS[first], *others), first)]
        return "".join([*tables, *(_table(SECTIONS[section], section) for section in rest)])
    if page == "docs/decisions/README":
        return _table(name for name in _pages("docs/decisions") if name != page)
    return _table(_pages(page)) if page.startswith("docs/") else ""


def _pages(folder: str) -> list[str]:
    """Return the names, as Sphinx has them, of the pages in ``folder``."""
    paths = sorted((REPOSITORY / folder).glob("*.md"))
    return [path.relative_to(REPOSITORY).with_suffix("").as_posix() for path in paths]


def _table(pages: Iterable[str], caption: str = "") -> str:
    present = [f"/{name}" for name in pages if (REPOSITORY / f"{name}.md").is_file()]
    options = [":hidden:", *([f":caption: {caption}"] if caption else [])]
    return "\n".join(["", "```{toctree}", *options, "", *present, "```", ""]) if present else ""


def _add_contents(_app: Sphinx, page: str, source: list[str]) -> None:
    source[0] += contents(page)


def _add_index(app: Sphinx, error: Exception | None) -> None:
    if error is None:
        shutil.copyfile(app.outdir / f"{root_doc}.html", app.outdir / "index.html")


def setup(app: Sphinx) -> None:
    """Connect what is done as pages are read, and when the site is written."""
    app.connect("source-read", _add_contents)
    app.connect("build-finished", _add_index)
