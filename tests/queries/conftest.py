"""The three engines over the flagship and over a miniature of it (``fixture.trig``)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf.store.endpoint import EndpointEngine
from crosswalk_rdf.store.engine import Engine
from crosswalk_rdf.store.oxigraph_engine import OxigraphEngine
from crosswalk_rdf.store.rdflib_engine import RdflibEngine, dataset_of
from tests.queries.server import serving

ENGINES = ("embedded", "rdflib", "server")


@dataclass(frozen=True)
class Engines:
    """Each engine over the same store."""

    embedded: Engine
    rdflib: Engine
    server: Engine


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
    return Engines(OxigraphEngine(store), RdflibEngine(dataset_of(store)), EndpointEngine(url))
