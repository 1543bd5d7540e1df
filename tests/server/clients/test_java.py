"""RDF4J: documents by their IRI, and the SPARQL endpoint."""

import subprocess
from pathlib import Path

import pytest

from tests.machine import library, program
from tests.server.clients.answers import SELECT, concepts, document, triples
from tests.server.serving import Served

HERE = Path(__file__).parent
JARS = Path("/usr/share/java")
LOGS = (
    "log4j-over-slf4j",
    "slf4j-log4j12",
    "slf4j-jdk14",
    "slf4j-jcl",
    "slf4j-simple",
    "maven3-slf4j",
)
NAMES = ["schule", "schule/MA", "dataset"]


def java(jar: str, package: str, *arguments: str) -> bytes:
    """Return what a program of Java prints, with the jars of Debian, but for logs, on its path."""
    binary = program("java", "apt-get install default-jdk-headless")
    library(JARS, jar, f"apt-get install {package}")
    jars = (str(each) for each in sorted(JARS.glob("*.jar")) if not each.name.startswith(LOGS))
    command = [binary, "-cp", ":".join(jars), *arguments]
    found = subprocess.run(command, capture_output=True, timeout=240, check=False)
    assert found.returncode == 0, found.stderr.decode()
    return found.stdout


def rdf4j(*arguments: str) -> bytes:
    program("javac", "apt-get install default-jdk-headless")
    source = str(HERE / "Rdf4jClient.java")
    return java("rdf4j-rio-turtle.jar", "librdf4j-java", source, *arguments)


@pytest.mark.parametrize("name", NAMES)
def test_rdf4j_loads_a_document(tiny_served: Served, name: str) -> None:
    found = rdf4j("load", f"{tiny_served.url}{name}")
    assert triples(found) == document(tiny_served, name)


def test_rdf4j_asks_the_endpoint(tiny_served: Served) -> None:
    found = rdf4j("select", f"{tiny_served.url}sparql", SELECT)
    assert found.decode().split() == concepts(tiny_served)
