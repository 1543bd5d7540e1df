"""Files from one format to another, with a report of what did not go over."""

import json
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, SKOS

from tests.cli.conftest import Run

SAMPLES = Path(__file__).parent.parent / "samples"
CASE = SAMPLES / "case/opensalt-what-standards-could-be.cfpackage.json"


def test_a_foreign_file_becomes_skos_in_any_syntax(run: Run, tmp_path: Path) -> None:
    graphs = []
    for suffix, format in ((".ttl", "turtle"), (".jsonld", "json-ld"), (".rdf", "xml")):
        assert run("convert", CASE, tmp_path / f"a{suffix}").exit_code == 0
        graphs.append(set(rdflib.Graph().parse(tmp_path / f"a{suffix}", format=format)))
    assert graphs[0] == graphs[1] == graphs[2]
    items = json.loads(CASE.read_bytes())["CFItems"]
    concepts = {str(s) for s, p, o in graphs[0] if p == RDF.type and o == SKOS.Concept}
    assert concepts == {item["uri"] for item in items}


def test_the_report_counts_and_remarks(run: Run, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    result = run("convert", CASE, tmp_path / "a.skos.ttl", "--report", report)
    assert "read: 16 of 16 CFItems" in result.stderr
    told = json.loads(report.read_bytes())
    assert told["read"]["counts"]["CFAssociations"] == {"found": 39, "carried": 39}
    assert any("educationalLevel" in remark["place"] for remark in told["read"]["remarks"])


def test_strict_ends_with_1_where_something_was_lost(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.ttl"
    source.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://e.org/s> a skos:ConceptScheme ; skos:prefLabel "S"@en .\n'
        "<https://e.org/c> a skos:Concept ; skos:inScheme <https://e.org/s> ;\n"
        '  skos:prefLabel "C"@en .\n'
        '<https://e.org/x> <https://e.org/y> "neither concept nor scheme" .\n'
    )
    arguments = ("convert", source, tmp_path / "b.case.json", "--from", "skos")
    assert run(*arguments).exit_code == 0
    assert run(*arguments, "--strict").exit_code == 1


def test_a_publication_becomes_a_file_for_each_of_its_parts(
    run: Run, tiny: Path, tmp_path: Path
) -> None:
    result = run("convert", tiny, tmp_path / "out", "--to", "case-1.1")
    assert result.exit_code == 0, result.stderr
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["beruf.case.json", "schule-beruf.case.json", "schule.case.json"]


def test_several_documents_do_not_fit_one_file(run: Run, tiny: Path, tmp_path: Path) -> None:
    result = run("convert", tiny, tmp_path / "all.case.json")
    assert result.exit_code == 2
    assert "3 documents to write (" in result.stderr
    assert not (tmp_path / "all.case.json").exists()


@pytest.mark.parametrize(
    ("source", "target", "options", "message"),
    [
        (CASE, "a.unknown", (), "a.unknown: what format it is to have is not clear"),
        (CASE, "a.json", ("--to", "asn"), "asn can only be read"),
        (CASE, "a.json", ("--to", "cake"), "no format is called 'cake'"),
        (CASE, "a.ttl", ("--from", "xapi"), "xapi can only be written"),
        (SAMPLES / "MANIFEST.md", "a.ttl", (), "MANIFEST.md: what format it has is not clear"),
    ],
)
def test_what_cannot_be_told_is_asked_for(
    run: Run, tmp_path: Path, source: Path, target: str, options: tuple[str, ...], message: str
) -> None:
    result = run("convert", source, tmp_path / target, *options)
    assert (result.exit_code, message in result.stderr) == (2, True), result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_broken_file_names_its_place(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "a.case.json"
    source.write_text('{"CFDocument": {\n  "title": }}')
    result = run("convert", source, tmp_path / "b.ttl", "--from", "case-1.1")
    assert (result.exit_code, "a.case.json:2:12: " in result.stderr) == (1, True), result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.case.json"]


def test_formats_are_listed(run: Run) -> None:
    lines = run("convert", "--formats").stdout.splitlines()
    assert [line.split()[:3] for line in lines if line.startswith("case-1.1")] == [
        ["case-1.1", "read", "write"]
    ]
