"""``suggest`` and ``evaluate``: from two frameworks to a file for reviewers, and its figures."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import crosswalk_rdf as xw
from crosswalk_rdf.cli import main
from tests.conftest import REPOSITORY

GOLD = REPOSITORY / "data/crosswalks/crosswalk-2017/part-2.sssom.tsv"
Run = Callable[..., Result]


@pytest.fixture(scope="module")
def suggested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Candidates for the competencies of the flagship among the elements of the standards."""
    target = tmp_path_factory.mktemp("suggest") / "candidates.sssom.tsv"
    result = run("suggest", "lcpe-2017", "psel-2015", "--levels", "Element", "-o", target)
    assert result.exit_code == 0, result.output
    assert "1,690 candidates for 169 of 169 statements of lcpe-2017" in result.stderr
    assert result.stdout == ""
    return target


def run(*arguments: object) -> Result:
    words = [*map(str, arguments)]
    return CliRunner().invoke(main, [*words, "--project", str(REPOSITORY)])


def test_the_file_is_sssom_of_its_own(suggested: Path) -> None:
    report = xw.Report()
    (crosswalk,) = xw.read(suggested, report=report).crosswalks
    assert not report.remarks
    (part,) = crosswalk.parts
    assert len(part.alignments) == 1690
    assert part.iri not in {p.iri for c in xw.open(REPOSITORY).crosswalks for p in c.parts}


def test_the_same_input_gives_the_same_bytes(suggested: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.sssom.tsv"
    run("suggest", "lcpe-2017", "psel-2015", "--levels", "Element", "-o", again)
    assert again.read_bytes() == suggested.read_bytes()


def test_evaluation_shows_figures_with_intervals(suggested: Path) -> None:
    result = run("evaluate", suggested, GOLD, "--levels", "Element", "--strata")
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == suggested.name
    assert lines[1].split()[:3] == ["all", "73", "queries"]
    strata = [line.strip().rpartition(" queries")[0].rsplit(None, 1) for line in lines[1:]]
    names = [line[:26].strip() for line in lines[1:]]
    assert names[1:4] == ["near-verbatim", "reworded", "hard"]
    assert {"level Indicator", "branch VVC"} <= set(names)
    assert len(strata) == len(names)


def test_several_files_are_compared(suggested: Path, tmp_path: Path) -> None:
    fewer = tmp_path / "top-1.sssom.tsv"
    run("suggest", "lcpe-2017", "psel-2015", "--levels", "Element", "--top", 1, "-o", fewer)
    result = run("evaluate", suggested, fewer, GOLD, "--levels", "Element")
    assert result.stdout.splitlines()[-1].startswith("top-1.sssom.tsv: MRR -0.")


def test_frameworks_may_be_files(tmp_path: Path) -> None:
    file = REPOSITORY / "tests/samples/case/opensalt-what-standards-could-be.cfpackage.json"
    target = tmp_path / "candidates.sssom.tsv"
    result = run("suggest", file, "psel-2015", "--top", 1, "-o", target)
    assert result.exit_code == 0, result.output
    assert len(xw.read(target, report=xw.Report()).crosswalks[0].parts[0].alignments) > 10


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    result = run("suggest", "lcpe-2017", "psel-2016")
    assert result.exit_code == 2
    assert "no framework is called 'psel-2016': there are lcpe-2017, psel-2015" in result.stderr
    result = run("suggest", f"{REPOSITORY}#nothing", "psel-2015")
    assert "holds the frameworks lcpe-2017, psel-2015; name one" in result.stderr
    result = run("suggest", "lcpe-2017", "psel-2015", "--grades", "fifth", "-o", tmp_path / "x.tsv")
    assert "--grades: 'fifth' is no grade" in result.stderr
    assert not list(tmp_path.iterdir())


def test_files_with_the_same_name_are_told_apart(suggested: Path, tmp_path: Path) -> None:
    other = tmp_path / suggested.name
    run("suggest", "lcpe-2017", "psel-2015", "--levels", "Element", "--top", 1, "-o", other)
    result = run("evaluate", suggested, other, GOLD, "--levels", "Element")
    lines = result.stdout.splitlines()
    assert [lines[0], lines[2]] == [str(suggested), str(other)]
    assert lines[4].startswith(f"{other}: MRR -0.")


def test_what_a_file_loses_is_told(tmp_path: Path) -> None:
    file = REPOSITORY / "tests/samples/case/opensalt-what-standards-could-be.cfpackage.json"
    target = tmp_path / "candidates.sssom.tsv"
    result = run("suggest", file, "psel-2015", "--top", 1, "-o", target)
    assert "CFPackageURI" in result.stderr


def test_no_suffix_makes_a_claim_of_a_suggestion(tmp_path: Path) -> None:
    target = tmp_path / "candidates.ttl"
    run("suggest", "lcpe-2017", "psel-2015", "--levels", "Element", "--top", 1, "-o", target)
    assert target.read_text(encoding="utf-8").startswith("#curie_map:")
