"""Data for query backends: the flagship, the tiny publication, and three graphs that overlap."""

import pyoxigraph as ox
import pytest

from crosswalk_rdf.server.content.build import load_build
from tests.built import BuiltSite
from tests.server.query_execution.support import EX, Data

GRAPHS = {
    "a": [("1", "p", "x"), ("2", "p", "y"), ("3", "p", "z")],
    "b": [("1", "p", "x"), ("4", "p", "w")],
    "c": [("4", "p", "w"), ("1", "p", "x"), ("5", "q", "v"), ("6", "q", "u"), ("7", "q", "t")],
    "d": [("8", "p", "s")],
}
"""Triples by graph: one stands in three graphs, one in two."""


@pytest.fixture(scope="session")
def overlapping() -> Data:
    lines = [
        f'<{EX}{s}> <{EX}{p}> "{o}" <{EX}{graph}> .\n'
        for graph, triples in GRAPHS.items()
        for s, p, o in triples
    ]
    return Data("".join(lines).encode(), EX)


@pytest.fixture(scope="session")
def flagship_data(flagship_site: BuiltSite) -> Data:
    return data_of(flagship_site)


@pytest.fixture(scope="session")
def tiny_data(tiny_site: BuiltSite) -> Data:
    return data_of(tiny_site)


def data_of(site: BuiltSite) -> Data:
    build = load_build(site.folder)
    return Data(build.dump, build.manifest.base, site.files["context.jsonld"].decode())


def store_of(data: Data) -> ox.Store:
    """Return a store of its own with what ``data`` holds."""
    store = ox.Store()
    store.bulk_load(input=data.dump, format=ox.RdfFormat.N_QUADS)
    return store
