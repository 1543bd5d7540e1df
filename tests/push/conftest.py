"""Both stores, started once a session, and a publication to push; every test has its own base."""

import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crosswalk_rdf.cli import main
from crosswalk_rdf.store.answers import Solutions
from crosswalk_rdf.store.endpoint_backend import EndpointBackend
from tests.push.servers import Server, oxigraph, virtuoso

NAMES = ("oxigraph", "virtuoso")
_numbers = itertools.count(1)

Push = Callable[..., Result]


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with oxigraph(tmp_path_factory.mktemp("oxigraph"), "--union-default-graph") as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso_server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="virtuoso-"))  # it has no room for a long path
    try:
        with virtuoso(folder) as server:
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=NAMES)
def server(request: pytest.FixtureRequest) -> Server:
    """Each of the two stores in turn."""
    value: Server = request.getfixturevalue(f"{request.param}_server")
    return value


@pytest.fixture
def base() -> str:
    """A base IRI that no other test has used."""
    return f"https://example.org/push/{next(_numbers)}/"


@pytest.fixture
def small(base: str, tmp_path: Path) -> Path:
    """A dump of five small graphs below ``base``."""
    return written(tmp_path / "small.nq", base, "first")


def written(path: Path, base: str, version: str, size: int = 300) -> Path:
    """Write a dump whose graphs say which version they are of."""
    lines = []
    for name in ("dataset", "a", "b", "c/d", version):
        graph = f"<{base}graph/{name}>"
        lines += [
            f'<{base}{name}/{n}> <{base}p{n % 7}> "{version} {n} \\u00E9\\u201C"@en-GB {graph} .\n'
            for n in range(size)
        ]
        lines.append(f'<{base}{name}/1> <{base}same> "true"^^<{XSD}boolean> {graph} .\n')
        lines.append(f'<{base}{name}/1> <{base}same> "2015"^^<{XSD}gYear> {graph} .\n')
        lines.append(f"<{base}{name}/1> <{base}same> <{base}caf\\u00E9> {graph} .\n")
    path.write_text("".join(lines), encoding="utf-8")
    return path


XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.fixture
def push() -> Push:
    """Run ``push`` in this process against a server, quietly."""

    def run(server: Server, source: Path, *arguments: str) -> Result:
        environment = {"CROSSWALK_RDF_AUTH": server.auth} if server.auth else {}
        command = ["push", "--endpoint", server.endpoint, "--from", str(source), "--quiet"]
        result = CliRunner().invoke(main, [*command, *arguments], env=environment)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return run


def held(server: Server, base: str) -> dict[str, int]:
    """Return how many triples each graph of the server below ``base`` has, by the rest of its IRI.

    Staged graphs are among them.
    """
    remote = server.remote
    prefix = f"{base}graph/"
    return {
        name.removeprefix(prefix): sum(remote.predicates(name).values())
        for name in remote.graphs(prefix)
    }


def literals(server: Server, base: str, name: str) -> set[str]:
    """Return the first word of each text in a graph: the versions that it is of."""
    text = f'SELECT DISTINCT (STRBEFORE(STR(?o), " ") AS ?v) {{ GRAPH <{base}graph/{name}> ' + (
        '{ ?s ?p ?o FILTER(LANG(?o) != "") } }'
    )
    answer = EndpointBackend(server.remote.addresses.query).query(text)
    assert isinstance(answer, Solutions)
    return {str(row[0]) for row in answer.rows}
