"""``--metadata``, and the file of metadata that stands beside a table of SSSOM."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from crosswalk_rdf.cli.main import main
from crosswalk_rdf.formats.sssom import tsv
from crosswalk_rdf.formats.sssom.read import metadata_names
from tests.formats.sssom.files import GOOD
from tests.formats.sssom.test_repairs import METADATA, TABLE

EXPECTED = tsv.read(GOOD.encode(), "x").records


def converted(source: Path, *options: str) -> tsv.Document:
    target = source.with_name("converted.sssom.tsv")
    result = CliRunner().invoke(main, ["convert", str(source), str(target), *options])
    assert result.exit_code == 0, result.output
    return tsv.read(target.read_bytes(), target.name)


@pytest.mark.parametrize("name", metadata_names("part.sssom.tsv"))
def test_a_file_beside_the_table_is_found(name: str, tmp_path: Path) -> None:
    (tmp_path / "part.sssom.tsv").write_bytes(TABLE)
    (tmp_path / name).write_text(METADATA, encoding="utf-8")
    assert converted(tmp_path / "part.sssom.tsv").value("license") == "https://example.org/license"


def test_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "part.tsv").write_bytes(TABLE)
    (tmp_path / "other.yaml").write_text(METADATA, encoding="utf-8")
    document = converted(tmp_path / "part.tsv", "--metadata", str(tmp_path / "other.yaml"))
    assert len(document.records) == len(EXPECTED)


def test_metadata_in_the_file_need_no_other(tmp_path: Path) -> None:
    (tmp_path / "part.sssom.tsv").write_text(GOOD, encoding="utf-8")
    (tmp_path / "part.yml").write_text("license: https://other.org/\n", encoding="utf-8")
    assert converted(tmp_path / "part.sssom.tsv").value("license") == "https://example.org/license"


def test_other_formats_have_no_file_of_metadata(tmp_path: Path) -> None:
    source = tmp_path / "s.ttl"
    source.write_text("<urn:x:a> a <http://www.w3.org/2004/02/skos/core#ConceptScheme> .")
    options = ["--to", "jskos", "--from", "skos", "--metadata", str(source)]
    result = CliRunner().invoke(main, ["convert", str(source), str(tmp_path / "o"), *options])
    assert result.exit_code != 0
    assert "sssom" in str(result.exception or result.output) + result.output
