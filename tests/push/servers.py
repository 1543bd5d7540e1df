"""An Oxigraph server and a Virtuoso on loopback, in a folder of their own."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from crosswalk_rdf.store.login import login
from crosswalk_rdf.store.remote.addresses import store_addresses
from crosswalk_rdf.store.remote.remote_store import RemoteStore
from tests.machine import program

PASSWORD = "not the usual one"
INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase

[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
FileExtend = 200

[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 10
CheckpointInterval = 0
NumberOfBuffers = 10000
MaxDirtyBuffers = 7500
DirsAllowed = {folder}

[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 8
MaxClientConnections = 8
Charset = UTF-8

[SPARQL]
ResultSetMaxRows = 1000000
"""


@dataclass(frozen=True)
class Server:
    """A store: its name, its endpoint, and what ``--auth`` is to say."""

    name: str
    endpoint: str
    auth: str | None = None

    @property
    def remote(self) -> RemoteStore:
        """The store as the code sees it."""
        credentials = login(self.auth) if self.auth else None
        return RemoteStore(store_addresses(self.endpoint, 30, credentials), 120, credentials)

    def behind(self, port: int) -> "Server":
        """The same server, reached by another port of this machine."""
        parts = urlsplit(self.endpoint)._replace(netloc=f"127.0.0.1:{port}")
        return Server(self.name, parts.geturl(), self.auth)


@contextmanager
def oxigraph(folder: Path, *options: str) -> Iterator[Server]:
    """Yield an Oxigraph server that can be written to and keeps its data in ``folder``."""
    path = program("oxigraph", "pip install oxigraph")
    address = f"127.0.0.1:{free_port()}"
    command = [path, "serve", "--location", str(folder), "--bind", address, *options]
    with _running(command, folder, f"http://{address}/"):
        yield Server("oxigraph", f"http://{address}")


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server]:
    """Yield a Virtuoso whose administrator has a password of the tests."""
    server = program("virtuoso-t", "apt-get install virtuoso-opensource")
    isql = program("isql-vt", "apt-get install virtuoso-opensource")
    ini, sql, http = folder / "virtuoso.ini", free_port(), free_port()
    ini.write_text(INI.format(folder=folder, sql=sql, http=http), encoding="utf-8")
    endpoint = f"http://127.0.0.1:{http}/sparql"
    with _running([server, "+foreground", "+configfile", str(ini)], folder, endpoint):
        command = [isql, f"127.0.0.1:{sql}", "dba", "dba", f'exec=set password "dba" "{PASSWORD}"']
        subprocess.run(command, check=True, capture_output=True, timeout=30)
        yield Server("virtuoso", endpoint, f"dba:{PASSWORD}")


@contextmanager
def _running(command: list[str], folder: Path, url: str) -> Iterator[None]:
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
    try:
        _wait_for(url, process)
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=120)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait(timeout=120)


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        try:
            urlopen(url, timeout=10).close()
        except HTTPError:
            return
        except (URLError, OSError):
            if process.poll() is not None:
                pytest.fail(f"{process.args!r} ended with {process.returncode}")
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"{url} did not start")
