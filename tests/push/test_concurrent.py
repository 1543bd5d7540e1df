"""Two pushes at once: one is done whole, the other is refused or comes after it."""

import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf.store.remote import sparql_templates
from crosswalk_rdf.store.remote.lock import LockLost, claims, push_lock
from crosswalk_rdf.store.remote.plan import lock_graph, plan
from crosswalk_rdf.store.remote.push import push as carry_out
from crosswalk_rdf.store.remote.push_process import has_ended, process_name
from tests.push.conftest import Push, held, literals, written
from tests.push.relay import Relay
from tests.push.servers import Server

GRAPHS = ("a", "b", "c/d", "dataset")
VERSIONS = ("second", "third", "fourth")


def _command(server: Server, source: Path) -> tuple[list[str], dict[str, str]]:
    command = [sys.executable, "-m", "crosswalk_rdf", "push", "--quiet"]
    environment = {"CROSSWALK_RDF_AUTH": server.auth} if server.auth else {}
    options = ["--endpoint", server.endpoint, "--from", str(source)]
    return [*command, *options], os.environ | environment


def test_the_store_holds_one_build(server: Server, base: str, tmp_path: Path, push: Push) -> None:
    """Of three processes at once, whoever says that it has verified its build did."""
    push(server, written(tmp_path / "first.nq", base, "first"))
    processes = {}
    for version in VERSIONS:
        source = written(tmp_path / f"{version}.nq", base, version, 2000)
        command, environment = _command(server, source)
        processes[version] = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
    outputs = {version: process.communicate() for version, process in processes.items()}
    done = [version for version, process in processes.items() if process.returncode == 0]
    refused = [v for v in VERSIONS if "another push to these graphs is running" in outputs[v][1]]
    assert sorted(done + refused) == sorted(VERSIONS), outputs
    assert done
    versions = {name: literals(server, base, name) for name in GRAPHS}
    assert versions["a"] in [{version} for version in done]
    assert versions == dict.fromkeys(GRAPHS, versions["a"])
    assert set(held(server, base)) == {*GRAPHS, *versions["a"]}


def test_refused_while_another_runs(server: Server, small: Path, push: Push) -> None:
    with push_lock(server.remote, lock_graph(_dump(small)), print):
        result = push(server, small)
    assert result.exit_code == 2
    assert "another push to these graphs is running (process" in result.stderr
    assert push(server, small).exit_code == 0


def test_nothing_is_put_in_place_without_the_lock(server: Server, small: Path, base: str) -> None:
    """A push that was taken for dead while it slept, and wakes up, changes nothing."""
    remote, dump = server.remote, _dump(small)
    with push_lock(remote, lock_graph(dump), print) as lock:
        steps = plan(dump, remote)
        remote.update(sparql_templates.lock_release(lock.graph, lock.push))
        with pytest.raises(LockLost, match="run push again"):
            carry_out(dump, steps, lock, print)
    assert not set(held(server, base)) & set(GRAPHS)


def test_a_graph_that_was_unchanged_is_compared_again(
    server: Server, small: Path, base: str, tmp_path: Path
) -> None:
    """Something else than a push changes it after the plan was made."""
    remote, dump = server.remote, _dump(small)
    with push_lock(remote, lock_graph(dump), print) as lock:
        carry_out(dump, plan(dump, remote), lock, print)
        later = _dump(written(tmp_path / "later.nq", base, "first"))
        later.add(ox.Quad(*[ox.NamedNode(f"{base}x")] * 3, ox.NamedNode(f"{base}graph/b")))
        steps = plan(later, remote)
        remote.add(f"{base}graph/a", [f"<{base}x> <{base}x> <{base}x> .\n"])
        result = carry_out(later, steps, lock, print)
    assert [each.graph for each in result if each.differences] == [f"{base}graph/a"]


def test_the_lock_of_a_dead_process(server: Server, small: Path, push: Push) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    machine = process_name().rpartition(" ")[0]
    graph = lock_graph(_dump(small))
    claim = {"title": "x", "process": f"{machine} {ended.pid}", "seconds": "600", "sign": "0"}
    server.remote.update(sparql_templates.lock_claim(graph, "urn:x:dead", **claim))
    assert push(server, small).exit_code == 0
    assert claims(server.remote, graph) == ()


def test_a_silent_lock_of_another_machine(server: Server, small: Path, push: Push) -> None:
    claim = {"title": "x", "process": "elsewhere 1", "seconds": "0", "sign": "0"}
    graph = lock_graph(_dump(small))
    server.remote.update(sparql_templates.lock_claim(graph, "urn:x:silent", **claim))
    assert push(server, small).exit_code == 0


def test_only_what_is_certain_counts_as_ended() -> None:
    assert not has_ended(process_name())
    assert not has_ended("elsewhere 1")
    assert not has_ended("")


def test_a_store_that_trickles(oxigraph_server: Server, push: Push, small: Path) -> None:
    """A response that never ends, though something of it comes all the time."""
    with Relay(oxigraph_server) as relay:
        relay.trickles = True
        result = push(relay.server, small, "--timeout", "1")
    assert result.exit_code == 2
    assert "within 1 seconds" in result.stderr


def _dump(path: Path) -> ox.Store:
    dump = ox.Store()
    dump.load(path=str(path), format=ox.RdfFormat.N_QUADS)
    return dump
