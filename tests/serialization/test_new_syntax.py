"""A syntax that is added to the table is everywhere: nothing else names the syntaxes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import TINY
from tests.server.serving import Served, serving

TOY = Path(__file__).parent / "toy"
QUERY = "query=CONSTRUCT%20WHERE%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%202"


def run(*arguments: str | Path) -> str:
    """Return what the command prints in a Python that has the syntax."""
    done = _completed(*arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def refused(*arguments: str | Path) -> str:
    """Return what the command says when it fails."""
    done = _completed(*arguments)
    assert done.returncode != 0
    return done.stderr


def _completed(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-m", "crosswalk_rdf", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(TOY)}
    return subprocess.run(program, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("toy") / "dist"
    run("build", "--quiet", "--project", TINY, "--out", folder)
    return folder


@pytest.fixture(scope="module")
def service(folder: Path) -> Iterator[Served]:
    with serving(folder, python_path=TOY) as served:
        yield served


def test_files(folder: Path) -> None:
    for stem in ("dumps/*", "graph/beruf", "beruf/02", "changes"):
        (file,) = folder.glob(f"{stem}.toy")
        assert file.read_bytes().startswith(b"# toy\n<"), stem
    assert "/beruf.toy" in (folder / "dataset.nt").read_text()
    assert "graph/beruf.toy" in (folder / "checksums.sha256").read_text()


def test_pages_and_recipes(folder: Path) -> None:
    page = (folder / "beruf/02.html").read_text()
    assert 'type="text/x-toy"' in page
    assert 'href="02.toy"' in page
    assert ">Toy<" in page
    assert "graph/beruf.toy" in (folder / "downloads.html").read_text()
    assert "text/x-toy" in (folder / ".htaccess").read_text()


def test_negotiation_and_links(service: Served, folder: Path) -> None:
    path = "/beruf/02"
    answer = service.ask(path, Accept="text/x-toy")
    assert (answer.status, answer.headers["location"]) == (303, f"{service.url}beruf/02.toy")
    document = service.ask(f"{path}.toy")
    assert document.body == (folder / "beruf/02.toy").read_bytes()
    assert document.headers["content-type"].startswith("text/x-toy")
    link = f'<{service.url}beruf/02.toy>; rel="alternate"; type="text/x-toy"'
    assert link in service.ask(f"{path}.ttl").headers["link"]


def test_answers_of_sparql(service: Served) -> None:
    for ask in ({"Accept": "text/x-toy"}, {}):
        target = f"/sparql?{QUERY}" + ("" if ask else "&format=toy")
        answer = service.ask(target, **ask)
        assert answer.body.startswith(b"# toy\n<")
        assert answer.headers["content-type"].startswith("text/x-toy")


def test_answers_of_the_command_line() -> None:
    sparql = "CONSTRUCT { ?s a ?type } WHERE { ?s a ?type }"
    answer = run("query", "--quiet", "--project", TINY, "--text", sparql, "--format", "toy")
    assert answer.startswith("# toy\n<")


def test_convert(tmp_path: Path) -> None:
    source, target, back = (tmp_path / name for name in ("a.ttl", "a.toy", "b.ttl"))
    source.write_text("<https://example.org/a> a <https://example.org/B> .\n")
    run("convert", source, target)
    assert target.read_text().startswith("# toy\n<https://example.org/a>")
    run("convert", target, back)
    assert "<https://example.org/a> a <https://example.org/B>" in back.read_text()
    broken = tmp_path / "broken.toy"
    broken.write_text("<https://example.org/a> !\n")
    assert "not Toy" in refused("convert", broken, back)
    assert "toy " in run("convert", "--formats", source, target)
