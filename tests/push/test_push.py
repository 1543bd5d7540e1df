"""What is pushed arrives, in both stores; what is there already stays; what is gone goes."""

import gzip
from pathlib import Path

import pytest

from crosswalk_rdf.store.remote.sparql_templates import insert_data
from tests.push.conftest import Push, held, literals, written
from tests.push.servers import Server

FULL = {"a": 303, "b": 303, "c/d": 303, "dataset": 303}


def test_a_push_and_a_second(server: Server, push: Push, small: Path, base: str) -> None:
    first = push(server, small)
    assert first.exit_code == 0, first.output
    assert "5 new; 1,515 triples; verified by count and checksum" in first.stdout
    assert held(server, base) == FULL | {"first": 303}
    again = push(server, small)
    assert again.exit_code == 0
    assert "5 unchanged" in again.stdout
    assert again.stderr == ""


def test_a_new_version(server: Server, push: Push, small: Path, base: str, tmp_path: Path) -> None:
    """Changed graphs are replaced, what is gone is removed, and others keep theirs."""
    other = f"{base}other/graph/a"
    server.remote.update(insert_data(other, ["<urn:a> <urn:b> <urn:c> .\n"]))
    push(server, small)
    result = push(server, written(tmp_path / "later.nq", base, "second", size=250))
    assert result.exit_code == 0, result.output
    assert "1 new, 4 replaced, 1 removed" in result.stdout
    assert held(server, base) == dict.fromkeys(FULL, 253) | {"second": 253}
    assert literals(server, base, "a") == {"second"}
    assert server.remote.digest(other).triples == 1  # type: ignore[union-attr]


def test_only_what_differs_is_transferred(
    server: Server, push: Push, small: Path, tmp_path: Path
) -> None:
    push(server, small)
    text = small.read_text(encoding="utf-8")
    changed = tmp_path / "changed.nq.gz"
    changed.write_bytes(gzip.compress(text.replace('"first 7 ', '"first seven ', 1).encode()))
    result = push(server, changed)
    assert result.exit_code == 0
    assert "4 unchanged, 1 replaced" in result.stdout


def test_without_graph_store_protocol(
    server: Server, push: Push, small: Path, base: str, tmp_path: Path
) -> None:
    """All goes by SPARQL Update, staged graphs are dropped by it too."""
    assert push(server, small, "--graph-store", "none").exit_code == 0
    assert held(server, base) == FULL | {"first": 303}
    later = written(tmp_path / "later.nq", base, "second", size=2000)
    result = push(server, later, "--graph-store", "none")
    assert result.exit_code == 0, result.output
    assert held(server, base) == dict.fromkeys(FULL, 2003) | {"second": 2003}


def test_a_dry_run_changes_nothing(server: Server, push: Push, small: Path, base: str) -> None:
    result = push(server, small, "--dry-run")
    assert result.exit_code == 0
    assert "5 new; 1,515 triples; nothing was done" in result.stdout
    assert held(server, base) == {}


def test_a_graph_changed_behind_our_back(
    server: Server, push: Push, small: Path, base: str
) -> None:
    """One literal in place of another: the count is the same, the checksum is not."""
    push(server, small)
    graph, subject = f"{base}graph/b", f"<{base}b/5> <{base}p5>"
    remote = server.remote
    remote.update(f'DELETE DATA {{ GRAPH <{graph}> {{ {subject} "first 5 é“"@en-GB }} }}')
    remote.update(insert_data(graph, [f'{subject} "first 5 e“"@en-GB .\n']))
    assert held(server, base)["b"] == 303
    assert "4 unchanged, 1 replaced" in push(server, small, "--dry-run").stdout
    result = push(server, small)
    assert result.exit_code == 0
    assert "4 unchanged, 1 replaced" in result.stdout


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the dump is empty: build the publication first"),
        (b"<urn:a> <urn:b> <urn:c> .", "triples outside of named graphs"),
        (b"_:a <urn:b> <urn:c> <urn:g> .", "has blank nodes"),
    ],
)
def test_what_cannot_be_pushed(
    oxigraph_server: Server, push: Push, tmp_path: Path, content: bytes, message: str
) -> None:
    dump = tmp_path / "dump.nq"
    dump.write_bytes(content)
    result = push(oxigraph_server, dump)
    assert result.exit_code == 2
    assert message in result.stderr
