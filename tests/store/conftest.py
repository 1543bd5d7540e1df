"""A store with three small graphs, and an Oxigraph server on loopback that holds the same."""

import socket
import subprocess
import time
from collections.abc import Iterator
from urllib.error import URLError
from urllib.request import Request, urlopen

import pyoxigraph as ox
import pytest
from rdflib import RDF, SKOS, XSD, Literal, Namespace, URIRef

from crosswalk_rdf.store.embedded import add, new_store
from tests.machine import program

EX = Namespace("https://example.org/")
EXAMPLE = [
    (EX["1"], RDF.type, SKOS.Concept),
    (EX["1"], SKOS.notation, Literal("1")),
    (EX["1"], SKOS.prefLabel, Literal("Équité “and” more\nlines", lang="en-GB")),
    (EX["1"], EX.position, Literal("007", datatype=XSD.integer)),
    (EX["1"], EX.weight, Literal("1.50", datatype=XSD.decimal)),
    (EX["1"], EX.checked, Literal("1", datatype=XSD.boolean)),
    (EX["1"], EX.issued, Literal("2015", datatype=XSD.gYear)),
]


@pytest.fixture(scope="session")
def store() -> ox.Store:
    """Return a store with two graphs that overlap and one that does not."""
    store = new_store()
    add(store, EX["graph/a"], EXAMPLE)
    add(store, EX["graph/b"], [*EXAMPLE[:2], (EX["2"], SKOS.broader, EX["1"])])
    add(store, EX["graph/c"], [(EX["2"], SKOS.notation, Literal("2"))])
    return store


@pytest.fixture(scope="session")
def server(store: ox.Store) -> Iterator[str]:
    """Yield the URL of an endpoint of the ``oxigraph`` server that holds ``store``."""
    oxigraph = program("oxigraph", "pip install oxigraph")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        bind = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen([oxigraph, "serve", "--bind", bind], stderr=subprocess.DEVNULL)
    try:
        quads = ox.serialize(_united(store), format=ox.RdfFormat.N_QUADS)
        _load(f"http://{bind}/store", quads or b"")
        yield f"http://{bind}/query"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _united(store: ox.Store) -> ox.Store:
    """Return a store whose default graph holds the triples of all graphs of ``store``, each once.

    Oxigraph's own union of graphs repeats a triple for every graph that holds it, so that rows are
    repeated and counts are wrong (SPARQL 1.1 §13.1 asks for the merge).
    """
    copy = ox.Store()
    copy.bulk_extend(quad for quad in store if not isinstance(quad.graph_name, ox.DefaultGraph))
    copy.bulk_extend(ox.Quad(*quad.triple) for quad in store)
    return copy


def _load(url: str, quads: bytes) -> None:
    request = Request(url, quads, {"Content-Type": "application/n-quads"}, method="POST")
    for _ in range(100):
        try:
            urlopen(request, timeout=10).close()
        except URLError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"{url} did not start")


def names(*local: str) -> tuple[URIRef, ...]:
    """Return IRIs of the example."""
    return tuple(EX[name] for name in local)
