"""Spreadsheets that are not clear: refused with where, what, and what to do; never a wrong tree."""

from datetime import date
from typing import Any

import pytest

from crosswalk_rdf.errors import InputFaults
from crosswalk_rdf.formats.generic_table import (
    SheetOptions,
    TableOptions,
    options_from_toml,
    options_to_toml,
)
from crosswalk_rdf.formats.generic_table.roles import UnknownRole, parsed_role
from tests.formats.generic_table.sheets import CASES, Cell, pairs, reading_of, tree, workbook
from tests.formats.generic_table.test_crosswalks import COACHES, PSEL
from tests.formats.generic_table.test_layouts import CSV, WORKBOOKS


def refusal(data: bytes | str, file: str = "f.csv", options: TableOptions | None = None) -> str:
    """Return the first fault of ``data``, which must be refused."""
    try:
        reading = reading_of(data, file, options)
    except InputFaults as error:
        return str(error.faults[0])
    return str(reading.faults[0])


def told(header_row: int | None = None, **columns: str) -> TableOptions:
    roles = {name: parsed_role(role.replace("_", ".")) for name, role in columns.items()}
    return TableOptions(sheets=(SheetOptions("", header_row, roles),))


REFUSED: dict[str, tuple[Any, str, str]] = {
    "no headers": ("1,Vision\n1.a,Writes it\n", "no row names a column", "--header-row N"),
    "headers that say nothing, above a row that has words of headers": (
        "location,context,source\na.1,Competence area 1 - label,Vision\n"
        "a.2,Competence area 2 - label,Integrity\n",
        "no row names a column",
        "--header-row N",
    ),
    "numbers as texts": (
        "Code,Standard\n1,100\n2,200\n",
        "f.csv",
        "--column text=NAME",
    ),
    "a date for a code": (
        workbook(
            {"S": [["Code", "Text"], ["1-2", "A"], [Cell(date(2024, 1, 1), format="d-mmm"), "B"]]}
        ),
        "sheet S, cell A3: the code is the date 2024-01-01",
        "format the column as text",
    ),
    "a month for a code": (
        "Code,Text\n1-Jan,A\n1-13,B\n",
        "f.csv:2:1: the code is the date",
        "text",
    ),
    "one number twice": (
        workbook({"S": [["Code", "Text"], [1.1, "First"], [1.2, "Second"], [1.1, "Tenth"]]}),
        "sheet S, cell A4: the number 1.1 stands in row 2 too",
        "1.10",
    ),
    "a parent that is no row": (
        "Code,Parent,Text\n1,,A\n1.a,1,B\n2.a,2,C\n",
        "f.csv:4:2: the parent '2' is no row",
        "correct it, or add the row",
    ),
    "a row without a code among others with": (
        "Code,Text,Notes\n1,Vision,x\n1.a,Writes it,x\n,Who knows,x\n2,Ethics,x\n",
        "f.csv:4:1: 'Who knows' has no code",
        "--column parent=NAME",
    ),
    "no rows": ("Code,Text\n", "f.csv:1", "--column text=NAME"),
    "values above the first statement": (
        "Code,Text,Grade\n,,K\n1,Vision,K\n",
        "f.csv:2:1: the row stands above every statement",
        "--header-row",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_and_says_what_to_do(name: str) -> None:
    data, where, what = REFUSED[name]
    message = refusal(data, "f.xlsx" if isinstance(data, bytes) else "f.csv")
    assert where in message
    assert what in message


def test_a_column_that_is_not_there() -> None:
    message = refusal("Code,Text\n1,A\n", options=told(Wording="text"))
    assert message == "f.csv: no column is called 'Wording': the columns are 'Code', 'Text'"


def test_codes_of_a_framework_that_is_not_there() -> None:
    message = refusal("Code,Text,NGSS\n1,A,x\n", options=told(NGSS="codes_ngss"))
    assert "the publication has no framework 'ngss': import it first; it has none" in message


def test_a_sheet_that_is_not_there() -> None:
    data = workbook({"A": [["Code", "Text"], ["1", "x"]], "B": [["Code", "Text"], ["1", "x"]]})
    message = refusal(data, "f.xlsx", TableOptions(only=("C",)))
    assert message == "f.xlsx: no sheet is called 'C': it has A, B"


@pytest.mark.parametrize("text", ["wording", "codes", "notes.2", "text.x", "code.0", ""])
def test_a_role_that_is_none(text: str) -> None:
    with pytest.raises(UnknownRole):
        parsed_role(text)


def test_columns_by_letter_without_headers() -> None:
    reading = reading_of("1,Vision\n1.a,Writes it\n", options=told(0, A="code", B="text"))
    assert tree(reading.package.frameworks[0]) == "1 Vision\n  1.a Writes it"


def test_a_row_of_headers_that_says_nothing_known() -> None:
    text = "Table 1,,\nNr,Was,Wozu\n1,Lesen,x\n1.1,Verstehen,y\n"
    reading = reading_of(text, options=told(2, Was="text", Wozu="notes"))
    assert tree(reading.package.frameworks[0]) == "1 Lesen\n  1.1 Verstehen"


def test_codes_that_are_told_to_be_split() -> None:
    text = "Strand,Grade,No.,Text\nRL,3,1,Ask\nRL,3,1.a,Refer\nW,3,1,Write\n"
    reading = reading_of(text, options=told(Strand="code", Grade="code", **{"No.": "code"}))
    assert tree(reading.package.frameworks[0]) == "RL.3.1 Ask\n  RL.3.1.a Refer\nW.3.1 Write"


def test_a_column_that_is_ignored_is_said_to_be() -> None:
    reading = reading_of("Code,Text,Owner\n1,A,Ann\n", options=told(Owner="ignore"))
    (statement,) = reading.package.frameworks[0].statements
    assert statement.properties == ()
    assert any("'Owner': taken for not read" in str(r) for r in reading.report.remarks)


def test_every_row_is_something() -> None:
    text = "Title,\n,\nCode,Text\n1,A\n,\nCode,Text\n1.a,B\nSource: minutes,\n"
    (sheet,) = reading_of(text).sheets
    assert sheet.walk is not None
    assert dict(sheet.walk.counts()) == {
        "title": 1,
        "empty": 2,
        "header": 1,
        "statement": 2,
        "repeated header": 1,
        "footnote": 1,
    }


ALL = [
    *((name, CSV[name][0].encode(), "s.csv") for name in CSV),
    *((n, workbook({"S": w[0]}, {"S": w[1]}), "s.xlsx") for n, w in WORKBOOKS.items()),
    *((path.name, path.read_bytes(), path.name) for path in sorted(CASES.iterdir())),
]


@pytest.mark.parametrize(("name", "data", "file"), ALL, ids=[name for name, _, _ in ALL])
def test_the_mapping_file_gives_the_same_reading_again(name: str, data: bytes, file: str) -> None:
    first = reading_of(data, file, None, (PSEL, COACHES))
    options = options_from_toml(options_to_toml(first.options, "state"), "mapping.toml")
    again = reading_of(data, file, options, (PSEL, COACHES))
    assert again.package == first.package
    assert pairs(again) == pairs(first)
    assert again.options == first.options
