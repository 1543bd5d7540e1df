import shutil
from pathlib import Path

import pytest
from rdflib import RDF, SKOS, Literal

import crosswalk_rdf as xw
from tests.conftest import TINY

INFERRED = "https://w3id.org/leadership-crosswalk/graph/inferred"


def test_frameworks_and_statements(publication: xw.Publication) -> None:
    framework = publication["psel-2015"]
    assert framework is publication[str(framework.iri)]
    assert framework["1a"] is framework[str(framework["1a"].iri)]
    assert len(publication.statements) == sum(len(f.statements) for f in publication.frameworks)


def test_crosswalks_and_parts(publication: xw.Publication) -> None:
    crosswalk = publication.crosswalk("crosswalk-2017")
    assert crosswalk is publication.crosswalk(str(crosswalk.iri))
    assert crosswalk["part-1"] is crosswalk[str(crosswalk["part-1"].iri)]
    assert len(publication.alignments) == sum(len(part.alignments) for part in crosswalk.parts)


@pytest.mark.parametrize("key", ["", "nothing", "https://example.org/"])
def test_what_is_not_there(publication: xw.Publication, key: str) -> None:
    for place in (publication, publication["psel-2015"], publication.crosswalk("crosswalk-2017")):
        with pytest.raises(xw.NotFound, match=r"has no|is called"):
            place[key]
        with pytest.raises(KeyError):
            place[key]
    with pytest.raises(xw.NotFound, match="there are crosswalk-2017"):
        publication.crosswalk(key)


def test_no_value_is_iterated_by_number(publication: xw.Publication) -> None:
    for place in (publication, publication["psel-2015"], publication.crosswalk("crosswalk-2017")):
        with pytest.raises(TypeError, match="not iterable"):
            iter(place)  # type: ignore[call-overload]


def test_find(publication: xw.Publication) -> None:
    statement = publication["psel-2015"]["1a"]
    assert publication.find(" 1A ") == (statement,)
    assert publication.find(str(statement.iri)) == (statement,)
    by_text = publication.find("ASSESS")
    assert by_text == publication.find("assess")
    assert all("assess" in f"{s.text} {s.label or ''}".lower() for s in by_text)
    assert publication.find("") == publication.find("no such words") == ()


def test_alignments_of(publication: xw.Publication) -> None:
    statement = publication["psel-2015"]["4d"]
    alignments = publication.alignments_of(statement)
    assert {a.object for a in alignments} == {statement.iri}
    assert publication.alignments_of(str(statement.iri)) == alignments
    assert publication.alignments_of("https://example.org/") == ()


@pytest.mark.slow
def test_graph(publication: xw.Publication) -> None:
    whole, stated = publication.graph(), publication.graph(inferred=False)
    assert len(stated) < len(whole)
    names = {str(graph.identifier) for graph in whole.graphs()}
    assert names - {str(graph.identifier) for graph in stated.graphs()} == {INFERRED}
    iri = publication["psel-2015"]["1a"].iri
    assert (iri, SKOS.notation, Literal("1a")) in whole
    assert whole.qname(str(iri)) == "psel-2015:1a"
    whole.remove((None, None, None, None))
    assert len(publication.graph()) > 0


@pytest.mark.slow
def test_serialize(publication: xw.Publication) -> None:
    turtle = publication.serialize("turtle", graph="psel-2015").decode()
    assert "psel-2015:1a" in turtle
    assert "lcpe-2017:VVC" not in turtle
    assert len(publication.serialize("n-quads").splitlines()) == len(
        list(publication.graph().quads())
    )
    with pytest.raises(xw.UnknownSyntax):
        publication.serialize("n3")


def test_validate(publication: xw.Publication) -> None:
    report = publication.validate()
    assert report
    assert report.conforms
    assert report.results == ()
    assert str(report).endswith("0 violations\n")
    assert report.turtle.startswith(b"@prefix")


def test_a_report_of_violations(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    shapes = folder / "shapes" / "own.ttl"
    shapes.parent.mkdir(exist_ok=True)
    shapes.write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        "<https://example.org/own#HasEditorialNote> a sh:NodeShape ;\n"
        "  sh:targetClass skos:ConceptScheme ;\n"
        "  sh:property [ sh:path skos:editorialNote ; sh:minCount 1 ;\n"
        "    sh:message 'add a <note>' ] .\n"
    )
    publication = xw.open(folder)
    report = publication.validate()
    assert not report
    assert {result.message for result in report.results} == {"add a <note>"}
    assert "add a &lt;note&gt;" in report._repr_html_()
    with pytest.raises(xw.NotConforming):
        publication.build(tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
def test_build(tmp_path: Path) -> None:
    stages: list[str] = []
    result = xw.open(TINY, progress=stages.append).build(tmp_path / "out")
    written = [path for path in result.folder.rglob("*") if path.is_file()]
    assert (len(written), sum(path.stat().st_size for path in written)) == (
        result.files,
        result.bytes,
    )
    assert stages[0] == "data"
    assert result.remarks == ()
    again = xw.open(TINY).build(tmp_path / "again", previous=tmp_path / "out")
    assert "both are version" not in "".join(again.remarks)
    (tmp_path / "other").mkdir()
    (tmp_path / "other/mine.txt").write_text("mine")
    with pytest.raises(xw.NotABuild):
        xw.open(TINY).build(tmp_path / "other")


def test_open(tmp_path: Path) -> None:
    with pytest.raises(xw.NoPublication):
        xw.open(tmp_path)
    with pytest.raises(xw.UnknownReasoner):
        xw.open(TINY, reasoner="none")
    publication = xw.open(TINY, base="https://example.org/elsewhere/")
    assert all(str(s.iri).startswith(publication.base) for s in publication.statements)
    assert publication.graph().value(publication.frameworks[0].iri, RDF.type)


def test_init_and_import(repository: Path, tmp_path: Path) -> None:
    files = xw.init(tmp_path / "mine")
    assert all(path.is_file() for path in files)
    with pytest.raises(xw.FolderInUse):
        xw.init(tmp_path / "mine")
    publication = xw.open(tmp_path / "mine")
    sample = repository / "tests/samples/case/opensalt-what-standards-could-be.cfpackage.json"
    with pytest.raises(xw.IdNeeded):
        publication.import_file(sample)
    with pytest.raises(xw.BadId):
        publication.import_file(sample, "No Id")
    result = publication.import_file(sample, "standards")
    assert result.written[0].startswith("data/crosswalks/standards-associations/")
    assert result.read.counts["CFItems"].carried == 16
    after = xw.open(tmp_path / "mine")
    assert after["standards"].iri == result.frameworks[0].iri
    with pytest.raises(xw.AlreadyThere):
        after.import_file(sample, "standards")
    again = after.import_file(sample, replace=True)
    assert [framework.id for framework in again.frameworks] == ["standards"]


def test_what_a_notebook_shows(publication: xw.Publication) -> None:
    shown = publication._repr_html_()
    assert "psel-2015" in shown
    assert "part-3" in shown
    assert "1a" in publication["psel-2015"]._repr_html_()
    assert "20 of 93 rows" in publication["psel-2015"]._repr_html_()
    assert "93 statements" in publication.package()._repr_html_()
    assert "0 violations" in publication.validate()._repr_html_()
