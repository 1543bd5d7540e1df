"""A publication with so many statements that its dumps are compressed."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest

from benchmarks.thesaurus import write_thesaurus
from crosswalk_rdf import publish
from crosswalk_rdf.api.atomic_files import FreshFolder
from crosswalk_rdf.dataset.distributions import MAX_UNCOMPRESSED_STATEMENTS
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication

CONCEPTS = MAX_UNCOMPRESSED_STATEMENTS + 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("thesaurus")
    write_thesaurus(folder, CONCEPTS)
    return folder


@pytest.fixture(scope="module")
def built(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> publish.Build:
    publication = load_publication(folder)
    library = load_library(publication.base)
    files = FreshFolder(tmp_path_factory.mktemp("dist"))
    return publish.build(publication, library, files=files)


def test_dumps_and_graphs_hold_the_same_in_every_syntax(built: publish.Build) -> None:
    dumps = {
        name: ox.RdfFormat.from_extension(name.removesuffix(".gz").rpartition(".")[2])
        for name in built.files
        if name.startswith("dumps/")
    }
    assert len(dumps) == 6
    expected = {quad.triple for quad in built.store}
    for name, syntax in dumps.items():
        assert name.endswith(".gz")
        quads = ox.parse(gzip.decompress(built.files[name]), syntax)
        assert {quad.triple for quad in quads} == expected, name
    graph = gzip.decompress(built.files["graph/thesaurus.nt.gz"])
    named = ox.NamedNode("https://example.org/synthetic/graph/thesaurus")
    quads = built.store.quads_for_pattern(None, None, None, named)
    assert len(graph.splitlines()) == len(list(quads))


def test_the_description_says_that_they_are_compressed(built: publish.Build) -> None:
    text = built.files["dataset.ttl"].decode()
    assert "dumps/synthetic.ttl.gz" in text
    assert (
        "dcat:compressFormat <https://www.iana.org/assignments/media-types/application/gzip>"
        in text
    )


def test_every_concept_has_its_documents_and_its_page(built: publish.Build) -> None:
    pages = [n for n in built.files if n.startswith("thesaurus/") and n.endswith(".html")]
    concepts = [n for n in pages if "/level/" not in n]
    assert len(concepts) == CONCEPTS
    for page in concepts:
        for suffix in (".ttl", ".nt", ".rdf", ".jsonld"):
            assert page.removesuffix(".html") + suffix in built.files
        assert len(built.files[page]) < 30_000


def test_a_build_in_memory_gives_the_same(folder: Path, built: publish.Build) -> None:
    publication = load_publication(folder)
    other = publish.build(publication, load_library(publication.base))
    assert sorted(built.files) == list(other.files)
    assert all(built.files[name] == content for name, content in other.files.items())
