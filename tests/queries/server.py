"""An Oxigraph server on loopback that holds what a store holds."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pyoxigraph as ox
import pytest


@contextmanager
def serving(store: ox.Store, folder: Path) -> Iterator[str]:
    """Yield the URL of a read-only endpoint whose default graph is the union of all graphs."""
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("the oxigraph server is not installed")
    quads, location = folder / "data.nq", folder / "store"
    store.dump(str(quads), format=ox.RdfFormat.N_QUADS)
    load = [program, "load", "--location", str(location), "--file", str(quads)]
    subprocess.run(load, check=True, capture_output=True)
    bind = f"127.0.0.1:{_free_port()}"
    serve = [program, "serve-read-only", "--union-default-graph", "--location", str(location)]
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
