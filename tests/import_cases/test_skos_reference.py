"""The examples of the SKOS Reference: consistent ones are imported, the others reported for why.

``example-NN`` is its example of that number; the others are made from a clause, or from a
condition that it has no example for. All are put into one publication, which is validated once;
the base IRI of each file ends in its number or name, by which its findings are told apart.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from crosswalk_rdf.api.open_publication import open as open_publication
from crosswalk_rdf.formats.format import Action, Report
from crosswalk_rdf.formats.registry import recognized
from crosswalk_rdf.formats.skos.read import read
from crosswalk_rdf.model import ImportSource
from crosswalk_rdf.project.importing.import_context import ImportContext
from crosswalk_rdf.project.importing.package_import import import_package
from tests.import_cases.cases import CASES, files, new_project

CONDITIONS = {"S9", "S13", "S14", "S27", "S35", "S37", "S46", "S48", "S52", "S58"}
FOLDER = CASES / "skos-reference"
CONSISTENT = files("skos-reference/consistent")
INCONSISTENT = files("skos-reference/inconsistent")


def _base(file: Path) -> str:
    """Return the base IRI that ``file`` names."""
    match = re.search(r"^@base <(.*)>", file.read_text(encoding="utf-8"), re.MULTILINE)
    assert match
    return match[1]


@pytest.fixture(scope="module")
def conditions(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, set[str]]:
    """The rules that each file violates, by its base IRI; nothing of them is an error."""
    project = new_project(tmp_path_factory.mktemp("skos-reference") / "project")
    base = open_publication(project.folder).base
    for number, file in enumerate((*CONSISTENT, *INCONSISTENT)):
        source = ImportSource(file=file.name, format="skos", date="2026-01-01")
        context = ImportContext(base=base, source=source, mint=lambda: "", report=Report())
        package = read(file.read_bytes(), file.name).package
        imported = import_package(package, f"e{number}", (), context)
        for name, data in imported.files(base, (), {}).items():
            path = project.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    report = open_publication(project.folder).validate()
    assert report.conforms, report.text
    rules: defaultdict[str, set[str]] = defaultdict(set)
    for result in report.results:
        rules[re.sub(r"(http://example.com/ns/[^/]*/).*", r"\1", str(result.subject))].add(
            result.rule
        )
    return rules


@pytest.mark.parametrize("file", (*CONSISTENT, *INCONSISTENT), ids=lambda file: file.stem)
def test_all_of_an_example_is_read(file: Path) -> None:
    data = file.read_bytes()
    assert recognized(data, file.name).name == "skos"
    report = read(data, file.name).report
    assert Action.NOT_CARRIED not in {remark.action for remark in report.remarks}


@pytest.mark.parametrize("file", CONSISTENT, ids=lambda file: file.stem)
def test_what_is_consistent_violates_no_condition(
    file: Path, conditions: Mapping[str, set[str]]
) -> None:
    assert not conditions.get(_base(file), set()) & CONDITIONS


@pytest.mark.parametrize("file", INCONSISTENT, ids=lambda file: file.stem)
def test_what_is_inconsistent_is_reported_for_its_condition(
    file: Path, conditions: Mapping[str, set[str]]
) -> None:
    (condition,) = re.findall(r"S[0-9]+", file.stem)
    assert condition in conditions.get(_base(file), set())
