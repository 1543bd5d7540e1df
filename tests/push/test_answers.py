"""After a push of the flagship, both stores give the answers that the embedded store gives."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from rdflib import URIRef

from crosswalk_rdf.cli import main
from crosswalk_rdf.model import Publication
from crosswalk_rdf.queries.render import render
from crosswalk_rdf.store.answers import Solutions
from crosswalk_rdf.store.embedded import graphs
from crosswalk_rdf.store.endpoint_backend import EndpointBackend
from crosswalk_rdf.store.oxigraph_backend import OxigraphBackend
from crosswalk_rdf.store.rdflib_backend import RdflibBackend, dataset_of
from crosswalk_rdf.store.remote import sparql_templates
from crosswalk_rdf.store.remote.plan import digest
from crosswalk_rdf.store.remote.remote_store import digest_of
from tests.push.conftest import Push
from tests.push.servers import Server
from tests.queries.library import EXPECTED, NAMES, as_file, ask, suffix


@pytest.fixture(scope="session")
def flagship_dump(flagship_store: ox.Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dump") / "flagship.nq"
    flagship_store.dump(str(path), format=ox.RdfFormat.N_QUADS)
    return path


@pytest.fixture
def filled(server: Server, push: Push, flagship_dump: Path) -> Server:
    """The store with the flagship in it; the second push finds everything there."""
    result = push(server, flagship_dump)
    assert result.exit_code == 0, result.output
    assert "verified by count and checksum" in result.stdout
    return server


def test_library(filled: Server, flagship_store: ox.Store) -> None:
    """Asked of the publication's graphs: both stores may hold other graphs as well."""
    url = filled.remote.addresses.query
    engine = EndpointBackend(url, timeout=120, graphs=tuple(map(str, graphs(flagship_store))))
    wrong = []
    for name in NAMES:
        answer = ask(engine, name)
        expected = (EXPECTED / f"{name}.{suffix(answer)}").read_text(encoding="utf-8")
        if as_file(answer) != expected:
            wrong.append(name)
    assert wrong == []


def test_command_line(filled: Server, flagship: Publication, flagship_store: ox.Store) -> None:
    embedded = ask(OxigraphBackend(flagship_store), "parts")
    names = [option for name in graphs(flagship_store) for option in ("--graph", str(name))]
    arguments = ["query", "parts", "--endpoint", filled.remote.addresses.query, *names]
    result = CliRunner().invoke(main, [*arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout) == json.loads(render(embedded, "json"))


def test_checksum_is_the_same_on_rdflib(flagship_store: ox.Store) -> None:
    """As the pushes above have it from Oxigraph and Virtuoso."""
    engine = RdflibBackend(dataset_of(flagship_store))
    for name in graphs(flagship_store):
        if not name.endswith(("/ontology", "/errata", "/dataset")):
            continue  # rdflib takes a second for each thousand triples
        answer = engine.query(sparql_templates.checksum(name))
        assert isinstance(answer, Solutions)
        assert digest_of(answer.rows[0]) == digest(flagship_store, name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('"a"', '"a"@en'),
        ('"a"@de', '"a"@en'),
        ('"a"', '"a"^^<urn:type>'),
        ('"urn:a"', "<urn:a>"),
        ('"1"', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'),
        ('"é"', '"è"'),
        ('"a b"', '"a  b"'),
    ],
)
def test_checksum_tells_terms_apart(one: str, other: str) -> None:
    assert _digest(f"<urn:s> <urn:p> {one} .") != _digest(f"<urn:s> <urn:p> {other} .")


def test_checksum_does_not_depend_on_the_order() -> None:
    lines = [f'<urn:s> <urn:p> "{n}" .' for n in range(9)]
    assert _digest("\n".join(lines)) == _digest("\n".join(reversed(lines)))


def _digest(text: str) -> object:
    store = ox.Store()
    store.load(text, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode("urn:g"))
    return digest(store, URIRef("urn:g"))
