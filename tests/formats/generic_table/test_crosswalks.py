"""Spreadsheets of crosswalks: lists of codes, pairs with a degree, grids of marks."""

from dataclasses import replace
from typing import Any

import pytest
from rdflib import Literal, URIRef

from crosswalk_rdf.formats.generic_table import SheetOptions, TableOptions, TableReading
from crosswalk_rdf.formats.generic_table.known_codes import KnownCodes, UnknownCode
from crosswalk_rdf.formats.generic_table.roles import parsed_role
from crosswalk_rdf.model import Framework
from tests.formats.generic_table.sheets import CASES, pairs, reading_of, tree, workbook


def framework(id: str, title: str, rows: str) -> Framework:
    """Return a framework of rows ``code text``, whose IRIs end in the codes."""
    lines = "".join(f"{line.split()[0]},{line}\n" for line in rows.split("; "))
    made = reading_of(f"Code,Text\n{lines}").package.frameworks[0]
    iris = {s.iri: URIRef(f"https://example.org/{id}/{s.notation}") for s in made.statements}
    return replace(
        made,
        id=id,
        iri=URIRef(f"https://example.org/{id}"),
        title=Literal(title),
        statements=tuple(
            replace(s, iri=iris[s.iri], broader=s.broader and iris[s.broader])
            for s in made.statements
        ),
    )


ELEMENTS = "; ".join(f"{n} s; " + "; ".join(f"{n}{a} e" for a in "abcde") for n in range(1, 11))
PSEL = framework("psel-2015", "Professional Standards for Educational Leaders 2015", ELEMENTS)
COACHES = framework("coaches", "Coach Competencies", "C.1 x; C.1.a y; C.2 z")
STATE = framework("state", "State Standards", "1.a Writes it; 1.b Revisits it; 2.a Keeps promises")
KNOWN = (PSEL, COACHES, STATE)


def read(data: bytes | str, options: TableOptions | None = None, file: str = "f.csv") -> Any:
    return reading_of(data, file, options, (PSEL, COACHES))


def refused(reading: TableReading) -> list[str]:
    return [str(fault) for fault in reading.faults]


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("1a, 3b; 4d", "1a 3b 4d"),
        ("1a 3b 4d", "1a 3b 4d"),
        ("1a\n3b", "1a 3b"),
        ("1a and 3b", "1a 3b"),
        ("1a–1c", "1a 1b 1c"),
        ("1a-1c, 2d", "1a 1b 1c 2d"),
        ("1a–c", "1a 1b 1c"),
        ("1a through 1c", "1a 1b 1c"),
        ("1a, b, c", "1a 1b 1c"),
        ("all of 4", "4a 4b 4c 4d 4e"),
        ("4 (all)", "4a 4b 4c 4d 4e"),
        ("Standard 4", "4"),
        ("PSEL 4d", "4d"),
        ("PSEL 2015 Standard 4", "4"),
        ("4.d", "4d"),
        ("4-D", "4d"),
        ("1-3", "1 2 3"),
        ("1a, 1a", "1a"),
        ("n/a", ""),
        ("—", ""),
        ("10", "10"),
    ],
)
def test_a_cell_of_codes(cell: str, codes: str) -> None:
    matches = KnownCodes(PSEL).matches(cell)
    assert [match.statement.notation for match in matches] == codes.split()


@pytest.mark.parametrize("cell", ["1z", "X", "1a, 99b", "3a–1a", "all of 77", "see appendix"])
def test_a_cell_of_codes_that_do_not_exist(cell: str) -> None:
    with pytest.raises(UnknownCode):
        KnownCodes(PSEL).matches(cell)


def test_a_column_of_codes() -> None:
    reading = read((CASES / "s3c-list.csv").read_bytes())
    assert not reading.faults
    assert pairs(reading) == [
        *("1.a relatedMatch 1a", "1.a relatedMatch 3b", "1.a relatedMatch 4d"),
        *("1.b relatedMatch 1d", "2.a relatedMatch 2a", "2.a relatedMatch 2b"),
    ]
    (crosswalk,) = reading.package.crosswalks
    first = crosswalk.parts[0].alignments[0]
    assert first.comment == "f.csv, line 2, column 'PSEL': '1a, 3b; 4d'"


def test_codes_below_two_rows_of_headers_and_a_code_that_does_not_exist() -> None:
    reading = read((CASES / "s1-merged.xlsx").read_bytes(), file="s1.xlsx")
    assert len(pairs(reading)) == 6
    assert len(reading.package.frameworks[0].statements) == 7
    assert refused(reading)[0].startswith(
        "s1.xlsx: sheet Leader Standards, cell F9: psel-2015 has no statement 'X'"
    )


def test_the_nearest_codes_are_named() -> None:
    (fault,) = refused(read("Code,Text,PSEL\n1,Vision,1f\n"))
    assert fault.startswith("f.csv:2:3: psel-2015 has no statement '1f': the nearest are 1")


def test_pairs_with_a_degree() -> None:
    reading = read((CASES / "s4-pairs.csv").read_bytes())
    assert not reading.faults
    assert pairs(reading) == [
        "1.a closeMatch 1a",
        "1.a relatedMatch 3b",
        "2.a closeMatch 2a",
    ]
    assert tree(reading.package.frameworks[0]) == "1.a Writes the vision down\n2.a Keeps promises"


