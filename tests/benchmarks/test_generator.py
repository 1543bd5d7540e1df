"""What the benchmarks measure is a publication like any other."""

from pathlib import Path

from benchmarks.generator import publication_files, write_publication
from crosswalk_rdf import publish
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication


def test_the_synthetic_publication_conforms(tmp_path: Path) -> None:
    write_publication(tmp_path, 1)
    publication = load_publication(tmp_path)
    library = load_library(publication.base)
    report = publish.validation_report(publish.dataset(publication, library), publication, library)
    assert report.conforms, report.text


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert publication_files(1, seed=1) == publication_files(1, seed=1)
    assert publication_files(1, seed=1) != publication_files(1, seed=2)


def test_the_factor_is_that_of_the_statements() -> None:
    name = "statements.csv"
    rows = {
        factor: sum(c.count(b"\n") for n, c in publication_files(factor).items() if name in n)
        for factor in (1, 3)
    }
    assert 2.8 < rows[3] / rows[1] < 3.2
