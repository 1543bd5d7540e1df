import os
import shutil
import signal
import subprocess
import sys
import time
from io import FileIO
from pathlib import Path

import pyoxigraph as ox
import pytest

from crosswalk_rdf import __version__
from crosswalk_rdf.api import atomic_files
from tests.built import BuiltSite
from tests.cli.conftest import Run


def _snapshot(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _statements(content: bytes) -> ox.Dataset:
    """Return N-Triples or N-Quads as a dataset; labels of its blank nodes do not count."""
    dataset = ox.Dataset(ox.parse(content, format=ox.RdfFormat.N_QUADS))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def _written(project: Path, files: int) -> bool:
    """Return whether the folder of a new build is there, and has so many files."""
    fresh = list(project.glob(".dist-*"))
    return bool(fresh) and sum(len(names) for _, _, names in os.walk(fresh[0])) >= files


def test_build_writes_the_publication(run: Run, tiny: Path) -> None:
    result = run("build", "--project", tiny)
    assert result.exit_code == 0, result.stderr
    assert "files" in result.stdout
    assert "validation …" in result.stderr
    dist = tiny / "dist"
    for name in (
        "beruf/01.ttl",
        "beruf/01.jsonld",
        "schule/MA 1.ttl",
        "schule-beruf/alle/DE--02--closeMatch.nt",
        "dumps/kompetenzen.trig",
        "graph/inferred.ttl",
        "sssom/schule-beruf/alle.sssom.tsv",
        "queries/ziele.csv",
        "validation/report.txt",
    ):
        assert (dist / name).is_file(), name
    assert not list(tiny.glob(".dist-*"))


def test_quiet_says_nothing_on_stderr(run: Run, tiny: Path) -> None:
    assert run("build", "--project", tiny, "--quiet").stderr == ""


def test_a_second_build_replaces_the_first(run: Run, tiny: Path) -> None:
    assert run("build", "--project", tiny).exit_code == 0
    before = _snapshot(tiny / "dist")
    (tiny / "dist/left-over.txt").write_text("x")
    assert run("build", "--project", tiny).exit_code == 0
    assert _snapshot(tiny / "dist") == before


def test_a_violation_stops_the_build_and_leaves_the_old_one(run: Run, tiny: Path) -> None:
    assert run("build", "--project", tiny).exit_code == 0
    before = _snapshot(tiny / "dist")
    csv = tiny / "data/frameworks/beruf/statements.csv"
    csv.write_text(csv.read_text().replace("02,Competency", "zwei,Competency"))
    tsv = tiny / "data/crosswalks/schule-beruf/alle.sssom.tsv"
    tsv.write_text(tsv.read_text().replace("beruf:02", "beruf:zwei"))
    result = run("build", "--project", tiny)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "data/frameworks/beruf/statements.csv:3: " in result.stderr
    assert "1 violation" in result.stderr
    assert _snapshot(tiny / "dist") == before


def test_a_fault_stops_the_build_and_leaves_the_old_one(run: Run, tiny: Path) -> None:
    assert run("build", "--project", tiny).exit_code == 0
    before = _snapshot(tiny / "dist")
    (tiny / "data/frameworks/beruf/statements.csv").write_text("notation\n01\n")
    result = run("build", "--project", tiny)
    assert result.exit_code == 1
    assert "statements.csv:1: has no column 'text'" in result.stderr
    assert _snapshot(tiny / "dist") == before


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("shapes/broken.ttl", "@prefix x: <y", "shapes/broken.ttl:1"),
        ("ontology/rules/broken.rq", "#+ summary: x\nCONSTRUCT { ?s", "ontology/rules/broken.rq:2"),
        ("queries/broken.rq", "#+ summary: x\nSELECT * WHERE {", "queries/broken.rq:2"),
        ("queries/headless.rq", "SELECT * WHERE { ?s ?p ?o }", "summary"),
        ("ontology/broken.ttl", "<a> <b>", "ontology/broken.ttl:1"),
    ],
)
def test_a_broken_file_of_the_publication_is_named(
    run: Run, tiny: Path, name: str, content: str, message: str
) -> None:
    (tiny / name).parent.mkdir(parents=True, exist_ok=True)
    (tiny / name).write_text(content)
    result = run("build", "--project", tiny)
    assert result.exit_code == 1
    assert message in result.stderr
    assert not (tiny / "dist").exists()


