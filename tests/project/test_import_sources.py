"""The table ``[imported]``: read, written, its faults, and what it becomes in the graph."""

import shutil
from pathlib import Path

import pytest
from rdflib import DCTERMS, OWL, PROV, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.graph.provenance import provenance_triples
from crosswalk_rdf.model import ImportSource
from crosswalk_rdf.namespaces import graph_iri
from crosswalk_rdf.project.framework_writer import framework_files
from crosswalk_rdf.project.publication import load_publication

TINY = Path(__file__).parent.parent / "publications/tiny"
FILE = "data/frameworks/schule/framework.toml"
CHECKSUM = "0" * 64
TABLE = f"""
[imported]
file = "schule.ttl"
sha256 = "{CHECKSUM}"
format = "skos"
date = "2026-11-30"
version = "4.1"
software = "crosswalk-rdf 1.0.0"
"""
SOURCE = ImportSource(
    file="schule.ttl",
    checksum=CHECKSUM,
    format="skos",
    date="2026-11-30",
    version="4.1",
    software="crosswalk-rdf 1.0.0",
)


def publication_with(table: str, folder: Path) -> Path:
    copy = Path(shutil.copytree(TINY, folder / "tiny"))
    path = copy / FILE
    path.write_text(path.read_text() + table)
    return copy


def test_it_is_read_and_written(tmp_path: Path) -> None:
    publication = load_publication(publication_with(TABLE, tmp_path))
    framework = next(f for f in publication.frameworks if f.id == "schule")
    assert framework.imported == SOURCE
    files = framework_files(framework, publication.written_base)
    assert TABLE.strip() in files[FILE].decode()
    assert publication.import_sources == {"schule": SOURCE, "beruf": None, "schule-beruf": None}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (CHECKSUM, "12ab", "'sha256' is no SHA-256 checksum"),
        ("2026-11-30", "yesterday", "'date' is no date"),
        ('format = "skos"\n', "", "has no 'format'"),
        ("version =", "versions =", "unknown key 'versions'"),
    ],
)
def test_faults_have_their_line(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(InputFaults) as caught:
        load_publication(publication_with(TABLE.replace(old, new), tmp_path))
    (fault,) = caught.value.faults
    assert (fault.file, message in fault.message) == (FILE, True)
    assert fault.line > len((TINY / FILE).read_text().splitlines())


def test_the_graph_says_where_it_came_from(tmp_path: Path) -> None:
    publication = load_publication(publication_with(TABLE, tmp_path))
    triples = set(provenance_triples(publication, ["schule", "beruf"], "rules"))
    activity = URIRef(f"{publication.base}activity/import/schule")
    file = URIRef(f"{activity}/file")
    assert {
        (graph_iri(publication.base, "schule"), PROV.wasDerivedFrom, file),
        (activity, PROV.used, file),
        (file, DCTERMS.title, Literal("schule.ttl")),
        (file, OWL.versionInfo, Literal("4.1")),
    } <= triples
    assert not any("import/beruf" in subject for subject, _, _ in triples)
