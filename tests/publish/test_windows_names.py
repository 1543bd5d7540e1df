"""Names of files that Windows refuses are said, with the row that the first is made of."""

import pytest

from crosswalk_rdf.model.document_paths import is_windows_path
from crosswalk_rdf.model.published_file import PublishedFile
from crosswalk_rdf.project.publication import load_publication
from crosswalk_rdf.publish.output import Output
from crosswalk_rdf.publish.windows_names import windows_remarks
from tests.built import REPOSITORY


@pytest.mark.parametrize(
    "path", ["a:b.html", "x./y.ttl", "x.", "a /b", "nul.json", "f/COM1", "f/aux.x.ttl", "a?b", "*"]
)
def test_paths_that_windows_refuses(path: str) -> None:
    assert not is_windows_path(path)


@pytest.mark.parametrize(
    "path", ["a.b/c.html", ".well-known/void", "console/x", "f/%63on.html", "Bär 1.ttl", "x/nullx"]
)
def test_paths_that_windows_accepts(path: str) -> None:
    assert is_windows_path(path)


def test_the_row_of_the_first_file_is_named() -> None:
    publication = load_publication(REPOSITORY / "tests/publications/tiny")
    output = Output({})
    iri = f"{publication.base}beruf/01"
    output.update([PublishedFile("a.html", b""), PublishedFile("x:y.html", b"", (iri,))])
    (remark,) = windows_remarks(output.index, publication)
    assert remark.startswith(
        "1 file has a name that Windows refuses, such as x:y.html, of "
        "data/frameworks/beruf/statements.csv:2: "
    )
    assert list(windows_remarks({}, publication)) == []
