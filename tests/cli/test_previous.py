"""``build --previous``: what changed since an earlier version, and what is left of what is gone."""

import gzip
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner

from crosswalk_rdf.cli import main
from crosswalk_rdf.serialization.read import parse
from crosswalk_rdf.serialization.syntaxes import by_name
from tests.cli.conftest import TINY, Run

ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://example.org/kompetenzen/"
LETTERS = f"{BASE}beruf/02"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first version, as it was built. Read it only."""
    out = tmp_path_factory.mktemp("first") / "dist"
    arguments = ["build", "--project", str(TINY), "--out", str(out), "--quiet"]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    return out


def _raise_version(folder: Path, number: str) -> None:
    file = folder / "data/publication.toml"
    text = re.sub('version = ".*"', f'version = "{number}"', file.read_text())
    file.write_text(re.sub('modified = ".*"', 'modified = "2026-01-02"', text))


def _remove_letters(folder: Path) -> None:
    for file, start in (
        ("data/frameworks/beruf/statements.csv", "02,"),
        ("data/crosswalks/schule-beruf/alle.sssom.tsv", "schule:DE"),
    ):
        lines = (folder / file).read_text().splitlines(keepends=True)
        (folder / file).write_text("".join(line for line in lines if not line.startswith(start)))


def test_without_one_the_site_says_so(first: Path) -> None:
    page = (first / "changes.html").read_text()
    assert "No earlier version was given" in page
    feed = ET.parse(first / "changes.atom").getroot()
    assert [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")] == [
        f"{BASE}changes#1.0.0"
    ]


def test_what_is_gone_gets_a_tombstone_and_a_warning(run: Run, tiny: Path, first: Path) -> None:
    _remove_letters(tiny)
    _raise_version(tiny, "1.1.0")
    result = run("build", "--project", tiny, "--previous", first)
    assert result.exit_code == 0
    assert "2 IRIs of the previous version are gone:" in result.stderr
    assert LETTERS in result.stderr
    dist = tiny / "dist"
    stone = (dist / "beruf/02.html").read_text()
    assert "removed in version 1.1.0 (2026-01-02)" in stone
    assert "version 1.0.0 was the last that had it" in stone
    assert "Briefe schreiben" in stone
    for suffix in ("ttl", "jsonld", "rdf", "nt"):
        assert (dist / f"beruf/02.{suffix}").is_file()
    assert "beruf/02.html" in (dist / "changes.html").read_text()


def test_quiet_does_not_warn(run: Run, tiny: Path, first: Path) -> None:
    _remove_letters(tiny)
    result = run("build", "--project", tiny, "--previous", first, "--quiet")
    assert result.stderr == ""


def test_a_tombstone_stays_and_leaves_when_the_resource_is_back(
    run: Run, tiny: Path, first: Path
) -> None:
    before = {path: path.read_text() for path in (tiny / "data").rglob("*") if path.is_file()}
    _remove_letters(tiny)
    _raise_version(tiny, "1.1.0")
    run("build", "--project", tiny, "--previous", first, "--out", tiny / "second")
    _raise_version(tiny, "1.2.0")
    third = run("build", "--project", tiny, "--previous", tiny / "second", "--out", tiny / "third")
    assert "gone" not in third.stderr
    assert "removed in version 1.1.0" in (tiny / "third/beruf/02.html").read_text()
    assert (tiny / "third/beruf/02.nt").read_bytes() == (tiny / "second/beruf/02.nt").read_bytes()
    for path, text in before.items():
        path.write_text(text)
    _raise_version(tiny, "1.3.0")
    run("build", "--project", tiny, "--previous", tiny / "third")
    assert "No longer published" not in (tiny / "dist/changes.html").read_text()
    assert "removed in" not in (tiny / "dist/beruf/02.html").read_text()


def test_a_deprecated_statement_stays(run: Run, tiny: Path, first: Path) -> None:
    file = tiny / "data/frameworks/beruf/statements.csv"
    header, one, two = file.read_text().splitlines()
    lines = (f"{header},deprecated,replaced_by", f"{one},,", f"{two},true,01", "")
    file.write_text("\n".join(lines))
    _raise_version(tiny, "1.1.0")
    result = run("build", "--project", tiny, "--previous", first)
    assert result.exit_code == 0, result.stderr
    assert "gone" not in result.stderr
    turtle = (tiny / "dist/beruf/02.ttl").read_text()
    assert "owl:deprecated true" in turtle
    assert "dcterms:isReplacedBy beruf:01" in turtle
    feed = ET.parse(tiny / "dist/changes.atom").getroot()
    terms = {
        entry.findtext(f"{ATOM}id"): category.get("term")
        for entry in feed.findall(f"{ATOM}entry")
        if (category := entry.find(f"{ATOM}category")) is not None
    }
    assert terms[f"{BASE}changes#1.1.0/beruf/02"] == "deprecated"


def test_the_folder_that_is_replaced_may_be_the_previous_one(run: Run, tiny: Path) -> None:
    assert run("build", "--project", tiny).exit_code == 0
    _remove_letters(tiny)
    assert run("build", "--project", tiny, "--previous", tiny / "dist").exit_code == 0
    assert "removed in" in (tiny / "dist/beruf/02.html").read_text()


def test_the_same_twice_is_the_same(run: Run, tiny: Path, first: Path) -> None:
    _remove_letters(tiny)
    arguments = ("build", "--project", tiny, "--previous", first, "--out")
    assert run(*arguments, tiny / "a").exit_code == run(*arguments, tiny / "b").exit_code == 0
    files = {p.relative_to(tiny / "a") for p in (tiny / "a").rglob("*") if p.is_file()}
    assert {p.relative_to(tiny / "b") for p in (tiny / "b").rglob("*") if p.is_file()} == files
    assert all((tiny / "a" / p).read_bytes() == (tiny / "b" / p).read_bytes() for p in files)


def test_every_syntax_of_the_changes_says_the_same(run: Run, tiny: Path, first: Path) -> None:
    _remove_letters(tiny)
    _raise_version(tiny, "1.1.0")
    assert run("build", "--project", tiny, "--previous", first).exit_code == 0
    for name in ("changes", "beruf/02"):
        graphs = {
            frozenset(
                quad.triple
                for quad in parse(
                    (tiny / f"dist/{name}{by_name(syntax).suffix}").read_bytes(), by_name(syntax)
                )
            )
            for syntax in ("turtle", "n-triples", "rdf-xml", "json-ld")
        }
        assert len(graphs) == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("missing.nq", None, "No such file"),
        ("broken.nq", b"<a> b c .", "not N-Quads"),
        ("broken.nq.gz", b"no gzip", "gzip"),
        ("cut.nq.gz", gzip.compress(b"# nothing", mtime=0)[:-9], "gzip"),
        ("dump.xyz", b"", "suffix"),
        ("empty.nq", b"", "holds nothing below"),
        ("other.nq", b"<http://a/b> <http://a/c> <http://a/d> .", "holds nothing below"),
        ("folder", "folder", "holds no dump"),
    ],
)
def test_what_cannot_be_read_is_one_error(
    run: Run, tiny: Path, name: str, content: bytes | str | None, message: str
) -> None:
    path = tiny / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content == "folder":
        path.mkdir()
    result = run("build", "--project", tiny, "--previous", path, "--quiet")
    assert result.exit_code == 2
    assert message in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert not (tiny / "dist").exists()
    shutil.rmtree(path, ignore_errors=True)
