import json
from pathlib import Path

import pytest
import rdflib

from tests.cli.conftest import Run


def test_init_writes_a_publication_that_builds_at_once(run: Run, tmp_path: Path) -> None:
    assert run("init", tmp_path / "mine").exit_code == 0
    result = run("build", "--project", tmp_path / "mine")
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "mine/dist/teacher-standards/1a.ttl").is_file()


def test_init_mints_new_uuids_each_time(run: Run, tmp_path: Path) -> None:
    file = "data/frameworks/teacher-standards/statements.csv"
    for name in ("a", "b"):
        run("init", tmp_path / name)
    assert (tmp_path / "a" / file).read_text() != (tmp_path / "b" / file).read_text()
    assert "@uuid@" not in (tmp_path / "a" / file).read_text()


def test_init_leaves_a_folder_in_use_alone(run: Run, tiny: Path) -> None:
    result = run("init", tiny)
    assert result.exit_code == 2
    assert "not empty" in result.stderr


def test_validate_reports_a_violation_with_its_row(run: Run, tiny: Path) -> None:
    assert run("validate", "--project", tiny).exit_code == 0
    csv = tiny / "data/frameworks/beruf/statements.csv"
    csv.write_text(csv.read_text().replace("01,", "1,", 1))
    tsv = tiny / "data/crosswalks/schule-beruf/alle.sssom.tsv"
    tsv.write_text(tsv.read_text().replace("beruf:01", "beruf:1"))
    result = run("validate", "--project", tiny)
    assert result.exit_code == 1
    assert "data/frameworks/beruf/statements.csv:2: " in result.stdout


def test_a_label_of_another_statement_is_reported_with_its_row(run: Run, tiny: Path) -> None:
    tsv = tiny / "data/crosswalks/schule-beruf/alle.sssom.tsv"
    tsv.write_text(tsv.read_text().replace("\tBriefe schreiben", "\tMit Brüchen rechnen"))
    result = run("validate", "--project", tiny)
    assert result.exit_code == 1
    assert "data/crosswalks/schule-beruf/alle.sssom.tsv:15: " in result.stdout


def test_an_exact_match_to_two_clashes_is_found_on_the_closure(run: Run, tiny: Path) -> None:
    tsv = tiny / "data/crosswalks/schule-beruf/alle.sssom.tsv"
    text = tsv.read_text()
    row = text.splitlines(keepends=True)[-1].replace("relatedMatch", "exactMatch")
    tsv.write_text(text.rpartition("schule:MA%201%2Fa")[0] + row + text.splitlines(True)[-1])
    result = run("validate", "--project", tiny)
    assert result.exit_code == 1
    assert "#S46" in result.stdout


def test_validate_prints_a_shacl_report(run: Run, tiny: Path) -> None:
    report = rdflib.Graph().parse(data=run("validate", "--project", tiny, "--turtle").stdout)
    conforms = rdflib.URIRef("http://www.w3.org/ns/shacl#conforms")
    assert [value.toPython() for value in report.objects(None, conforms)] == [True]


def test_query_by_name(run: Run, tiny: Path) -> None:
    result = run("query", "ziele", "--project", tiny, "--format", "csv")
    assert result.stdout.splitlines() == ["notation,label", 'MA 1/a,"Brüche ""kürzen"""',
                                          "MA 1/ä,Brüche addieren"]  # fmt: skip


def test_query_with_text_and_with_a_file(run: Run, tiny: Path) -> None:
    text = "SELECT (COUNT(*) AS ?n) WHERE { ?s a <http://www.w3.org/2004/02/skos/core#Concept> }"
    (tiny / "count.rq").write_text(text)
    for option in (["--text", text], ["--file", tiny / "count.rq"]):
        result = run("query", "--project", tiny, "--format", "json", *option)
        bindings = json.loads(result.stdout)["results"]["bindings"]
        assert [row["n"]["value"] for row in bindings] == ["29"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nonsense"], "no query is called 'nonsense'"),
        (["statement", "--param", "colour=red"], "colour"),
        (["statement", "--param", "notation"], "has no value"),
        (["--text", "SELECT * WHERE { ?s ?p"], "at line 1, column 23"),
        ([], "give the NAME"),
        (["ziele", "--text", "ASK {}"], "only one"),
        (["ziele", "--endpoint", "http://127.0.0.1:9/sparql"], "127.0.0.1:9"),
    ],
)
def test_a_bad_question_gets_one_sentence(
    run: Run, tiny: Path, arguments: list[str], message: str
) -> None:
    result = run("query", "--project", tiny, *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stdout == ""


def test_query_lists_the_library(run: Run, tiny: Path) -> None:
    lines = run("query", "--list", "--project", tiny).stdout.splitlines()
    assert len(lines) >= 21
    assert any(line.split()[0] == "ziele" for line in lines)


def test_infer_prints_what_follows(run: Run, tiny: Path) -> None:
    result = run("infer", "--project", tiny, "--format", "n-triples")
    assert "core#broaderTransitive" in result.stdout
    assert "rolled-up" in result.stdout


def test_both_reasoners_give_the_same(run: Run, tiny: Path) -> None:
    rules = run("infer", "--project", tiny, "--format", "n-triples")
    owlrl = run("infer", "--project", tiny, "--format", "n-triples", "--reasoner", "owlrl")
    assert rules.stdout == owlrl.stdout


def test_convert_keeps_the_graph(run: Run, tmp_path: Path) -> None:
    source, target = tmp_path / "a.ttl", tmp_path / "b.jsonld"
    source.write_text('<https://e.org/a> <https://e.org/b> "c"@en, 1 .\n')
    assert run("convert", source, target).exit_code == 0
    first, second = rdflib.Graph().parse(source), rdflib.Graph().parse(target)
    assert set(first) == set(second)


def test_convert_names_the_place_of_a_fault(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("<https://e.org/a> <https://e.org/b> .\n")
    result = run("convert", tmp_path / "a.ttl", tmp_path / "b.nt")
    assert result.exit_code == 1
    assert "a.ttl:1:" in result.stderr
    assert not (tmp_path / "b.nt").exists()


def test_info_tells_sizes_and_rights(run: Run, tiny: Path) -> None:
    text = run("info", "--project", tiny).stdout
    for part in ("2 Fach, 1 Thema, 2 Ziel", "alle: 3 alignments", "Alle Rechte vorbehalten"):
        assert part in text


def test_info_counts_one_alignment_in_the_singular(run: Run, tiny: Path) -> None:
    (part,) = tiny.glob("data/crosswalks/*/alle.sssom.tsv")
    lines = part.read_text(encoding="utf-8").splitlines(keepends=True)
    header = sum(line.startswith("#") for line in lines) + 1
    part.write_text("".join(lines[: header + 1]), encoding="utf-8")
    assert "alle: 1 alignment, " in run("info", "--project", tiny).stdout


def test_info_tells_how_far_the_parts_agree(run: Run, repository: Path) -> None:
    lines = run("info", "--agreement", "--project", repository).stdout.splitlines()
    assert [line.split()[-2] for line in lines[1:]] == ["0.19", "0.66", "0.13"]
