"""Pages of imported schemes: one whose concepts stand in another, and a crosswalk's origin."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from crosswalk_rdf import publish
from crosswalk_rdf.cli.main import main
from crosswalk_rdf.model import ImportSource, Publication
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from tests.conftest import GROUPS, TINY

SCHEMES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix : <https://example.com/trades/> .

:all a skos:ConceptScheme ; dcterms:title "All trades"@en .
:core a skos:ConceptScheme ; dcterms:title "Core trades"@en .
:none a skos:ConceptScheme ; dcterms:title "No trades"@en .
:joiner a skos:Concept ; skos:prefLabel "Joiner"@en ; skos:inScheme :all , :core ;
    skos:topConceptOf :all .
:turner a skos:Concept ; skos:prefLabel "Turner"@en ; skos:inScheme :all ;
    skos:topConceptOf :all .
"""


def pages(publication: Publication, project: Path) -> dict[str, str]:
    library = load_library(publication.base, (project, publication.written_base))
    files = publish.build(publication, library).files
    return {path: content.decode() for path, content in files.items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def schemes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of a publication with three imported schemes, one of which has the concepts."""
    folder = tmp_path_factory.mktemp("schemes")
    project, file = folder / "project", folder / "trades.ttl"
    shutil.copytree(GROUPS, project)
    file.write_text(SCHEMES, encoding="utf-8")
    arguments = ["import", str(file), "--as", "trades", "--project", str(project)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return pages(load_publication(project), project)


def main_of(html: str) -> str:
    return html.partition("<main")[2].partition("</main>")[0]


def test_a_scheme_without_own_statements_lists_those_in_it(schemes: dict[str, str]) -> None:
    html = main_of(schemes["trades-core.html"])
    assert '<h2 id="guests">In it</h2>' in html
    assert "Joiner" in html
    assert "Turner" not in html
    assert 'href="trades-all/' in html
    assert "treeitem" not in html
    assert 'content="Core trades: 1 statement of other frameworks."' in schemes["trades-core.html"]


def test_a_scheme_with_statements_does_not_list_its_own_again(schemes: dict[str, str]) -> None:
    html = main_of(schemes["trades-all.html"])
    assert 'id="guests"' not in html
    assert html.count("Joiner") == 1


def test_a_scheme_without_any_says_so(schemes: dict[str, str]) -> None:
    html = main_of(schemes["trades-none.html"])
    assert "It has no statements." in html
    assert 'role="tree"' not in html


def test_a_crosswalk_says_what_it_was_imported_from() -> None:
    publication = load_publication(TINY)
    source = ImportSource(file="maps.sssom.tsv", format="sssom", date="2025-03-01", version="7")
    crosswalk = replace(publication.crosswalks[0], imported=source)
    imported = pages(replace(publication, crosswalks=(crosswalk,)), TINY)
    path = f"{crosswalk.iri.removeprefix(publication.base)}.html"
    row = "<dt>Imported</dt><dd>2025-03-01 from <code>maps.sssom.tsv</code> (sssom, version 7)</dd>"
    assert row in imported[path]
    assert "<dt>Imported</dt>" not in pages(publication, TINY)[path]
