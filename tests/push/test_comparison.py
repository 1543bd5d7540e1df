"""Where a checksum does not settle it, triples are compared, and what differs is told."""

from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from crosswalk_rdf.store.remote.comparison import differences
from crosswalk_rdf.store.remote.lock import push_lock
from crosswalk_rdf.store.remote.plan import Fate, lock_graph, plan
from crosswalk_rdf.store.remote.push import push as carry_out
from crosswalk_rdf.store.remote.remote_store import RemoteStore
from tests.push.conftest import Push
from tests.push.servers import Server

XSD = "http://www.w3.org/2001/XMLSchema#"


def test_other_forms_of_the_same_value(
    server: Server, push: Push, base: str, tmp_path: Path
) -> None:
    """Virtuoso writes a large double otherwise than Oxigraph: compared by value."""
    graph = f"<{base}graph/dataset>"
    values = (f'"1.5E100"^^<{XSD}double>', f'"5"^^<{XSD}nonNegativeInteger>', '"x"')
    dump = tmp_path / "dump.nq"
    dump.write_text("".join(f"<urn:a> <urn:b> {v} {graph} .\n" for v in values), encoding="utf-8")
    result = push(server, dump)
    assert result.exit_code == 0, result.output
    way = "comparison" if server.name == "virtuoso" else "checksum"
    assert f"verified by count and {way}" in result.stdout


def test_differences(server: Server, push: Push, small: Path, base: str) -> None:
    push(server, small)
    graph, remote = f"{base}graph/a", server.remote
    remote.update(f"INSERT DATA {{ GRAPH <{graph}> {{ <urn:x> <urn:new> <urn:y> }} }}")
    remote.update(
        f'DELETE DATA {{ GRAPH <{graph}> {{ <{base}a/1> <{base}p1> "first 1 é“"@en-gb }} }}'
    )
    dump = ox.Store()
    dump.load(path=str(small), format=ox.RdfFormat.N_QUADS)
    quads = dump.quads_for_pattern(None, None, None, ox.NamedNode(graph))
    assert list(differences(quads, remote, graph)) == [
        f'lacks <{base}a/1> <{base}p1> "first 1 é“"@en-gb',
        "has besides <urn:x> <urn:new> <urn:y>",
    ]


@dataclass(frozen=True, slots=True)
class Unable(RemoteStore):
    """A store that cannot compute checksums, and loses what is added to it by ``loses``."""

    loses: str = "nothing"

    def digest(self, graph: str) -> None:
        return None

    def add(self, graph: str, lines: object) -> None:
        assert isinstance(lines, list)
        RemoteStore.add(self, graph, [line for line in lines if self.loses not in line])


def _unable(server: Server, loses: str = "nothing") -> Unable:
    remote = server.remote
    return Unable(remote.addresses, remote.timeout, remote.login, loses)


def test_a_store_without_hashes(server: Server, small: Path, base: str) -> None:
    dump = ox.Store()
    dump.load(path=str(small), format=ox.RdfFormat.N_QUADS)
    remote = _unable(server)
    with push_lock(remote, lock_graph(dump), print) as lock:
        result = carry_out(dump, plan(dump, remote), lock, print)
    assert {verified.how for verified in result} == {"comparison"}
    assert not any(verified.differences for verified in result)
    assert {step.fate for step in plan(dump, remote).steps} == {Fate.UNCHANGED}


def test_what_got_lost_is_not_put_in_place(server: Server, small: Path, base: str) -> None:
    dump = ox.Store()
    dump.load(path=str(small), format=ox.RdfFormat.N_QUADS)
    remote = _unable(server, loses="b/17>")
    with push_lock(remote, lock_graph(dump), print) as lock:
        result = carry_out(dump, plan(dump, remote), lock, print)
    told = {verified.graph: verified.differences for verified in result if verified.differences}
    assert told == {f"{base}graph/b": (f'lacks <{base}b/17> <{base}p3> "first 17 é“"@en-gb',)}
    assert server.remote.predicates(f"{base}graph/a") == {}
