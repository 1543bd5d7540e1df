"""PyLD and jsonld.js: a document by its IRI, with the loaders that they have."""

import os
import subprocess
from pathlib import Path

import pytest
from pyld import jsonld

from tests.machine import library, program
from tests.server.clients.answers import document, triples
from tests.server.serving import Served

HERE = Path(__file__).parent
NAMES = ["schule", "schule/MA", "dataset"]
FOLDER = os.environ.get("CROSSWALK_RDF_NODE_MODULES")
NPM = (
    "npm install jsonld @comunica/query-sparql, and name node_modules in CROSSWALK_RDF_NODE_MODULES"
)


@pytest.mark.parametrize("name", NAMES)
def test_pyld(tiny_served: Served, name: str) -> None:
    n_quads = jsonld.to_rdf(f"{tiny_served.url}{name}", {"format": "application/n-quads"})
    assert triples(n_quads) == document(tiny_served, name)


@pytest.mark.parametrize("name", NAMES)
def test_jsonld_js(tiny_served: Served, name: str) -> None:
    node = program("node", "apt-get install nodejs")
    package = library(Path(FOLDER) if FOLDER else None, "jsonld", NPM)
    command = [node, str(HERE / "jsonld.cjs"), str(package), f"{tiny_served.url}{name}"]
    process = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert process.returncode == 0, process.stderr.decode()
    assert triples(process.stdout) == document(tiny_served, name)
