"""Names that belong to the site, to the service or to Windows are refused, with the row."""

from dataclasses import replace

import pytest
from rdflib import URIRef

from crosswalk_rdf.model import Publication
from crosswalk_rdf.project.publication import id_fault, load_publication
from crosswalk_rdf.project.unreachable_iris import unreachable_iris
from tests.project.conftest import TINY


@pytest.mark.parametrize("id", ["activities", "ldes", "oai", "metrics", "search", "sparql", "case"])
def test_an_id_of_the_site_or_the_service_is_taken(id: str) -> None:
    assert "is taken" in id_fault(id)


@pytest.mark.parametrize("id", ["con", "nul", "a.", "aux.x", "com1", "lpt9.2024"])
def test_an_id_that_windows_refuses(id: str) -> None:
    assert "Windows" in id_fault(id)


@pytest.mark.parametrize("id", ["console", "com", "a.b", "activities-2024", "lpt", "0"])
def test_ids_that_are_free(id: str) -> None:
    assert id_fault(id) == ""


NAMES = ["sparql", "sparql/", "oai", "metrics", "ims/case/v1p1/x/y", "queries/x", "activities/x"]


@pytest.fixture(scope="module")
def publication() -> Publication:
    return load_publication(TINY)


def faults(publication: Publication, name: str) -> list[str]:
    """Return the faults of the publication whose first statement is called ``name``."""
    framework, *others = publication.frameworks
    first, *rest = framework.statements
    first = replace(first, iri=URIRef(publication.base + name))
    framework = replace(framework, statements=(first, *rest))
    faults = unreachable_iris(replace(publication, frameworks=(framework, *others)))
    return [str(fault) for fault in faults]


@pytest.mark.parametrize("name", [*NAMES, "%71ueries/x", "ldes/a/1", "sitemap/1.xml"])
def test_an_iri_of_the_service_is_a_fault_of_its_row(publication: Publication, name: str) -> None:
    (fault,) = faults(publication, name)
    assert fault.startswith("data/frameworks/beruf/statements.csv:2: ")
    assert "is an address of the service" in fault


@pytest.mark.parametrize("name", ["sparql/x", "queries%2Fx", "oai/x", "ldes/a", "con", "a."])
def test_iris_that_are_free(publication: Publication, name: str) -> None:
    assert faults(publication, name) == []
