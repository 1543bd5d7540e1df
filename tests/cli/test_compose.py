"""``compose``: from crosswalks along a chain to a mapping set that names its chains."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import crosswalk_rdf as xw
from crosswalk_rdf.cli import main
from crosswalk_rdf.namespaces import SEMAPV


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new publication: two frameworks, whose alignments are exact."""
    folder = tmp_path_factory.mktemp("compose") / "starter"
    xw.init(folder)
    (part,) = folder.glob("data/crosswalks/*/*.sssom.tsv")
    text = part.read_text(encoding="utf-8")
    part.write_text(re.sub(r"skos:\w+Match", "skos:exactMatch", text), encoding="utf-8")
    return folder


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["compose", *arguments, "--project", str(project)])


def test_there_and_back(project: Path, tmp_path: Path) -> None:
    """What goes from A to B and back to A: a way to see what is lost."""
    target = tmp_path / "composed.sssom.tsv"
    names = [framework.id for framework in xw.open(project).frameworks]
    result = run(project, names[0], names[1], names[0], "-o", str(target))
    assert result.exit_code == 0, result.output
    (part,) = xw.read(target, report=xw.Report()).crosswalks[0].parts
    assert {a.justification for a in part.alignments} == {SEMAPV.MappingChaining}
    assert f"{len(part.alignments)} mapping" in result.stderr
    records = {str(a.iri) for a in xw.open(project).alignments}
    for alignment in part.alignments:
        chains = next(str(s.values[0]) for s in alignment.slots if s.name == "ext_chains")
        named = chains.partition(" (")[0].split("; ")[0].split(" > ")
        assert len(named) == 2
        assert set(named) <= records


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("teacher-standards",), "name three frameworks or more"),
        (("teacher-standards", "teacher-standards", "teacher-standards"), "nothing follows along"),
        (("a", "b", "c"), "no framework is called 'a'"),
    ],
)
def test_what_is_no_chain(
    project: Path, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    target = tmp_path / "composed.sssom.tsv"
    result = run(project, *arguments, "-o", str(target))
    assert result.exit_code == 2
    assert message in result.stderr
    assert not target.exists()
