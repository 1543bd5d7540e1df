import warnings
from pathlib import Path

import pytest

import crosswalk_rdf as xw
from tests.conftest import SAMPLES, TINY

SAMPLE = SAMPLES / "case/opensalt-what-standards-could-be.cfpackage.json"


@pytest.fixture(scope="module")
def package() -> xw.Package:
    return xw.read(SAMPLE, report=xw.Report())


def test_read_and_parse_give_the_same(package: xw.Package) -> None:
    report = xw.Report()
    assert xw.parse(SAMPLE.read_bytes(), name=SAMPLE.name, report=report) == package
    assert xw.parse(SAMPLE.read_bytes(), "case-1.1", report=xw.Report()) == package
    assert report.counts["CFItems"] == xw.Count(16, 16)
    assert xw.read(str(SAMPLE), "case-1.1", report=report) == package
    assert report.counts["CFItems"] == xw.Count(32, 32)


def test_a_folder_is_a_package() -> None:
    assert xw.read(TINY).frameworks == xw.open(TINY).package().frameworks


@pytest.mark.parametrize("format", [f.name for f in xw.list_formats() if f.write])
def test_every_format_is_written(format: str, tmp_path: Path) -> None:
    package = xw.open(TINY).package()
    try:
        documents = xw.serialize(package, format, report=xw.Report())
    except xw.Unwritable:
        return
    assert all(documents.values())
    files = xw.write(package, tmp_path / "out", format, report=xw.Report())
    assert all(path.is_file() for path in files)
    description = next(f for f in xw.list_formats() if f.name == format)
    if description.read:
        data, name = next(iter(documents.values())), f"document{description.suffixes[0]}"
        assert isinstance(xw.parse(data, format, name=name, report=xw.Report()), xw.Package)


def test_nothing_is_lost_in_silence(package: xw.Package, tmp_path: Path) -> None:
    with pytest.warns(xw.LossWarning, match="left out; pass report") as caught:
        xw.write(package, tmp_path / "out.ttl")
    assert caught[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        report = xw.Report()
        xw.write(package, tmp_path / "out.ttl", report=report)
    assert report.remarks
    assert repr(report) == f"<Report: {len(report.remarks)} remarks>"
    assert "<table>" in report._repr_html_()


def test_convert(tmp_path: Path) -> None:
    result = xw.convert(SAMPLE, tmp_path / "out.xlsx")
    assert result.files == (tmp_path / "out.xlsx",)
    assert result.read.counts["CFItems"] == xw.Count(16, 16)
    assert result.lossless is False
    (tmp_path / "packages").mkdir()
    again = xw.convert(tmp_path / "out.xlsx", tmp_path / "packages", target_format="case-1.1")
    assert {path.suffix for path in again.files} == {".json"}


def test_rdf_to_rdf_carries_every_triple(tmp_path: Path) -> None:
    (tmp_path / "in.ttl").write_text("<a> <https://example.org/p> 'x' .\n")
    base = "https://example.org/"
    result = xw.convert(tmp_path / "in.ttl", tmp_path / "out.nt", base=base)
    assert result.lossless
    line = '<https://example.org/a> <https://example.org/p> "x" .\n'
    assert (tmp_path / "out.nt").read_text() == line


def test_what_cannot_be_done(package: xw.Package, tmp_path: Path) -> None:
    with pytest.raises(xw.UnknownFormat):
        xw.parse(b"nothing")
    with pytest.raises(xw.UnknownFormat):
        xw.write(package, tmp_path / "out.odt")
    with pytest.raises(xw.UnknownFormat, match="only be written"):
        xw.parse(b"", "clr")
    with pytest.raises(xw.InputFaults):
        xw.parse(b"[", "case-1.1")
    with pytest.raises(xw.SeveralDocuments):
        xw.write(package, tmp_path / "out.jskos.json", report=xw.Report())
    with pytest.raises(xw.NoPublication):
        xw.read(tmp_path)


def test_characters_that_xml_lacks_are_replaced_beside_external_metadata(tmp_path: Path) -> None:
    (tmp_path / "x.sssom.yml").write_text(
        "curie_map: {a: 'https://example.org/'}\nmapping_set_id: https://example.org/set\n"
        "license: https://example.org/license\n"
    )
    table = tmp_path / "x.sssom.tsv"
    table.write_text(
        "subject_id\tpredicate_id\tobject_id\tmapping_justification\tcomment\n"
        "a:1\tskos:exactMatch\ta:2\tsemapv:ManualMappingCuration\tone\x0ctwo\n"
    )
    (crosswalk,) = xw.read(table, report=xw.Report()).crosswalks
    assert crosswalk.parts[0].alignments[0].comment == "one two"
