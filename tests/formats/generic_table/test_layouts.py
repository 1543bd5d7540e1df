"""Layouts in which agencies keep standards: each is understood, to the very tree."""

from textwrap import dedent
from typing import Any

import pytest

from crosswalk_rdf.formats.generic_table import TableOptions
from tests.formats.generic_table.sheets import CASES, Cell, kinds, reading_of, tree, workbook

TWO = """\
1 Vision
  1.a Writes it
  1.b Revisits it
2 Integrity
  2.a Keeps promises"""

CSV = {
    "number, name and descriptor of each level, and a level named like a text": (
        "Area number,Area name,Area descriptor,Competence number,Competence name,"
        "Competence descriptor,Competence statement ID,Competence statement,Proficiency label\n"
        "1,Vision,All of vision,1.1,Writing,To write,CS1,Writes it,Basic\n"
        "1,Vision,All of vision,1.1,Writing,To write it,CS2,Revisits it,Basic\n"
        "2,Integrity,All of it,2.1,Promises,To promise,CS3,Keeps promises,Basic\n",
        "1 Vision\n  1.1 Writing\n    CS1 Writes it\n    CS2 Revisits it\n"
        "2 Integrity\n  2.1 Promises\n    CS3 Keeps promises",
    ),
    "address, term and code of each level, and a description of what the row ends with": (
        "Level 0 URI,Level 0 preferred term,Level 1 URI,Level 1 preferred term,Description,"
        "Level 0 code,Level 1 code\n"
        "http://x.org/1,Vision,,,On vision,1,\n"
        "http://x.org/1,Vision,http://x.org/1a,Writes it,On writing,1,1.a\n"
        "http://x.org/1,Vision,http://x.org/1b,Revisits it,On revisiting,1,1.b\n"
        "http://x.org/2,Integrity,,,On integrity,2,\n"
        "http://x.org/2,Integrity,http://x.org/2a,Keeps promises,On promises,2,2.a\n",
        TWO,
    ),
    "a column that lists its kinds": (
        "Outcome ID,Outcome,Knowledge skill or attitude\n"
        "1,Vision,Knowledge\n1.a,Writes it,Skill\n1.b,Revisits it,Skill\n"
        "2,Integrity,Attitude\n2.a,Keeps promises,Attitude\n",
        TWO,
    ),
    "notations": (
        "Code,Text\n1,Vision\n1.a,Writes it\n1.b,Revisits it\n2,Integrity\n2.a,Keeps promises\n",
        TWO,
    ),
    "title and note above": (
        "State Leader Standards,\n\nCode,Standard\n1,Vision\n1.a,Writes it\n1.b,Revisits it\n"
        "2,Integrity\n2.a,Keeps promises\n",
        TWO,
    ),
    "pairs of columns": (
        "Standard #,Standard,Element #,Element\n1,Vision,1.a,Writes it\n1,Vision,1.b,Revisits it\n"
        "2,Integrity,2.a,Keeps promises\n",
        TWO,
    ),
    "pairs filled down": (
        "Standard #,Standard,Element #,Element\n1,Vision,1.a,Writes it\n,,1.b,Revisits it\n"
        "2,Integrity,2.a,Keeps promises\n",
        TWO,
    ),
    "pairs on rows of their own": (
        "Standard #,Standard,Element #,Element\n1,Vision,,\n,,1.a,Writes it\n,,1.b,Revisits it\n"
        "2,Integrity,,\n,,2.a,Keeps promises\n",
        TWO,
    ),
    "local codes": (
        "Standard #,Standard,Element #,Element\n1,Vision,a,Writes it\n1,Vision,b,Revisits it\n"
        "2,Integrity,a,Keeps promises\n",
        TWO,
    ),
    "code and text in one cell": (
        "Standard,Element\n1. Vision,1.a Writes it\n,1.b Revisits it\n"
        "2. Integrity,2.a Keeps promises\n",
        TWO,
    ),
    "one column with codes": (
        "Standards\n1 Vision\n1.a Writes it\n1.b Revisits it\n2 Integrity\n2.a Keeps promises\n",
        TWO,
    ),
    "codes split over columns": (
        "Standard #,Element #,Text\n1,,Vision\n1,a,Writes it\n1,b,Revisits it\n2,,Integrity\n"
        "2,a,Keeps promises\n",
        TWO,
    ),
    "depths": (
        "Level,Code,Text\n1,1,Vision\n2,1.a,Writes it\n2,1.b,Revisits it\n1,2,Integrity\n"
        "2,2.a,Keeps promises\n",
        TWO,
    ),
    "depths with words": (
        "Depth,Code,Text\nLevel 1,1,Vision\nLevel 2,a,Writes it\nLevel 2,b,Revisits it\n"
        "Level 1,2,Integrity\nLevel 2,a,Keeps promises\n",
        TWO,
    ),
    "kinds": (
        "Type,Code,Text\nStandard,1,Vision\nElement,a,Writes it\nElement,b,Revisits it\n"
        "Standard,2,Integrity\nElement,a,Keeps promises\n",
        TWO,
    ),
    "parents": (
        "Code,Parent,Text\n2.a,2,Keeps promises\n1,,Vision\n2,,Integrity\n1.a,1,Writes it\n"
        "1.b,1,Revisits it\n",
        "1 Vision\n  1.a Writes it\n  1.b Revisits it\n2 Integrity\n  2.a Keeps promises",
    ),
    "spaces": (
        "Code,Text\n1,Vision\nA,  Writes it\nB,  Revisits it\n2,Integrity\nC,  Keeps promises\n",
        "1 Vision\n  A Writes it\n  B Revisits it\n2 Integrity\n  C Keeps promises",
    ),
    "repeated headers": (
        "Code,Text\n1,Vision\n1.a,Writes it\nCode,Text\n1.b,Revisits it\n2,Integrity\n"
        "2.a,Keeps promises\n",
        TWO,
    ),
    "empty rows and a footnote": (
        "Code,Text\n1,Vision\n1.a,Writes it\n1.b,Revisits it\n,\n2,Integrity\n2.a,Keeps promises\n"
        ",\nSource: State Board of Education,\n",
        TWO,
    ),
    "headings between rows": (
        "Code,Text,Grade\nSTANDARD 1: Vision,,\n1.a,Writes it,K\n1.b,Revisits it,K\n"
        "STANDARD 2: Integrity,,\n2.a,Keeps promises,K\n",
        TWO,
    ),
    "groups of headers": (
        "STANDARD,,ELEMENT,\nNo.,Text,No.,Text\n1,Vision,1.a,Writes it\n1,Vision,1.b,Revisits it\n"
        "2,Integrity,2.a,Keeps promises\n",
        TWO,
    ),
    "codes that name no level": (
        "No.,Standard,Code,Description\n1,Vision,1.a,Writes it\n,,1.b,Revisits it\n"
        "2,Integrity,2.a,Keeps promises\n",
        TWO,
    ),
    "a text on the left that groups": (
        "Standard,Code,Description\nVision,a,Writes it\n,b,Revisits it\n"
        "Integrity,c,Keeps promises\n",
        "Vision\n  a Writes it\n  b Revisits it\nIntegrity\n  c Keeps promises",
    ),
    "an example beside": (
        "Code,Standard,Evidence\n1,Vision,minutes of meetings\n1.a,Writes it,drafts\n",
        "1 Vision\n  1.a Writes it",
    ),
    "a name and a description": (
        "Competency Number,Competency Name,Description\n1,Vision,Leads\n1.a,Plans,Makes plans\n",
        "1 Vision\n  1.a Plans",
    ),
    "the group on the right": (
        "Code,Element,Standard\na,Writes it,Vision\nb,Revisits it,Vision\n"
        "c,Keeps promises,Integrity\n",
        " Vision\n  a Writes it\n  b Revisits it\n Integrity\n  c Keeps promises",
    ),
    "numbered levels": (
        "Level 1,Level 2,Level 3\nVision,,\n,Writes it,\n,,With staff\n,Revisits it,\n"
        "Integrity,,\n",
        " Vision\n   Writes it\n     With staff\n   Revisits it\n Integrity",
    ),
    "a level that some lack": (
        "Domain,Strand,Standard\nA. One,A.1 First,A.1.1 Deep\nA. One,,A.2.1 Without a strand\n"
        "B. Two,B.1 Second,B.1.1 Other\n",
        "A One\n  A.1 First\n    A.1.1 Deep\n  A.2.1 Without a strand\nB Two\n  B.1 Second\n"
        "    B.1.1 Other",
    ),
    "notations within a level": (
        "Strand,Code,Standard\nReading,RL.1,Read\nReading,RL.1.a,Ask\nWriting,W.1,Write\n",
        " Reading\n  RL.1 Read\n    RL.1.a Ask\n Writing\n  W.1 Write",
    ),
    "points": (
        "Code,Text\n1,Vision\n,• minutes of meetings\n1.a,Writes it\n,• drafts\n2,Integrity\n",
        "1 Vision\n   • minutes of meetings\n  1.a Writes it\n     • drafts\n2 Integrity",
    ),
    "long labels of rows": (
        "Indicator Code,Performance Indicator,Look-fors\n1.1,Leads,Minutes\n1.1.1,Plans,Agenda\n",
        "1.1 Leads\n  1.1.1 Plans",
    ),
    "Spanish headers": ("Código,Descripción\n1,Visión\n1.a,Escribe\n", "1 Visión\n  1.a Escribe"),
    "German headers": (
        "Bereich;Kompetenz\n1 Lesen;1.1 Texte verstehen\n;1.2 Texte deuten\n",
        "1 Lesen\n  1.1 Texte verstehen\n  1.2 Texte deuten",
    ),
}


