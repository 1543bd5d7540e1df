"""Comunica: a document by its IRI, and the SPARQL endpoint, as sources of a query."""

import subprocess
from pathlib import Path

from tests.machine import library, program
from tests.server.clients.answers import SELECT, concepts
from tests.server.clients.test_json_ld import FOLDER, HERE, NPM
from tests.server.serving import Served

OWN = (
    "SELECT DISTINCT ?s {{ ?s a <http://www.w3.org/2004/02/skos/core#Concept> FILTER(?s = <{}>) }}"
)


def answers(source: str, query: str) -> list[str]:
    node = program("node", "apt-get install nodejs")
    package = library(Path(FOLDER) if FOLDER else None, "@comunica/query-sparql", NPM)
    command = [node, str(HERE / "comunica.cjs"), str(package), source, query]
    process = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert process.returncode == 0, process.stderr.decode()
    return process.stdout.decode().split()


def test_the_endpoint(tiny_served: Served) -> None:
    assert answers(f"{tiny_served.url}sparql", SELECT) == concepts(tiny_served)


def test_a_document(tiny_served: Served) -> None:
    iri = next(iri for iri in concepts(tiny_served) if iri.endswith("/schule/MA"))
    assert answers(f"{tiny_served.url}schule/MA", OWN.format(iri)) == [iri]
