"""What is said of an RDF document names the line on which it describes the subject."""

from pathlib import Path

from crosswalk_rdf.formats.skos.read import read
from tests.import_cases.cases import CASES, new_project


def test_a_fault_names_the_line_of_its_subject(tmp_path: Path) -> None:
    project = new_project(tmp_path / "project")
    file = CASES / "skos/xl.ttl"
    assert project.import_(file, "one").exit_code == 0
    result = project.import_(file, "two")
    assert result.exit_code == 1
    assert "xl.ttl:9: https://ex.test/v/s: " in result.stderr
    assert "xl.ttl:10: https://ex.test/v/a: " in result.stderr


def test_a_remark_names_the_line_of_its_subject() -> None:
    file = CASES / "skos-reference/consistent/example-48.ttl"
    remarks = read(file.read_bytes(), file.name).report.remarks
    lines = {str(remark).partition(":")[0] for remark in remarks}
    assert {"line 6, http", "line 8, http"} <= lines
