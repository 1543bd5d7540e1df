"""A push that is killed leaves the old graphs whole; the next one goes on and cleans up."""

import os
import signal
import subprocess
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf.store.http_client import EndpointError
from crosswalk_rdf.store.remote.lock import Lock, push_lock
from crosswalk_rdf.store.remote.plan import lock_graph, plan
from crosswalk_rdf.store.remote.push import push as carry_out
from crosswalk_rdf.store.remote.remote_store import RemoteStore
from tests.push.conftest import Push, held, literals, written
from tests.push.relay import Relay
from tests.push.servers import Server

GRAPHS = ("a", "b", "c/d", "dataset")
TRANSFER = ("POST", "graph")
"""What is killed: the transfer of a graph …"""
SWITCH = {"oxigraph": ("POST", "/update"), "virtuoso": ("POST", "/sparql-auth")}
"""… or the update that puts them in place."""


def _killed(relay: Relay, source: Path) -> None:
    """Start a push through ``relay`` and kill it in the middle of the request to stop at."""
    server = relay.server
    environment = os.environ | ({"CROSSWALK_RDF_AUTH": server.auth} if server.auth else {})
    command = [sys.executable, "-m", "crosswalk_rdf", "push", "--quiet"]
    process = subprocess.Popen(
        [*command, "--endpoint", server.endpoint, "--from", str(source)],
        env=environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        assert relay.reached.wait(120)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait(timeout=120)


@pytest.mark.parametrize("requests", [0, 2], ids=["first graph", "third graph"])
def test_killed_in_a_transfer(
    server: Server, push: Push, small: Path, base: str, tmp_path: Path, requests: int
) -> None:
    push(server, small)
    later = written(tmp_path / "later.nq", base, "second", size=400)
    with Relay(server) as relay:
        relay.halt, relay.requests = TRANSFER, requests
        _killed(relay, later)
    graphs = held(server, base)
    assert {name: graphs[name] for name in GRAPHS} == dict.fromkeys(GRAPHS, 303)
    assert all(literals(server, base, name) == {"first"} for name in GRAPHS)
    result = push(server, later)
    assert result.exit_code == 0, result.output
    assert held(server, base) == dict.fromkeys((*GRAPHS, "second"), 403)
    assert all(literals(server, base, name) == {"second"} for name in GRAPHS)


def test_killed_before_the_switch(
    server: Server, push: Push, small: Path, base: str, tmp_path: Path
) -> None:
    """What was transferred is not transferred again."""
    push(server, small)
    later = written(tmp_path / "later.nq", base, "second")
    with Relay(server) as relay:
        relay.halt, relay.halt_text = SWITCH[server.name], b"?staged"
        _killed(relay, later)
    assert all(literals(server, base, name) == {"first"} for name in GRAPHS)
    assert [n for name, n in held(server, base).items() if name.startswith("a?staged")] == [303]
    with Relay(server) as relay:
        result = push(relay.server, later)
        assert not any(line.startswith("POST") and "staged" in line for line in relay.log)
    assert result.exit_code == 0, result.output
    assert held(server, base) == dict.fromkeys((*GRAPHS, "second"), 303)


def test_a_large_graph_goes_on_where_it_stopped(server: Server, base: str, tmp_path: Path) -> None:
    """Three requests of 100 triples arrive, the fourth does not: two are left for the next push."""
    source = written(tmp_path / "dump.nq", base, "first", size=497)
    dump = ox.Store()
    dump.load(path=str(source), format=ox.RdfFormat.N_QUADS)
    with Relay(server) as relay:
        relay.halt, relay.requests = TRANSFER, 3
        relay.released.set()
        remote = relay.server.remote
        with pytest.raises(EndpointError), _lock(remote, dump) as lock:
            carry_out(dump, plan(dump, remote), lock, _silent, 100)
    assert list(held(server, base).values()) == [300]
    told: list[str] = []
    remote = server.remote
    with _lock(remote, dump) as lock:
        result = carry_out(dump, plan(dump, remote), lock, told.append, 100)
    assert told[0] == f"{base}graph/a: 300 of 500 triples"
    assert not any(verified.differences for verified in result)
    assert held(server, base)["a"] == 500


def test_staged_graphs_of_another_version_are_cleaned_up(
    server: Server, push: Push, small: Path, base: str
) -> None:
    remote = server.remote
    for name in ("a", "gone"):
        remote.add(f"{base}graph/{name}?staged", ["<urn:a> <urn:b> <urn:c> .\n"])
    result = push(server, small)
    assert result.exit_code == 0, result.output
    assert held(server, base) == dict.fromkeys((*GRAPHS, "first"), 303)


def _lock(remote: RemoteStore, dump: ox.Store) -> AbstractContextManager[Lock]:
    return push_lock(remote, lock_graph(dump), _silent)


def _silent(_: str) -> None:
    """Say nothing."""
