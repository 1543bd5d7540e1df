"""An Oxigraph server on loopback that holds what a store holds."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pyoxigraph as ox
import pytest

from tests.machine import program


@contextmanager
def serving(store: ox.Store, folder: Path) -> Iterator[str]:
    """Yield the URL of a read-only endpoint whose default graph is the union of all graphs."""
    oxigraph = program("oxigraph", "pip install oxigraph")
    quads, location = folder / "data.nq", folder / "store"
    store.dump(str(quads), format=ox.RdfFormat.N_QUADS)
    load = [oxigraph, "load", "--location", str(location), "--file", str(quads)]
    subprocess.run(load, check=True, capture_output=True)
    bind = f"127.0.0.1:{_free_port()}"
    serve = [oxigraph, "serve-read-only", "--union-default-graph", "--location", str(location)]
    process = subprocess.Popen([*serve, "--bind", bind], stderr=subprocess.DEVNULL)
    try:
        _wait_for(f"http://{bind}/")
        yield f"http://{bind}/query"
    finally:
        process.terminate()
        process.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(url: str) -> None:
    for _ in range(200):
        try:
            urlopen(url, timeout=10).close()
        except URLError:
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"{url} did not start")