@pytest.mark.parametrize("name", CSV)
def test_a_layout_of_text_files(name: str) -> None:
    text, expected = CSV[name]
    reading = reading_of(text)
    assert not reading.faults
    (framework,) = reading.package.frameworks
    assert without_blanks(tree(framework)) == without_blanks(expected)


def without_blanks(text: str) -> list[str]:
    """Return the lines, with the depth of each and single spaces."""
    lines = []
    for line in text.split("\n"):
        body = line.strip()
        lines.append(f"{(len(line) - len(line.lstrip())) // 2} {body}")
    return lines


WORKBOOKS: dict[str, tuple[list[list[Any]], list[str], str]] = {
    "merged cells": (
        [
            ["Standard", "", "Element", ""],
            ["No.", "Text", "No.", "Text"],
            [1, "Vision", "1.a", "Writes it"],
            ["", "", "1.b", "Revisits it"],
            [2, "Integrity", "2.a", "Keeps promises"],
        ],
        ["A1:B1", "C1:D1", "A3:A4", "B3:B4"],
        TWO,
    ),
    "indents": (
        [
            ["Standards", "Notes"],
            ["Vision", "x"],
            [Cell("Writes it", indent=1), ""],
            [Cell("With staff", indent=2), ""],
            [Cell("Revisits it", indent=1), ""],
            ["Integrity", ""],
        ],
        [],
        " Vision\n   Writes it\n     With staff\n   Revisits it\n Integrity",
    ),
    "numbers as they are shown": (
        [
            ["Number", "Text"],
            [Cell(1, format="0"), "One"],
            [Cell(1.1, format="0.0"), "First"],
            [Cell(1.1, format="0.00"), "Tenth"],
            [Cell(2, format="00"), "Two"],
        ],
        [],
        "1 One\n  1.1 First\n  1.10 Tenth\n02 Two",
    ),
    "headings in merged rows": (
        [
            ["Code", "Text", "Grade"],
            ["Domain A: Vision"],
            ["A1", "Writes it", "K"],
            ["Domain B: Integrity"],
            ["B1", "Keeps promises", "K"],
        ],
        ["A2:C2", "A4:C4"],
        "A Vision\n  A1 Writes it\nB Integrity\n  B1 Keeps promises",
    ),
    "a text over two rows": (
        [
            ["Code", "Text", "Grade"],
            ["1", "Vision", "K"],
            ["", "", "1"],
            ["2", "Integrity", "K"],
        ],
        ["A2:A3", "B2:B3"],
        "1 Vision\n2 Integrity",
    ),
    "one group of two rows of headers in merged cells": (
        [
            ["STANDARD", "", "ELEMENT", "", "Grade"],
            ["No.", "Standard", "Code", "Description", ""],
            [1, "Vision", "1.a", "Writes it", "K"],
            ["", "", "1.b", "Revisits it", "K"],
            [2, "Integrity", "2.a", "Keeps promises", "K"],
        ],
        ["A1:B1", "C1:D1", "E1:E2", "A3:A4", "B3:B4"],
        TWO,
    ),
    "titles over the width": (
        [["Standards of the State"], ["Adopted 2024"], ["Code", "Text"], ["1", "Vision"]],
        ["A1:B1", "A2:B2"],
        "1 Vision",
    ),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_layout_of_workbooks(name: str) -> None:
    rows, merged, expected = WORKBOOKS[name]
    reading = reading_of(workbook({"S": rows}, {"S": merged}), "state.xlsx")
    assert not reading.faults
    (framework,) = reading.package.frameworks
    assert without_blanks(tree(framework)) == without_blanks(expected)


@pytest.mark.parametrize("path", sorted(CASES.glob("s2-*")), ids=lambda path: path.name)
def test_one_sheet_in_four_encodings(path: Any) -> None:
    reading = reading_of(path.read_bytes(), path.name)
    assert tree(reading.package.frameworks[0]) == dedent("""\
        1 Vision
          1.1 The leader’s vision is shared.
            1.1.a Writes it with staff.
            1.1.b Revisits it yearly.
          1.2 The leader’s plans follow the vision.
        2 Integrity
          2.1 The leader keeps promises.""")
    assert kinds(reading.package.frameworks[0]) == ["Domain", "Standard", "Indicator"]


def test_values_of_a_statement_that_takes_several_rows() -> None:
    rows = [["Code", "Text", "Grade"], ["1", "Vision", "K"], ["", "", "1"], ["2", "Ethics", "2"]]
    reading = reading_of(workbook({"S": rows}, {"S": ["A2:A3", "B2:B3"]}), "s.xlsx")
    first = reading.package.frameworks[0].statements[0]
    assert [str(value.value) for value in first.properties] == ["K", "1"]


def test_several_sheets_are_frameworks_or_one() -> None:
    rows = [["Code", "Text"], ["1", "Vision"]]
    below = [["Code", "Parent", "Text"], ["1.a", "1", "Writes it"]]
    data = workbook({"A": rows, "B": [["Code", "Text"], ["7", "Else"]], "C": rows}, hidden=["C"])
    assert [len(f.statements) for f in reading_of(data, "s.xlsx").package.frameworks] == [1, 1]
    data = workbook({"Standards": rows, "Elements": below})
    assert "the parent '1' is no row" in str(reading_of(data, "s.xlsx").faults[0])
    (framework,) = reading_of(data, "s.xlsx", TableOptions(together=True)).package.frameworks
    assert tree(framework) == "1 Vision\n  1.a Writes it"
