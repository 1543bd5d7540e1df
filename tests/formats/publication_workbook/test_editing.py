"""What people do to a workbook, and what becomes of it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from rdflib import SKOS, Literal, URIRef

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.format import Action, Reading
from crosswalk_rdf.formats.publication_workbook.read import read, recognizes
from crosswalk_rdf.formats.publication_workbook.write import write
from crosswalk_rdf.model import Package, Publication, package_of
from crosswalk_rdf.namespaces import SEMAPV
from crosswalk_rdf.project.publication import load_publication
from tests.formats.publication_workbook.strategies import carried
from tests.formats.publication_workbook.workbooks import Rows, column, made, rows_of

BASE = "https://w3id.org/leadership-crosswalk/"
Edit = Callable[[dict[str, Rows]], Any]


@pytest.fixture(scope="module")
def package(flagship: Publication) -> Package:
    return package_of(flagship)


@pytest.fixture(scope="module")
def workbook(package: Package) -> bytes:
    return write(package).documents[""]


@pytest.fixture
def edited(workbook: bytes) -> Callable[[Edit], Reading]:
    def after(edit: Edit) -> Reading:
        sheets = rows_of(workbook)
        edit(sheets)
        return read(made(sheets), "edited.xlsx")

    return after


def faults(edited: Callable[[Edit], Reading], edit: Edit) -> list[str]:
    with pytest.raises(InputFaults) as caught:
        edited(edit)
    return [str(fault) for fault in caught.value.faults]


def put(rows: Rows, row: int, header: str, value: object) -> None:
    rows[row][column(rows, header)] = value


def remarks(reading: Reading, action: Action) -> list[str]:
    return [str(remark) for remark in reading.report.remarks if remark.action is action]


def test_a_text_is_changed(edited: Callable[[Edit], Reading]) -> None:
    reading = edited(lambda sheets: put(sheets["lcpe-2017"], 1, "Text", "=1+1 is no formula"))
    statement = reading.package.frameworks[0].statements[0]
    assert statement.text == Literal("=1+1 is no formula", lang="en")
    assert statement.uuid and statement.iri == URIRef(f"{BASE}lcpe-2017/VVC")


def test_a_changed_verbatim_text_is_reported(edited: Callable[[Edit], Reading]) -> None:
    reading = edited(lambda sheets: put(sheets["psel-2015"], 1, "Text", "Something else"))
    (remark,) = remarks(reading, Action.KEPT)
    assert remark.startswith("sheet psel-2015, cell E2: kept: a changed text: its checksum")


def test_rows_are_added_where_they_belong(edited: Callable[[Edit], Reading]) -> None:
    def edit(sheets: dict[str, Rows]) -> None:
        rows = sheets["psel-2015"]
        new = ["" for _ in rows[0]]
        rows.insert(2, new)
        for header, value in (("Notation", "1z"), ("Parent notation", 1), ("Text", " New ")):
            put(rows, 2, header, value)

    reading = edited(edit)
    by_notation = {s.notation: s for s in reading.package.frameworks[1].statements}
    new, next_one = by_notation["1z"], by_notation["1a"]
    assert (new.iri, new.uuid) == (URIRef(f"{BASE}psel-2015/1z"), "")
    assert (new.text, new.broader) == (Literal("New", lang="en"), URIRef(f"{BASE}psel-2015/1"))
    assert (new.position, next_one.position) == (1, 2)
    assert new.kind == next_one.kind
    texts = remarks(reading, Action.REPAIRED)
    assert any("sheet psel-2015, cell E3: repaired: spaces at the ends" in text for text in texts)
    assert any("cell C3: repaired: the number 1.0: taken as the text '1'" in text for text in texts)
    assert any("cell B3: repaired: no kind: taken for Element" in text for text in texts)


def test_rows_are_deleted_and_moved(edited: Callable[[Edit], Reading]) -> None:
    def edit(sheets: dict[str, Rows]) -> None:
        rows = sheets["psel-2015"]
        gone = [row for row in rows if row[0] == "7h"]
        rows.remove(gone[0])
        moved = [row for row in rows if row[0] in ("1a", "1b")]
        first = rows.index(moved[0])
        rows[first], rows[first + 1] = moved[1], moved[0]
        rows.insert(first, ["" for _ in rows[0]])
        for sheet in ("part-1", "part-2", "part-3"):
            sheets[sheet] = [row for row in sheets[sheet] if "7h" not in (row[0], row[3])]

    reading = edited(edit)
    positions = {s.notation: s.position for s in reading.package.frameworks[1].statements}
    assert "7h" not in positions and len(positions) == 92
    assert (positions["1b"], positions["1a"], positions["1c"]) == (1, 2, 3)


def test_columns_may_stand_in_any_order_and_spelling(workbook: bytes, package: Package) -> None:
    sheets = {
        name: [row[::-1] for row in rows] if name not in ("About", "Agreement") else rows
        for name, rows in rows_of(workbook).items()
    }
    for name in ("psel-2015", "part-2"):
        sheets[name][0] = [header.upper() for header in sheets[name][0]]
        sheets[name][0] = [header.replace(" ", "_") for header in sheets[name][0]]
    backwards = dict(reversed(sheets.items()))
    reading = read(made(backwards), "edited.xlsx")
    assert reading.package == carried(package)


def test_further_columns_are_reported(edited: Callable[[Edit], Reading]) -> None:
    def edit(sheets: dict[str, Rows]) -> None:
        for number, row in enumerate(sheets["psel-2015"]):
            row.append("Owner" if number == 0 else ("Ann" if number < 3 else ""))

    (remark,) = remarks(edited(edit), Action.NOT_CARRIED)
    assert "sheet psel-2015, cell K1: not carried: column 'Owner', 2 cells" in remark


def test_an_alignment_is_added(edited: Callable[[Edit], Reading]) -> None:
    def edit(sheets: dict[str, Rows]) -> None:
        rows = sheets["part-1"]
        rows.append(["" for _ in rows[0]])
        for header, value in (
            ("Subject notation", 3),
            ("Relation", "CLOSE"),
            ("Object notation", "VVC.1.a"),
        ):
            put(rows, -1, header, value)

    reading = edited(edit)
    new = reading.package.crosswalks[0].parts[0].alignments[-1]
    assert new.iri == URIRef(f"{BASE}crosswalk-2017/part-1/3--VVC.1.a--closeMatch")
    assert (new.subject, new.predicate) == (URIRef(f"{BASE}psel-2015/3"), SKOS.closeMatch)
    assert new.justification == SEMAPV.UnspecifiedMatching


@pytest.mark.parametrize(
    ("sheet", "row", "header", "value", "message"),
    [
        ("psel-2015", 13, "Parent notation", "1zz", "cell C14: no row has the notation '1zz'"),
        ("psel-2015", 3, "IRI", "not an iri", "cell J4: 'not an iri' is no IRI"),
        ("psel-2015", 3, "IRI", f"{BASE}psel-2015/1", "cell J4: the row has the IRI of row 2"),
        ("part-1", 1, "Object notation", "VVC.99", "cell D2: lcpe-2017 has no statement 'VVC.99'"),
        ("part-1", 1, "Relation", "nearly", "cell C2: 'nearly' is no relation"),
        ("part-1", 2, "Record IRI", f"{BASE}crosswalk-2017/part-1/1--VVC.1", "row 2 says the same"),
        ("Errata", 1, "Source lines", "x", "cell D2: 'x' are no lines"),
        ("Errata", 1, "Part", "part-9", "cell C2: 'part-9' is no part"),
        ("psel-2015", 2, "Notation", ("=NA()", None, "#N/A"), "cell A3: a formula without a value"),
    ],
)
def test_what_is_wrong_has_its_cell(
    edited: Callable[[Edit], Reading],
    sheet: str,
    row: int,
    header: str,
    value: object,
    message: str,
) -> None:
    all_faults = faults(edited, lambda sheets: put(sheets[sheet], row, header, value))
    assert any(
        f"edited.xlsx: sheet {sheet}, " in text and message in text for text in all_faults
    ), all_faults


def test_a_new_row_with_a_notation_that_is_taken(edited: Callable[[Edit], Reading]) -> None:
    def edit(sheets: dict[str, Rows]) -> None:
        rows = sheets["psel-2015"]
        rows.append([*rows[2][:5], *("" for _ in rows[0][5:])])

    assert any("'1a' is the notation of row 3 too" in text for text in faults(edited, edit))


def test_formulas_and_dates_are_reported(edited: Callable[[Edit], Reading]) -> None:
    def edit(sheets: dict[str, Rows]) -> None:
        put(sheets["lcpe-2017"], 1, "Text", ('="Vision"', None, "Vision"))
        put(sheets["lcpe-2017"], 2, "Label", datetime(2026, 10, 1))

    reading = edited(edit)
    first, second = reading.package.frameworks[0].statements[:2]
    assert (first.text, second.label) == (
        Literal("Vision", lang="en"),
        Literal("2026-10-01", lang="en"),
    )
    texts = remarks(reading, Action.REPAIRED)
    assert any(
        "cell E2: repaired: a formula: its last result is taken: 'Vision'" in s for s in texts
    )
    assert any("cell D3: repaired: a date" in s for s in texts)


def test_a_circle_is_cut(edited: Callable[[Edit], Reading]) -> None:
    reading = edited(lambda sheets: put(sheets["psel-2015"], 1, "Parent notation", "1a"))
    assert any("it would stand below itself" in s for s in remarks(reading, Action.REPAIRED))


def test_without_metadata_sheets_name_things(workbook: bytes) -> None:
    sheets = rows_of(workbook)
    del sheets["Metadata"]
    reading = read(made(sheets), "edited.xlsx")
    first, second = reading.package.frameworks
    assert (first.iri, second.iri) == (URIRef(f"{BASE}lcpe-2017"), URIRef(f"{BASE}psel-2015"))
    assert [level.name for level in second.levels] == ["Standard", "Element"]
    assert [len(p.alignments) for p in reading.package.crosswalks[0].parts] == [70, 94, 65]


def test_a_renamed_sheet_is_found(edited: Callable[[Edit], Reading], package: Package) -> None:
    def edit(sheets: dict[str, Rows]) -> None:
        sheets["My standards"] = sheets.pop("psel-2015")

    assert edited(edit).package.frameworks == carried(package).frameworks


def test_a_workbook_of_a_single_sheet() -> None:
    rows = [
        ["Standards of our state"],
        [],
        ["notation", "Text", "Parent", "iri"],
        [1, "First", "", ""],
        ["1a", "Second", 1, ""],
        ["1a.", "Second", "", "https://example.org/x"],
    ]
    data = made({"Ours": rows, "Empty": []})
    assert recognizes(data)
    (framework,) = read(data, "ours.xlsx").package.frameworks
    assert [s.notation for s in framework.statements] == ["1", "1a", "1a."]
    assert framework.statements[1].broader == framework.statements[0].iri
    assert framework.iri.startswith("urn:uuid:")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"PK\x03\x04" + bytes(500), b"{}"])
def test_what_is_no_workbook(data: bytes) -> None:
    assert not recognizes(data)
    with pytest.raises(InputFaults, match=r"f\.xlsx: this is no workbook"):
        read(data, "f.xlsx")


def test_a_workbook_about_something_else() -> None:
    data = made({"Sales": [["Month", "Amount"], ["May", 3]]})
    assert not recognizes(data)
    with pytest.raises(InputFaults, match="no sheet has the headers Notation and Text"):
        read(data, "f.xlsx")


def test_libreoffice_keeps_everything() -> None:
    """The file was written here, opened and saved by LibreOffice 7.4, and kept."""
    saved = Path(__file__).parent / "tiny-saved-by-libreoffice.xlsx"
    folder = Path(__file__).parents[2] / "publications/tiny"
    package = package_of(load_publication(folder))
    assert read(saved.read_bytes(), saved.name).package == carried(package)
