"""Spreadsheets into a publication: looked at, imported, imported again under another name."""

import csv
import json
import shutil
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crosswalk_rdf.cli import main
from tests.formats.generic_table.sheets import CASES

REFUSED = {"s1-merged.xlsx"}  # an X in a column of codes


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def rows(folder: Path, id: str) -> list[dict[str, str]]:
    with (folder / f"data/frameworks/{id}/statements.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A publication with a framework that has the codes of PSEL."""
    folder = tmp_path_factory.mktemp("publication") / "p"
    assert run("init", folder).exit_code == 0
    codes = [f"{n}{letter}" for n in range(1, 11) for letter in ("", *"abcdefghijkl")]
    psel = folder / "psel.csv"
    psel.write_text("Code,Text\n" + "".join(f"{code},Text of {code}\n" for code in codes))
    result = run("import", psel, "--as", "psel-2015", "--language", "en", "--project", folder)
    assert result.exit_code == 0, result.output
    return folder


@pytest.fixture
def folder(base: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(base, tmp_path / "p"))


@pytest.mark.slow
def test_what_is_imported_is_valid_and_builds(folder: Path, tmp_path: Path) -> None:
    for number, case in enumerate(sorted(CASES.iterdir())):
        arguments = ("--as", f"case-{number}", "--project", folder, "--language", "en")
        result = run("import", case, *arguments, "--report", tmp_path / "report.json")
        assert result.exit_code == (case.name in REFUSED), f"{case}: {result.output}"
        if case.name not in REFUSED:
            counts = json.loads((tmp_path / "report.json").read_text())["read"]["counts"]
            assert all(count["found"] == count["carried"] for count in counts.values())
            if "statements" in counts:  # else a crosswalk of a framework that is there
                assert len(rows(folder, f"case-{number}")) == counts["statements"]["carried"]
    result = run("build", "--quiet", "--project", folder, "--out", tmp_path / "dist")
    assert result.exit_code == 0, result.output


def test_own_statements_have_iris_of_the_publication(folder: Path) -> None:
    result = run("import", CASES / "state.csv", "--as", "state", "--project", folder)
    assert result.exit_code == 0
    assert [row["notation"] for row in rows(folder, "state")] == ["1", "1.a", "2", "2.a"]
    assert all(not row.get("iri") for row in rows(folder, "state"))
    assert "iri" not in tomllib.loads((folder / "data/frameworks/state/framework.toml").read_text())


def test_looking_writes_nothing(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    good = run("import", CASES / "s3c-list.csv", "--look", "--project", folder)
    assert good.exit_code == 0
    assert "codes of psel-2015" in good.stdout and "1.a  Writes the vision down" in good.stdout
    bad = run("import", CASES / "s1-merged.xlsx", "--look", "--project", folder)
    assert bad.exit_code == 1
    assert "cell F9: psel-2015 has no statement 'X'" in bad.stdout
    assert before == {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_looking_is_for_spreadsheets(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<a:b> a <http://www.w3.org/2004/02/skos/core#ConceptScheme> .")
    result = run("import", tmp_path / "a.ttl", "--look", "--project", folder)
    assert (result.exit_code, "SOURCE has another format" in result.output) == (2, True)


def test_again_under_another_name(folder: Path, tmp_path: Path) -> None:
    arguments = ("--as", "mine", "--project", folder)
    first = run("import", CASES / "s4-pairs.csv", *arguments, "--language", "en")
    assert first.exit_code == 0
    framework = folder / "data/frameworks/mine/framework.toml"
    crosswalk = folder / "data/crosswalks/mine-associations/crosswalk.toml"
    for path in (framework, crosswalk):
        text = path.read_text().replace('language = "en"', 'language = "en" # for now')
        path.write_text(f"# Ours.\n{text}")
    before = rows(folder, "mine"), framework.read_text(), crosswalk.read_text()
    assert run("import", CASES / "s4-pairs.csv", *arguments, "--replace").exit_code == 0
    assert (rows(folder, "mine"), framework.read_text(), crosswalk.read_text()) == before
    renamed = tmp_path / "pairs-2027.csv"
    text = (CASES / "s4-pairs.csv").read_text().replace("Writes the vision", "Wrote the vision")
    renamed.write_text(text + "2.b,Is fair,2b,y,Partial\n")
    assert run("import", renamed, *arguments, "--replace").exit_code == 0
    uuids = {row["notation"]: row["uuid"] for row in rows(folder, "mine")}
    assert {row["notation"]: row["uuid"] for row in before[0]}.items() <= uuids.items()
    assert rows(folder, "mine")[0]["text"] == "Wrote the vision down"
    assert len(uuids) == 3
    assert framework.read_text().startswith("# Ours.\n")
    assert 'language = "en" # for now' in framework.read_text()
    assert 'file = "pairs-2027.csv"' in framework.read_text()
    assert tomllib.loads(framework.read_text())["title"] == "s4-pairs"


def test_statements_without_codes_are_found_by_their_texts(folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "skills.csv"
    arguments = ("--as", "skills", "--project", folder)
    source.write_text("Skill,Notes\nPlans lessons,x\nLeads meetings,y\n")
    assert run("import", source, *arguments).exit_code == 0
    before = {row["text"]: (row["notation"], row["uuid"]) for row in rows(folder, "skills")}
    source.write_text("Skill,Notes\nListens,z\nLeads meetings,y\nPlans lessons,x\n")
    assert run("import", source, *arguments, "--replace").exit_code == 0
    after = {row["text"]: (row["notation"], row["uuid"]) for row in rows(folder, "skills")}
    assert before.items() <= after.items() and len(after) == 3


def test_what_was_decided_is_kept(folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "s.csv"
    source.write_text("Nr,Was,Wozu\n1,Lesen,x\n1.1,Verstehen,y\n")
    arguments = ("--as", "german", "--project", folder)
    columns = ("--column", "code=Nr", "--column", "text=Was", "--column", "notes=Wozu")
    assert run("import", source, *arguments, *columns, "--header-row", "1").exit_code == 0
    source.write_text("Kompetenzen,,\nNr,Was,Wozu\n1,Lesen,x\n1.1,Verstehen,y\n1.2,Deuten,z\n")
    result = run("import", source, *arguments, "--replace", "--header-row", "2")
    assert result.exit_code == 0, result.output
    assert [row["broader"] for row in rows(folder, "german")] == ["", "1", "1"]
    source.write_text("Nr,Wozu\n1,x\n")
    result = run("import", source, *arguments, "--replace", "--header-row", "1")
    assert result.exit_code == 1 and "no column is called 'Was'" in result.output


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--column", "text"),
        ("--column", "wording=A"),
        ("--degree", "Full"),
        ("--degree", "Full=skos:nearMatch"),
        ("--header-row", "-1"),
    ],
)
def test_options_that_make_no_sense(folder: Path, option: str, value: str) -> None:
    result = run("import", CASES / "state.csv", "--as", "x", "--project", folder, option, value)
    assert result.exit_code == 2