def test_a_folder_of_another_kind_is_not_replaced(run: Run, tiny: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").mkdir()
    (tmp_path / "precious/thesis.txt").write_text("x")
    result = run("build", "--project", tiny, "--out", tmp_path / "precious")
    assert result.exit_code == 2
    assert "not written by a build" in result.stderr
    assert (tmp_path / "precious/thesis.txt").read_text() == "x"


def test_another_base_moves_everything_and_changes_nothing_else(run: Run, tiny: Path) -> None:
    old, new = "https://example.org/kompetenzen/", "https://example.org/kompetenzem/"
    assert run("build", "--project", tiny, "--out", tiny / "a").exit_code == 0
    assert run("build", "--project", tiny, "--out", tiny / "b", "--base", new).exit_code == 0
    before, after = _snapshot(tiny / "a"), _snapshot(tiny / "b")
    assert not [name for name, content in after.items() if old.encode() in content]
    for name, content in before.items():
        if name.endswith((".nt", ".nq")):
            moved = content.replace(old.encode(), new.encode())
            assert _statements(moved) == _statements(after[name]), name
    assert before.keys() == after.keys()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a system with /dev/full")
def test_a_full_disk_is_told_and_leaves_the_old_build(
    run: Run, tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("build", "--project", tiny).exit_code == 0
    before = _snapshot(tiny / "dist")
    written: list[str] = []

    def file_on_a_full_disk(path: str, mode: str) -> FileIO:
        written.append(path)
        return FileIO("/dev/full" if len(written) > 20 else path, mode)

    monkeypatch.setattr(atomic_files, "FileIO", file_on_a_full_disk)
    result = run("build", "--project", tiny)
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert _snapshot(tiny / "dist") == before
    assert not list(tiny.glob(".dist-*"))


def test_a_folder_without_permission_is_told(run: Run, tiny: Path) -> None:
    if os.geteuid() == 0:  # root writes everywhere, but not there
        result = run("build", "--project", tiny, "--out", "/proc/dist")
    else:
        tiny.chmod(0o555)
        result = run("build", "--project", tiny)
        tiny.chmod(0o755)
    assert result.exit_code == 2
    assert "nothing was written" in result.stderr


def test_a_place_that_cannot_be_written_is_told(run: Run, tiny: Path) -> None:
    (tiny / "file").write_text("x")
    result = run("build", "--project", tiny, "--out", tiny / "file/dist")
    assert result.exit_code == 2
    assert "nothing was written" in result.stderr


@pytest.mark.parametrize("files", [0, 1, 100])
def test_an_interrupted_build_leaves_the_old_one_whole(
    tiny: Path, tiny_site: BuiltSite, files: int
) -> None:
    """It is killed as soon as it has written so many files of the new build."""
    shutil.copytree(tiny_site.folder, tiny / "dist")
    before = _snapshot(tiny / "dist")
    command = [sys.executable, "-m", "crosswalk_rdf", "build", "--project", str(tiny)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not _written(tiny, files):
        assert process.poll() is None, "the build ended without it"
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert _snapshot(tiny / "dist") == before


def test_two_hash_seeds_give_the_same_bytes(tiny: Path) -> None:
    for seed in ("1", "2"):
        out = tiny / f"seed-{seed}"
        command = [sys.executable, "-m", "crosswalk_rdf", "build", "--project", str(tiny)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([*command, "--out", str(out)], env=environment, check=True)
    assert _snapshot(tiny / "seed-1") == _snapshot(tiny / "seed-2")
    shutil.rmtree(tiny / "seed-1")


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout.split()[-1] == __version__
    help_text = run("--help").stdout
    for command in ("init", "build", "validate", "query", "infer", "convert", "info"):
        assert command in help_text


@pytest.mark.parametrize("arguments", [["nonsense"], ["build", "--nonsense"], ["convert", "a"]])
def test_misuse_ends_with_2(run: Run, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
