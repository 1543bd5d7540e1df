"""A workbook that people edited, or a newer version, in place of what the publication has."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from crosswalk_rdf.formats.registry import format_by_name
from crosswalk_rdf.model import Package, package_of
from crosswalk_rdf.project.publication import load_publication
from tests.cli.conftest import Run
from tests.conftest import REPOSITORY


def workbook(package: Package, folder: Path) -> Path:
    writer = format_by_name("xlsx").write
    assert writer is not None
    path = folder / "edited.xlsx"
    path.write_bytes(writer(package).documents[""])
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_the_workbook_of_the_flagship_gives_the_same_data_files(run: Run, tmp_path: Path) -> None:
    project = tmp_path / "flagship"
    shutil.copytree(REPOSITORY / "data", project / "data")
    before = files(project)
    edited = workbook(package_of(load_publication(project)), tmp_path)
    result = run("import", edited, "--replace", "--project", project)
    assert result.exit_code == 0, result.stderr
    assert files(project) == before


def test_an_edit_changes_the_row_and_nothing_else(run: Run, tiny: Path, tmp_path: Path) -> None:
    run("import", workbook(package_of(load_publication(tiny)), tmp_path), "--replace",
        "--project", tiny)  # fmt: skip
    before = load_publication(tiny)
    package = package_of(before)
    school = package.frameworks[1]
    assert school.id == "schule"
    changed = replace(
        school,
        statements=tuple(
            replace(s, text=type(s.text)("Neu gefasst", lang="de")) if s.notation == "DE" else s
            for s in school.statements
        ),
    )
    edited = workbook(replace(package, frameworks=(package.frameworks[0], changed)), tmp_path)
    assert run("import", edited, "--replace", "--project", tiny).exit_code == 0
    after = load_publication(tiny)
    assert after.frameworks[0] == before.frameworks[0]
    pairs = zip(before.frameworks[1].statements, after.frameworks[1].statements, strict=True)
    assert [s.notation for s, t in pairs if s != t] == ["DE"]
    assert after.crosswalks == before.crosswalks


def test_a_part_that_is_gone_leaves_no_file(run: Run, tmp_path: Path) -> None:
    project = tmp_path / "flagship"
    shutil.copytree(REPOSITORY / "data", project / "data")
    package = package_of(load_publication(project))
    (crosswalk,) = package.crosswalks
    errata = tuple(
        e for e in crosswalk.errata if all("part-3" not in iri for iri in (e.part, *e.concerns))
    )
    sections = tuple(s for s in crosswalk.sections if "part-3" not in s.part)
    fewer = replace(crosswalk, parts=crosswalk.parts[:2], errata=errata, sections=sections)
    edited = workbook(replace(package, crosswalks=(fewer,)), tmp_path)
    result = run("import", edited, "--replace", "--project", project)
    assert "part-3.sssom.tsv is gone" in result.stdout
    (edited_crosswalk,) = load_publication(project).crosswalks
    assert [part.id for part in edited_crosswalk.parts] == ["part-1", "part-2"]


def test_what_would_leave_an_alignment_dangling_writes_nothing(
    run: Run, tiny: Path, tmp_path: Path
) -> None:
    package = package_of(load_publication(tiny))
    school = package.frameworks[1]
    fewer = replace(school, statements=tuple(s for s in school.statements if s.notation != "DE"))
    edited = workbook(replace(package, frameworks=(fewer,), crosswalks=()), tmp_path)
    before = files(tiny)
    result = run("import", edited, "--replace", "--project", tiny)
    assert (result.exit_code, "has no statement 'DE'" in result.stderr) == (1, True), result.stderr
    assert files(tiny) == before


@pytest.mark.parametrize("options", [(), ("--replace",)])
def test_what_is_new_needs_an_id(
    run: Run, tiny: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    package = package_of(load_publication(REPOSITORY))
    edited = workbook(package, tmp_path)
    result = run("import", edited, *options, "--project", tiny)
    assert (result.exit_code, "--as ID" in result.output + result.stderr) == (2, True)


def test_what_is_there_is_not_replaced_unasked(run: Run, tiny: Path, tmp_path: Path) -> None:
    edited = workbook(package_of(load_publication(tiny)), tmp_path)
    before = files(tiny)
    result = run("import", edited, "--as", "schule", "--project", tiny)
    assert result.exit_code in (1, 2)
    assert files(tiny) == before


def test_imported_data_that_were_edited_are_still_imported(
    run: Run, tiny: Path, tmp_path: Path
) -> None:
    file = REPOSITORY / "tests/samples/case/opensalt-what-standards-could-be.cfpackage.json"
    assert run("import", file, "--as", "new", "--project", tiny).exit_code == 0
    before = load_publication(tiny).import_sources
    edited = workbook(package_of(load_publication(tiny)), tmp_path)
    result = run("import", edited, "--replace", "--project", tiny)
    assert result.exit_code == 0, result.stderr
    assert before["new"] is not None
    assert load_publication(tiny).import_sources == before
