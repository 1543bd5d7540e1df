"""RDF4J and Apache Jena: documents by their IRI, and the SPARQL endpoint."""

import subprocess
import zipfile
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


RELOCATED = "org/apache/jena/ext/"
"""Where Debian's jar of Jena has the messages of the Xerces in it, whose classes it has moved."""
JENA_ACCEPTS = ["text/turtle", "application/rdf+xml", "application/n-triples", "text/n3"]
"""Debian has no JSON-P provider, without which Jena cannot read JSON-LD."""


def java(jar: str, package: str, *arguments: str, folder: Path | None = None) -> bytes:
    """Return what a source file of Java prints, with the jars of Debian, but for logs, on its path.

    ``folder`` is on the path before them.
    """
    binary = program("java", "apt-get install default-jdk-headless")
    program("javac", "apt-get install default-jdk-headless")
    library(JARS, jar, f"apt-get install {package}")
    jars = (str(each) for each in sorted(JARS.glob("*.jar")) if not each.name.startswith(LOGS))
    path = ":".join([*([str(folder)] if folder else []), *jars])
    command = [binary, "-cp", path, *arguments]
    process = subprocess.run(command, capture_output=True, timeout=240, check=False)
    assert process.returncode == 0, process.stderr.decode()
    return process.stdout


def each(output: bytes) -> list[set[str]]:
    """Return the triples of each document that a client has printed."""
    return [triples(document) for document in output.decode().split("\n\n") if document]


def rdf4j(*arguments: str) -> bytes:
    return java("rdf4j-rio-turtle.jar", "librdf4j-java", str(HERE / "Rdf4jClient.java"), *arguments)


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the messages of Xerces, named as its classes in Debian's Jena look for them.

    Without them no class of Jena can be loaded.
    """
    folder = tmp_path_factory.mktemp("messages")
    jar = library(JARS, "jena-core.jar", "apt-get install libapache-jena-java")
    with zipfile.ZipFile(jar) as content:
        for name in content.namelist():
            if name.startswith(RELOCATED) and name.endswith(".properties"):
                file = folder / name.removeprefix(RELOCATED)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content.read(name))
    return folder


def jena(messages: Path, *arguments: str) -> bytes:
    source = str(HERE / "JenaClient.java")
    return java("jena-arq.jar", "libapache-jena-java", source, *arguments, folder=messages)


def test_rdf4j_loads_documents(tiny_served: Served) -> None:
    output = rdf4j("load", *(f"{tiny_served.url}{name}" for name in NAMES))
    assert each(output) == [document(tiny_served, name) for name in NAMES]


def test_rdf4j_asks_the_endpoint(tiny_served: Served) -> None:
    output = rdf4j("select", f"{tiny_served.url}sparql", SELECT)
    assert output.decode().split() == concepts(tiny_served)


def test_jena_loads_documents(tiny_served: Served, messages: Path) -> None:
    output = jena(messages, "load", *(f"{tiny_served.url}{name}" for name in NAMES))
    assert each(output) == [document(tiny_served, name) for name in NAMES]


def test_jena_loads_a_document_in_each_format(tiny_served: Served, messages: Path) -> None:
    output = jena(messages, "formats", f"{tiny_served.url}schule/MA", *JENA_ACCEPTS)
    assert each(output) == [document(tiny_served, "schule/MA")] * len(JENA_ACCEPTS)


def test_jena_asks_the_endpoint(tiny_served: Served, messages: Path) -> None:
    output = jena(messages, "select", f"{tiny_served.url}sparql", SELECT)
    assert output.decode().split() == concepts(tiny_served)
