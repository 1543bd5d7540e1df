"""``[validation]`` and ``accepted-findings.csv``: read, and their faults with line and column."""

import shutil
from pathlib import Path

import pytest

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.model import RuleSetting, Severity
from crosswalk_rdf.model.metadata import Origin
from crosswalk_rdf.project.publication import load_publication

TINY = Path(__file__).parent.parent / "publications/tiny"
SETTINGS = """
[validation]
imported = "error"

[validation.rules]
S27 = "warning"

[validation.frameworks.schule]
default = "info"
S14 = "ignore"

[validation.crosswalks.schule-beruf]
S46 = "error"
"""
HEADER = "rule,subject,reason,who,when\n"
ROW = "S14,schule/MA,Both are printed,An Editor,2026-11-30\n"


def publication_with(folder: Path, settings: str = "", accepted: str = "") -> Path:
    copy = Path(shutil.copytree(TINY, folder / "tiny"))
    path = copy / "data/publication.toml"
    path.write_text(path.read_text() + settings)
    if accepted:
        (copy / "data/accepted-findings.csv").write_text(accepted)
    return copy


def test_settings_and_accepted_findings_are_read(tmp_path: Path) -> None:
    policy = load_publication(publication_with(tmp_path, SETTINGS, HEADER + ROW)).validation
    assert policy.imported == Severity.ERROR
    assert policy.defaults == {"schule": Severity.INFO}
    nowhere = Origin("", 0)
    assert set(policy.rules) == {
        RuleSetting(rule="S27", severity=Severity.WARNING, origin=nowhere),
        RuleSetting(rule="S14", severity=Severity.IGNORE, scope="schule", origin=nowhere),
        RuleSetting(rule="S46", severity=Severity.ERROR, scope="schule-beruf", origin=nowhere),
    }
    (accepted,) = policy.accepted
    assert accepted.subject == "https://example.org/kompetenzen/schule/MA"
    assert (accepted.reason, accepted.who, accepted.when) == (
        "Both are printed",
        "An Editor",
        "2026-11-30",
    )
    assert (accepted.origin, accepted.column) == (Origin("data/accepted-findings.csv", 2), 1)


def test_without_them_nothing_is_set(tmp_path: Path) -> None:
    policy = load_publication(publication_with(tmp_path)).validation
    assert (policy.imported, policy.rules, policy.accepted) == (Severity.WARNING, (), ())


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ('"warning"', '"warn"', 6, "'S27' is 'warn': write error, warning, info, ignore"),
        ('imported = "error"', 'imports = "error"', 3, "unknown key 'imports'"),
        ("frameworks.schule", "frameworks.schul", 0, "'frameworks.schul': the publication has no"),
    ],
)
def test_faults_of_settings(tmp_path: Path, old: str, new: str, line: int, message: str) -> None:
    with pytest.raises(InputFaults) as caught:
        load_publication(publication_with(tmp_path, SETTINGS.replace(old, new)))
    (fault,) = caught.value.faults
    offset = len((TINY / "data/publication.toml").read_text().splitlines())
    assert message in fault.message
    assert not line or fault.line == offset + line


@pytest.mark.parametrize(
    ("rows", "line", "column", "message"),
    [
        (ROW.replace("Both are printed", ""), 2, 15, "'reason' is empty: say why"),
        (ROW.replace("An Editor", ""), 2, 32, "'who' is empty"),
        (ROW.replace("2026-11-30", "30 November"), 2, 42, "'when' is no day"),
        (ROW.replace("2026-11-30", "2026-11"), 2, 42, "'when' is no day"),
        (ROW + ROW, 3, 1, "accepted twice: line 2 has it first"),
    ],
)
def test_faults_of_accepted_findings(
    tmp_path: Path, rows: str, line: int, column: int, message: str
) -> None:
    with pytest.raises(InputFaults) as caught:
        load_publication(publication_with(tmp_path, accepted=HEADER + rows))
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.column) == ("data/accepted-findings.csv", line, column)
    assert message in fault.message