def test_a_degree_is_settable() -> None:
    text = "Code,Text,PSEL,Match\n1,Vision,1a,Meets\n"
    assert "'Meets' is no known degree of a match" in refused(read(text))[0]
    options = TableOptions(degrees={"Meets": "skos:exactMatch"})
    assert pairs(read(text, options)) == ["1 exactMatch 1a"]


def test_a_degree_that_denies() -> None:
    text = "Code,Text,PSEL,Match\n1,Vision,1a,None\n2,Ethics,2a,Full\n"
    assert pairs(read(text)) == ["1 not relatedMatch 1a", "2 closeMatch 2a"]


def test_a_grid_of_marks() -> None:
    reading = read((CASES / "s3-grid.xlsx").read_bytes(), file="g.xlsx")
    assert not reading.faults
    assert sorted(pairs(reading)) == [
        *("1.a relatedMatch 1", "1.b relatedMatch 1", "1.b relatedMatch 10"),
        "2.a relatedMatch 2",
    ]


def test_a_grid_of_degrees_in_a_text_file() -> None:
    rows = "1.a,Writes it,Full,,P,-\n1.b,Revisits it,,Partial,,\n"
    text = f",,PSEL,,,\nCode,Our standard,1,2,3,4\n{rows}"
    assert pairs(read(text)) == [
        "1.a closeMatch 1",
        "1.b relatedMatch 2",
        "1.a relatedMatch 3",
    ]


def test_a_mark_that_nobody_knows() -> None:
    text = "Code,Our standard,1a,2a,3a\n1.a,Writes it,X,,\n1.b,Revisits it,,Q,\n"
    options = TableOptions(sheets=(SheetOptions("", None, {"C:E": parsed_role("grid.psel-2015")}),))
    (fault,) = refused(read(text, options))
    assert fault.startswith("f.csv:3:4: 'Q' is no known degree of a match")


def test_a_crosswalk_of_frameworks_that_are_there_adds_none() -> None:
    text = "State Code,State Standard,PSEL Code\n1.a,1.a Writes it,1a\n2.a,2.a Keeps promises,2b\n"
    reading = reading_of(text, "x.csv", None, KNOWN)
    assert not reading.faults and not reading.package.frameworks
    assert pairs(reading) == ["1.a relatedMatch 1a", "2.a relatedMatch 2b"]
    (crosswalk,) = reading.package.crosswalks
    assert crosswalk.parts[0].subject_source == STATE.iri


def test_codes_alone_are_those_of_a_framework_that_is_there() -> None:
    reading = reading_of("Standard,PSEL\n1.a,1a\n1.b,\n2.a,2b\n", "x.csv", None, KNOWN)
    assert not reading.faults and not reading.package.frameworks
    assert pairs(reading) == ["1.a relatedMatch 1a", "2.a relatedMatch 2b"]


def test_codes_alone_of_no_framework_are_refused() -> None:
    (fault,) = refused(read("Standard,PSEL\n1.a,1a\n2.a,2b\n"))
    assert "no column has texts" in fault and "--column code.ID=NAME" in fault


def test_the_framework_may_be_in_another_sheet() -> None:
    data = workbook(
        {
            "Standards": [["Code", "Text"], ["1.a", "Writes it"], ["2.a", "Keeps promises"]],
            "Crosswalk": [["Code", "PSEL"], ["1.a", "1a"], ["2.a", "2b, 2c"]],
        }
    )
    reading = read(data, file="x.xlsx")
    assert not reading.faults and len(reading.package.frameworks) == 1
    assert len(pairs(reading)) == 3


def test_two_frameworks_give_two_parts() -> None:
    reading = read("Code,Text,PSEL,Coaches\n1,Vision,1a,C.1\n2,Ethics,2a,C.2\n")
    (crosswalk,) = reading.package.crosswalks
    assert [part.id for part in crosswalk.parts] == ["to-psel-2015", "to-coaches"]


def test_a_code_in_merged_cells_is_that_of_each_row() -> None:
    rows = [["Code", "Text", "PSEL"], ["1", "One", "1a"], ["2", "Two", ""], ["3", "Three", "2a"]]
    reading = read(workbook({"S": rows}, {"S": ["C2:C3"]}), file="m.xlsx")
    assert pairs(reading) == ["1 relatedMatch 1a", "2 relatedMatch 1a", "3 relatedMatch 2a"]


def test_further_codes_on_rows_of_their_own() -> None:
    reading = read("Code,Text,PSEL\n1,Vision,1a\n,,1b\n2,Ethics,2a\n")
    assert pairs(reading) == ["1 relatedMatch 1a", "1 relatedMatch 1b", "2 relatedMatch 2a"]


def test_numbers_are_no_codes_without_a_word() -> None:
    reading = read("Code,Text,Points\n1,Vision,1\n2,Ethics,2\n")
    assert not reading.package.crosswalks


def test_codes_without_a_word_are_taken_by_their_cells() -> None:
    reading = read('Code,Text,National\n1,Vision,"1a, 1b"\n2,Ethics,2c\n')
    assert len(pairs(reading)) == 3
