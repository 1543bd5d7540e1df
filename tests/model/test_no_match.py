"""``sssom:NoTermFound``: a review that found no match, in the data, the graph and the formats."""

import shutil
from pathlib import Path

import pytest
from rdflib import SKOS

from crosswalk_rdf.formats.jskos.read import read as read_jskos
from crosswalk_rdf.formats.jskos.write import write as write_jskos
from crosswalk_rdf.formats.registry import format_by_name
from crosswalk_rdf.formats.sssom.read import read as read_sssom
from crosswalk_rdf.formats.sssom.write import write as write_sssom
from crosswalk_rdf.graph.crosswalks import part_triples
from crosswalk_rdf.model import (
    NO_TERM_FOUND,
    Alignment,
    MappingSet,
    Package,
    Publication,
    package_of,
)
from crosswalk_rdf.project.publication import load_publication

TINY = Path("tests/publications/tiny")


@pytest.fixture(scope="module")
def publication(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """The second publication with two records of no match, one for each side."""
    folder = tmp_path_factory.mktemp("publication")
    shutil.copytree(TINY / "data", folder / "data")
    (file,) = sorted(folder.glob("data/crosswalks/*/*.sssom.tsv"))[:1]
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    header = next(number for number, line in enumerate(lines) if not line.startswith("#"))
    columns = lines[header].rstrip("\n").split("\t")
    first = dict(zip(columns, lines[header + 1].rstrip("\n").split("\t"), strict=True))
    for end in ("subject", "object"):
        row = dict.fromkeys(columns, "") | {
            "subject_id": first["subject_id"],
            "predicate_id": "skos:exactMatch",
            "object_id": first["object_id"],
            f"{end}_id": "sssom:NoTermFound",
            "mapping_justification": "semapv:MappingReview",
        }
        lines.append("\t".join(row[name] for name in columns) + "\n")
    file.write_text("".join(lines), encoding="utf-8")
    return load_publication(folder)


def of_no_match(package: Package | Publication) -> list[tuple[MappingSet, Alignment]]:
    return [
        (part, alignment)
        for crosswalk in package.crosswalks
        for part in crosswalk.parts
        for alignment in part.unmapped
    ]


def test_own_data_may_say_that_nothing_matches(publication: Publication) -> None:
    records = of_no_match(publication)
    assert len(records) == 2
    for part, alignment in records:
        assert alignment not in part.claims
        assert alignment not in part.denials


def test_the_graph_has_the_record_and_no_direct_triple(publication: Publication) -> None:
    crosswalk = publication.crosswalks[0]
    triples = [
        t for part in crosswalk.parts for t in part_triples(part, crosswalk, publication.base)
    ]
    assert [t for t in triples if NO_TERM_FOUND in (t[0], t[2]) and t[1] == SKOS.exactMatch] == []
    assert sum(t[2] == NO_TERM_FOUND for t in triples) == 2


@pytest.mark.parametrize("name", ["sssom", "jskos"])
def test_formats_that_can_say_it(name: str, publication: Publication) -> None:
    package = package_of(publication)
    read, write = {"sssom": (read_sssom, write_sssom), "jskos": (read_jskos, write_jskos)}[name]
    data = b"\n".join(write(package).documents.values())
    if name == "sssom":
        data = next(d for d in write(package).documents.values() if b"NoTermFound" in d)
    ends = {
        (a.subject, a.predicate, a.object) for _, a in of_no_match(read(data, f"x.{name}").package)
    }
    assert ends == {(a.subject, a.predicate, a.object) for _, a in of_no_match(package)}


@pytest.mark.parametrize("name", ["skos", "case-1.1", "schema-org"])
def test_formats_that_cannot_say_it_report_the_loss(name: str, publication: Publication) -> None:
    write = format_by_name(name).write
    assert write is not None
    writing = write(package_of(publication))
    assert any("no match (2)" in remark.what for remark in writing.report.remarks)
    assert not any(b"NoTermFound" in data for data in writing.documents.values())
