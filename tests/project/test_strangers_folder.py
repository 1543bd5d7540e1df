"""The folder of a stranger publishes nothing but itself, and runs nothing."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.site.templating.page_kinds import page_kinds
from crosswalk_rdf.site.templating.rendering import BrokenTemplate, environment, plan_pages

TINY = Path(__file__).parent.parent / "publications/tiny"
FRAMEWORK = "data/frameworks/schule/framework.toml"

Change = Callable[[Path, Path], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def _link(name: str) -> Change:
    def change(folder: Path, secret: Path) -> None:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(secret)

    return change


def _source_outside(folder: Path, secret: Path) -> None:
    file = folder / "data/crosswalks/schule-beruf/crosswalk.toml"
    source = f'\n[source]\nid = "a"\ntitle = "A"\nfile = "../../../../{secret.name}"\n'
    file.write_text(file.read_text(encoding="utf-8") + source, encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_link("data/site/about.md"), "data/site/about.md: leads out of"),
        (_link("data/site/images/a.png"), "data/site/images/a.png: leads out of"),
        (_link("queries/all.rq"), "queries/all.rq: leads out of"),
        (_link("shapes/all.ttl"), "shapes/all.ttl: leads out of"),
        (_link("site/templates/footer.html"), "site/templates/footer.html: leads out of"),
        (_link("ontology/rules/1.rq"), "ontology/rules/1.rq: leads out of"),
        (_link(FRAMEWORK), f"{FRAMEWORK}: leads out of"),
        (lambda f, s: (f / "site").symlink_to(s.parent), "site: leads out of"),
        (lambda f, s: (f / "data/site").symlink_to(s.parent), "data/site: leads out of"),
        (lambda f, _: os.mkfifo(f / "queries/all.rq"), "queries/all.rq: is no regular file"),
        (_source_outside, "secret.txt: is outside of the publication's folder"),
    ],
)
def test_nothing_leads_out(folder: Path, tmp_path: Path, change: Change, message: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", encoding="utf-8")
    change(folder, secret)
    with pytest.raises(InputFaults) as error:
        open_publication(folder)
    assert message in str(error.value)


def test_links_within_the_folder(folder: Path) -> None:
    (folder / "data/site").mkdir()
    (folder / "data/site/about.md").symlink_to(folder / "data/publication.toml")
    publication = open_publication(folder)
    assert publication.base == "https://example.org/kompetenzen/"


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ url.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(pairwise) }}",
    ],
)
def test_templates_reach_nothing_else(folder: Path, template: str) -> None:
    page = folder / "site/pages/own/page.toml"
    page.parent.mkdir(parents=True)
    text = f'path = "own.html"\ntitle = "{template}"\ndescription = "x"\n'
    page.write_text(text, encoding="utf-8")
    (folder / "site/pages/own/page.html").write_text(template, encoding="utf-8")
    library = load_library(publication_folder=(folder, "https://example.org/"))
    assert library.has_own_templates
    jinja = environment(library.site, sandboxed=library.has_own_templates)
    kinds = tuple(kind for kind in page_kinds(library.site) if kind.name == "own")
    with pytest.raises(BrokenTemplate, match=r"site/pages/own/page\.toml: .*unsafe"):
        plan_pages(kinds, None, jinja)  # type: ignore[arg-type]  # no view is asked for


def test_the_templates_of_the_product_are_its_own() -> None:
    product = Path(__file__).parents[2]
    library = load_library(publication_folder=(product, "https://example.org/"))
    assert not library.has_own_templates
