"""The three engines over the flagship and over a miniature of it (``fixture.trig``)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf.store.backend import QueryBackend
from crosswalk_rdf.store.endpoint_backend import EndpointBackend
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from crosswalk_rdf.store.rdflib_backend import RdflibBackend, dataset_of
from tests.queries.server import serving

ENGINES = ("embedded", "rdflib", "server")


@dataclass(frozen=True)
class Engines:
    """Each engine over the same store."""

    embedded: QueryBackend
    rdflib: QueryBackend
    server: QueryBackend


@pytest.fixture(scope="session")
def miniature_store() -> ox.Store:
    store = ox.Store()
    store.load(path=str(Path(__file__).parent / "fixture.trig"), format=ox.RdfFormat.TRIG)
    return store


@pytest.fixture(scope="session")
def miniature(
    miniature_store: ox.Store, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engines]:
    with serving(miniature_store, tmp_path_factory.mktemp("miniature")) as url:
        yield _engines(miniature_store, url)


@pytest.fixture(scope="session")
def flagship_engines(
    request: pytest.FixtureRequest,
    flagship_store: ox.Store,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Engines]:
    """With ``--endpoint URL``, the server is that one, which is to hold the flagship."""
    if url := request.config.getoption("--endpoint"):
        yield _engines(flagship_store, url)
        return
    with serving(flagship_store, tmp_path_factory.mktemp("flagship")) as url:
        yield _engines(flagship_store, url)


def _engines(store: ox.Store, url: str) -> Engines:
    return Engines(OxigraphBackend(store), RdflibBackend(dataset_of(store)), EndpointBackend(url))
