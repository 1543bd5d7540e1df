"""What stands in a workbook, and how."""

import io
import zipfile
from dataclasses import replace

import pyoxigraph as ox
import pytest
from rdflib import Literal

from crosswalk_rdf.formats.format import Action
from crosswalk_rdf.formats.publication_workbook.names import sheet_name
from crosswalk_rdf.formats.publication_workbook.write import publish, write
from crosswalk_rdf.formats.publication_workbook.write.agreement import Agreement, agreements
from crosswalk_rdf.model import Package, Publication, package_of
from tests.formats.publication_workbook.workbooks import rows_of
from tests.site.answers import figures


@pytest.fixture(scope="module")
def package(flagship: Publication) -> Package:
    return package_of(flagship)


@pytest.fixture(scope="module")
def agreement(package: Package) -> Agreement:
    (value,) = agreements(package.crosswalks[0], package.frameworks)
    return value


def test_the_sheets_of_the_flagship(package: Package) -> None:
    ((path, data),) = publish(package)
    sheets = rows_of(data)
    assert path == "spreadsheets/publication.xlsx"
    assert {name: len(rows) for name, rows in sheets.items() if name != "About"} == {
        "lcpe-2017": 170,
        "psel-2015": 94,
        "part-1": 71,
        "part-2": 95,
        "part-3": 66,
        "Agreement": 103 + 7,
        "Errata": 94,
        "Prose": 41,
        "Metadata": len(sheets["Metadata"]),
    }
    assert all(isinstance(cell, str) for rows in sheets.values() for row in rows for cell in row)
    assert sheets["psel-2015"][1][:4] == ["1", "Standard", "", "Mission, Vision, and Core Values"]


def test_the_bytes_are_the_same_and_have_no_date_of_their_own(package: Package) -> None:
    first, second = (write(package).documents[""] for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
        assert f"{package.modified}T00:00:00Z" in core
        assert not any(b"customHeight" in archive.read(name) for name in archive.namelist())
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())


def test_agreement_equals_the_query(agreement: Agreement, flagship_store: ox.Store) -> None:
    assert agreement.totals == [(3, 18), (2, 39), (1, 46)]
    asked = figures(flagship_store, "agreement-totals", "parts", "pairs")
    assert agreement.totals == [tuple(int(value) for value in row) for row in asked]


def test_claims_equal_the_query(agreement: Agreement, flagship_store: ox.Store) -> None:
    asked = figures(flagship_store, "disagreements", "competency", "standard", "part", "claimed")
    claims = {
        (pair.row.notation, pair.column.notation, part.id, str(part.iri in pair.claims).lower())
        for pair in agreement.pairs
        if len(pair.claims) < len(agreement.parts)
        for part in agreement.parts
    }
    assert claims == {tuple(map(str, row)) for row in asked}


def test_a_text_that_is_too_long_is_cut_and_reported(package: Package) -> None:
    framework = package.frameworks[0]
    first = replace(framework.statements[0], text=Literal("😀" * 20_000, lang="en"))
    broken = replace(framework.statements[1], text=Literal("a\ufffeb\udc00", lang="en"))
    changed = replace(framework, statements=(first, broken, *framework.statements[2:]))
    written = write(replace(package, frameworks=(changed, *package.frameworks[1:])))
    assert [(r.place, r.action) for r in written.report.remarks[:2]] == [
        ("sheet lcpe-2017, cell E2", Action.NOT_CARRIED),
        ("sheet lcpe-2017, cell E3", Action.REPAIRED),
    ]
    rows = rows_of(written.documents[""])["lcpe-2017"]
    assert (rows[1][4], rows[2][4]) == ("😀" * 16_383, "a\ufffdb\ufffd")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("a[b]:c*d?e/f\\g", "a-b--c-d-e-f-g"),
        ("x" * 40, "x" * 31),
        ("About", "About (2)"),
        ("METADATA", "METADATA (2)"),
        ("'quoted'", "quoted"),
        ("", "Sheet"),
        ("😀" * 20, "😀" * 15),
    ],
)
def test_names_of_sheets(title: str, name: str) -> None:
    names = {"about", "metadata"}
    assert sheet_name(title, names) == name
    assert sheet_name(title, names) not in ("", name)


def test_an_empty_package_is_a_workbook() -> None:
    assert list(rows_of(write(Package()).documents[""])) == ["About"]
