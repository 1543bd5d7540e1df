"""The description of a dataset is valid against the official SHACL shapes of DCAT-AP 3.0.1."""

from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import DCTERMS, RDF, Graph, URIRef

from crosswalk_rdf import publish
from crosswalk_rdf.model.iso_639 import three_letter_code
from crosswalk_rdf.namespaces import DCAT
from crosswalk_rdf.project.library import load_library
from crosswalk_rdf.project.publication import load_publication
from tests.conftest import REPOSITORY

SHAPES = REPOSITORY / "tests/official/dcat-ap"
PUBLICATIONS = sorted((REPOSITORY / "tests/publications").glob("*/data/publication.toml"))


@pytest.fixture(scope="module")
def shapes() -> Graph:
    graph = Graph()
    for file in ("shapes.ttl", "range.ttl"):
        graph.parse(SHAPES / file)
    return graph


def description(store: ox.Store, base: str) -> Graph:
    name = ox.NamedNode(f"{base}graph/dataset")
    triples = (quad.triple for quad in store.quads_for_pattern(None, None, None, name))
    data = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return Graph().parse(data=data, format="nt")


def test_flagship(flagship_store: ox.Store, shapes: Graph) -> None:
    graph = description(flagship_store, "https://w3id.org/leadership-crosswalk/")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, text
    english = URIRef("http://publications.europa.eu/resource/authority/language/ENG")
    datasets = set(graph.subjects(RDF.type, DCAT.Dataset))
    assert datasets == set(graph.subjects(DCTERMS.language, english))
    assert datasets == set(graph.subjects(DCTERMS.description)) & datasets


def test_without_descriptions_it_is_not_valid(flagship_store: ox.Store, shapes: Graph) -> None:
    graph = description(flagship_store, "https://w3id.org/leadership-crosswalk/")
    graph.remove((None, DCTERMS.description, None))
    assert not pyshacl.validate(graph, shacl_graph=shapes)[0]


@pytest.mark.parametrize("file", PUBLICATIONS, ids=lambda file: file.parent.parent.name)
def test_other_publications(file: Path, shapes: Graph) -> None:
    folder = file.parent.parent
    publication = load_publication(folder)
    library = load_library(publication.base, (folder, publication.written_base))
    graph = description(publish.dataset(publication, library), publication.base)
    conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes)
    assert conforms, text


@pytest.mark.parametrize(
    ("tag", "code"),
    [("en", "eng"), ("de-AT", "deu"), ("gsw", "gsw"), ("und", ""), ("i-klingon", ""), ("qq", "")],
)
def test_code_of_a_language(tag: str, code: str) -> None:
    assert three_letter_code(tag) == code
